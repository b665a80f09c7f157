package status

import (
	"regexp"
	"strconv"
	"strings"

	"taizhang/importer/status/shares"
)

// shared is a completion with a share: 已完成80%, 80%已完成.
var (
	shared = regexp.MustCompile(`^[cskNMdtwbVKgu]*[TU][lgctkKVCi]*%.*$|^[csk]*%[dt]*T[lk]*$`)
	entire = regexp.MustCompile(`^[cskNMdtwbVK]*[TU]l?[ct]*%$|^[csk]*%[dt]*T[lk]*$`)
)

// withShare reads a clause that tells how much was completed. All of it is completed, the
// rest is not.
func withShare(p parsed) meaning {
	if !shared.MatchString(p.form) {
		return tenths(p)
	}
	all := false
	for _, w := range p.words {
		if w.class == percent {
			share, ok := shares.InWord(w.text)
			if !ok {
				return tenths(p)
			}
			all = share >= 100
		}
	}
	switch {
	case !all:
		return meaning{InProgress, firm}
	case entire.MatchString(p.form):
		return meaning{Completed, firm}
	}
	return meaning{}
}

// remains is a share that is left: 还剩两成.
var remains = regexp.MustCompile(`^[csk]*r%$`)

// withRemainder reads the share that is left. All of it or nothing left is no status.
func withRemainder(p parsed) meaning {
	last := p.words[len(p.words)-1].text
	if share, ok := shares.InWord(last); ok && (share <= 0 || share >= 100) {
		return meaning{}
	}
	return meaning{InProgress, byForm}
}

// fewLeft reports a text that says nothing but that one to three of several are left: 还差一期. More of them
// may be all there were.
func (g *Grammar) fewLeft(plain string) bool {
	p := g.lex(plain)
	if !onlyLeft.MatchString(p.form) {
		return false
	}
	for _, w := range p.words {
		if w.class == left && !strings.ContainsAny(w.text, "差剩缺余") || (w.class == count || w.class == part) && !aFew.MatchString(w.text) {
			return false
		}
	}
	return true
}

var (
	onlyLeft = regexp.MustCompile(`^[csk]*r[NP]$`)
	aFew     = regexp.MustCompile(`^[一二两三123](?:\p{Han}{1,2})$`)
)

// someTenths is a share in tenths, which need not be one number: 六七成, 完成八九成.
var someTenths = regexp.MustCompile(`^[csktd]*[TU]?l?%l?$`)

// tenths reads a share in tenths; nobody calls all of a thing 成.
func tenths(p parsed) meaning {
	for _, w := range p.words {
		if w.class == percent && strings.Contains(w.text, "成") && someTenths.MatchString(p.form) {
			return meaning{InProgress, byForm}
		}
	}
	return meaning{}
}

// Some of a number of things, and how many of them were completed.
const things = `(?:项|条|件|个|次|份|处|户|批)`

var (
	ofThem   = regexp.MustCompile(`^已?(?:完成|办结|落实)了?([0-9]+)` + things + `?(?:任务|工作)?(?:中的?|里的?)([0-9]+)` + things + `?$`)
	amongThe = regexp.MustCompile(`^(?:共计?|总计|应完成)?(?:有)?([0-9]+)` + things + `(?:任务|工作|事项)?(?:中的?)?[,，]?(?:其中|目前|现)?(?:已经?)?(?:完成|办结|落实)了?([0-9]+)` + things + `?$`)
	slashed  = regexp.MustCompile(`^已?(?:完成|办结)了?([0-9]+)/([0-9]+)` + things + `?$`)
)

// longestCount is how long such a text may be, in bytes.
const longestCount = 128

// someOf reads a text that counts what was completed of how many: 完成3项中的2项, 共5项，
// 已完成3项, 已完成3/5.
func someOf(plain string) Status {
	if len(plain) > longestCount || !strings.ContainsAny(plain, "完办落") || !strings.ContainsAny(plain, digits) {
		return NoStatus
	}
	var whole, part string
	if m := ofThem.FindStringSubmatch(plain); m != nil {
		whole, part = m[1], m[2]
	} else if m := amongThe.FindStringSubmatch(plain); m != nil {
		whole, part = m[1], m[2]
	} else if m := slashed.FindStringSubmatch(plain); m != nil {
		whole, part = m[2], m[1]
	}
	w, err := strconv.Atoi(whole)
	p, err2 := strconv.Atoi(part)
	switch {
	case err != nil || err2 != nil || p > w || w == 0:
		return NoStatus
	case p == w:
		return Completed
	case p == 0:
		return NoStatus
	}
	return InProgress
}
