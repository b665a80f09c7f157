package names

import (
	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
)

// Doubtful is a name that may be a person's: the office says.
var Doubtful = view.Kind{Code: finding.PersonDoubtful, Name: "姓名"}

// bareName is what may be a person's name without a word that says so.
type bareName struct {
	from, to int
	sure     bool // it is made as names are, and is no everyday word
}

func (n bareName) found() bool { return n.to > n.from }

// nameFrom finds the name that begins at i: a surname with one or two characters, and what may
// follow a name behind it. Of two lengths the one made as names are is taken.
func nameFrom(v view.View, i int) bareName {
	surname := surnameAt(v, i)
	if surname == 0 || v.HasAny(i, lexica.All().WellKnown) > 0 {
		return bareName{}
	}
	var best bareName
	for size := 2; size >= 1; size-- {
		n := bareName{from: i, to: i + surname + size}
		if !mayBeName(v, n, surname) || !nameMayEnd(v, n.to) || isFirm(v, n.to) {
			continue
		}
		n.sure = isMadeAsName(v, n, surname)
		if !best.found() || n.sure && !best.sure {
			best = n
		}
	}
	return best
}

// runOnName is the name that begins at i with no more to show its end than that all its
// characters are those of names: 读者张丽华热情参与.
func runOnName(v view.View, i int) bareName {
	surname := surnameAt(v, i)
	n := bareName{from: i, to: i + surname + 2}
	if surname == 0 || v.HasAny(i, lexica.All().WellKnown) > 0 || !mayBeName(v, n, surname) || !isMadeAsName(v, n, surname) || isFirm(v, n.to) {
		return bareName{}
	}
	return n
}

// nameTo finds the name that ends right before i.
func nameTo(v view.View, i int) bareName {
	for size := 4; size >= 2; size-- {
		n := bareName{from: i - size, to: i}
		surname := surnameAt(v, n.from)
		given := size - surname
		if surname == 0 || given < 1 || given > 2 || !mayBeName(v, n, surname) || v.HasAny(n.from, lexica.All().WellKnown) > 0 || isWellKnown(v, n.to) {
			continue
		}
		if n.sure = isMadeAsName(v, n, surname); n.sure {
			return n
		}
	}
	return bareName{}
}

func isWellKnown(v view.View, to int) bool { return v.EndsWithAny(to, lexica.All().WellKnown) }

// mayBeName reports whether what stands there is made of characters, is no everyday word as a
// whole, and nobody's anonymous name (张某).
func mayBeName(v view.View, n bareName, surname int) bool {
	if n.from < 0 || n.to > len(v.Runes) || !view.AllHan(v.Runes[n.from:n.to]) {
		return false
	}
	for k := n.from + surname; k < n.to; k++ {
		if v.Runes[k] == '某' {
			return false
		}
	}
	d := lexica.All()
	return v.HasAny(n.from, d.Everyday) < n.to-n.from && v.HasAny(n.from, d.NotNames) == 0 &&
		!v.EndsWithAny(n.to, d.Titles) && !v.EndsWithAny(n.to, d.FolkTitles)
}

// isMadeAsName reports whether the characters behind the surname are those of given names and
// no everyday word begins where the name does.
func isMadeAsName(v view.View, n bareName, surname int) bool {
	d := lexica.All()
	return isGiven(v, n.from+surname, n.to) && v.HasAny(n.from, d.Everyday) <= surname && !insideWord(v, n.from) && !v.EndsWithAny(n.to, d.NotNameEnds) &&
		!(v.Rune(n.from+1) == '家' && v.EndsWithAny(n.to, d.PlaceEnds))
}

// isGiven reports whether given names are made of these characters.
func isGiven(v view.View, from, to int) bool {
	for _, r := range v.Runes[from:to] {
		if !lexica.All().Given[r] {
			return false
		}
	}
	return true
}

// insideWord reports whether an everyday word that began before i goes on at i: 规范管理.
func insideWord(v view.View, i int) bool {
	for from := max(0, i-3); from < i; from++ {
		if fold.IsHan(v.Runes[from]) && from+v.HasAny(from, lexica.All().Everyday) > i {
			return true
		}
	}
	return false
}

