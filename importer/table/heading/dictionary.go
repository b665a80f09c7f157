// Package heading says what the text of a heading asks for: the words of the vocabulary in it, what
// surrounds them, and the time that it names.
package heading

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/memo"
	"taizhang/templates/words"
)

// Fits is how well a heading names each role, 0 to 1.
type Fits map[words.Role]float64

// How much a heading speaks for a role.
const (
	wholeWord   = 1.0  // the whole heading is a word of the vocabulary
	bareWord    = 0.97 // the same once quarter, unit, bracket and servant are taken off
	endsInWord  = 0.8  // the heading ends in the word: it is about that
	holdsWord   = 0.6  // the word stands in it
	headMost    = 0.7  // the last noun of the heading speaks for the role
	timeAlone   = 0.6  // nothing but a quarter: what was done in it
	likeMost    = 0.45 // shared pairs of characters
	KnownFrom   = 0.9  // from here on a heading counts as known
	PartFromFit = 0.4  // from here on a heading says something
)

// LeastFit is what a heading must reach where content alone would not do.
const LeastFit = 0.3

// Dictionary fits headings to roles and remembers them: a year's returns repeat the same few.
type Dictionary struct {
	words *words.Words
	named map[string][]words.Role // by folded word
	list  []named                 // the same, for looking inside a heading
	heads []named                 // nouns that a heading may end in
	made  memo.Texts[Fits]
	sure  memo.Texts[[]words.Role] // what known returns
}

// named is a folded word with what it stands for.
type named struct {
	word  string
	size  int
	pairs fold.Shape
	roles []words.Role
}

// New returns the dictionary of a vocabulary.
func New(w *words.Words) *Dictionary {
	h := &Dictionary{words: w, named: map[string][]words.Role{}}
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

// Of returns what a heading fits. Nobody writes to it.
func (h *Dictionary) Of(heading string) Fits { return h.made.Get(heading, h.fit) }

// Known returns the roles of a heading that is a word of the vocabulary by itself, or once
// what surrounds it is taken off. Nobody writes to them.
func (h *Dictionary) Known(heading string) []words.Role { return h.sure.Get(heading, h.surest) }

// How many characters a heading has at the most.
const (
	Longest           = 24 // without its bracket; a longer one is a sentence
	longestWithRemark = 80 // and with it
)

// Whole returns the roles that a heading has as a word of the vocabulary, with or without what
// surrounds it.
func (h *Dictionary) Whole(heading string) []words.Role {
	if fold.Longer(heading, Longest) && (fold.Longer(heading, longestWithRemark) || !strings.ContainsAny(heading, "(（[【") || fold.Longer(Bare(heading), Longest)) {
		return nil
	}
	return h.Known(heading)
}

func (h *Dictionary) surest(heading string) (roles []words.Role) {
	h.surely(heading, func(named []words.Role, fit float64) {
		for _, role := range named {
			if fit >= KnownFrom && !slices.Contains(roles, role) {
				roles = append(roles, role)
			}
		}
	})
	slices.Sort(roles)
	return roles
}

// fit works out what a heading fits.
func (h *Dictionary) fit(heading string) Fits {
	f := Fits{}
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
func (h *Dictionary) surely(heading string, raise func([]words.Role, float64)) (key, noun string) {
	whole := fold.Key(heading)
	if whole == "" {
		return "", ""
	}
	if roles := h.named[whole]; len(roles) > 0 {
		raise(roles, wholeWord)
		return "", ""
	}
	core := Bare(heading)
	if fold.Key(withoutQuarter(strings.Join(strings.Fields(heading), ""))) == "" {
		raise([]words.Role{words.Progress, words.Status}, timeAlone)
		return "", ""
	}
	key = fold.Key(core)
	if roles := h.named[key]; len(roles) > 0 {
		raise(roles, bareWord)
		return "", ""
	}
	if h.endsInNumber(key) {
		raise([]words.Role{words.Number}, bareWord-0.05)
		return "", "" // 目标编号 asks for no aim
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
	if needed.MatchString(core) || lacking.MatchString(core) || met.MatchString(core) {
		raise([]words.Role{words.Problems}, bareWord-0.1)
		return "", "" // 需局领导协调 names no leader in charge
	}
	if goesOn.MatchString(core) {
		raise([]words.Role{words.NextSteps}, bareWord-0.1)
		return "", ""
	}
	if wantedWhen.MatchString(core) {
		raise([]words.Role{words.Due}, bareWord-0.1)
		return "", ""
	}
	if AsksElse(core) {
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

// longestNumbered is how many characters a heading of numbers has at the most.
const longestNumbered = 8

// endsInNumber reports whether a heading ends in a noun of two characters for a number: 序号, 编号.
func (h *Dictionary) endsInNumber(key string) bool {
	return !fold.Longer(key, longestNumbered) && slices.ContainsFunc(h.heads, func(w named) bool {
		return w.size > 1 && slices.Contains(w.roles, words.Number) && strings.HasSuffix(key, w.word)
	})
}

// Best returns how well the heading names the best named of some roles.
func (f Fits) Best(roles ...words.Role) (most float64) {
	for _, role := range roles {
		most = max(most, f[role])
	}
	return most
}
