package house

import (
	"strings"
	"sync"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
)

var marking = view.Kind{Code: finding.SecrecyMarking, Name: "密级或内部标志"}

// reach is how far around a word the sentence is asked what it is about.
const reach = 14

// Markings finds marks of secrecy. A text that speaks of secrets (加强保密审查, 《保守国家秘密法》)
// is not marked by that.
func Markings(v view.View) []view.Hit {
	var hits []view.Hit
	exempt := sync.OnceValue(func() []bool { return exempt(v) })
	for i := 0; i < len(v.Runes); i++ {
		if !lexica.All().MarkStarts.Has(v.Runes[i]) {
			continue
		}
		n := markAt(v, i)
		if n == 0 || exempt()[i] {
			continue
		}
		hits = append(hits, v.Hit(marking, i, i+n, string(v.Runes[i:i+n])))
		i += n - 1
	}
	return hits
}

// markAt returns the length of the mark at i, 0 for none.
func markAt(v view.View, i int) int {
	if v.Runes[i] == '㊙' {
		return 1
	}
	if n := v.HasAny(i, lexica.All().Grades); n > 0 && standsAlone(v, i, i+n) {
		return n
	}
	if n := v.HasAny(i, lexica.All().Marks); n > 0 && !isAbout(v, i, i+n) {
		return n
	}
	return 0
}

// standsAlone reports whether a grade is a mark by its place: before ★, behind 密级： or
// 属于, in brackets, or a line of its own.
func standsAlone(v view.View, from, to int) bool {
	if next := v.Rune(to); next == '★' || next == '☆' || next == '*' {
		return true
	}
	if v.Rune(from-1) == ':' && v.EndsWithAny(from-1, lexica.All().GradeColons) || v.EndsWithAny(from, lexica.All().GradeLabels) {
		return true
	}
	before, after := v.Rune(from-1), v.Rune(to)
	if v.EndsWithAny(from, lexica.All().Copulas) && !fold.IsHan(after) && after != '、' {
		return true
	}
	opened := before == 0 || strings.ContainsRune("(。;!?\"", before) || v.Gap[from]
	closed := after == 0 || strings.ContainsRune(")。;!?\"", after) || v.Gap[to]
	return opened && closed
}

// isAbout reports whether the clauses around a word are about keeping secrets.
func isAbout(v view.View, from, to int) bool {
	for i := from; i > 0 && i > from-reach && !view.EndsSentence(v.Runes[i-1]); i-- {
		if v.EndsWithAny(i, lexica.All().AboutBefore) {
			return true
		}
	}
	for i := to; i < len(v.Runes) && i < to+reach && !strings.ContainsRune("。;!?,:", v.Runes[i]); i++ {
		if v.HasAny(i, lexica.All().AboutAfter) > 0 {
			return true
		}
	}
	return false
}

// exempt marks what stands in the title of a rule (《…法》, 《…办法》), and what is only
// the seam of two words.
func exempt(v view.View) []bool {
	marked := make([]bool, len(v.Runes))
	title := -1
	for i, r := range v.Runes {
		switch n := v.HasAny(i, lexica.All().Seams); {
		case r == '《':
			title = i
		case r == '》' && title >= 0 && v.EndsWithAny(i, lexica.All().Laws):
			for k := title; k < i; k++ {
				marked[k] = true
			}
			title = -1
		case r == '》':
			title = -1
		default:
			for k := i; k < i+n; k++ {
				marked[k] = true
			}
		}
	}
	return marked
}
