package page

import (
	"io"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/period"
)

// sets sends 设置 as the form shows it, but for what is typed anew, and returns the screen that answers.
func (v *visitor) sets(typed ...string) string {
	v.Helper()
	return v.sends(v.get("/settings"), typed...)
}

var settingField = regexp.MustCompile(`name="was ([^"]+)" value="([^"]*)"`)

func (v *visitor) sends(shown string, typed ...string) string {
	v.Helper()
	form := url.Values{}
	for _, m := range settingField.FindAllStringSubmatch(shown, -1) {
		form.Set("was "+m[1], m[2])
		form.Set(m[1], m[2])
	}
	for i := 0; i < len(typed); i += 2 {
		form.Set(typed[i], typed[i+1])
	}
	r := httptest.NewRequest("POST", "/set", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	got := v.send(r)
	if got.StatusCode == 303 {
		v.settle()
		return v.get(got.Header.Get("Location"))
	}
	text, _ := io.ReadAll(got.Body)
	return string(text)
}

// What is set on the page stands in the workbook, in its own cell, and holds at once.
func TestSettingsAreWrittenIntoTheWorkbook(t *testing.T) {
	v := visitPart(t)
	folder := v.page.current().Folder
	before := tree(t, folder)
	shown := v.get("/settings")
	v.has(shown, "截至季度", "例如 第三季度", "起始页码", `value="次月8日"`, `<option value="2021Q4" selected>2021年第四季度</option>`)
	was := v.read().Ledger.AsOf
	v.has(v.sends(shown), "没有要改的")
	screen := v.sets("截至季度", "第三季度", "附件号", " 2-1 ", "没有这一项", "x")
	v.has(screen, "设置改好了", "第三季度", "附件号 （不填） → 2-1", "撤销刚才的改动")
	if set := v.read().Ledger.Plan.Settings; set.AsOf.N != 3 || set.Annex != "2-1" || v.read().Ledger.AsOf.N != 3 {
		t.Errorf("the year is read as %+v", set)
	}
	if names := differ(before, tree(t, folder)); !slices.Equal(names, []string{"任务清单.xlsx"}) {
		t.Errorf("changed were %v", names)
	}
	f, err := excelize.OpenFile(filepath.Join(folder, "任务清单.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := f.GetRows("设置")
	if !slices.ContainsFunc(rows, func(row []string) bool { return len(row) > 1 && row[0] == "截至季度" && row[1] == "第三季度" }) {
		t.Errorf("the sheet says %v", rows)
	}
	undo := regexp.MustCompile(`(?s)<form method="post" action="/set">.*?</form>`).FindString(screen)
	pairs := []string{}
	for _, m := range regexp.MustCompile(`name="([^"]+)" value="([^"]*)"`).FindAllStringSubmatch(undo, -1) {
		pairs = append(pairs, m[1], m[2])
	}
	screen = v.post("/set", pairs...)
	v.settle()
	v.has(screen, "撤销了", "附件号 2-1 → （不填）")
	if strings.Contains(screen, "撤销刚才") || v.read().Ledger.AsOf != was || v.read().Ledger.Plan.Settings.Annex != "" {
		t.Errorf("after undoing the year is read up to %v", v.read().Ledger.AsOf)
	}
}

// What can't be taken in changes nothing, says why, and what was typed stays in the form.
func TestSettingsThatAreNotTakenIn(t *testing.T) {
	v := visitPart(t)
	folder := v.page.current().Folder
	master := filepath.Join(folder, "任务清单.xlsx")
	before := tree(t, folder)
	v.has(v.sets("报送截止日", "下个礼拜", "附件号", "3"), "没有改", "报送截止日“下个礼拜”看不懂", `value="下个礼拜"`, `value="3"`, `aria-invalid="true" autofocus`)
	if screen := v.sets("报送截止日", "下个礼拜"); strings.Contains(screen, "。。") || strings.Count(screen, `aria-invalid`) != 1 {
		t.Errorf("what is wrong is marked in its own field, once: %s", plainly(screen))
	}
	v.has(v.sets("年度", "26"), "年度“26”看不懂", "四位数的年份")
	v.has(v.sets("单位名称", strings.Repeat("局", 201)), "超过200个字")
	for _, lock := range []string{"~$任务清单.xlsx", ".~lock.任务清单.xlsx#"} {
		os.WriteFile(filepath.Join(folder, lock), nil, 0o644)
		v.has(v.sets("附件号", "3"), "正在 Excel 或 WPS 里打开着", lock)
		os.Remove(filepath.Join(folder, lock))
	}
	if names := differ(before, tree(t, folder)); len(names) > 0 {
		t.Errorf("changed were %v", names)
	}

	// In Excel somebody says something else meanwhile.
	shown := v.get("/settings")
	f, err := excelize.OpenFile(master)
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := f.GetRows("设置")
	for i, row := range rows {
		if row[0] == "公开电话" {
			f.SetCellValue("设置", "B"+string(rune('1'+i)), "7")
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	v.has(v.sends(shown, "公开电话", "3"), "公开电话刚刚在别处改成了“7”")
	v.has(v.sends(shown, "起始页码", "12"), "设置改好了", `value="7"`)

	// A link that leads out of the year is nothing that the page writes to.
	outside := filepath.Join(t.TempDir(), "任务清单.xlsx")
	if err := os.Rename(master, outside); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, master); err != nil {
		t.Skip(err)
	}
	data, _ := os.ReadFile(outside)
	v.has(v.get("/settings"), "不是普通的文件")
	v.sends(shown, "起始页码", "13")
	if now, _ := os.ReadFile(outside); string(now) != string(data) {
		t.Error("a file outside was written to")
	}
}

// A year that can't be read for want of a year is set right on the page; one without a list says what
// comes first.
func TestAYearWithoutAYear(t *testing.T) {
	base := t.TempDir()
	v := visitFolder(t, base)
	v.post("/make", "name", "新的一年", "unit", "示例市水利局")
	v.settle()
	v.has(v.get("/"), "没有读成", `href="/settings"`)
	v.has(v.sets("年度", "2027", "截至季度", "第一季度"), "年度 （不填） → 2027")
	if l := v.read().Ledger; l.Year != 2027 || l.AsOf != (period.Quarter{Year: 2027, N: 1}) {
		t.Errorf("year %d up to %v", l.Year, l.AsOf)
	}
	os.Remove(filepath.Join(base, "新的一年", "任务清单.xlsx"))
	v.has(v.get("/settings"), "还没有 任务清单.xlsx", `href="/list"`)
	v.has(v.sends(""), "没有收到设置")
}

// A list that an office keeps in a workbook of its own, with few settings, gets a line for what is set.
func TestASettingThatTheSheetDoesNotHave(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2026")
	os.Mkdir(folder, 0o755)
	os.WriteFile(filepath.Join(folder, "任务清单.xlsx"), ofWater(t), 0o644)
	v := visitYear(t, folder)
	v.has(v.get("/settings"), "没有“设置”这一页", `href="/list"`)
	f, err := excelize.OpenFile(filepath.Join(folder, "任务清单.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	f.NewSheet("设置")
	f.SetSheetRow("设置", "A1", &[]any{"项目", "值"})
	f.SetSheetRow("设置", "A2", &[]any{"年度", 2026})
	f.SetSheetRow("设置", "A3", &[]any{"无牵头时", "听领导的"})
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	v.has(v.get("/settings"), "这里填的看不懂", `<option value="听领导的" selected>`)
	v.has(v.sets("无牵头时", "首位牵头", "公开电话", "12345", "年度", "2026"), "设置改好了")
	if set := v.read().Ledger.Plan.Settings; !set.FirstLeads || set.Phone != "12345" {
		t.Errorf("the year is read as %+v", set)
	}
	v.has(v.sets("公开电话", ""), "公开电话 12345 → （不填）")
	if set := v.read().Ledger.Plan.Settings; set.Phone != "" {
		t.Errorf("the telephone is %s", set.Phone)
	}
}