// nameMayEnd reports whether a name may end at i: at a mark, a space, or a word that follows names.
func nameMayEnd(v view.View, i int) bool {
	return !fold.IsHan(v.Rune(i)) || v.Gap[i] || v.HasAny(i, lexica.All().AfterNames) > 0
}

// longestFirm is how many characters a firm's name has behind what may be a person's.
const longestFirm = 10

// isFirm reports whether what looks like a name that ends at to is the beginning of a firm's
// or a place's: 李宁专卖店, 陈记肠粉. A word of one character has to end it.
func isFirm(v view.View, to int) bool {
	d := lexica.All()
	if v.EndsWithAny(to, d.FirmMarks) {
		return true
	}
	if v.HasAny(to-1, d.Firms) > 1 {
		return true // 蓝湾广告: the name would end inside the word
	}
	for k := to; k < len(v.Runes) && k < to+longestFirm && fold.IsHan(v.Runes[k]); k++ {
		n := v.HasAny(k, d.Firms)
		if n > 1 || n == 1 && (!fold.IsHan(v.Rune(k+1)) || v.HasAny(k+1, d.AfterNames) > 0) {
			return true
		}
		if v.HasAny(k, d.AfterNames) > 0 {
			return false
		}
	}
	return false
}

// isPublic reports whether who is named is public by office, work or honour: 局长张三, 李明教授.
func isPublic(v view.View, n bareName) bool {
	d := lexica.All()
	if doesChore(v, n) {
		return false
	}
	before := v.EndsWithAny(n.from, d.PublicBefore) && !v.EndsWithAny(n.from, d.NotPublic) || v.EndsWithAny(n.from, d.OfFame)
	return before || v.HasAny(n.to, d.PublicBehind) > 0 || v.Rune(n.to) == '《' || etcPublic(v, n.to)
}

// farFromChore is how far behind a name the chore that its bearer does may be named.
const farFromChore = 8

// doesChore reports whether who is named does a chore inside the house: 由科长黄伟强负责录入. An
// official is public by what the office does in public, and not by that. Of a post of the inner
// service 负责 and its like are enough.
func doesChore(v view.View, n bareName) bool {
	d := lexica.All()
	at := n.to + v.HasAny(n.to, d.PublicBehind)
	inner := v.EndsWithAny(n.from, d.InnerPosts) || v.HasAny(n.to, d.InnerPosts) > 0
	if v.Rune(at) == '同' && v.Rune(at+1) == '志' {
		at += 2
	}
	for k := at; k < len(v.Runes) && k <= at+farFromChore && fold.IsHan(v.Runes[k]); k++ {
		if v.HasAny(k, d.Chores) > 0 {
			return true
		}
		n := v.HasAny(k, d.Charges)
		if n > 0 && inner {
			return true
		}
		if n == 0 && k == at {
			return false
		}
	}
	return false
}

// etcPublic reports whether the list that goes on at i is one of persons or things that are public:
// 、钟南山等院士.
func etcPublic(v view.View, i int) bool {
	d := lexica.All()
	for k := i; k < len(v.Runes) && k < i+24 && (fold.IsHan(v.Runes[k]) || v.Runes[k] == '、'); k++ {
		if v.Runes[k] != '等' {
			continue
		}
		for at := k + 1; at < k+6 && fold.IsHan(v.Rune(at)); at++ {
			if v.HasAny(at, d.PublicBefore) > 0 || v.HasAny(at, d.Firms) > 1 || v.HasAny(at, d.PublicBehind) > 0 {
				return true
			}
		}
		return false
	}
	return false
}

// hitName makes the hit of a name, a doubtful one where it is not sure.
func hitName(v view.View, n bareName, sure bool) view.Hit {
	k := Person
	if !sure {
		k = Doubtful
	}
	return v.Hit(k, n.from, n.to, k.Name+" "+string(v.Runes[n.from])+"某")
}
