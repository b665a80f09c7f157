package publish

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
)

var personName = kind{finding.PersonalInformation, "姓名"}

// names finds persons: a name behind 联系人 and its like, or before 同志, 先生, 女士. Who
// holds an office and is named with it (局长张三) is public and no hit.
func names(v view) []Hit {
	d := lex()
	var hits []Hit
	for i, r := range v.runes {
		if !d.nameStarts.has(r) {
			continue
		}
		for _, find := range []func(view, int) (int, int){nameBehind, nameBefore} {
			if from, to := find(v, i); to > from {
				hits = append(hits, v.hit(personName, from, to, personName.name+" "+string(v.runes[from])+"某"))
			}
		}
	}
	return hits
}

// namesAt reports whether a label or a title that names somebody stands at i.
func (v view) namesAt(i int) bool {
	from, to := nameBehind(v, i)
	if to <= from {
		from, to = nameBefore(v, i)
	}
	return to > from
}

// nameBehind finds a name whose label starts at i. Behind a colon any short word that is
// no office is taken for a name; without one, only a surname with one or two characters.
func nameBehind(v view, i int) (from, to int) {
	n, marked := v.hasAny(i, lex().nameLabels), false
	if n == 0 {
		n = v.hasAny(i, lex().colonLabels)
	}
	if n == 0 {
		return 0, 0
	}
	from = v.pastBracket(i + n)
	if v.rune(from) == '/' || v.rune(from) == ')' && v.rune(i-1) == '(' { // 【联系人】张三
		from++
	}
	for ; from < len(v.runes) && strings.ContainsRune(":-_(为是\"", v.runes[from]); from++ {
		marked = marked || v.runes[from] != '为' && v.runes[from] != '是'
	}
	if from >= len(v.runes) {
		return 0, 0
	}
	marked = (marked || v.gap[from]) && !v.has(i, []rune("同志"))
	to = v.nameEnd(from)
	from = v.pastOffice(from, to)
	size, surname := to-from, surnameAt(v, from)
	whole := surname > 0 && size > surname && size <= surname+2
	switch {
	case size < 2 || isNoName(v, from, to):
		return 0, 0
	case whole || marked && (size <= 4 || strings.ContainsRune(string(v.runes[from:to]), '·')):
		return from, to
	case marked && surname > 0: // 联系人：张三负责解答
		return from, from + surname + 1
	}
	return 0, 0
}

// pastBracket steps over a bracket before a colon: 联系人（办公室）：.
func (v view) pastBracket(i int) int {
	if v.rune(i) != '(' {
		return i
	}
	for k := i + 1; k < len(v.runes) && k < i+16; k++ {
		if v.runes[k] == ')' && v.rune(k+1) == ':' {
			return k + 1
		}
	}
	return i
}

// pastOffice steps over the office before a name: 办公室张三.
func (v view) pastOffice(from, to int) int {
	for i := to - 2; i >= to-4 && i > from+1; i-- {
		size := to - i - surnameAt(v, i)
		if v.endsWithAny(i, lex().offices) && size < to-i && size >= 1 && size <= 2 && !isNoName(v, i, to) {
			return i
		}
	}
	return from
}

// longestName bounds what is looked at: 阿卜杜热合曼·买买提 and a title.
const longestName = 16

// nameEnd returns where a name that starts at i would end: at a space behind its second
// character, at anything but a Chinese character, at a word that follows names.
func (v view) nameEnd(i int) int {
	to := i
	for ; to < len(v.runes) && to < i+longestName && (fold.IsHan(v.runes[to]) || v.runes[to] == '·'); to++ {
		if to >= i+2 && v.gap[to] || to > i && v.hasAny(to, lex().afterNames) > 0 {
			break
		}
	}
	return to
}

// nameBefore finds a name whose title starts at i: 张三同志. A surname alone (李女士) names
// nobody.
func nameBefore(v view, i int) (from, to int) {
	n := v.hasAny(i, lex().titles)
	if n == 0 || v.rune(i+n) == '们' || v.rune(i+n) == '兵' || v.endsWithAny(i, lex().wellKnown) {
		return 0, 0
	}
	i = v.beforeCount(i)
	for from = max(0, i-4); from <= i-2; from++ {
		surname := surnameAt(v, from)
		size := i - from - surname
		if surname > 0 && (size == 1 || size == 2) && allHan(v.runes[from:i]) && !isNoName(v, from, i) {
			return from, i
		}
	}
	return 0, 0
}

// beforeCount steps back over what counts persons: 张三等5名同志.
func (v view) beforeCount(i int) int {
	from := i
	if i > 0 && strings.ContainsRune("名位", v.runes[i-1]) {
		for i--; i > 0 && (isDigit(v.runes[i-1]) || strings.ContainsRune("两"+numerals, v.runes[i-1])); i-- {
		}
	}
	if v.rune(i-1) == '等' {
		return i - 1
	}
	return from
}

// surnameAt returns the length of the surname at i, 0 for none.
func surnameAt(v view, i int) int {
	d := lex()
	if n := v.hasAny(i, d.doubleSurnames); n > 0 {
		return n
	}
	if d.surname[v.rune(i)] {
		return 1
	}
	return 0
}

// isNoName reports whether what stands there is a word or an office.
func isNoName(v view, from, to int) bool {
	return v.hasAny(from, lex().notNames) > 0 || v.endsWithAny(to, lex().notNameEnds)
}

func allHan(runes []rune) bool {
	for _, r := range runes {
		if !fold.IsHan(r) {
			return false
		}
	}
	return true
}

// isNameList reports whether a text is nothing but names: 李四、王五；.
func isNameList(v view) bool {
	from := 0
	for i := 0; i <= len(v.runes); i++ {
		if i < len(v.runes) && fold.IsHan(v.runes[i]) {
			continue
		}
		if size := i - from; size > 0 && (size < 2 || size > 4 || surnameAt(v, from) == 0 || isNoName(v, from, i)) {
			return false
		}
		from = i + 1
	}
	return len(v.runes) > 0
}
