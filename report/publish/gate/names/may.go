package names

import (
	"strings"

	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
)

// MayNameCitizen reports whether a name may stand behind the word for citizens at i.
func MayNameCitizen(v view.View, i int) bool {
	d := lexica.All()
	n := v.HasAny(i, d.Citizens)
	if n == 0 {
		return false
	}
	next := v.Rune(i + n)
	return surnameAt(v, i+n) > 0 || strings.ContainsRune("(:\"", next) && next != 0 || v.HasAny(i+n, d.Called) > 0
}

// MayNameBefore reports whether a name may stand before what is at i: a form of address, a
// private action, 等, or 、 with another name behind it.
func MayNameBefore(v view.View, i int) bool {
	d := lexica.All()
	r := v.Rune(i)
	if r != '、' && r != '等' && v.HasAny(i, d.BehindNames) == 0 || r == '、' && surnameAt(v, i+1) == 0 {
		return false
	}
	for back := 2; back <= 4; back++ {
		if surnameAt(v, i-back) > 0 {
			return true
		}
	}
	return false
}

// MayNameFree reports whether a name that nothing announces may begin at i.
func MayNameFree(v view.View, i int) bool { return freeName(v, i).found() }

// MayNamePolitely reports whether a surname with a form of address begins at i.
func MayNamePolitely(v view.View, i int) bool { return politeName(v, i).found() }

// MayNameFamiliarly reports whether 老 or 小 with a surname, or a nickname, begins at i.
func MayNameFamiliarly(v view.View, i int) bool {
	return familiarName(v, i).found() || nickname(v, i).found()
}
