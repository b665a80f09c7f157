package trial

import (
	"math/rand/v2"
	"strings"

	"taizhang/report/publish"
)

// pieces are what texts of departments are made of: plain characters, some beyond the BMP
// or in few faces, long words, marks that no line may end or begin with, Markdown.
var pieces = []string{"政务公开", "落实", "的", "一", "𠮷", "㙍", "镕喆堃", "𬀩", "（", "）", "《", "》", "“", "”", "，", "。", "、", "：", "；", "——", "……", "％",
	"2021年12月31日", "88.8%", "第3项", "Pneumonoultramicroscopicsilicovolcanoconiosis", strings.Repeat("9", 60), "http://www.example.gov.cn/a-b_c?d=1&e=2#f/index.html",
	"*甲*", "_乙_", "#丙", "|丁|", "[戊](己)", "`庚`", "<b>", "&amp;", `\`, "{{.辛}}", "!", " ", "　", "\n", "①", "②", "ａ", "é", "]]>", "'", `"`, "<script>"}

// Text makes a text of up to most pieces.
func Text(r *rand.Rand, most int) string {
	var b strings.Builder
	b.WriteString("文")
	for range 1 + r.IntN(most) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// Generated makes a year in which whatever an office and departments write is drawn from pieces.
func Generated(r *rand.Rand) publish.Edition {
	e := Year(Lines(1+r.IntN(20)), 1+r.IntN(9), r.IntN(4) == 0)
	e.Unit = Text(r, 3)
	e.Returns = r.IntN(2) == 0
	e.Draft = r.IntN(2) == 0
	for i := range e.Tasks {
		e.Tasks[i].Title = Text(r, 6)
	}
	for i := range e.Departments {
		e.Departments[i].Name = Text(r, 5)
	}
	for i := range e.Requirements {
		q := &e.Requirements[i]
		q.Text, q.Duty, q.Done, q.Neutral, q.Recurring = Text(r, 20), Text(r, 6), Text(r, 25), false, Text(r, 2)
		q.Lead, q.Gist = []string{Text(r, 2)}, Text(r, 9)
		if q.Next != "" {
			q.Next = Text(r, 12)
		}
	}
	return e
}
