package rows

import (
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns/answer"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// A table has text in it and below it that is no row of its own: what did not fit in, a small
// table of something else. Its cells land in whatever column they stand under. A line that
// answers nothing is looked at once more, so that such a text is named and not taken for a
// number or a name.

// marked is a cell of a row and what became of it, as far as the row is one.
type marked struct {
	cell grid.Cell
	fate table.Fate
}

// settle notes what became of the cells that were read last; unread are those of a free line.
func (t *reading) settle(unread bool) {
	for _, m := range t.pending {
		if !unread {
			t.Sheet.Account.Mark(m.cell, m.fate)
		}
	}
	t.pending = t.pending[:0]
}

// isFree reports whether lines that answer nothing are no row of the table either: they hold
// words that are neither a number, nor of the list, nor a name, nor a deadline.
func (t *reading) isFree(line, end int) bool {
	if t.Shape != table.Upright {
		return false
	}
	numbered, asks, stray, said := false, false, false, false
	for i := range t.Columns {
		col := &t.Columns[i]
		for n := line; n <= end; n++ {
			cell := t.Cell(n, col.Col)
			text := strings.TrimSpace(cell.String())
			if cell.IsEmpty() || cell.Covered() || t.Nothing(text) {
				continue
			}
			switch col.Role {
			case words.Key:
				return false
			case words.Number:
				numbered = numbered || answer.CountsRow(text)
				stray = stray || !answer.CountsRow(text)
			case words.Requirement, words.Task:
				if t.isListed(text) {
					return false
				}
				asks = asks || !answer.CountsRow(text)
			default:
				if t.PerQuarter && col.Quarter != 0 && col.Quarter != t.Quarter {
					return false // it is read with that quarter
				}
				said = said || t.isSaid(text)
			}
		}
	}
	return stray || asks && !numbered || said && !asks
}

// isListed reports whether a text names something of the list.
func (t *reading) isListed(text string) bool {
	if no, _ := t.Tables.Requirement(text); no != 0 || t.IsTask(text) {
		return true
	}
	cited := table.Cited(text)
	return len(cited) > 1 || len(cited) == 1 && strings.Contains(text, "第")
}

// isSaid reports whether a text is a sentence, and no names and no deadline.
func (t *reading) isSaid(text string) bool {
	if !strings.ContainsAny(text, "，。；：") && utf8.RuneCountInString(text) <= longestSaid {
		return false
	}
	return !t.IsNames(text) && !period.IsDue(text, t.Plan.Year)
}

const (
	longestSaid  = 20 // characters of a text without a stop that is no sentence
	longestGroup = 12 // characters of a title that nobody knows
)

// isGroupName reports whether a free line is a short title of the rows that follow it at once.
func (t *reading) isGroupName(line int) bool {
	first, filled := t.Shown(line)
	if filled != 1 || line == t.End || utf8.RuneCountInString(first.Text) > longestGroup || strings.ContainsAny(first.Text, "，。；：") {
		return false
	}
	_, below := t.Shown(line + 1)
	return below > 1 && t.Grammar.Cell(first.Text).Status == status.NoStatus
}

// isSpeech reports whether what looks like a group title is rather something that was done: a
// title is one sentence at the most, and says of nothing where it stands.
func (t *reading) isSpeech(text string) bool {
	text = strings.TrimRight(text, "。；;：: ")
	if strings.ContainsAny(text, "。；：") || fold.Longer(text, longestBanner) {
		return true
	}
	return t.SentenceStatus(grid.Words{Value: text}).Value != status.NoStatus
}

// textOf joins what lines say, for the account of rows.
func (t *reading) textOf(line, end int) grid.Read[string] {
	said := t.firstText(line)
	var all []string
	for n := line; n <= end; n++ {
		for _, cell := range t.Filled(n) {
			all = append(all, strings.TrimSpace(cell.String()))
		}
	}
	return grid.Read[string]{Said: strings.Join(all, " "), At: said.At}
}
