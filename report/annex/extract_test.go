package annex

import (
	"math/rand/v2"
	"strings"
	"testing"

	"taizhang/report/annex/internal/trial"
)

// pieces are what texts of departments are made of: plain characters, some beyond the BMP
// or in few faces, long words, marks that no line may end or begin with, Markdown.
var pieces = []string{"政务公开", "落实", "的", "一", "𠮷", "㙍", "镕喆堃", "𬀩", "（", "）", "《", "》", "“", "”", "，", "。", "、", "：", "；", "——", "……", "％",
	"2021年12月31日", "88.8%", "第3项", "Pneumonoultramicroscopicsilicovolcanoconiosis", strings.Repeat("9", 60), "http://www.example.gov.cn/a-b_c?d=1&e=2#f/index.html",
	"*甲*", "_乙_", "#丙", "|丁|", "[戊](己)", "`庚`", "<b>", "&amp;", `\`, "{{.辛}}", "!", " ", "　", "\n", "①", "②", "ａ", "é"}

func text(r *rand.Rand, most int) string {
	var b strings.Builder
	b.WriteString("文")
	for range 1 + r.IntN(most) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// Whatever departments and the office write, each printed field stands in the file whole
// and in its order.
func TestGeneratedTexts(t *testing.T) {
	for seed := range uint64(25) {
		r := rand.New(rand.NewPCG(seed, 7))
		e := trial.Year(trial.Lines(1+r.IntN(7)), 1+r.IntN(3), false)
		e.Unit = solid(text(r, 3))
		for i := range e.Tasks {
			e.Tasks[i].Title = text(r, 6)
		}
		for i := range e.Departments {
			e.Departments[i].Name = text(r, 5)
		}
		for i := range e.Requirements {
			q := &e.Requirements[i]
			q.Text, q.Duty, q.Done, q.Neutral, q.Recurring = text(r, 20), text(r, 6), text(r, 25), false, text(r, 2)
			if q.Next != "" {
				q.Next = text(r, 12)
			}
		}
		d := lay(t, e)
		file := newReader(t, written(t, d))
		list, body, upright := file.text(d, turned), file.body(d), file.text(d, upright)
		has := func(what, where, field string) {
			if t.Helper(); !strings.Contains(where, solid(field)) {
				t.Errorf("seed %d: the %s is not whole: %q", seed, what, field)
			}
		}
		has("title", upright, e.Unit)
		for _, task := range e.Tasks {
			has("task", body, task.Title)
			has("task in the list", list, task.Title)
		}
		for _, dep := range e.Departments {
			has("department", upright, dep.Name)
		}
		for _, q := range e.Requirements {
			has("text and duty", list, q.Text+q.Duty)
			has("standing and what was done", list, q.Done)
			has("what was done in the text", body, q.Done)
			if q.Due.IsZero() {
				has("due phrase", list, q.Recurring)
			}
			if q.Next != "" {
				has("next steps", body, q.Next)
			}
		}
	}
}
