package names

import (
	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
)

// Handle is a name that somebody has taken on the web: who knows the place may know them.
var Handle = view.Kind{Code: finding.PersonDoubtful, Name: "网名"}

// nickname finds what begins at i and names somebody by 老, 小 or 阿 alone: 小芳 behind a word for
// persons, 老陈家 as the home that somebody calls at.
func nickname(v view.View, i int) bareName {
	d := lexica.All()
	if v.HasAny(i, d.Familiar) == 0 || v.HasAny(i, d.NotFamiliar) > 0 || v.HasAny(i, d.NotNicknames) > 0 {
		return bareName{}
	}
	behindPerson := v.EndsWithAny(i, d.Citizens) || v.EndsWithAny(i, d.NameLabels)
	next := v.Rune(i + 1)
	surname := d.Surname[next] && !d.AlsoWord[next]
	switch {
	case surname && v.Rune(i+2) == '家' && isHomeEnd(v, i+3) && (behindPerson || isCalledAt(v, i)):
		return bareName{from: i, to: i + 3}
	case surname && v.Rune(i+2) == '家' && nameMayEnd(v, i+2) && (behindPerson || isCalledAt(v, i)): // 老刘家中
		return bareName{from: i, to: i + 2}
	case behindPerson && nameMayEnd(v, i+2) && (surname || v.Runes[i] != '老' && d.Given[next]):
		return bareName{from: i, to: i + 2}
	}
	return bareName{}
}

// isHomeEnd reports whether 老陈家 ends at i and goes on neither as a place (老陈家村) nor as a shop.
func isHomeEnd(v view.View, i int) bool { return nameMayEnd(v, i) && !isFirm(v, i) }

// isCalledAt reports whether what begins at i is somewhere that somebody calls: 走访老陈家.
func isCalledAt(v view.View, i int) bool {
	d := lexica.All()
	return v.EndsWithAny(i, d.Households) || v.EndsWithAny(i, d.Leading) || v.EndsWithAny(i, d.PersonEnds)
}

// longestHandle is how many characters a name has that somebody takes on the web.
const longestHandle = 16

// handle finds the quoted name behind the word for somebody on the web at i: 网民"一叶知秋". What
// people on the web say stands in quotes as well (网友"点赞"), so somebody has to answer them, or
// what they did has to stand behind.
func handle(v view.View, i int) bareName {
	d := lexica.All()
	n := v.HasAny(i, d.Handles)
	if n == 0 {
		return bareName{}
	}
	from := i + n
	if r := v.Rune(from); r == ':' || r == '(' || r == '为' {
		from++
	}
	if v.Rune(from) != '"' || v.HasAny(from+1, d.NotHandles) > 0 {
		return bareName{}
	}
	from++
	to := from
	for to < len(v.Runes) && to < from+longestHandle && v.Runes[to] != '"' && !view.EndsSentence(v.Runes[to]) {
		to++
	}
	if to == from || v.Rune(to) != '"' {
		return bareName{}
	}
	behind := to + 1
	if v.Rune(behind) == ')' {
		behind++
	}
	if !v.EndsWithAny(i, d.Answering) && !(fold.IsHan(v.Rune(behind)) && nameMayEnd(v, behind)) {
		return bareName{}
	}
	return bareName{from: from, to: to}
}

// MayNameByHandle reports whether a name taken on the web stands behind the word at i.
func MayNameByHandle(v view.View, i int) bool { return handle(v, i).found() }
