package table

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/memo"
	"taizhang/templates/words"
)

// fits is how well a heading names each role, 0 to 1.
type fits map[words.Role]float64

// How much a heading speaks for a role.
const (
	wholeWord   = 1.0  // the whole heading is a word of the vocabulary
	bareWord    = 0.97 // the same once quarter, unit, bracket and servant are taken off
	endsInWord  = 0.8  // the heading ends in the word: it is about that
	holdsWord   = 0.6  // the word stands in it
	headMost    = 0.7  // the last noun of the heading speaks for the role
	timeAlone   = 0.6  // nothing but a quarter: what was done in it
	likeMost    = 0.45 // shared pairs of characters
	knownFrom   = 0.9  // from here on a heading counts as known
	partFromFit = 0.4  // from here on a heading says something
)

// headings fits headings to roles and remembers them: a year's returns repeat the same few.
type headings struct {
	words *words.Words
	named map[string][]words.Role // by folded word
	list  []named                 // the same, for looking inside a heading
	heads []named                 // nouns that a heading may end in
	made  memo.Texts[fits]
	sure  memo.Texts[[]words.Role] // what known returns
}

// named is a folded word with what it stands for.
type named struct {
	word  string
	size  int
	pairs fold.Shape
	roles []words.Role
}

func newHeadings(w *words.Words) *headings {
	h := &headings{words: w, named: map[string][]words.Role{}}
	for role, list := range w.Columns {
		for _, word := range list {
			key := fold.Key(word)
			if !slices.Contains(h.named[key], role) {
				h.named[key] = append(h.named[key], role)
			}
		}
	}
	for key, roles := range h.named {
		slices.Sort(roles)
		h.list = append(h.list, named{key, utf8.RuneCountInString(key), fold.Of(key), roles})
	}
	byHead := map[string][]words.Role{}
	for role, list := range w.Heads {
		for _, word := range list {
			byHead[fold.Key(word)] = append(byHead[fold.Key(word)], role)
		}
	}
	for key, roles := range byHead {
		slices.Sort(roles)
		h.heads = append(h.heads, named{word: key, size: utf8.RuneCountInString(key), roles: roles})
	}
	byWord := func(a, b named) int { return cmp.Or(b.size-a.size, cmp.Compare(a.word, b.word)) }
	slices.SortFunc(h.list, byWord)
	slices.SortFunc(h.heads, byWord)
	return h
}

// of returns what a heading fits. Nobody writes to it.
func (h *headings) of(heading string) fits { return h.made.Get(heading, h.fit) }

// known returns the roles of a heading that is a word of the vocabulary by itself, or once
// what surrounds it is taken off. Nobody writes to them.
func (h *headings) known(heading string) []words.Role { return h.sure.Get(heading, h.surest) }

func (h *headings) surest(heading string) (roles []words.Role) {
	h.surely(heading, func(named []words.Role, fit float64) {
		for _, role := range named {
			if fit >= knownFrom && !slices.Contains(roles, role) {
				roles = append(roles, role)
			}
		}
	})
	slices.Sort(roles)
	return roles
}

var (
	quarterWords = regexp.MustCompile(`(?:(?:[0-9]{2,4}|[〇零一二三四五六七八九]{4})年度?)?(?:第?[一二三四1-4]季度?|[qQ][1-4]|[1-4]?[0-9](?:月份?)?[-~—至][0-9]{1,2}月份?|[0-9]{1,2}月份?|上半年|下半年|前三季度|全年)末?|(?:[0-9]{2,4}|[〇零一二三四五六七八九]{4})年度?|本季度?|本期|当季|当期|[本今]年度?|截[至止][^a-zA-Z]{0,10}?[底日末]|目前|当前`)
	counterWords = regexp.MustCompile(`^[(（]?[0-9一二三四五六七八九十]{1,2}[)）、.．]`)
	servantWords = regexp.MustCompile(`(?:说明|情况|内容|简述|描述|概述|概况|简介|简称|简写|名称|明细|一览|填写|栏目|一栏|栏|列|项|等|必填|选填)+$`)
	bracketed    = regexp.MustCompile(`[(（\[【〔][^)）\]】〕]*[)）\]】〕]?`)
)

// withoutQuarter takes off what says when; most headings hold no character of it.
func withoutQuarter(s string) string {
	if !strings.ContainsFunc(s, inQuarter) {
		return s
	}
	return quarterWords.ReplaceAllString(s, "")
}

