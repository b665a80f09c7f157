package publish

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
)

var (
	homeAddress  = kind{finding.PersonalInformation, "住址"}
	doubtfulHome = kind{finding.PersonDoubtful, "住址"}
	birthday     = kind{finding.PersonalInformation, "出生日期"}
	numberEnd    = kind{finding.PersonalInformation, "号码尾数"}
)

// farFromHome is how far behind 家住 the number of the house may stand.
const farFromHome = 30

// homes finds where somebody lives: 家住 and its like with a house number behind, else a flat of
// a residential building (3栋2单元502房), which is doubtful by itself; and dates of birth.
func homes(v view) []Hit {
	d := lex()
	var hits []Hit
	for i := 0; i < len(v.runes); i++ {
		n := v.hasAny(i, d.dwelling)
		if n > 0 && strings.ContainsRune("建房宿院户宅所处持满址民", v.rune(i+n)) && v.rune(i+n) != 0 || n > 0 && v.rune(i+n) == '证' {
			continue // 住建局, 住院; 居住证
		}
		if n > 0 {
			if from, to, village := v.addressBehind(i + n); to > 0 {
				k := homeAddress
				if village {
					k = doubtfulHome
				}
				if !village || n > 1 {
					hits = append(hits, v.hit(k, from, to, k.name+" "+maskWord(string(v.runes[from:to]))))
				}
				i = to - 1
				continue
			}
		}
		if to := v.doorAt(i); to > 0 && v.ofHousehold(i) {
			hits = append(hits, v.hit(doubtfulHome, i, to, doubtfulHome.name+" "+maskWord(string(v.runes[i:to]))))
			i = to - 1
			continue
		}
		if v.runes[i] == '姓' && v.saysSurname(i) {
			hits = append(hits, v.hit(doubtfulName, i, i+1, "姓某"))
		}
		if to := v.flatAt(i); to > 0 {
			hits = append(hits, v.hit(doubtfulHome, i, to, doubtfulHome.name+" "+maskWord(string(v.runes[i:to]))))
			i = to - 1
			continue
		}
		if n := v.hasAny(i, d.births); n > 0 {
			at := i + n
			for strings.ContainsRune(":为是于", v.rune(at)) && v.rune(at) != 0 {
				at++
			}
			if to := v.pastNumber(at); to >= at+4 {
				hits = append(hits, v.hit(birthday, i, to, birthday.name))
			}
		}
		if n := v.hasAny(i, d.endings); n > 0 && v.wordBefore(i, d.endingOf, 8) {
			at := i + n
			for strings.ContainsRune(":为是", v.rune(at)) && v.rune(at) != 0 {
				at++
			}
			if to := v.pastNumber(at); to >= at+4 && to <= at+6 {
				hits = append(hits, v.hit(numberEnd, i, to, numberEnd.name))
			}
		}
	}
	return hits
}

// addressBehind finds the house number of the address that begins behind i, in its clause. village
// tells that it is only named as far as a village or an estate. Where an office or a shop stands
// there, nobody lives.
func (v view) addressBehind(i int) (from, to int, village bool) {
	d := lex()
	street := 0
	for k := i; k < len(v.runes) && k < i+farFromHome && !endsSentence(v.runes[k]); k++ {
		if n := v.hasAny(k, d.streets); n > 0 {
			street = k + n
		}
		end := v.pastNumber(k)
		if end == k || v.hasAny(end, d.doors) == 0 {
			continue
		}
		for end < len(v.runes) {
			next := end + v.hasAny(end, d.doors)
			more := v.pastNumber(next)
			if next == end {
				break
			}
			end = next
			if more == next || v.hasAny(more, d.doors) == 0 {
				break
			}
			end = more
		}
		if v.isPremises(end) {
			return 0, 0, false
		}
		return i, end, false
	}
	if street > i+1 && !v.isPremises(street) {
		return i, street, true
	}
	return 0, 0, false
}

