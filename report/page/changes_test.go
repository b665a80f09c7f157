package page

import (
	"strings"
	"testing"
)

// What differs between two builds is told, and nothing where nothing does.
func TestWhatDiffersFromTheLastBuild(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	v.built()
	v.has(v.get("/results"), "这是第一次生成")
	v.built()
	if c := y.job.changes; c == nil || !c.None() {
		t.Errorf("nothing has changed, and it says %+v", c)
	}
	q := &y.now.questions[y.asked(y.now)[0]]
	for _, i := range y.asked(y.now) {
		if y.now.questions[i].Office.Kind == "已并入的行" {
			q = &y.now.questions[i]
		}
	}
	v.post("/decide", "q", idOf(q), "choice", "忽略")
	v.built()
	said := map[string]bool{}
	for _, f := range y.job.changes.Figures {
		said[f.Name] = true
	}
	if !said["并入的行"] || !said["不计的行"] || len(y.job.changes.Rows) != 1 || !strings.Contains(y.job.changes.Rows[0].What, "并入 → 不计") {
		t.Errorf("a row was ruled out, and it says %+v", y.job.changes)
	}
	v.has(v.get("/results"), "与上一次的不同", "并入的行", "并入 → 不计")

	// A file may hold many tables: they are not called returns that came.
	v.drop("第三季度", v.file("第四季度/人事股.docx"))
	v.settle()
	v.built()
	v.has(v.get("/results"), "读到的表")
}
