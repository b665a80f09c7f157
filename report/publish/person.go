package publish

import (
	"taizhang/importer/finding"
	"taizhang/importer/fold"
)

var doubtfulName = kind{finding.PersonDoubtful, "姓名"}

// bareName is what may be a person's name without a word that says so.
type bareName struct {
	from, to int
	sure     bool // it is made as names are, and is no everyday word
}

func (n bareName) found() bool { return n.to > n.from }

// nameFrom finds the name that begins at i: a surname with one or two characters, and what may
// follow a name behind it. Of two lengths the one made as names are is taken.
func (v view) nameFrom(i int) bareName {
	surname := surnameAt(v, i)
	if surname == 0 || v.hasAny(i, lex().wellKnown) > 0 {
		return bareName{}
	}
	var best bareName
	for size := 2; size >= 1; size-- {
		n := bareName{from: i, to: i + surname + size}
		if !v.mayBeName(n, surname) || !v.nameMayEnd(n.to) || v.isFirm(n.to) {
			continue
		}
		n.sure = v.isMadeAsName(n, surname)
		if !best.found() || n.sure && !best.sure {
			best = n
		}
	}
	return best
}

// runOnName is the name that begins at i with no more to show its end than that all its
// characters are those of names: 读者张丽华热情参与.
func (v view) runOnName(i int) bareName {
	surname := surnameAt(v, i)
	n := bareName{from: i, to: i + surname + 2}
	if surname == 0 || v.hasAny(i, lex().wellKnown) > 0 || !v.mayBeName(n, surname) || !v.isMadeAsName(n, surname) || v.isFirm(n.to) {
		return bareName{}
	}
	return n
}

// nameTo finds the name that ends right before i.
func (v view) nameTo(i int) bareName {
	for size := 4; size >= 2; size-- {
		n := bareName{from: i - size, to: i}
		surname := surnameAt(v, n.from)
		given := size - surname
		if surname == 0 || given < 1 || given > 2 || !v.mayBeName(n, surname) || v.hasAny(n.from, lex().wellKnown) > 0 || v.isWellKnown(n.to) {
			continue
		}
		if n.sure = v.isMadeAsName(n, surname); n.sure {
			return n
		}
	}
	return bareName{}
}

func (v view) isWellKnown(to int) bool { return v.endsWithAny(to, lex().wellKnown) }

// mayBeName reports whether what stands there is made of characters, is no everyday word as a
// whole, and nobody's anonymous name (张某).
func (v view) mayBeName(n bareName, surname int) bool {
	if n.from < 0 || n.to > len(v.runes) || !allHan(v.runes[n.from:n.to]) {
		return false
	}
	for k := n.from + surname; k < n.to; k++ {
		if v.runes[k] == '某' {
			return false
		}
	}
	d := lex()
	return v.hasAny(n.from, d.everyday) < n.to-n.from && v.hasAny(n.from, d.notNames) == 0 &&
		!v.endsWithAny(n.to, d.titles) && !v.endsWithAny(n.to, d.folkTitles)
}

// isMadeAsName reports whether the characters behind the surname are those of given names and
// no everyday word begins where the name does.
func (v view) isMadeAsName(n bareName, surname int) bool {
	d := lex()
	return v.isGiven(n.from+surname, n.to) && v.hasAny(n.from, d.everyday) <= surname && !v.insideWord(n.from) && !v.endsWithAny(n.to, d.notNameEnds) &&
		!(v.rune(n.from+1) == '家' && v.endsWithAny(n.to, d.placeEnds))
}

// isGiven reports whether given names are made of these characters.
func (v view) isGiven(from, to int) bool {
	for _, r := range v.runes[from:to] {
		if !lex().given[r] {
			return false
		}
	}
	return true
}

// insideWord reports whether an everyday word that began before i goes on at i: 规范管理.
func (v view) insideWord(i int) bool {
	for from := max(0, i-3); from < i; from++ {
		if fold.IsHan(v.runes[from]) && from+v.hasAny(from, lex().everyday) > i {
			return true
		}
	}
	return false
}

// nameMayEnd reports whether a name may end at i: at a mark, a space, or a word that follows names.
func (v view) nameMayEnd(i int) bool {
	return !fold.IsHan(v.rune(i)) || v.gap[i] || v.hasAny(i, lex().afterNames) > 0
}

// longestFirm is how many characters a firm's name has behind what may be a person's.
const longestFirm = 10

// isFirm reports whether what looks like a name that ends at to is the beginning of a firm's
// or a place's: 李宁专卖店, 陈记肠粉. A word of one character has to end it.
func (v view) isFirm(to int) bool {
	d := lex()
	if r := v.rune(to - 1); r == '记' || r == '氏' || r == '姓' {
		return true
	}
	if v.hasAny(to-1, d.firms) > 1 {
		return true // 蓝湾广告: the name would end inside the word
	}
	for k := to; k < len(v.runes) && k < to+longestFirm && fold.IsHan(v.runes[k]); k++ {
		n := v.hasAny(k, d.firms)
		if n > 1 || n == 1 && (!fold.IsHan(v.rune(k+1)) || v.hasAny(k+1, d.afterNames) > 0) {
			return true
		}
		if v.hasAny(k, d.afterNames) > 0 {
			return false
		}
	}
	return false
}

// isPublic reports whether who is named is public by office, work or honour: 局长张三, 李明教授.
func (v view) isPublic(n bareName) bool {
	d := lex()
	if v.doesChore(n) {
		return false
	}
	before := v.endsWithAny(n.from, d.publicBefore) && !v.has(n.from-2, []rune("家长")) || v.endsWithAny(n.from, d.ofFame)
	return before || v.hasAny(n.to, d.publicBehind) > 0 || v.rune(n.to) == '《' || v.etcPublic(n.to)
}

// farFromChore is how far behind a name the chore that its bearer does may be named.
const farFromChore = 8

// doesChore reports whether who is named does a chore inside the house: 由科长黄伟强负责录入. An
// official is public by what the office does in public, and not by that. Of a post of the inner
// service 负责 and its like are enough.
func (v view) doesChore(n bareName) bool {
	d := lex()
	at := n.to + v.hasAny(n.to, d.publicBehind)
	inner := v.endsWithAny(n.from, d.innerPosts) || v.hasAny(n.to, d.innerPosts) > 0
	if v.rune(at) == '同' && v.rune(at+1) == '志' {
		at += 2
	}
	for k := at; k < len(v.runes) && k <= at+farFromChore && fold.IsHan(v.runes[k]); k++ {
		if v.hasAny(k, d.chores) > 0 {
			return true
		}
		n := v.hasAny(k, d.charges)
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
func (v view) etcPublic(i int) bool {
	d := lex()
	for k := i; k < len(v.runes) && k < i+24 && (fold.IsHan(v.runes[k]) || v.runes[k] == '、'); k++ {
		if v.runes[k] != '等' {
			continue
		}
		for at := k + 1; at < k+6 && fold.IsHan(v.rune(at)); at++ {
			if v.hasAny(at, d.publicBefore) > 0 || v.hasAny(at, d.firms) > 1 || v.hasAny(at, d.publicBehind) > 0 {
				return true
			}
		}
		return false
	}
	return false
}

// hitName makes the hit of a name, a doubtful one where it is not sure.
func (v view) hitName(n bareName, sure bool) Hit {
	k := personName
	if !sure {
		k = doubtfulName
	}
	return v.hit(k, n.from, n.to, k.name+" "+string(v.runes[n.from])+"某")
}
