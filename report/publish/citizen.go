package publish

import (
	"strings"

	"taizhang/importer/fold"
)

// citizens finds persons who are named without a label: behind a word for citizens
// (市民张三反映), before a form of address (李桂芳老人) or （女，72岁, in a list of names, or as
// the one who does what private persons do (由张三负责, 张三来电反映).
func citizens(v view) []Hit {
	d := lex()
	var hits []Hit
	add := func(n bareName, sure bool) {
		if n.found() {
			hits = append(hits, v.hitName(n, sure))
		}
	}
	for i := 0; i < len(v.runes); i++ {
		if n := v.hasAny(i, d.citizens); n > 0 {
			name := v.nameOfCitizen(i + n)
			add(name, name.sure)
		}
		if v.hasAny(i, d.folkTitles) > 0 || v.sexBehind(i) {
			name := v.nameTo(i)
			if !v.isPublic(name) {
				add(name, true)
			}
		}
		if v.hasAny(i, d.privateAction) > 0 {
			if name := v.nameTo(i); name.found() && v.standsFree(name) {
				add(name, false)
			}
		}
		if v.runes[i] == '等' && v.countsPersons(i+1) {
			if name := v.nameTo(i); name.found() && !v.isPublic(name) {
				add(name, true)
			}
		}
		if v.runes[i] == '、' {
			hits = append(hits, v.nameList(i)...)
		}
	}
	return hits
}

// nameOfCitizen finds the name behind a word for citizens, also in brackets or quotes or behind
// 名叫.
func (v view) nameOfCitizen(i int) bareName {
	for strings.ContainsRune("(:\"", v.rune(i)) && v.rune(i) != 0 {
		i++
	}
	for _, called := range []string{"名叫", "姓名", "叫"} {
		if w := []rune(called); v.has(i, w) {
			i += len(w)
			break
		}
	}
	if n := v.nameFrom(i); n.found() {
		return n
	}
	n := v.runOnName(i)
	n.sure = false
	return n
}

// sexBehind reports whether （男， or （女， begins at i, or ，男， behind a name: 尤志刚，男，1979年生.
func (v view) sexBehind(i int) bool {
	return (v.rune(i) == '(' || v.rune(i) == ',') && (v.rune(i+1) == '男' || v.rune(i+1) == '女') && strings.ContainsRune(",)、0123456789", v.rune(i+2)) && v.rune(i+2) != 0
}

// countsPersons reports whether 3人, 五名, 多位 begins at i.
func (v view) countsPersons(i int) bool {
	from := i
	for isDigit(v.rune(i)) || v.rune(i) != 0 && strings.ContainsRune(numerals+"十两多几", v.rune(i)) {
		i++
	}
	return i > from && v.rune(i) != 0 && strings.ContainsRune("人名位户", v.rune(i))
}

// standsFree reports whether nothing but a mark, a day or a word that leads up to a person stands
// before a name, so that it is no part of a longer word; and that no office goes with it.
func (v view) standsFree(n bareName) bool {
	if v.isPublic(n) {
		return false
	}
	before := v.rune(n.from - 1)
	return !fold.IsHan(before) || v.gap[n.from] || before == '日' || before == '月' || v.endsWithAny(n.from, lex().leading)
}

// nameList finds the names around the 、 at i. Two names that are made as names make a list; it
// is sure where three stand together or persons are counted behind it.
func (v view) nameList(i int) []Hit {
	d := lex()
	first := v.nameTo(i)
	if !first.found() || v.endsWithAny(first.from, d.publicBefore) || v.rune(first.from-1) == '、' {
		return nil // the list is told from its first name on
	}
	names := []bareName{first}
	at := i
	for v.rune(at) == '、' {
		next := v.nameFrom(at + 1)
		if !next.found() || !next.sure {
			break
		}
		names = append(names, next)
		at = next.to
	}
	if len(names) < 2 || v.hasAny(at, d.publicBehind) > 0 {
		return nil
	}
	long := false
	for _, n := range names {
		long = long || n.to-n.from > 2
	}
	sure := len(names) > 2
	if v.rune(at) == '等' {
		behind := at + 1
		for isDigit(v.rune(behind)) || v.rune(behind) != 0 && strings.ContainsRune("多几名位家个两"+numerals, v.rune(behind)) {
			behind++
		}
		if v.hasAny(behind, d.publicBefore) > 0 || v.hasAny(behind, d.firms) > 0 {
			return nil
		}
		sure, long = true, true
	}
	if !long && !sure {
		return nil
	}
	var hits []Hit
	for _, n := range names {
		hits = append(hits, v.hitName(n, sure))
	}
	return hits
}
