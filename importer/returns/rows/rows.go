// Package rows reads the lines of a table as rows: which line is an answer, which goes on with the one
// above it, and which is a title, a sum, a note or a signature.
package rows

import (
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/returns/answer"
	"taizhang/importer/returns/prose"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// reading is a block while its rows are read, for one quarter.
type reading struct {
	*answer.Taker
	topics   *prose.Reader
	rollUp   bool // a column names whose each row is
	sections bool // banners name whose the rows below them are

	signed  map[int]bool // whether a line is a signature, as far as it was asked
	pending []marked     // cells of the row that is read

	others, evidence, comments seen // what the row that goes on has
}

// Read reads the rows of a block. rollUp says that a column names whose each row is; sections
// reports that banners do.
func Read(topics *prose.Reader, t answer.Taker, rollUp bool) (rows []returns.Row, sections bool) {
	r := &reading{Taker: &t, topics: topics, rollUp: rollUp}
	rows = r.rows()
	return rows, r.sections
}

// rows reads every line under the heading that holds anything. Lines that a merged requirement
// spans are one row, their texts joined; a line without number, requirement and status of its
// own goes on with the row above it.
func (t *reading) rows() []returns.Row {
	rows := make([]returns.Row, 0, max(t.End-t.Body+1, 0))
	var group, section grid.Read[string]
	var banner grid.Read[status.Status]
	if s := t.sheetStatus(); s.Value != status.NoStatus {
		banner = s
	}
	if s := t.statusAbove(); s.Value != status.NoStatus {
		banner = s
	}
	topic := t.topicOf(t.Topic)
	stated := t.statedAbove()
	notes, open, apart := false, -1, false // open is the row that a line may go on with, apart where an empty line parts them
	cut := -1                              // the row above a repeated heading, which may go on below it
	for line := t.Body; line <= t.End; {
		if row, struck := t.struckRow(line); struck {
			rows = append(rows, row)
			line++
			notes, open, apart = false, -1, true
			continue
		}
		if t.Blank(line) {
			line++
			notes, apart = false, true
			continue
		}
		end := t.lastLine(line)
		reason := t.furniture(line, notes)
		if reason == "" && end > line && t.IsHeading(end) {
			reason = returns.RepeatedHeading // of two lines
		}
		row := returns.Row{At: t.Place(line), Ignored: reason}
		switch reason {
		case "":
			if open >= 0 && (!apart && t.goesOn(line, &rows[open]) || topic.Text.Given() && rows[open].Text == topic.Text && !t.named(line) && !t.ownName(line)) {
				t.extend(&rows[open], line, end)
				line, apart = end+1, false
				continue
			}
			if cut >= 0 && t.named(line) && t.goesOn(line, &rows[cut]) {
				t.extend(&rows[cut], line, end)
				line, open, cut = end+1, cut, -1
				continue
			}
			cut = -1
			t.fill(&row, line, end)
			t.takeKey(t.Block, &row, line, end)
			if topic.Text.Given() && !row.Text.Given() && row.Number.Value == "" && row.Cites == nil {
				row.Text, row.Number, row.Cites = topic.Text, topic.Number, topic.Cites
				if !row.Status.Given() {
					row.Status = stated
				}
			}
			if !row.Task.Given() {
				row.Task = group
			}
			row.Section = section
			t.Finish(&row, banner, line, end)
			row.Ignored = t.Unanswered(row)
			if (row.Ignored == returns.EmptyNumbered || row.Ignored == returns.Unanswered) && t.asksStruck(line, end) {
				row.Ignored = returns.Struck
			}
			open = len(rows)
			if row.Ignored != "" && t.isFree(line, end) {
				row = returns.Row{At: row.At, Ignored: returns.Unread, Text: t.textOf(line, end), Findings: row.Findings}
				if t.isGroupName(line) {
					row.Ignored, group = returns.GroupTitle, grid.Read[string]{}
					t.mark(line, end, table.Furniture)
				}
				open = -1
			}
			t.settle(row.Ignored == returns.Unread)
		case returns.GroupTitle:
			said := t.firstText(line)
			said.Value = prose.WithoutBullet(strings.TrimSpace(said.Value))
			fate := table.Furniture
			if s := t.bannerStatus(said.Value); s != status.NoStatus {
				banner = grid.Read[status.Status]{Value: s, Said: said.Said, At: said.At}
			} else if d := t.Plan.Roster.FindIn(said.Value); len(d) == 1 && t.isSection(said.Value, d[0].Name) {
				section = grid.Read[string]{Value: d[0].Name, Said: said.Said, At: said.At}
				t.sections, group = true, grid.Read[string]{}
			} else if named := t.topicOf(t.Cell(line, t.firstColumn(line))); named.Text.Given() {
				topic, stated = named, grid.Read[status.Status]{}
			} else if t.isLikeTopic(t.Cell(line, t.firstColumn(line))) {
				topic, stated = returns.Row{Text: said}, grid.Read[status.Status]{} // nobody can tell of what: the office is asked
			} else if t.isStrangeOffice(said.Value) {
				section, group = grid.Read[string]{Said: said.Said, At: said.At}, grid.Read[string]{}
			} else if !t.IsTask(said.Value) && t.isSpeech(said.Value) {
				row.Ignored, fate = returns.Unread, table.Unread
			} else {
				group = grid.Read[string]{} // 二、配合的 titles rows, and is no task of the list
				if t.IsTask(said.Value) {
					group = said
					group.Value = t.Title(group.Value)
				}
			}
			t.mark(line, end, fate)
			row.Text = grid.Read[string]{Said: said.Said, At: said.At}
			open = -1
		default:
			fate := table.Furniture
			switch reason {
			case returns.RepeatedHeading:
				fate = table.Heading
				cut = max(cut, open) // a page may break within a row
			case returns.Signature:
				fate = table.Info
			}
			t.mark(line, end, fate)
			said := t.firstText(line)
			row.Text = grid.Read[string]{Said: said.Said, At: said.At}
			open = -1
		}
		notes = reason == returns.Note || notes && reason == returns.Signature
		rows = append(rows, row)
		line, apart = end+1, false
	}
	t.nameBySheet(rows)
	return rows
}

// mark notes what became of all cells of some lines.
func (t *reading) mark(from, to int, f table.Fate) {
	for line := from; line <= to; line++ {
		for c := t.Left(); c <= t.Right(); c++ {
			t.Sheet.Account.Mark(t.Cell(line, c), f)
		}
	}
}

// firstColumn is the column of the first cell of a line.
func (t *reading) firstColumn(line int) int {
	for c := t.Left(); c <= t.Right(); c++ {
		if !t.Cell(line, c).IsEmpty() {
			return c
		}
	}
	return t.Left()
}

// lastLine returns the last line of the row that begins at line: as far as the merge of its
// requirement (or, without that column, of its number) reaches down. In a roll-up each line
// with a name of its own is a row.
func (t *reading) lastLine(line int) int {
	cols := t.Of(words.Requirement)
	if len(cols) == 0 {
		cols = t.Of(words.Number)
	}
	if len(cols) == 0 || t.Shape != table.Upright {
		return line
	}
	c := cols[len(cols)-1]
	anchor := t.Cell(line, c).Anchor()
	end := line
	for end < t.End {
		next := t.Cell(end+1, c)
		if next.IsEmpty() || !next.Covered() || next.Anchor() != anchor || t.ownName(end+1) {
			break
		}
		end++
	}
	return end
}

// ownName reports whether a line of a roll-up names its own department.
func (t *reading) ownName(line int) bool {
	if !t.rollUp {
		return false
	}
	for _, c := range t.Of(words.Department, words.Lead) {
		if cell := t.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			return true
		}
	}
	return false
}

// firstText returns the first cell of a line that holds text of its own, else the cell that
// reaches down into it.
func (t *reading) firstText(line int) grid.Read[string] {
	var first grid.Read[string]
	for c := t.Left(); c <= t.Right(); c++ {
		cell := t.Cell(line, c)
		if cell.IsEmpty() || cell.Covered() && first.Given() {
			continue
		}
		first = grid.Read[string]{Value: cell.String(), Said: cell.String(), At: cell.Anchor()}
		if !cell.Covered() {
			break
		}
	}
	return first
}

// columnsNow returns the columns that speak for the quarter that is read.
func (t *reading) columnsNow() []table.Column {
	if t.Quarter == 0 {
		return t.Columns
	}
	return slices.DeleteFunc(slices.Clone(t.Columns), func(c table.Column) bool {
		if c.Quarter == 0 && t.PerQuarter && !t.Latest && c.IsAnswer() && c.Role != words.Progress {
			return true // one status beside several quarters is where it stands now
		}
		return c.Quarter != 0 && c.Quarter != t.Quarter
	})
}
