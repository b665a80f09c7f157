package reader

import (
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/returns"
)

// letter reads a document of paragraphs above a table.
func letter(paragraphs ...string) returns.Reading {
	rows := [][]string{{"办公室2021年第一季度工作汇报"}}
	for _, p := range paragraphs {
		rows = append(rows, []string{p})
	}
	book := grid1("第一季度/汇报.docx", append(rows, []string{"任务", "进展情况", "状态"}, []string{"加强信息归集工作。", "归集两批。", "推进中"}))
	book.Prose = []grid.Paragraph{{Text: rows[0][0], Level: 1}}
	return listReader().Read(book)
}

// A letter's headings that say only that something is told are no requirements, and neither is the title of its
// table. What stands under them and names none is named as unread, and what names one answers it.
func TestHeadingsOfALetterAreNoRows(t *testing.T) {
	const nobodys = "我办紧盯重点任务，克服人手少的困难，各项工作总体平稳有序，召开调度会7次。"
	g := letter("一、总体情况", nobodys, "加强行政执法信息公开方面，公开三批，推进中。", "二、各项任务推进情况", "办公室承担事项一览（截至3月31日）")
	if len(g.Returns) != 1 || len(g.Returns[0].Rows) != 2 || g.Returns[0].Rows[0].At.Row() != 4 {
		t.Fatalf("%+v", g.Returns)
	}
	if s := g.Sheets[0]; s.Cells.Unread != 1 || len(s.Unread) != 1 || s.Unread[0] != nobodys {
		t.Errorf("%+v %q", s.Cells, s.Unread)
	}
}

// A heading of a matter that the list may lack is a row still.
func TestHeadingsOfMattersAreRows(t *testing.T) {
	for _, heading := range []string{"二、作风建设情况", "二、清单以外的接待"} {
		if g := letter("一、加强行政执法信息公开", "公开三批，推进中。", heading, "已开展两次，推进中。"); len(g.Returns) != 1 || len(g.Returns[0].Rows) != 3 {
			t.Errorf("%s: %+v", heading, g.Returns)
		}
	}
}
