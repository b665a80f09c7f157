package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/report/page/questions"
)

// Outputs and slips that a build would now write otherwise say so, and those that are as the year is say that.
func TestOutputsThatAreOvertaken(t *testing.T) {
	v := visitPart(t)
	folder := v.page.current().Folder
	fresh := func(what string) {
		t.Helper()
		v.settle()
		v.has(v.get("/board"), "退回单（", "与现在的一致")
		if strings.Contains(v.get("/results"), "上一次生成的") || strings.Contains(v.get("/"), "之后又有改动") {
			t.Errorf("%s: outputs are called overtaken", what)
		}
	}
	old := func(what string) {
		t.Helper()
		v.settle()
		v.has(v.get("/board"), "上一次的退回单（", "生成之后又有改动")
		v.has(v.get("/results"), "这些是上一次生成的")
		v.has(v.get("/"), "之后又有改动")
	}
	v.built()
	fresh("just built")

	for _, i := range v.page.current().Asked(v.read()) { // the first that can be accepted
		q := &v.read().Questions[i]
		if !strings.Contains(v.post("/decide", "q", questions.ID(q), "choice", "认可"), "没有记下") {
			break
		}
	}
	v.has(v.get("/results"), "这些是上一次生成的") // at once, before the year is read again
	old("decided")
	v.built()
	fresh("built with the decision")

	v.drop("第二季度", v.file("第一季度/人事股.xlsx"))
	old("a return came")
	v.built()
	v.sets("报送截止日", "3月31日、6月30日、9月30日、12月31日")
	old("the deadline is another")
	v.built()

	// Somebody opens the year on another day: what lies there says of itself whether it is overtaken.
	v.page.current().End()
	v.page.year = nil
	v = visitYear(t, folder)
	fresh("opened again")
	os.Remove(filepath.Join(folder, "第一季度", "人事股.xlsx"))
	v.page.current().End()
	v.page.year = nil
	v = visitYear(t, folder)
	old("a return is gone")
}

// To make a quarter final changes no number: outputs that were made just before are not called overtaken, at once
// and after the year is read again, but what a build would add is said. To open it again may change them.
func TestAFinalQuarterOvertakesNothing(t *testing.T) {
	v := visitPart(t)
	v.built()
	v.post("/final", "quarter", "2021Q1")
	for range 2 {
		if screen := v.get("/results") + v.get("/"); strings.Contains(screen, "又有改动") {
			t.Errorf("it is called overtaken: %s", plainly(screen))
		}
		v.has(v.get("/results"), "生成以后只是定了稿，各数没有变")
		v.has(v.get("/"), "之后只是定了稿，数没有变")
		v.settle()
	}
	v.built()
	if screen := v.get("/results"); strings.Contains(screen, "只是定了稿") {
		t.Error("it is said of outputs that have it")
	}
	v.post("/final", "quarter", "2021Q1", "open", "1")
	v.settle()
	v.has(v.get("/results"), "之后又有改动")
}
