package columns

import (
	"taizhang/importer/table/block"
	"taizhang/importer/table/values"
	"taizhang/templates/words"
)

// AskByContent gives a list that says who answers the columns that its headings do not name: the texts
// of which each is its own are the requirements (建设内容 and 实事 say nothing by themselves), what
// groups them on their left are tasks, and what counts there are numbers.
func (r *Reader) AskByContent(b *block.Block) {
	tasks, owners, headed := 0, 0, false
	asks := 0
	for i := range b.Columns {
		switch col := &b.Columns[i]; col.Role {
		case words.Requirement:
			asks = max(asks, col.Col)
		case words.Task:
			tasks = max(tasks, col.Filled)
		case words.Department, words.Lead:
			owners = max(owners, col.Filled)
			headed = headed || col.By != block.ByContent
		}
	}
	if owners == 0 {
		return
	}
	for i := range b.Columns {
		col := &b.Columns[i]
		open := col.Role == words.OtherText || col.Role == words.Department && col.By == block.ByContent && headed // 修缮展厅两处 ends as a name does
		if asks != 0 || !open || col.Filled < owners || col.Filled <= tasks {
			continue
		}
		if k := r.content.Of(b, col.Col); k.OwnTexts() {
			col.Role, col.By, col.Next = words.Requirement, block.ByContent, words.OtherText
			asks = col.Col
		}
	}
	for i := range b.Columns {
		if b.Columns[i].Role == words.Task && asks == 0 {
			asks = b.Columns[i].Col
		}
	}
	for i := range b.Columns {
		col := &b.Columns[i]
		if col.Role != words.OtherText || col.Col >= asks {
			continue
		}
		switch k := r.content.Of(b, col.Col); {
		case col.Next == words.Requirement || col.Next == words.Task:
			col.Role, col.By = words.Task, block.ByContent
		case k.EachItsOwn() && !b.Has(words.Number) && countsIn(b, col.Col):
			col.Role, col.By = words.Number, block.ByContent
		}
	}
}

// countsIn reports whether the cells of a column are numbers by which a table counts its rows.
func countsIn(b *block.Block, c int) bool {
	for line := b.Body; line <= b.End; line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && !values.ItemCount.MatchString(cell.String()) {
			return false
		}
	}
	return true
}
