package ledgerbook

import (
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/ledgerbook/progress"
	"taizhang/report/xlsx/xlsxtest"
)

// TestComments: a comment on an answer stands in a column of its own, which is there only where
// there is any; one on a cell below a heading stands beside the samples in 读法.
func TestComments(t *testing.T) {
	plain := trial.Whole(t)
	if has := slices.Contains(headsOf(t, plain), progress.CommentHeading); has {
		t.Error("there is a column for comments and no comment")
	}
	l := trial.Whole(t)
	row := *l.Entries[1].Row
	row.Comments = []returns.Other{{Heading: "进展情况", Text: "请核对批数", At: finding.In("a.xlsx", "表").At(2, 3)}}
	l.Entries[1].Row = &row
	heads := headsOf(t, l)
	if heads[len(heads)-1] != progress.CommentHeading || len(heads) != len(book.EntryColumns)+1 {
		t.Fatalf("the headings are %q", heads)
	}
	rows, err := xlsxtest.Open(t, written(t, l)).GetRows(book.EntriesSheet)
	if err != nil {
		t.Fatal(err)
	}
	if got := rows[book.EntriesTop][len(book.EntryColumns)]; got != "进展情况：请核对批数" {
		t.Errorf("the comment reads %q", got)
	}

	l = pointedYear(t, nil, nil)
	for i := range l.Returns[0].Columns {
		l.Returns[0].Columns[i].Notes = []string{"按实际完成填"}
	}
	all, err := xlsxtest.Open(t, written(t, l)).GetRows(book.ReadingsSheet)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(all, func(row []string) bool {
		return strings.Contains(strings.Join(row, "|"), "批注：按实际完成填")
	}) {
		t.Error("读法 says nothing of the comment")
	}
}

func headsOf(t *testing.T, l *ledger.Ledger) []string {
	t.Helper()
	rows, err := xlsxtest.Open(t, written(t, l)).GetRows(book.EntriesSheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows[book.EntriesTop-2]
}
