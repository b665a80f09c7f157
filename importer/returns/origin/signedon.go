package origin

import (
	"regexp"
	"strings"
	"unicode"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan/roster"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// The day on which a return was filled in stands behind a label, with a colon or without, in a column or a
// line of a card that asks for it, or at the end of the line that somebody has signed.

// dayLabel is a label that nothing parts from the day behind it but spaces: 填报日期 2026年4月9日.
var dayLabel = regexp.MustCompile(`(^|[ 　\t\n（(，,；;])(\p{Han}{2,6})([ 　\t]*)([0-9０-９二])`)

// withColons puts a colon between a label that asks for a day and the day behind it.
func (r *Reader) withColons(text string) string {
	if !strings.ContainsAny(text, "日时") || fold.Longer(text, longestSaid) {
		return text
	}
	for _, at := range dayLabel.FindAllStringSubmatchIndex(text, -1) {
		if r.Words.Label(text[at[4]:at[5]]) != words.On {
			continue
		}
		day := text[at[8]:]
		if end := strings.IndexAny(day, " 　\t\n）)，,；;"); end > 0 {
			day = day[:end]
		}
		if _, ok := period.ParseDate(day, r.Plan.Year); ok {
			return text[:at[5]] + "：" + r.withColons(text[at[8]:])
		}
	}
	return text
}

// longestSaid is how many characters a line has at the most that says when and by whom it was written.
const longestSaid = 60

// signedDay cuts the day off the end of a line: 填表：赵敏 2026.4.7.
func (r *Reader) signedDay(cell grid.Cell) (before string, day grid.Read[string], ok bool) {
	if _, ok := r.DateOf(cell); ok {
		on, _ := cell.DateWords()
		if cell.Kind == grid.Text {
			on = cell.Text
		}
		return "", grid.Read[string]{Value: strings.TrimSpace(on), Said: on, At: cell.At()}, true
	}
	if day, ok := r.contactDay(cell); ok {
		return strings.TrimSpace(cell.Text), day, true
	}
	text := strings.TrimSpace(cell.Text)
	if cell.Kind != grid.Text || fold.Longer(text, longestSaid) {
		return "", day, false
	}
	last := ' '
	for at, c := range text {
		if at > 0 && (unicode.IsDigit(c) && !unicode.IsDigit(last) || c == '二' && unicode.IsSpace(last)) {
			if _, ok := period.ParseDate(text[at:], r.Plan.Year); ok && !untilThen.MatchString(text[:at]) {
				return strings.TrimSpace(text[:at]), grid.Read[string]{Value: text[at:], Said: text[at:], At: cell.At()}, true
			}
		}
		last = c
	}
	return "", day, false
}

// untilThen stands before a day up to which, since when or by which something is told.
var untilThen = regexp.MustCompile(`(?:截至|截止到?|自|从|由|至|到|于|[-—~～])\s*$`)

// signedOn returns the day on which the signatures of a table were given, the latest of several: what
// somebody has still checked has not been sent before.
func (r *Reader) signedOn(days []grid.Read[string]) (latest grid.Read[string]) {
	var on period.Date
	for _, day := range days {
		if d, ok := period.ParseDate(day.Value, r.Plan.Year); ok && (on.IsZero() || d.After(on)) {
			on, latest = d, day
		}
	}
	return latest
}

// SignedOn takes the day at the end of a line that closes a text, unless a label has said it.
func (r *Reader) SignedOn(cell grid.Cell, in *Info) {
	if _, day, ok := r.signedDay(cell); ok && len(in.of(words.On)) == 0 {
		in.Add(words.On, day)
	}
}

// daysBelow returns the days at the end of the cells of a line.
func (r *Reader) daysBelow(s *grid.Sheet, row int) (days []grid.Read[string]) {
	for c := 1; c <= s.Width(); c++ {
		cell := s.Cell(row, c)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if _, day, ok := r.signedDay(cell); ok {
			days = append(days, day)
		}
	}
	return days
}

// askedDays returns what stands in the columns of a table that ask for the day of filling in. The rows of a
// table must agree on it; of cards, each of which was filled in by itself, all count.
func (r *Reader) askedDays(t *table.Block) (days []grid.Read[string]) {
	for i := range t.Columns {
		col := &t.Columns[i]
		if col.Role != words.Filler || r.Words.Label(col.Heading) != words.On {
			continue
		}
		for _, cell := range t.Values(col.Col) {
			if before, day, ok := r.signedDay(cell); ok && before == "" {
				days = append(days, day)
			}
		}
	}
	for _, day := range days {
		if t.Shape == table.Upright && day.Value != days[0].Value {
			return nil
		}
	}
	return days
}

// SignsAlone reports whether a line is the name of a unit by which a text is signed: it stands below
// all else, by itself, with the day behind it or on the next line.
func (r *Reader) SignsAlone(s *grid.Sheet, row int) bool {
	cells := ownCellsOf(s, row)
	if len(cells) == 0 || len(cells) > 2 || cells[0].Kind != grid.Text {
		return false
	}
	below := s.LastRow()
	if len(cells) == 1 && r.namesUnit(cells[0].Text) {
		next := row + 1
		for next < below && ownCells(s, next) == 0 {
			next++
		}
		if next != below {
			return false
		}
		last := ownCellsOf(s, next)
		_, day := r.DateOf(last[0])
		return len(last) == 1 && day
	}
	if row != below {
		return false
	}
	if len(cells) == 2 {
		_, day := r.DateOf(cells[1])
		return day && r.namesUnit(cells[0].Text)
	}
	name, _, ok := r.signedDay(cells[0])
	return ok && name != "" && r.namesUnit(name)
}

// namesUnit reports whether a text is a department's name, known or not, and nothing else.
func (r *Reader) namesUnit(text string) bool {
	text = strings.TrimSpace(text)
	if text == "" || fold.Longer(text, longestUnit) || strings.ContainsAny(text, "，。；：,;:、") {
		return false
	}
	if _, ok := r.Plan.Roster.Find(text, period.Quarter{}); ok {
		return true
	}
	return roster.EndsAsUnit(text) && !roster.IsSentence(text)
}

// longestUnit is how many characters a name has at the most that signs a text.
const longestUnit = 20

// ownCellsOf returns the cells of a row that hold something of their own.
func ownCellsOf(s *grid.Sheet, row int) (cells []grid.Cell) {
	for c := 1; c <= s.Width(); c++ {
		if cell := s.Cell(row, c); !cell.IsEmpty() && !cell.Covered() {
			cells = append(cells, cell)
		}
	}
	return cells
}
