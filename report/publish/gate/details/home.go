package details

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/names"
	"taizhang/report/publish/gate/view"
)

var (
	homeAddress  = view.Kind{Code: finding.PersonalInformation, Name: "住址"}
	doubtfulHome = view.Kind{Code: finding.PersonDoubtful, Name: "住址"}
	birthday     = view.Kind{Code: finding.PersonalInformation, Name: "出生日期"}
	numberEnd    = view.Kind{Code: finding.PersonalInformation, Name: "号码尾数"}
)

// farFromHome is how far behind 家住 the number of the house may stand.
const farFromHome = 30

// Homes finds where somebody lives: 家住 and its like with a house number behind, else a flat of
// a residential building (3栋2单元502房), which is doubtful by itself; and dates of birth.
func Homes(v view.View) []view.Hit {
	d := lexica.All()
	var hits []view.Hit
	for i := 0; i < len(v.Runes); i++ {
		n := v.HasAny(i, d.Dwelling)
		if n > 0 && v.HasAny(i+n, d.NotDwelling) > 0 {
			continue // 住建局, 住院; 居住证
		}
		if n > 0 {
			if from, to, village := addressBehind(v, i+n); to > 0 {
				k := homeAddress
				if village {
					k = doubtfulHome
				}
				if !village || n > 1 {
					hits = append(hits, v.Hit(k, from, to, k.Name+" "+maskWord(string(v.Runes[from:to]))))
				}
				i = to - 1
				continue
			}
		}
		if to := DoorAt(v, i); to > 0 && ofHousehold(v, i) {
			hits = append(hits, v.Hit(doubtfulHome, i, to, doubtfulHome.Name+" "+maskWord(string(v.Runes[i:to]))))
			i = to - 1
			continue
		}
		if v.Runes[i] == '姓' && saysSurname(v, i) {
			hits = append(hits, v.Hit(names.Doubtful, i, i+1, "姓某"))
		}
		if to := flatAt(v, i); to > 0 {
			hits = append(hits, v.Hit(doubtfulHome, i, to, doubtfulHome.Name+" "+maskWord(string(v.Runes[i:to]))))
			i = to - 1
			continue
		}
		if n := v.HasAny(i, d.Births); n > 0 {
			at := i + n
			for strings.ContainsRune(":为是于", v.Rune(at)) && v.Rune(at) != 0 {
				at++
			}
			if to := v.PastNumber(at); to >= at+4 {
				hits = append(hits, v.Hit(birthday, i, to, birthday.Name))
			}
		}
		if n := v.HasAny(i, d.Endings); n > 0 && v.WordBefore(i, d.EndingOf, 8) {
			at := i + n
			for strings.ContainsRune(":为是", v.Rune(at)) && v.Rune(at) != 0 {
				at++
			}
			if to := v.PastNumber(at); to >= at+4 && to <= at+6 {
				hits = append(hits, v.Hit(numberEnd, i, to, numberEnd.Name))
			}
		}
	}
	return hits
}

// addressBehind finds the house number of the address that begins behind i, in its clause. village
// tells that it is only named as far as a village or an estate. Where an office or a shop stands
// there, nobody lives.
func addressBehind(v view.View, i int) (from, to int, village bool) {
	d := lexica.All()
	street := 0
	for k := i; k < len(v.Runes) && k < i+farFromHome && !view.EndsSentence(v.Runes[k]); k++ {
		if n := v.HasAny(k, d.Streets); n > 0 {
			street = k + n
		}
		end := v.PastNumber(k)
		if end == k || v.HasAny(end, d.Doors) == 0 {
			continue
		}
		for end < len(v.Runes) {
			next := end + v.HasAny(end, d.Doors)
			more := v.PastNumber(next)
			if next == end {
				break
			}
			end = next
			if more == next || v.HasAny(more, d.Doors) == 0 {
				break
			}
			end = more
		}
		if isPremises(v, end) {
			return 0, 0, false
		}
		return i, end, false
	}
	if street > i+1 && !isPremises(v, street) {
		return i, street, true
	}
	return 0, 0, false
}

