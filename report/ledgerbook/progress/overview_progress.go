package progress

import (
	"fmt"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/signs"
	"taizhang/report/xlsx/fit"
)

// maxText is how many letters of a quarter's progress stand in 总台账; 明细 has the rest.
const maxText = 1500

// progress tells a quarter of a requirement in the deciders' words. Where several decide,
// it opens with how many have reported and who is furthest behind.
func progress(s *ledger.Standing) string {
	parts := make([]string, 0, 4+5*len(s.Deciders))
	if s.Ruled {
		parts = append(parts, "（状态由办公室核定）", "\n")
	}
	if s.Expected > 1 {
		parts = append(parts, tally(s), "\n")
	} else if !s.From.IsZero() {
		parts = append(parts, "（沿用", s.From.Short(), "）", "\n")
	}
	for _, v := range s.Deciders {
		if v.Entry == nil || v.Carried {
			continue
		}
		text := strings.TrimSpace(v.Entry.Row.Progress.Value)
		if text == "" {
			text = "（只填了状态：" + signs.StatusWord(v.Status()) + "）"
		}
		if s.Expected > 1 {
			parts = append(parts, "【", v.Department, "】")
		}
		parts = append(parts, text, "\n")
	}
	return strings.TrimSuffix(strings.Join(parts, ""), "\n")
}

// tally is the line above joint words: 3/5 已报；最慢：文化馆（滞后）；未报：图书馆、博物馆（沿用第二季度）.
func tally(s *ledger.Standing) string {
	var slow, silent []string
	var stands status.Status
	for _, v := range s.Deciders {
		switch {
		case v.Entry == nil:
			silent = append(silent, v.Department)
		case v.Carried:
			silent = append(silent, v.Department+"（沿用"+v.Entry.Quarter.Short()+"）")
		}
		if v.Entry != nil && v.Decides {
			slow, stands = append(slow, v.Department), v.Status()
		}
	}
	text := fmt.Sprintf("%d/%d 已报", s.Reported, s.Expected)
	if len(slow) > 0 && len(slow) < len(s.Deciders) {
		text += "；最慢：" + names(slow, 3) + "（" + signs.StatusWord(stands) + "）"
	}
	if len(silent) > 0 && len(silent) < len(s.Deciders) {
		text += "；未报：" + names(silent, 3)
	}
	return text
}

// progressPoints is the size of progress texts, and tightPoints that of long ones.
const (
	progressPoints = 9.0
	tightPoints    = 8.0
)

// shorten cuts a text to what 总台账 shows at the width: at most maxText letters, and no
// more lines than the tallest row holds. It returns the size in which it fits; the end of
// a text that is cut says how long the whole is and where it stands.
func shorten(text string, width float64) (shown string, points float64, cut bool) {
	length := len([]rune(text))
	head := strings.TrimSpace(fit.Clean(beginning(text)))
	runes := []rune(head)
	if len(runes) <= maxText {
		text = strings.TrimSpace(fit.Clean(text))
		runes = []rune(text)
	}
	if len(runes) <= maxText {
		for _, points := range []float64{progressPoints, tightPoints} {
			if fit.Lines(text, fit.Room(width, points)) <= fit.LinesWithin(points) {
				return text, points, false
			}
		}
	}
	mark := fmt.Sprintf("……（全文%d字，点左边的状态看明细）", length)
	keep := fit.LettersWithin(runes[:min(len(runes), maxText)-len([]rune(mark))], mark, fit.Room(width, tightPoints), fit.LinesWithin(tightPoints))
	return string(runes[:keep]) + mark, tightPoints, true
}

// beginning returns more of a text than 总台账 shows: the words of hundreds of departments
// may stand in one.
func beginning(text string) string {
	n := 0
	for i := range text {
		if n++; n > 2*maxText {
			return text[:i]
		}
	}
	return text
}

// names joins at most n names and counts the others: 办公室、文化馆等5个部门.
func names(list []string, n int) string {
	if len(list) <= n {
		return strings.Join(list, "、")
	}
	return fmt.Sprintf("%s等%d个部门", strings.Join(list[:n], "、"), len(list))
}
