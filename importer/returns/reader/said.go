package reader

import (
	"fmt"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// columnFindings says of each column that was not understood by its heading what it was taken
// for, once a heading.
func (f *file) columnFindings(b *table.Block) []finding.Finding {
	var fs []finding.Finding
	for i := range b.Columns {
		col := &b.Columns[i]
		if col.Filled == 0 {
			continue
		}
		name := headingName(col)
		say := func(code finding.Code, wanted string) {
			found := finding.New(code, col.At, name, wanted)
			found.Cause = "heading:" + fold.Key(col.Heading)
			if code == finding.ColumnAssumed && col.By == table.ByPart {
				found.Basis = byWords
				found.Message = fmt.Sprintf("“%s”这一栏的叫法没有见过，按%s当作“%s”读取。", name, byWords, wanted)
			}
			fs = append(fs, found)
		}
		switch {
		case col.Role == words.OtherText:
			say(finding.ColumnUnused, "")
		case col.By != table.ByContent && col.By != table.ByPart:
		case col.Sure < unsure && col.Next != "" && publicly(col.Role) != publicly(col.Next):
			say(finding.ColumnAmbiguous, string(col.Role))
		case col.Heading != "" || publicly(col.Role):
			say(finding.ColumnAssumed, string(col.Role))
		}
	}
	return fs
}

// byWords is what speaks for a column of which a part of the heading is known.
const byWords = "栏名中的字样"

// unsure is the lead over the runner-up under which the office is asked.
const unsure = 0.08

// publicly reports whether what stands in a column of the role may be published.
func publicly(role words.Role) bool { return role == words.Progress || role == words.Evidence }

// headingName names a column for a message.
func headingName(col *table.Column) string {
	if text := strings.Join(strings.Fields(col.Heading), ""); text != "" {
		return text
	}
	return finding.ColumnName(col.At.Col()) + "列（没有表头）"
}

// unread names what stands on a sheet and was not understood.
func unread(u *table.Sheet) finding.Finding {
	cells := u.Account.UnreadCells()
	var said []string
	for _, cell := range cells[:min(len(cells), mostSaid)] {
		said = append(said, "“"+finding.Brief(cell.Text)+"”（"+cell.At().Cell()+"）")
	}
	found := strings.Join(said, "、")
	if len(cells) > mostSaid {
		found += fmt.Sprintf("等%d处", len(cells))
	}
	f := finding.New(finding.SheetUnread, u.Grid.Place(), found, "")
	if u.State == table.IsTable {
		f.Place = cells[0].At()
	}
	return f
}

// mostSaid is how many cells a finding quotes.
const mostSaid = 3

// noTable says that a file holds no table, and what it holds instead.
func (f *file) noTable() finding.Finding {
	found := finding.New(finding.NoTable, finding.In(f.book.File, ""), "", "至少要有“具体要求”和“完成情况”两栏")
	for _, u := range f.sheets {
		if cells := u.Account.UnreadCells(); len(cells) > 0 {
			found.Message = strings.TrimRight(found.Message, "。") + "；里面的文字没有并入，如“" + finding.Brief(cells[0].Text) + "”。"
			break
		}
	}
	return found
}

// hidden reports hidden lines and columns of the table: they are read like the others.
func hidden(b *table.Block) []finding.Finding {
	s := b.Grid()
	var rows, cols []string
	for line := b.Head; line <= b.End && b.Shape == table.Upright; line++ {
		if s.HiddenRow(line) && !b.Blank(line) {
			rows = append(rows, fmt.Sprint(line))
		}
	}
	for i := range b.Columns {
		if c := b.Columns[i].Col; b.Shape == table.Upright && s.HiddenCol(c) && b.Columns[i].Role != words.Key {
			cols = append(cols, finding.ColumnName(c))
		}
	}
	var what []string
	if len(rows) > 0 {
		what = append(what, "第"+strings.Join(rows, "、")+"行")
	}
	if len(cols) > 0 {
		what = append(what, strings.Join(cols, "、")+"列")
	}
	if len(what) == 0 {
		return nil
	}
	return []finding.Finding{finding.New(finding.HiddenContent, s.Place(), strings.Join(what, "，")+"，已一并读取", "")}
}

// How much of what was not understood is shown: a file of nothing but strange text is named, not
// printed.
const (
	mostUnread  = 400    // texts of a sheet
	mostToShow  = 20_000 // bytes of them
	longestText = 500    // characters of one
)

// unreadTexts returns what stands on a sheet and was not understood.
func unreadTexts(u *table.Sheet, cells table.Cells) []string {
	if cells.Unread == 0 {
		return nil
	}
	var texts []string
	held := 0
	for _, cell := range u.Account.UnreadCells() {
		text := cell.Text
		if r := []rune(text); len(r) > longestText {
			text = string(r[:longestText]) + "…"
		}
		if held += len(text); held > mostToShow || len(texts) == mostUnread {
			break
		}
		texts = append(texts, text)
	}
	return texts
}
