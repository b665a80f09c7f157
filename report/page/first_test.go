package page

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/importer/period"
	"taizhang/report/page/questions"
)

// In a new year nothing waits but the list: no return is missed, and the board claims none.
func TestANewYearAsksForNoReturns(t *testing.T) {
	v := visitFolder(t, t.TempDir())
	v.post("/make", "name", "2027", "unit", "示例局")
	v.settle()
	v.has(v.get("/check"), "没有要核对的了")
	screen := v.get("/board")
	v.has(screen, "还没有收到报表", "未报")
	if strings.Contains(screen, "因为收到了") {
		t.Error("the board claims to have returns")
	}
}

// A list that brings its own settings along, or is of another year, is not put in without a word.
func TestAListThatChangesTheYearSaysSo(t *testing.T) {
	v := visitFolder(t, t.TempDir())
	v.post("/make", "name", "2027", "unit", "示例局")
	v.settle()
	whole, err := os.ReadFile("../../testdata/sample/任务清单.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	v.has(v.issue("任务清单.xlsx", whole), "自己带着名录和设置", "单位名称是示例市文化广电旅游体育局", "年度原来是2027年，照这份清单是2021年")
	if screen := v.issue("清源.xlsx", ofWater(t)); strings.Contains(screen, "自己带着") {
		t.Errorf("a bare list brings nothing along: %s", plainly(screen))
	}
}

// workbook is one with a sheet for each table.
func workbook(t *testing.T, sheets map[string][][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	for name, rows := range sheets {
		f.NewSheet(name)
		for i, row := range rows {
			f.SetSheetRow(name, "A"+string(rune('1'+i)), &row)
		}
	}
	f.DeleteSheet("Sheet1")
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// ofOffice is a table of a quarter as the office of the sample fills it in.
func ofOffice(v *visitor, quarter, progress string) [][]any {
	text := ""
	l := v.read().Ledger
	for i := range l.Plan.Requirements {
		if r := &l.Plan.Requirements[i]; len(r.Duty.Lead) == 1 && r.Duty.Lead[0].Name == "办公室" {
			text = r.Text.Value
			break
		}
	}
	return [][]any{{"办公室2021年" + quarter + "工作落实情况表"}, {"序号", "具体要求", "完成情况", "完成状态"}, {1, text, progress, "推进中"}}
}

// A file of several quarters is sent out of the folder of one: from there each counts for its own.
func TestAFileOfSeveralQuarters(t *testing.T) {
	v := visitPart(t)
	for _, e := range []string{"办公室2021年第一季度报送表.xlsx"} {
		os.Remove(filepath.Join(v.page.current().Folder, "第一季度", e))
	}
	data := workbook(t, map[string][][]any{"一季度": ofOffice(v, "第一季度", "印发方案并开会部署。"), "二季度": ofOffice(v, "第二季度", "组织检查三次，整改五处。")})
	screen := v.drop("第一季度", sent{"办公室上半年.xlsx", data})
	v.has(screen, "一份表里有几个季度的", "移到“全年”")
	v.settle()
	at := filepath.Join(v.page.current().Folder, "第一季度", "办公室上半年.xlsx")
	v.has(v.post("/move", "id", v.page.ids.Of(at), "q", "1", "to", "全年"), "已移到 全年/办公室上半年.xlsx")
	v.settle()
	for _, f := range v.read().Ledger.Findings {
		if f.Code == finding.ReturnMisfiled {
			t.Errorf("still misfiled: %s", f.Message)
		}
	}
	if screen := v.drop("第二季度", sent{"别的.xlsx", workbook(t, map[string][][]any{"表": ofOffice(v, "第一季度", "印发方案并部署。")})}); !strings.Contains(screen, "移到第一季度") || strings.Contains(screen, "移到“全年”") {
		t.Errorf("a file of one other quarter: %s", plainly(screen))
	}
}

// A decision that was carried out and did not help is asked again: 草稿 never leads to a screen on which
// nothing is asked.
func TestADecisionThatDoesNotHelpIsAskedAgain(t *testing.T) {
	v := visitPart(t)
	folder := filepath.Join(v.page.current().Folder, "第一季度")
	for name, progress := range map[string]string{"办公室甲.xlsx": "印发方案并开会部署两次。", "办公室乙.xlsx": "方案还在起草，尚未开会。"} {
		if err := os.WriteFile(filepath.Join(folder, name), workbook(t, map[string][][]any{"表": ofOffice(v, "第一季度", progress)}), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	os.Remove(filepath.Join(folder, "办公室2021年第一季度报送表.xlsx"))
	y := v.page.current()
	y.Again()
	v.settle()
	two := func() (ids []string) {
		s := v.read()
		for _, i := range y.Asked(s) {
			if s.Questions[i].Finding.Code == finding.DuplicateReturn {
				ids = append(ids, questions.ID(&s.Questions[i]))
			}
		}
		return ids
	}
	ids := two()
	if len(ids) < 2 {
		t.Fatalf("%d rows speak against one another", len(ids))
	}
	for _, id := range ids {
		v.has(v.post("/decide", "q", id, "key", "1", "reason", reason, "by", by, "on", on), "已记下")
	}
	v.settle()
	again := two()
	if v.read().Ledger.Pending().Errors == 0 || len(again) == 0 {
		t.Fatalf("%d errors are left, %d are asked", v.read().Ledger.Pending().Errors, len(again))
	}
	v.has(v.get("/check?q="+again[0]), "照办了，可是问题还在", "留一行，别的选 0")
	v.has(v.post("/decide", "q", again[0], "key", "0", "reason", reason, "by", by, "on", on), "已记下")
	v.settle()
	if left := two(); len(left) > 0 {
		t.Errorf("%d are still asked", len(left))
	}
}

// The list is drawn like any sheet where a question is about one of its cells.
func TestTheListIsDrawn(t *testing.T) {
	folder := sampleYear(t)
	list := workbook(t, map[string][][]any{"任务清单": {{"示例局2021年重点工作清单"}, {"序号", "工作任务", "具体要求", "责任部门", "完成时限"}, {1, "综合", "印发工作方案。", "办公室", "重点时段"}, {2, "综合", "开展两次检查。", "办公室", "年底前"}}})
	if err := os.WriteFile(filepath.Join(folder, "任务清单.xlsx"), list, 0o644); err != nil {
		t.Fatal(err)
	}
	v := visitYear(t, folder)
	s := v.read()
	for i := range s.Questions {
		if q := &s.Questions[i]; q.Finding.Code == finding.ListDueUnreadable {
			screen := v.get("/check?q=" + questions.ID(q))
			v.has(screen, "重点时段", `aria-label="部门的表 任务清单.xlsx"`)
			if strings.Contains(screen, "没有画出") {
				t.Error("the list is said not to be drawn")
			}
			return
		}
	}
	t.Error("nothing is asked of the list")
}

// A quarter is made final on the page as in the ledger, with the same bytes, and opened again.
func TestAQuarterIsMadeFinal(t *testing.T) {
	page, typed := visitPart(t), visitPart(t)
	page.built()
	typed.built()
	v := page
	v.has(v.get("/results"), "季度定稿", "第一季度</span>定稿")
	today := v.page.Day
	v.page.Day = func() period.Date { return period.Date{} } // the ledger has no cell for it
	v.has(v.post("/final", "quarter", "2021Q1"), "第一季度定稿了", "✓ 已定稿", "草稿 · 第一季度已定稿")
	v.page.Day = today
	v.built()

	ledger := filepath.Join(typed.page.current().Folder, "成果", "台账.xlsx")
	f, err := excelize.OpenFile(ledger)
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := f.GetRows("报送情况")
	for i, row := range rows {
		if len(row) > 0 && row[0] == "定稿" {
			cell, _ := excelize.CoordinatesToCellName(3, i+1)
			f.SetCellValue("报送情况", cell, "是")
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	typed.built()
	a, b := tree(t, filepath.Join(v.page.current().Folder, "成果")), tree(t, filepath.Join(typed.page.current().Folder, "成果"))
	for _, name := range differ(a, b) {
		if !strings.HasPrefix(name, "历史") {
			t.Errorf("%s differs", name)
		}
	}

	late := workbook(t, map[string][][]any{"表": ofOffice(v, "第一季度", "后来又补充的一段话。")})
	v.drop("第一季度", sent{"办公室补报.xlsx", late})
	v.settle()
	v.has(v.get("/board?q=1"), "先不并入1行（这一季度已定稿）", "去核对这一份的 1 处")
	asked := func() bool {
		for _, f := range v.read().Ledger.Findings {
			if f.Code == finding.ReturnAfterClose && !f.Settled {
				return true
			}
		}
		return false
	}
	if !asked() {
		t.Error("what came after is not held")
	}
	v.has(v.post("/final", "quarter", "2021Q1", "open", "1"), "不再是定稿")
	v.settle()
	if asked() || strings.Contains(v.get("/results"), "已定稿") {
		t.Error("the quarter is still final")
	}
	v.post("/final", "quarter", "2021Q1")
	v.settle()
	v.has(v.post("/undo"), "已撤销：第一季度定稿")
	v.settle()
	if strings.Contains(v.get("/results"), "已定稿") {
		t.Error("the quarter is still final after it was taken back")
	}
}
