package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/report/page/questions"
)

// says fails unless the head of a screen, and the card of 成果, say how far the year is.
func (v *visitor) says(head, card string) {
	v.Helper()
	screen := v.get("/results")
	_, state, _ := strings.Cut(screen, `href="/results#state">`)
	state, _, _ = strings.Cut(state, "</a>")
	_, title, _ := strings.Cut(screen, `id="state"><h2>`)
	title, _, _ = strings.Cut(title, "</h2>")
	if !strings.HasSuffix(state, head) || !strings.Contains(title, card) {
		v.Errorf("it says %q and %q, not %q and %q", state, title, head, card)
	}
}

// How far the year is is said as it is: not built, a draft, ready, final on a day, and never more than that.
func TestTheHeadSaysHowFarTheYearIs(t *testing.T) {
	folder := sampleYear(t)
	for _, quarter := range []string{"第二季度", "第三季度", "第四季度"} {
		os.RemoveAll(filepath.Join(folder, quarter))
	}
	list, err := excelize.OpenFile(filepath.Join(folder, "任务清单.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	list.SetCellValue("设置", "B4", "第一季度")
	if err := list.Save(); err != nil {
		t.Fatal(err)
	}
	v := visitYear(t, folder)
	y := v.page.current()
	v.says("还没有生成", "还没有生成")
	if screen := v.get("/results"); strings.Contains(screen, "可以定稿") || strings.Contains(screen, "再生成一次") {
		t.Error("a year that was never built is ready")
	}
	v.built()
	v.says("草稿", "现在是草稿")
	step := func() yearStep { return v.page.fourSteps(y, v.read())[2] }
	if step().Done {
		t.Errorf("all returns are said to be in: %+v", step())
	}
	for range 4 { // what is decided may lead to further questions
		for _, i := range y.Asked(v.read()) {
			q := &v.read().Questions[i]
			if _, done := y.LaidOn(questions.ID(q)); done {
				continue
			}
			options := v.read().Options(q)
			key := options[0].Key
			if q.Finding.Severity() == finding.Error {
				key = "0"
			}
			v.post("/decide", "q", questions.ID(q), "key", key, "all", "1", "reason", reason, "by", by, "on", on)
		}
		v.settle()
	}
	if pending := v.read().Ledger.Pending(); pending.Draft() {
		t.Fatalf("it is a draft still: %s", pending.Words())
	}
	if one := step(); !one.Done || !strings.Contains(one.State, "已认可") {
		t.Errorf("returns that were excused are waited for: %+v", one)
	}
	v.has(v.get("/results"), "再生成一次")
	v.built()
	v.says("可定稿 · 1份不知哪天交的", "可以定稿")
	v.has(v.get("/results"), "1个部门的报表看不出哪天交的，分不清迟没迟（<a href=\"/came?")
	v.has(v.post("/final", "quarter", "2021Q1"), "第一季度定稿了")
	v.settle()
	v.says("第一季度已定稿（10月9日）", "第一季度已定稿（10月9日）")
	if screen := v.get("/results"); strings.Contains(screen, "可以定稿") || strings.Contains(screen, "可定稿") {
		t.Error("what is final is said to be ready")
	}
	if err := os.RemoveAll(y.Out); err != nil {
		t.Fatal(err)
	}
	v.says("第一季度已定稿（10月9日）", "第一季度已定稿（10月9日）")
}