// inQuarter reports whether a character is one without which quarterWords finds nothing.
func inQuarter(r rune) bool {
	switch r {
	case '年', '季', '月', '期', '本', '今', '当', '截', '目', 'q', 'Q':
		return true
	}
	return r >= '0' && r <= '9'
}

// bare takes off a heading what does not say what it is about: a counter, brackets with units
// and remarks, the quarter, what a servant word adds.
func bare(heading string) string {
	s := strings.Join(strings.Fields(heading), "")
	s = counterWords.ReplaceAllString(s, "")
	if b := bracketed.ReplaceAllString(s, ""); b != "" {
		s = b
	}
	s = strings.TrimRight(s, ":：*＊")
	if b := withoutQuarter(s); fold.Key(b) != "" {
		s = strings.TrimLeft(b, "的之末底")
	}
	return s
}

// fit works out what a heading fits.
func (h *headings) fit(heading string) fits {
	f := fits{}
	raise := func(roles []words.Role, fit float64) {
		for _, role := range roles {
			f[role] = max(f[role], fit)
		}
	}
	key, noun := h.surely(heading, raise)
	if key == "" {
		return f
	}
	h.within(noun, raise)
	if noun != key {
		h.within(key, func(roles []words.Role, fit float64) { raise(roles, 0.9*fit) })
	}
	h.headed(noun, raise)
	if noun != key {
		h.headed(key, func(roles []words.Role, fit float64) { raise(roles, 0.95*fit) })
	}
	h.alike(noun, raise)
	return f
}

// surely raises the roles of a heading that is a word of the vocabulary, itself or once what
// surrounds it is taken off. Nothing else reaches knownFrom. It returns what is left of the
// heading to look inside, without servant words too; "" where there is no need to.
func (h *headings) surely(heading string, raise func([]words.Role, float64)) (key, noun string) {
	whole := fold.Key(heading)
	if whole == "" {
		return "", ""
	}
	if roles := h.named[whole]; len(roles) > 0 {
		raise(roles, wholeWord)
		return "", ""
	}
	core := bare(heading)
	if fold.Key(withoutQuarter(strings.Join(strings.Fields(heading), ""))) == "" {
		raise([]words.Role{words.Progress, words.Status}, timeAlone)
		return "", ""
	}
	key = fold.Key(core)
	if roles := h.named[key]; len(roles) > 0 {
		raise(roles, bareWord)
		return "", ""
	}
	if doneAlready.MatchString(core) {
		raise([]words.Role{words.Progress}, bareWord-0.1)
		return "", "" // 已做工作 asks for no work
	}
	if undone.MatchString(core) {
		raise([]words.Role{words.Problems}, bareWord-0.1)
		return "", "" // 落实没做的 asks for nothing that was done
	}
	if troubles.MatchString(core) {
		raise([]words.Role{words.Problems}, bareWord-0.1)
		return "", "" // of 困难和建议 nobody knows which of the two stands there, and the one is not published
	}
	if wantedWhen.MatchString(core) {
		raise([]words.Role{words.Due}, bareWord-0.1)
		return "", ""
	}
	if asksElse(core) {
		return "", ""
	}
	if askedWhen.MatchString(core) {
		raise([]words.Role{words.Completed, words.Due}, bareWord-0.1)
		return "", ""
	}
	if whether.MatchString(core) {
		raise([]words.Role{words.Status}, bareWord-0.1)
		return "", ""
	}
	noun = key
	if served := servantWords.ReplaceAllString(core, ""); fold.Key(served) != "" {
		noun = fold.Key(served)
	}
	if noun != key {
		raise(h.named[noun], bareWord-0.05)
	}
	return key, noun
}

// within raises the roles of words that stand in the heading: the longest most, and one that
// the heading ends in more than one that it begins with.
func (h *headings) within(key string, raise func([]words.Role, float64)) {
	size := utf8.RuneCountInString(key)
	for _, w := range h.list {
		if w.size < 2 || w.size >= size || !strings.Contains(key, w.word) {
			continue
		}
		share := float64(w.size) / float64(size)
		if strings.HasSuffix(key, w.word) {
			raise(w.roles, endsInWord*(0.5+0.5*share))
		} else {
			raise(w.roles, holdsWord*(0.4+0.6*share))
		}
	}
}

// headed raises the roles of the noun that the heading ends in, or that stands last in it.
func (h *headings) headed(key string, raise func([]words.Role, float64)) {
	last, at := -1, -1
	for i, w := range h.heads {
		p := strings.LastIndex(key, w.word)
		if p < 0 {
			continue
		}
		if end := p + len(w.word); end > at {
			last, at = i, end
		}
		raise(w.roles, 0.5*headMost)
	}
	if last >= 0 {
		fit := headMost
		if at < len(key) {
			fit *= 0.85
		}
		raise(h.heads[last].roles, fit)
	}
}