// DoorAt finds a house by its number where a street, an estate or a village goes right before it: 豆腐巷
// 3号, 长岭村六社, 锦绣花园6栋.
func DoorAt(v view.View, i int) (to int) {
	d := lexica.All()
	if !v.EndsWithAny(i, d.Streets) || i < 3 {
		return 0
	}
	end := v.PastNumber(i)
	n := v.HasAny(end, d.Doors)
	if end == i || n == 0 || isPremises(v, end+n) || v.HasAny(end+n, d.NotDoors) > 0 {
		return 0
	}
	for end += n; ; {
		next := v.PastNumber(end)
		if n = v.HasAny(next, d.Doors); next == end || n == 0 {
			return end
		}
		end = next + n
	}
}

// ofHousehold reports whether the sentence speaks of who lives somewhere.
func ofHousehold(v view.View, i int) bool {
	from, to := v.SentenceAround(i)
	return v.Holds(from, to, lexica.All().Households)
}

// saysSurname reports whether a person's surname is told at 姓: 王姓烈属, 姓黄、姓段.
func saysSurname(v view.View, i int) bool {
	d := lexica.All()
	after, before := v.Rune(i+1), v.Rune(i-1)
	switch {
	case v.HasAny(i+1, d.AfterSurname) > 0, v.EndsWithAny(i, d.BeforeSurname):
		return false
	case d.Surname[after] && !fold.IsHan(v.Rune(i+2)), d.Surname[before] && !fold.IsHan(v.Rune(i-2)) && fold.IsHan(after):
		from, to := v.SentenceAround(i)
		return v.Holds(from, to, d.PrivateTopics) || v.Holds(from, to, d.Households)
	}
	return false
}

// flatAt finds a flat that begins with a number at i: 3栋502房, 2单元301室.
func flatAt(v view.View, i int) (to int) {
	if view.IsNumeral(v.Rune(i - 1)) {
		return 0
	}
	end := v.PastNumber(i)
	if end == i || !strings.ContainsRune("栋幢座单", v.Rune(end)) || v.Rune(end) == 0 {
		return 0
	}
	if v.Rune(end) == '单' {
		if v.Rune(end+1) != '元' {
			return 0
		}
		end++
	}
	end++
	for range 3 {
		next := v.PastNumber(end)
		if next == end {
			break
		}
		switch r := v.Rune(next); {
		case r == '单' && v.Rune(next+1) == '元':
			end = next + 2
		case r == '楼' || r == '层':
			end = next + 1
		case r == '房' || r == '室' || r == '号' || !fold.IsHan(r):
			if r == '房' || r == '室' || r == '号' {
				next++
			}
			if isPremises(v, next) || premisesBefore(v, i) {
				return 0
			}
			return next
		case next-end >= 3 && next-end <= 4 && view.IsDigit(v.Rune(end)) && (ofHousehold(v, i) || v.EndsWithAny(i, lexica.All().Citizens)) && v.HasAny(next, lexica.All().FlatMeasures) == 0:
			return next // 住户3栋402来访
		default:
			return 0
		}
	}
	return 0
}

// premisesBefore reports whether the building whose number stands at i is one of offices or halls: 办公楼3栋201室.
func premisesBefore(v view.View, i int) bool {
	if strings.ContainsRune("楼区", v.Rune(i-1)) {
		i--
	}
	return v.EndsWithAny(i, lexica.All().Premises)
}

// besideAddress is how far behind an address what stands there may be named.
const besideAddress = 10

// isPremises reports whether an office, a hall or a shop is named behind an address.
func isPremises(v view.View, i int) bool {
	for k := i; k < len(v.Runes) && k < i+besideAddress && !strings.ContainsRune("。;!?,", v.Runes[k]); k++ {
		if v.HasAny(k, lexica.All().Premises) > 0 {
			return true
		}
	}
	return false
}
