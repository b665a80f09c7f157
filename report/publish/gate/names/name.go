// Package names finds persons by their names, with and without a word that says so.
package names

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
)

// Person is a name that is certainly a person's.
var Person = view.Kind{Code: finding.PersonalInformation, Name: "姓名"}

// Labelled finds persons: a name behind 联系人 and its like, or before 同志, 先生, 女士. Who
// holds an office and is named with it (局长张三) is public and no hit.
func Labelled(v view.View) []view.Hit {
	d := lexica.All()
	var hits []view.Hit
	for i, r := range v.Runes {
		if !d.NameStarts.Has(r) {
			continue
		}
		for _, find := range []func(view.View, int) (int, int){nameBehind, nameBefore} {
			if from, to := find(v, i); to > from {
				hits = append(hits, v.Hit(Person, from, to, Person.Name+" "+string(v.Runes[from])+"某"))
			}
		}
	}
	return hits
}

// LabelledAt reports whether a label or a title that names somebody stands at i.
func LabelledAt(v view.View, i int) bool {
	from, to := nameBehind(v, i)
	if to <= from {
		from, to = nameBefore(v, i)
	}
	return to > from
}

// nameBehind finds a name whose label starts at i. Behind a colon any short word that is
// no office is taken for a name; without one, only a surname with one or two characters.
func nameBehind(v view.View, i int) (from, to int) {
	n, marked := v.HasAny(i, lexica.All().NameLabels), false
	if n == 0 {
		n = v.HasAny(i, lexica.All().ColonLabels)
	}
	if n == 0 {
		return 0, 0
	}
	from = pastBracket(v, i+n)
	if v.Rune(from) == '/' || v.Rune(from) == ')' && v.Rune(i-1) == '(' { // 【联系人】张三
		from++
	}
	for ; from < len(v.Runes) && strings.ContainsRune(":-_(为是\"", v.Runes[from]); from++ {
		marked = marked || v.Runes[from] != '为' && v.Runes[from] != '是'
	}
	if from >= len(v.Runes) {
		return 0, 0
	}
	marked = (marked || v.Gap[from]) && !v.Has(i, []rune("同志"))
	to = nameEnd(v, from)
	from = pastOffice(v, from, to)
	size, surname := to-from, surnameAt(v, from)
	whole := surname > 0 && size > surname && size <= surname+2
	switch {
	case size < 2 || isNoName(v, from, to):
		return 0, 0
	case whole || marked && (size <= 4 || strings.ContainsRune(string(v.Runes[from:to]), '·')):
		return from, to
	case marked && surname > 0: // 联系人：张三负责解答
		return from, from + surname + 1
	}
	return 0, 0
}

// pastBracket steps over a bracket before a colon: 联系人（办公室）：.
func pastBracket(v view.View, i int) int {
	if v.Rune(i) != '(' {
		return i
	}
	for k := i + 1; k < len(v.Runes) && k < i+16; k++ {
		if v.Runes[k] == ')' && v.Rune(k+1) == ':' {
			return k + 1
		}
	}
	return i
}

// pastOffice steps over the office before a name: 办公室张三.
func pastOffice(v view.View, from, to int) int {
	for i := to - 2; i >= to-4 && i > from+1; i-- {
		size := to - i - surnameAt(v, i)
		if v.EndsWithAny(i, lexica.All().Offices) && size < to-i && size >= 1 && size <= 2 && !isNoName(v, i, to) {
			return i
		}
	}
	return from
}

// longestName bounds what is looked at: 阿卜杜热合曼·买买提 and a title.
const longestName = 16

// nameEnd returns where a name that starts at i would end: at a space behind its second
// character, at anything but a Chinese character, at a word that follows names.
func nameEnd(v view.View, i int) int {
	to := i
	for ; to < len(v.Runes) && to < i+longestName && (fold.IsHan(v.Runes[to]) || v.Runes[to] == '·'); to++ {
		if to >= i+2 && v.Gap[to] || to > i && v.HasAny(to, lexica.All().AfterNames) > 0 {
			break
		}
	}
	return to
}

// nameBefore finds a name whose title starts at i: 张三同志. A surname alone (李女士) names
// nobody.
func nameBefore(v view.View, i int) (from, to int) {
	n := v.HasAny(i, lexica.All().Titles)
	if n == 0 || v.Rune(i+n) == '们' || v.Rune(i+n) == '兵' || v.EndsWithAny(i, lexica.All().WellKnown) {
		return 0, 0
	}
	i = beforeCount(v, i)
	for from = max(0, i-4); from <= i-2; from++ {
		surname := surnameAt(v, from)
		size := i - from - surname
		if surname > 0 && (size == 1 || size == 2) && view.AllHan(v.Runes[from:i]) && !isNoName(v, from, i) {
			return from, i
		}
	}
	return 0, 0
}

// beforeCount steps back over what counts persons: 张三等5名同志.
func beforeCount(v view.View, i int) int {
	from := i
	if i > 0 && strings.ContainsRune("名位", v.Runes[i-1]) {
		for i--; i > 0 && (view.IsDigit(v.Runes[i-1]) || strings.ContainsRune("两"+view.Numerals, v.Runes[i-1])); i-- {
		}
	}
	if v.Rune(i-1) == '等' {
		return i - 1
	}
	return from
}

// surnameAt returns the length of the surname at i, 0 for none.
func surnameAt(v view.View, i int) int {
	d := lexica.All()
	if n := v.HasAny(i, d.DoubleSurnames); n > 0 {
		return n
	}
	if d.Surname[v.Rune(i)] {
		return 1
	}
	return 0
}

// isNoName reports whether what stands there is a word or an office.
func isNoName(v view.View, from, to int) bool {
	return v.HasAny(from, lexica.All().NotNames) > 0 || v.EndsWithAny(to, lexica.All().NotNameEnds)
}

// OnlyNames reports whether a text is nothing but names: 李四、王五；.
func OnlyNames(v view.View) bool {
	from := 0
	for i := 0; i <= len(v.Runes); i++ {
		if i < len(v.Runes) && fold.IsHan(v.Runes[i]) {
			continue
		}
		if size := i - from; size > 0 && (size < 2 || size > 4 || surnameAt(v, from) == 0 || isNoName(v, from, i)) {
			return false
		}
		from = i + 1
	}
	return len(v.Runes) > 0
}
