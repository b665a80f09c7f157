package checks

import (
	"fmt"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/returns"
	"taizhang/importer/table"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx"
)

// CellColumns are the headings of the account of cells, below the rows of 行账.
var CellColumns = []string{"文件", "工作表", "读取", "结果", "采用", "没有读懂的原因", "表头", "抬头", "版式", "其他", "未读"}

// accounts lists the sheets of the files with what became of their cells.
func accounts(b *book.Book) (in []*ledger.Input, of []*returns.SheetAccount) {
	for i := range b.Inputs {
		for k := range b.Inputs[i].Sheets {
			in, of = append(in, &b.Inputs[i]), append(of, &b.Inputs[i].Sheets[k])
		}
	}
	return in, of
}

// cellsHead and cellsTotal stand beside the balance of rows and lead to the account below.
func (s *sheet) cellsHead() []xlsx.Cell {
	if _, of := accounts(s.Book); len(of) == 0 {
		return nil
	}
	return xlsx.Heads("格数")
}

func (s *sheet) cellsTotal() []xlsx.Cell {
	_, of := accounts(s.Book)
	if len(of) == 0 {
		return nil
	}
	c := s.Totals.Cells
	text := fmt.Sprintf("读取%d＝采用%d＋表头%d＋抬头%d＋版式%d＋其他%d＋未读%d（%s）　每张工作表的见下方", c.Read, c.Used, c.Heading, c.Info, c.Furniture, c.Other, c.Unread, balanced(c))
	first := cellsTop(s.Book)
	return []xlsx.Cell{{Value: text, Style: xlsx.LabelStyle.Linked(), Link: xlsx.LinkTo(book.RowsSheet, xlsx.Area(1, first, len(CellColumns), first+len(of)-1), "看每张工作表的格数")}}
}

// cellsTop is the first line of the account of cells.
func cellsTop(b *book.Book) int { return book.RowsTop + max(len(b.Rows), 1) + 4 }

// sheetCells writes, for each sheet of each file, how many of its cells became what.
func (s *sheet) sheetCells() {
	in, of := accounts(s.Book)
	if len(of) == 0 {
		return
	}
	s.Section("格账")
	s.Put(20, []xlsx.Cell{{Value: "读取＝采用＋表头＋抬头＋版式＋其他＋未读。采用：成了条目的内容；抬头：表题、填报单位等；版式：合计、注释、签字、样表；其他：没有认出用途的栏目，原文在“明细”的“其他栏目”；未读：没有读懂，见“待核对”。", Style: xlsx.NoteStyle}})
	s.Heading(xlsx.Heads(CellColumns...))
	text, number := xlsx.BodyStyle.Small(), xlsx.OrderStyle.Small()
	for i, a := range of {
		c := a.Cells
		unread := number
		if c.Unread > 0 || a.State == table.IsUnread {
			unread = fateStyle(ledger.Held)
		}
		s.Row(xlsx.Cell{Text: in[i].File, Style: text}, xlsx.Cell{Text: a.Sheet, Style: text}, xlsx.Cell{Value: c.Read, Style: number}, xlsx.Cell{Text: sheetState(a.State), Style: text},
			xlsx.Cell{Value: c.Used, Style: number}, xlsx.Cell{Text: unreadWords(a), Style: text}, xlsx.Cell{Value: c.Heading, Style: number}, xlsx.Cell{Value: c.Info, Style: number},
			xlsx.Cell{Value: c.Furniture, Style: number}, xlsx.Cell{Value: c.Other, Style: number}, xlsx.Cell{Value: c.Unread, Style: unread})
	}
}

func balanced(c table.Cells) string {
	if c.Balances() {
		return "平衡"
	}
	return "不平衡"
}

// sheetState is what a sheet turned out to be, as the office reads it.
func sheetState(s table.State) string {
	switch s {
	case table.IsTable:
		return "报送表"
	case table.IsInfo:
		return "封面、说明栏"
	case table.IsSample:
		return "样表、填表说明"
	case table.IsEmpty:
		return "空白"
	default:
		return "没有读懂"
	}
}

// unreadWords says why a sheet was not read, and what stands on it that was not understood.
func unreadWords(a *returns.SheetAccount) string {
	words := strings.Join(a.Unread, "｜")
	if a.Reason != "" && words != "" {
		return a.Reason + "：" + words
	}
	return a.Reason + words
}
