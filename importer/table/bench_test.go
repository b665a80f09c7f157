package table

import (
	"slices"
	"strconv"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/crossed"
	"taizhang/templates/words"
)

// typicalReturn is a return of 8 columns and 30 rows whose headings the vocabulary knows, or
// not all of them.
func typicalReturn(known bool) (*grid.Sheet, []Item) {
	cols := slices.Delete(metaColumns(), 6, 7) // 完成时间 may be a deadline too and is always looked at
	if !known {
		cols[3][0], cols[6][0] = "开展情况简述", "其他需要说明的材料"
	}
	var items []Item
	rows := [][]string{{"2025年重点工作情况表"}, nil}
	for _, col := range cols {
		rows[1] = append(rows[1], col[0])
	}
	places := []string{"东片区", "西片区", "南片区", "北片区", "中心城区"}
	for i := range 30 {
		text := places[i/6] + metaItems[i%6].Text
		items = append(items, Item{No: i + 1, Number: strconv.Itoa(i + 1), Text: text})
		var row []string
		for c, col := range cols {
			if c == 1 {
				row = append(row, text)
				continue
			}
			row = append(row, col[1+i%6])
		}
		rows = append(rows, row)
	}
	return grid.FromRows("表.xlsx", "Sheet1", rows), items
}

// BenchmarkClassify gives the columns of a return's table their roles: the fast way where every
// heading is known and the requirements are the list's own, and the full way.
func BenchmarkClassify(b *testing.B) {
	for _, c := range []struct {
		name  string
		known bool
	}{{"fast", true}, {"full", false}} {
		b.Run(c.name, func(b *testing.B) {
			s, items := typicalReturn(c.known)
			r := New(knownOf(words.Default(), items, nil, metaRoster))
			blocks := r.Understand(s, Context{}).Blocks
			if len(blocks) != 1 || len(blocks[0].Columns) != 8 {
				b.Fatal(len(blocks))
			}
			if full := slices.ContainsFunc(blocks[0].Columns, func(col Column) bool { return col.By != ByHeading || col.Sure != 1 }); full == c.known {
				b.Fatalf("the %s way is not taken", c.name)
			}
			b.ReportAllocs()
			for b.Loop() {
				r.columns.Classify(blocks[0], "", "")
			}
		})
	}
}

// BenchmarkCrossed looks for departments that requirements are crossed with in a return of one department.
func BenchmarkCrossed(b *testing.B) {
	s, items := typicalReturn(true)
	r := New(knownOf(words.Default(), items, nil, metaRoster[:1]))
	for b.Loop() {
		if r.crossed.Tables(block.Whole(s), crossed.Page{}) != nil {
			b.Fatal("no departments stand across")
		}
	}
}

// BenchmarkLegend looks for a legend among ordinary answers.
func BenchmarkLegend(b *testing.B) {
	s, items := typicalReturn(true)
	r := New(knownOf(words.Default(), items, nil, metaRoster))
	for b.Loop() {
		if r.Legend(s) != nil {
			b.Fatal("no legend stands there")
		}
	}
}
