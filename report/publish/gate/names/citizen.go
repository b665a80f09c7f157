package names

import (
	"strings"

	"taizhang/importer/fold"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
)

// Citizens finds persons who are named without a label: behind a word for citizens
// (市民张三反映), before a form of address (李桂芳老人) or （女，72岁, in a list of names, or as
// the one who does what private persons do (由张三负责, 张三来电反映).
func Citizens(v view.View) []view.Hit {
	d := lexica.All()
	var hits []view.Hit
	add := func(n bareName, sure bool) {
		if n.found() {
			hits = append(hits, hitName(v, n, sure))
		}
	}
	for i := 0; i < len(v.Runes); i++ {
		if n := v.HasAny(i, d.Citizens); n > 0 {
			name := nameOfCitizen(v, i+n)
			add(name, name.sure)
		}
		if v.HasAny(i, d.FolkTitles) > 0 || sexBehind(v, i) {
			name := nameTo(v, i)
			if !isPublic(v, name) {
				add(name, true)
			}
		}
		if v.HasAny(i, d.PrivateAction) > 0 {
			if name := nameTo(v, i); name.found() && standsFree(v, name) {
				add(name, false)
			}
		}
		if v.Runes[i] == '等' && countsPersons(v, i+1) {
			if name := nameTo(v, i); name.found() && !isPublic(v, name) {
				add(name, true)
			}
		}
		if v.Runes[i] == '、' {
			hits = append(hits, nameList(v, i)...)
		}
	}
	return hits
}

// nameOfCitizen finds the name behind a word for citizens, also in brackets or quotes or behind
// 名叫.
func nameOfCitizen(v view.View, i int) bareName {
	for strings.ContainsRune("(:\"", v.Rune(i)) && v.Rune(i) != 0 {
		i++
	}
	i += v.HasAny(i, lexica.All().Called)
	if n := nameFrom(v, i); n.found() {
		return n
	}
	n := runOnName(v, i)
	n.sure = false
	return n
}

// sexBehind reports whether （男， or （女， begins at i, or ，男， behind a name: 尤志刚，男，1979年生.
func sexBehind(v view.View, i int) bool {
	return (v.Rune(i) == '(' || v.Rune(i) == ',') && (v.Rune(i+1) == '男' || v.Rune(i+1) == '女') && strings.ContainsRune(",)、0123456789", v.Rune(i+2)) && v.Rune(i+2) != 0
}

// countsPersons reports whether 3人, 五名, 多位 begins at i.
func countsPersons(v view.View, i int) bool {
	from := i
	for view.IsDigit(v.Rune(i)) || v.Rune(i) != 0 && strings.ContainsRune(view.Numerals+"十两多几", v.Rune(i)) {
		i++
	}
	return i > from && v.Rune(i) != 0 && strings.ContainsRune("人名位户", v.Rune(i))
}

// standsFree reports whether nothing but a mark, a day or a word that leads up to a person stands
// before a name, so that it is no part of a longer word; and that no office goes with it.
func standsFree(v view.View, n bareName) bool {
	if isPublic(v, n) {
		return false
	}
	before := v.Rune(n.from - 1)
	return !fold.IsHan(before) || v.Gap[n.from] || before == '日' || before == '月' || v.EndsWithAny(n.from, lexica.All().Leading)
}

// nameList finds the names around the 、 at i. Two names that are made as names make a list; it
// is sure where three stand together or persons are counted behind it.
func nameList(v view.View, i int) []view.Hit {
	d := lexica.All()
	first := nameTo(v, i)
	if !first.found() || v.EndsWithAny(first.from, d.PublicBefore) || v.Rune(first.from-1) == '、' {
		return nil // the list is told from its first name on
	}
	names := []bareName{first}
	at := i
	for v.Rune(at) == '、' {
		next := nameFrom(v, at+1)
		if !next.found() || !next.sure {
			break
		}
		names = append(names, next)
		at = next.to
	}
	if len(names) < 2 || v.HasAny(at, d.PublicBehind) > 0 {
		return nil
	}
	long := false
	for _, n := range names {
		long = long || n.to-n.from > 2
	}
	sure := len(names) > 2
	if v.Rune(at) == '等' {
		behind := at + 1
		for view.IsDigit(v.Rune(behind)) || v.Rune(behind) != 0 && strings.ContainsRune("多几名位家个两"+view.Numerals, v.Rune(behind)) {
			behind++
		}
		if v.HasAny(behind, d.PublicBefore) > 0 || v.HasAny(behind, d.Firms) > 0 {
			return nil
		}
		sure, long = true, true
	}
	if !long && !sure {
		return nil
	}
	var hits []view.Hit
	for _, n := range names {
		hits = append(hits, hitName(v, n, sure))
	}
	return hits
}
