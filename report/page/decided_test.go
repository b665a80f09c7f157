package page

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ruling"
	"taizhang/report/page/questions"
)

// What was decided is listed in 核对, also where nothing waits any more, and is decided anew from there.
func TestWhatWasDecidedIsListed(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2026")
	putIn(t, folder, "任务清单.csv", worksList)
	putIn(t, folder, "第二季度/计量股二季度.csv", fmt.Sprintf(worksHead, "计量股")+"检定加油机六百枪次,推进中,已检定210枪\n给特设那边搭把手,推进中,派了两个人\n")
	v := visitYear(t, folder)
	if page := v.get("/check"); strings.Contains(page, "已经核定的") {
		t.Error("nothing was decided")
	}
	odd := v.asksOn(finding.RowUnmatched, "第二季度/计量股二季度.csv")
	v.has(v.post("/decide", "q", odd[0], "choice", ruling.Place.Label(), "item", "2", "reason", reason, "by", by, "on", on), "已记下")
	at := func() string { return "/check?q=" + odd[0] }
	listed := func() {
		t.Helper()
		v.has(v.get("/check?c="), "已经核定的 1 处", "“给特设那边搭把手”", at())
	}
	listed()
	v.settle()
	s := v.read()
	for i := range s.Questions {
		if q := &s.Questions[i]; q.Ruled != nil {
			odd[0] = questions.ID(q)
		}
	}
	listed()
	v.has(v.get(at()), "按第2条并入")
	v.has(v.post("/decide", "q", odd[0], "choice", ruling.Ignore.Label(), "reason", reason, "by", by, "on", on), "已记下")
	v.settle()
	for _, e := range v.read().Ledger.Entries {
		if e.Requirement == 2 {
			t.Errorf("%s is still placed", e.Row.Text.Value)
		}
	}
}
