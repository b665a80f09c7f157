package page

import (
	"strings"
	"testing"

	"taizhang/report/page/questions"
)

// What differs between two builds is told, and nothing where nothing does.
func TestWhatDiffersFromTheLastBuild(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	v.built()
	v.has(v.get("/results"), "这是第一次生成")
	v.built()
	if c := y.Job().Changes(); c == nil || !c.None() {
		t.Errorf("nothing has changed, and it says %+v", c)
	}
	q := &v.read().Questions[y.Asked(v.read())[0]]
	for _, i := range y.Asked(v.read()) {
		if v.read().Questions[i].Office.Kind == "已并入的行" {
			q = &v.read().Questions[i]
		}
	}
	v.post("/decide", "q", questions.ID(q), "choice", "忽略")
	v.built()
	said := map[string]bool{}
	for _, f := range y.Job().Changes().Figures {
		said[f.Name] = true
	}
	if !said["并入的行"] || !said["不计的行"] || len(y.Job().Changes().Rows) != 1 || !strings.Contains(y.Job().Changes().Rows[0].What, "并入 → 不计") {
		t.Errorf("a row was ruled out, and it says %+v", y.Job().Changes())
	}
	v.has(v.get("/results"), "与上一次的不同", "并入的行", "并入 → 不计")

	// A file may hold many tables: they are not called returns that came.
	v.drop("第三季度", v.file("第四季度/人事股.docx"))
	v.settle()
	v.built()
	v.has(v.get("/results"), "读到的表")
}
