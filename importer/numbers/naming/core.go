package naming

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
)

var (
	// shared are words that names of numbers have or leave out without meaning anything else.
	shared  = regexp.MustCompile(`(?:政府|政务)?信息公开(申请|行政)|政府|政务|继续`)
	inYear  = regexp.MustCompile(`^(?:通过|本年|全年|当年|年)`)
	howMany = regexp.MustCompile(`(?:总数量|总件数|总数|件数|条数|数量|总量|数|情况)$`)
)

// Characters that may join names, and brackets behind one.
const (
	dashes  = "—－–·:：/／" // however many of them
	opening = "（(【[〔"
	closing = "）)】]〕"
	joints  = dashes + "-" + opening
)

// dropped are the characters with which words begin that a core leaves out, and leftOut all of
// which such words are made.
const (
	dropped = "通本全当年政信公继"
	leftOut = "通过本全当年度政府务信息公开申请行政继续总数量件条情况"
)

// shortestCore is how many characters of a name must be left to tell it by.
const shortestCore = 4

// core returns what is left of a name without the words that all such names share: 新收申请 of
// 本年新收政府信息公开申请数量. It is "" where too little is left.
func core(text string) string {
	if len(text) > 3*LongestLabel {
		return ""
	}
	key := fold.Key(Unnumbered(text))
	if utf8.RuneCountInString(key) < shortestCore {
		return ""
	}
	if key = strings.ReplaceAll(key, "年度", "年"); mayShare(key) {
		key = shared.ReplaceAllString(key, "$1")
	}
	if first, _ := utf8.DecodeRuneInString(key); strings.ContainsRune("通本全当年", first) {
		key = inYear.ReplaceAllString(key, "")
	}
	if last, _ := utf8.DecodeLastRuneInString(key); strings.ContainsRune("量数况", last) {
		key = howMany.ReplaceAllString(key, "")
	}
	if utf8.RuneCountInString(key) < shortestCore {
		return ""
	}
	return key
}

// mayShare is a quick look: whether a key holds one of the shared words.
func mayShare(key string) bool {
	for _, word := range [...]string{"信息公开", "政府", "政务", "继续"} {
		if strings.Contains(key, word) {
			return true
		}
	}
	return false
}

// addCores takes in all names by their cores. Names with one core are taken together, so that a
// text which may mean several means none of them alone.
func (x *Index) addCores() {
	keys := make([]string, 0, len(x.byText))
	for key := range x.byText {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	for _, r := range dropped {
		x.firsts[r] = true
	}
	for _, r := range leftOut + strings.Join(keys, "") {
		x.letters[r] = true
	}
	for _, key := range keys {
		c := core(key)
		if c == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(c)
		x.firsts[first] = true
		n := x.byCore[c]
		if n == nil {
			n = &Named{}
			x.byCore[c] = n
		}
		n.add(x.byText[key])
	}
}

func (n *Named) add(o *Named) {
	n.Inds, n.Rows, n.Inside = union(n.Inds, o.Inds), union(n.Rows, o.Rows), union(n.Inside, o.Inside)
	n.Cols, n.Groups = union(n.Cols, o.Cols), union(n.Groups, o.Groups)
}

func union[T comparable](a, b []T) []T {
	for _, v := range b {
		if !slices.Contains(a, v) {
			a = append(a, v)
		}
	}
	return a
}

// together reads a text that joins names: 行政诉讼——未经复议直接起诉, 新收申请（自然人）. joined is false where one of
// its parts names nothing; names that don't belong together, 行政处罚（不予公开）, name nothing together.
func (x *Index) together(text string) (n *Named, joined bool) {
	if !strings.ContainsAny(text, joints) {
		return nil, false
	}
	parts := parted(text)
	if len(parts) < 2 || len(parts) > 4 {
		return nil, false
	}
	all := &Named{}
	count := 0
	for _, part := range parts {
		if strings.TrimSpace(part) == "" {
			continue
		}
		n := x.exact(part)
		if n == nil {
			n = x.byCore[core(part)]
		}
		if n == nil {
			return nil, false
		}
		all.add(n)
		count++
	}
	if count < 2 {
		return nil, false
	}
	if len(all.Rows)+len(all.Inside) == 0 || !x.belong(all) {
		return nil, true
	}
	all.Inds = nil // each part by itself may be one, both together are not
	return all, true
}

// parted returns what stands between the joints of a text; nothing between two of them is a part too.
func parted(text string) (parts []string) {
	from, last := 0, rune(0)
	for i, r := range text {
		dash, hyphen := strings.ContainsRune(dashes, r), r == '-'
		if !dash && !hyphen && !strings.ContainsRune(opening+closing, r) {
			last = 0
			continue
		}
		goesOn := dash && strings.ContainsRune(dashes, last) || hyphen && last == '-'
		if !goesOn {
			parts = append(parts, text[from:i])
		}
		from, last = i+utf8.RuneLen(r), r
	}
	return append(parts, text[from:])
}

// belong reports whether the columns and groups that a text names are of tables whose rows it names.
func (x *Index) belong(n *Named) bool {
	rows := append(append([]Ref(nil), n.Rows...), n.Inside...)
	in := func(holds func(row Ref) bool) bool { return slices.ContainsFunc(rows, holds) }
	for _, g := range n.Groups {
		if !in(func(r Ref) bool {
			t := &x.form.Tables[r.Table]
			return Bare(t.Rows[r.Axis].Group) == g || slices.ContainsFunc(t.Groups, func(own string) bool { return Bare(own) == g }) && t.Rows[r.Axis].Group == ""
		}) {
			return false
		}
	}
	return len(n.Cols) == 0 || in(func(r Ref) bool {
		return slices.ContainsFunc(n.Cols, func(c Ref) bool { return c.Table == r.Table && x.form.At(r.Table, r.Axis, c.Axis) >= 0 })
	})
}
