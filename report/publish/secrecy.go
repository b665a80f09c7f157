package publish

import (
	"strings"
	"sync"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
)

var marking = kind{finding.SecrecyMarking, "密级或内部标志"}

// reach is how far around a word the sentence is asked what it is about.
const reach = 14

// markings finds lex().marks of secrecy. A text that speaks of secrets (加强保密审查, 《保守国家秘密法》)
// is not marked by that.
func markings(v view) []Hit {
	var hits []Hit
	exempt := sync.OnceValue(func() []bool { return v.exempt() })
	for i := 0; i < len(v.runes); i++ {
		if !lex().markStarts.has(v.runes[i]) {
			continue
		}
		n := v.markAt(i)
		if n == 0 || exempt()[i] {
			continue
		}
		hits = append(hits, v.hit(marking, i, i+n, string(v.runes[i:i+n])))
		i += n - 1
	}
	return hits
}

// markAt returns the length of the mark at i, 0 for none.
func (v view) markAt(i int) int {
	if v.runes[i] == '㊙' {
		return 1
	}
	if n := v.hasAny(i, lex().grades); n > 0 && v.standsAlone(i, i+n) {
		return n
	}
	if n := v.hasAny(i, lex().marks); n > 0 && !v.isAbout(i, i+n) {
		return n
	}
	return 0
}

// standsAlone reports whether a grade is a mark by its place: before ★, behind 密级： or
// 属于, in brackets, or a line of its own.
func (v view) standsAlone(from, to int) bool {
	if next := v.rune(to); next == '★' || next == '☆' || next == '*' {
		return true
	}
	if v.rune(from-1) == ':' && v.endsWithAny(from-1, lex().gradeColons) || v.endsWithAny(from, lex().gradeLabels) {
		return true
	}
	before, after := v.rune(from-1), v.rune(to)
	if v.endsWithAny(from, lex().copulas) && !fold.IsHan(after) && after != '、' {
		return true
	}
	opened := before == 0 || strings.ContainsRune("(。;!?\"", before) || v.gap[from]
	closed := after == 0 || strings.ContainsRune(")。;!?\"", after) || v.gap[to]
	return opened && closed
}

// isAbout reports whether the clauses around a word are about keeping secrets.
func (v view) isAbout(from, to int) bool {
	for i := from; i > 0 && i > from-reach && !endsSentence(v.runes[i-1]); i-- {
		if v.endsWithAny(i, lex().aboutBefore) {
			return true
		}
	}
	for i := to; i < len(v.runes) && i < to+reach && !strings.ContainsRune("。;!?,:", v.runes[i]); i++ {
		if v.hasAny(i, lex().aboutAfter) > 0 {
			return true
		}
	}
	return false
}

// exempt lex().marks what stands in the title of a rule (《…法》, 《…办法》), and what is only
// the seam of two words.
func (v view) exempt() []bool {
	marked := make([]bool, len(v.runes))
	title := -1
	for i, r := range v.runes {
		switch n := v.hasAny(i, lex().seams); {
		case r == '《':
			title = i
		case r == '》' && title >= 0 && v.endsWithAny(i, lex().laws):
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
