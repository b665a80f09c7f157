package table

import (
	"slices"
	"strings"
	"testing"

	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// fuzzSheet makes a sheet from lines and |, with up to two merges packed four bits a side.
func fuzzSheet(text string, merge uint32) *grid.Sheet {
	var rows [][]string
	for row := range strings.SplitSeq(strings.ToValidUTF8(text, "?"), "\n") {
		rows = append(rows, strings.Split(row, "|"))
	}
	var merges [][4]int
	for _, m := range []uint32{merge & 0xFFFF, merge >> 16} {
		at := [4]int{int(m >> 12 & 15), int(m >> 8 & 15), int(m >> 4 & 15), int(m & 15)}
		if at[0] > 0 && at[1] > 0 && at[2] >= at[0] && at[3] >= at[1] {
			merges = append(merges, at)
		}
	}
	return grid.FromRows("表.xlsx", "Sheet1", rows, merges...)
}

// spellOut writes the forms' {1} as the text that it stands for.
func spellOut(text string, items []Item) string {
	for i := range items {
		text = strings.ReplaceAll(text, "{"+items[i].Number+"}", items[i].Text)
	}
	return strings.NewReplacer("|<", "|", "|^", "|", `\n`, " ").Replace(text)
}

// Any table: nothing panics, the same is understood twice, every cell ends as one thing, and no
// cell stands in two tables.
func FuzzBlocks(f *testing.F) {
	for _, file := range formFiles(f) {
		form := loadForm(f, file)
		f.Add(spellOut(form.text, form.items), uint32(0))
	}
	text := func(i int) string { return metaItems[i].Text }
	f.Add("标题\n\n序号|要求|进展\n1|"+text(0)+"|已办\n\n续表\n序号|要求|进展\n2|"+text(1)+"|在办\n注：略", uint32(0x21230000|0x1113))
	f.Add("任务|"+text(0)+"||任务|"+text(1)+"\n进展|好||进展|慢", uint32(0x1112))
	f.Add("|"+text(0)+"|"+text(1)+"|"+text(2)+"\n进展|一|二|三\n状态|已完成|推进中|未启动", uint32(0))
	f.Add("1|2|3\n4|5|6\n|\n||\n第1项|第2、3项|10-11", uint32(0x1133))
	f.Add("样表\n序号|要求|进展\n1|"+text(0)+"|已办", uint32(0))
	r := New(knownOf(words.Default(), metaItems, []string{"宜居建设"}, metaRoster))
	f.Fuzz(func(t *testing.T, text string, merge uint32) {
		if len(text) > 1<<13 {
			return
		}
		s := fuzzSheet(text, merge)
		u := r.Understand(s, Context{File: s.File})
		c := u.Account.Cells()
		if !c.Balances() {
			t.Fatalf("%+v does not balance", c)
		}
		if (u.State == IsTable) != (len(u.Blocks) > 0) {
			t.Fatalf("%s with %d tables", u.State, len(u.Blocks))
		}
		marked(t, u)
		for _, b := range u.Blocks {
			soundBlock(t, b)
		}
		again := r.Understand(fuzzSheet(text, merge), Context{File: s.File})
		if len(again.Blocks) != len(u.Blocks) || again.Account.Cells() != c {
			t.Fatal("understood twice, it is two things")
		}
		for i := range u.Blocks {
			if !slices.Equal(columnLines(again.Blocks[i]), columnLines(u.Blocks[i])) {
				t.Fatal("understood twice, its columns are two things")
			}
		}
		if b := r.FindList(s); b != nil {
			soundBlock(t, b)
		}
	})
}

// onlyOnce are roles that no block gives two columns.
var onlyOnce = map[words.Role]bool{words.Number: true, words.Requirement: true, words.Status: true, words.Percent: true, words.Completed: true,
	words.Due: true, words.From: true, words.Until: true, words.Change: true}

// soundBlock holds a block against its sheet.
func soundBlock(t *testing.T, b *Block) {
	t.Helper()
	if b.Top > b.Head || b.Head > b.Body || b.Body > b.End+1 || b.Top < 1 {
		t.Fatalf("lines %d, %d, %d, %d", b.Top, b.Head, b.Body, b.End)
	}
	last := 0
	seen := map[words.Role]bool{}
	for i := range b.Columns {
		col := &b.Columns[i]
		if col.Col <= last || col.Col < b.Left() || col.Col > b.Right() || b.Column(col.Col) != col {
			t.Fatalf("column %d behind %d, of %d to %d", col.Col, last, b.Left(), b.Right())
		}
		last = col.Col
		if col.Sure < 0 || col.Sure > 1 || col.Role == "" || col.Quarter < 0 || col.Quarter > 4 || (col.Role == words.Tick) != (col.Tick != "") {
			t.Fatalf("column %+v", col)
		}
		if onlyOnce[col.Role] && seen[col.Role] && len(quarters(b)) < 2 {
			t.Fatalf("two columns are %q", col.Role)
		}
		seen[col.Role] = true
		if !strings.HasPrefix(col.Heading, col.Upper) {
			t.Fatalf("heading %q below %q", col.Heading, col.Upper)
		}
	}
}

func quarters(b *Block) map[int]bool {
	qs := map[int]bool{}
	for i := range b.Columns {
		if q := b.Columns[i].Quarter; q != 0 {
			qs[q] = true
		}
	}
	return qs
}

// Any columns beside each other: what one of them says by itself does not hang on how often it is
// asked, and a column of the list's own texts is never an answer.
func FuzzColumns(f *testing.F) {
	f.Add("序号|具体要求|进展|状态", "已办|推进中|80%|2025年3月1日", uint8(0))
	f.Add("甲|乙|丙|丁", "1|2|3|4", uint8(1))
	f.Add("工作举措|问题|完成情况|计划完成情况", "已完成3项。|无|√|张三", uint8(2))
	f.Add("一季度|二季度|三季度|四季度", "已完成||已完成|未启动", uint8(3))
	f.Add("已完成|推进中|未启动|备注", "√|||", uint8(1))
	f.Add("第一季度完成时间|上季度|No|%", "9月30日|同上|×|0.5", uint8(0))
	r := New(knownOf(words.Default(), metaItems, []string{"宜居建设"}, metaRoster))
	f.Fuzz(func(t *testing.T, headings, answers string, at uint8) {
		if len(headings)+len(answers) > 1<<10 || strings.ContainsAny(headings+answers, "\n") {
			return
		}
		head := strings.Split(strings.ToValidUTF8(headings, "?"), "|")
		said := strings.Split(strings.ToValidUTF8(answers, "?"), "|")
		own := int(at) % len(head) // this column holds the list's own texts
		rows := [][]string{head}
		for i := range metaItems {
			row := make([]string, len(head))
			for c := range row {
				row[c] = said[(i+c)%len(said)]
			}
			row[own] = metaItems[i].Text
			rows = append(rows, row)
		}
		u := r.Understand(grid.FromRows("表.xlsx", "Sheet1", rows), Context{})
		if !u.Account.Cells().Balances() {
			t.Fatal("the account does not balance")
		}
		marked(t, u)
		for _, b := range u.Blocks {
			soundBlock(t, b)
			if b.Shape != Upright || b.Left() > own+1 || b.Right() < own+1 {
				continue
			}
			if role := b.Role(own + 1); role.Answers() {
				t.Fatalf("the column of requirements under %q is %q:\n%s", head[own], role, strings.Join(columnLines(b), "\n"))
			}
		}
	})
}