// doorAt finds a house by its number where a street, an estate or a village goes right before it: 豆腐巷
// 3号, 长岭村六社, 锦绣花园6栋.
func (v view) doorAt(i int) (to int) {
	d := lex()
	if !v.endsWithAny(i, d.streets) || i < 3 {
		return 0
	}
	end := v.pastNumber(i)
	n := v.hasAny(end, d.doors)
	if next := v.rune(end + n); end == i || n == 0 || v.isPremises(end+n) || next != 0 && strings.ContainsRune("楼院线馆", next) {
		return 0
	}
	for end += n; ; {
		next := v.pastNumber(end)
		if n = v.hasAny(next, d.doors); next == end || n == 0 {
			return end
		}
		end = next + n
	}
}

// ofHousehold reports whether the sentence speaks of who lives somewhere.
func (v view) ofHousehold(i int) bool {
	from, to := v.sentenceAround(i)
	return v.holds(from, to, lex().households, false)
}

// saysSurname reports whether a person's surname is told at 姓: 王姓烈属, 姓黄、姓段.
func (v view) saysSurname(i int) bool {
	d := lex()
	after, before := v.rune(i+1), v.rune(i-1)
	switch {
	case after == '氏' || after == '宗' || after == '族' || after == '祠' || after == '名' || after == '村' || before == '百' || before == '各' || before == '同':
		return false
	case d.surname[after] && !fold.IsHan(v.rune(i+2)), d.surname[before] && !fold.IsHan(v.rune(i-2)) && fold.IsHan(after):
		from, to := v.sentenceAround(i)
		return v.holds(from, to, d.privateTopics, false) || v.holds(from, to, d.households, false)
	}
	return false
}

// flatAt finds a flat that begins with a number at i: 3栋502房, 2单元301室.
func (v view) flatAt(i int) (to int) {
	if isNumeral(v.rune(i - 1)) {
		return 0
	}
	end := v.pastNumber(i)
	if end == i || !strings.ContainsRune("栋幢座单", v.rune(end)) || v.rune(end) == 0 {
		return 0
	}
	if v.rune(end) == '单' {
		if v.rune(end+1) != '元' {
			return 0
		}
		end++
	}
	end++
	for range 3 {
		next := v.pastNumber(end)
		if next == end {
			break
		}
		switch r := v.rune(next); {
		case r == '单' && v.rune(next+1) == '元':
			end = next + 2
		case r == '楼' || r == '层':
			end = next + 1
		case r == '房' || r == '室' || r == '号' || !fold.IsHan(r):
			if r == '房' || r == '室' || r == '号' {
				next++
			}
			if v.isPremises(next) {
				return 0
			}
			return next
		case next-end >= 3 && next-end <= 4 && isDigit(v.rune(end)) && (v.ofHousehold(i) || v.endsWithAny(i, lex().citizens)) && !strings.ContainsRune(measures, r):
			return next // 住户3栋402来访
		default:
			return 0
		}
	}
	return 0
}

// measures are the characters by which what stands before them is a count and no flat's number.
const measures = "户套间平米㎡个人名万元余多年月日组台盏处件条次张块米辆根吨方亩份"

// besideAddress is how far behind an address what stands there may be named.
const besideAddress = 10

// isPremises reports whether an office, a hall or a shop is named behind an address.
func (v view) isPremises(i int) bool {
	for k := i; k < len(v.runes) && k < i+besideAddress && !strings.ContainsRune("。;!?,", v.runes[k]); k++ {
		if v.hasAny(k, lex().premises) > 0 {
			return true
		}
	}
	return false
}

// figures are the characters that a number of a house is written in, but for digits.
const figures = numerals + "十百"

var mayFigure = startsOf(figures)

func isNumeral(r rune) bool {
	return isDigit(r) || mayFigure.has(r) && strings.ContainsRune(figures, r)
}

// pastNumber returns where the number that begins at i ends, i for none. A hyphen may part it: 3-502.
func (v view) pastNumber(i int) int {
	to := i
	for isNumeral(v.rune(to)) || to > i && v.rune(to) == '-' && isNumeral(v.rune(to+1)) {
		to++
	}
	return to
}

// wordBefore reports whether one of the words stands within reach before i in its clause.
func (v view) wordBefore(i int, words lexicon, reach int) bool {
	for k := i; k > 0 && k > i-reach; k-- {
		if v.endsWithAny(k, words) {
			return true
		}
		if strings.ContainsRune("。;!?,、", v.runes[k-1]) {
			return false
		}
	}
	return false
}