// alike raises the roles of words that share pairs of characters with the heading.
func (h *headings) alike(key string, raise func([]words.Role, float64)) {
	said := fold.Of(key)
	for _, w := range h.list {
		if like := said.Likeness(w.pairs); like >= 0.34 {
			raise(w.roles, likeMost*like)
		}
	}
}

// doneAlready is a heading that asks what was done: 已做工作, 做了哪些, 已开展的工作.
var doneAlready = regexp.MustCompile(`^实际(?:做到|做了|进展|完成情况|情况)|^已(?:做|开展|采取|落实|推进|完成的?工作|经做)|^(?:做|干|办|开展|完成)了(?:哪些|什么|些什么|啥|多少)|(?:做|干|办|落实|开展|完成)了的$`)

// undone is a heading that asks what was not done: 落实没做的, 还没办完的事项.
var undone = regexp.MustCompile(`(?:没有?|未|尚未|还没有?)能?(?:做|干|办|落实|完成|解决|推进)(?:完|成|好|到位|了)?(?:的|之处|哪些|什么|事项|部分|工作)`)

// troubles is a heading that asks for what is in the way and for what is to be done about it.
var troubles = regexp.MustCompile(`(?:问题|困难|难点|难题|不足|短板)(?:和|及其?|与|、|/)(?:[^和及与、/]{0,4})(?:建议|措施|打算|对策|思路|计划|安排)$`)

// askedWhen is a heading that asks for a day: 哪天完成, 何时办结.
var askedWhen = regexp.MustCompile(`^(?:哪一?天|何时|何日|几时|几号|几月几[日号]|什么时[候间]|啥时候?).{0,4}(?:完|结|成|毕|好)`)

// wantedWhen is a heading that asks by when something is to be done: 要求何时完.
var wantedWhen = regexp.MustCompile(`(?:要求|应当?|须|限|规定)\p{Han}{0,3}(?:何时|几时|啥时候?|什么时候|哪一?天|几月)`)

// asksElse reports a heading whose 是 or 否 says nothing of where a requirement stands: 是否涉密, 是否需要
// 协调; or says it the other way round: 是否滞后.
func asksElse(heading string) bool {
	m := question.FindStringSubmatch(heading)
	return m != nil && (turned.MatchString(m[1]) || !asksDone.MatchString(m[1]))
}

var (
	question = regexp.MustCompile(`^(?:是否|有无|有没有|能否|可否)(.*)$`)
	turned   = regexp.MustCompile(`滞后|逾期|超期|超时|延期|延误|未|没|需|要|存在|问题|困难`)
	asksDone = regexp.MustCompile(`完|结|销|到位|落实|达|序时|如期|按时|按期|启动|开展|推进|实现|整改|办|验收|交付|做|好`)
)

// whether is a heading that asks whether it is done: 算不算办完, 做完没有.
var whether = regexp.MustCompile(`^(?:算不算|是不是|有没有|能不能算)\p{Han}{0,3}(?:完|结|成|好|毕)|(?:完|结|成|好)(?:没有|了没|了吗|没)[?？]?$`)

// What a heading says of time before it says what it is about.
var (
	planned = regexp.MustCompile(`计划|拟|预计|预期|预定|打算|目标|下[一]?(?:个)?(?:季度?|阶段|步|期|月|年)|明年|来年|安排|应(?:当|该)?(?:完成|达到?|做到|办结|推进到|实现)|(?:要求|须|需)(?:达到|完成到|推进到)|力争|原[定来先想]`)
	gone    = regexp.MustCompile(`上[一]?(?:个)?(?:季度?|期|年度?|月|次|回|轮|阶段)|去年|往年|前期(?:进展|情况|完成|填报|工作)|此前|以前|之前|已报|往期|前次|同期`)
)

// thisTime is how a heading speaks of the time that a return is for: 本季度情况, 这一季干了啥.
var thisTime = regexp.MustCompile(`本季|本期|本次|本月|这一?个?季|这次|这期|当季|今季`)

// IsPlan and IsEarlier report whether a heading speaks of what is still to be done, or of what
// was said before.
func IsPlan(heading string) bool {
	return planned.MatchString(strings.Join(strings.Fields(heading), ""))
}
func IsEarlier(heading string) bool {
	return gone.MatchString(strings.Join(strings.Fields(heading), ""))
}
