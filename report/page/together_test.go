package page

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ruling"
)

// Two rows on one requirement: one may count, or A takes both, and their words stand in one entry. A row that is
// placed beside another of its sheet says so before it is chosen.
func TestRowsToldTogether(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2026")
	head := fmt.Sprintf(worksHead, "计量股")
	putIn(t, folder, "任务清单.csv", worksList)
	putIn(t, folder, "第二季度/计量股二季度.csv", head+"检定加油机六百枪次,推进中,城区站点已检定210枪\n检定加油机六百枪次,已完成,乡镇站点跑完了\n高速服务区加油机抽检,推进中,约在八月\n")
	v := visitYear(t, folder)
	twins := v.asksOn(finding.DuplicateRow, "第二季度/计量股二季度.csv")
	if len(twins) != 2 {
		t.Fatalf("%d rows wait", len(twins))
	}
	o := v.optionsOf(twins[0])[0]
	if o.Label != "以这一行为准：第4条" || !strings.Contains(strings.Join(o.Why, "；"), "按 A") {
		t.Errorf("%+v", o)
	}
	v.has(v.post("/decide", "q", twins[0], "key", "1", "all", "1", "reason", reason, "by", by, "on", on), "已记下 2 处")
	v.settle()
	said := func() (progress []string) {
		for _, e := range v.read().Ledger.Entries {
			if e.Requirement == 4 && e.Department == "计量股" {
				progress = append(progress, e.Row.Progress.Value+"="+e.Row.Status.Value.Label())
			}
		}
		return progress
	}
	if got := strings.Join(said(), " "); got != "城区站点已检定210枪\n乡镇站点跑完了=推进中" {
		t.Errorf("%q", got)
	}
	odd := v.asksOn(finding.RowUnmatched, "第二季度/计量股二季度.csv")
	if len(odd) != 1 {
		t.Fatalf("%d rows are not placed", len(odd))
	}
	told := false
	for _, o := range v.optionsOf(odd[0]) {
		told = told || o.Line.Item == "4" && strings.Contains(strings.Join(o.Why, "；"), "两行合为一条")
	}
	if !told {
		t.Errorf("%+v", v.optionsOf(odd[0]))
	}
	v.has(v.post("/decide", "q", odd[0], "choice", ruling.Place.Label(), "item", "4", "reason", reason, "by", by, "on", on), "已记下")
	v.settle()
	if got := strings.Join(said(), " "); got != "城区站点已检定210枪\n乡镇站点跑完了\n约在八月=推进中" {
		t.Errorf("%q", got)
	}
}
