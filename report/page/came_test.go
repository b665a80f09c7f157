package page

import (
	"io"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/page/questions"
)

// A question on a late return shows the cell that its day was read from, and leads to where days are set.
func TestALateReturnShowsItsDay(t *testing.T) {
	v := visit(t)
	s := v.read()
	asked := 0
	for i := range s.Questions {
		q := &s.Questions[i]
		if q.Finding.Code != finding.ReturnLate {
			continue
		}
		asked++
		screen := v.get("/check?q=" + questions.ID(q))
		v.has(screen, "日收到，", `<a href="/came?`)
		_, cell, _ := strings.Cut(screen, `marked ">`)
		if cell, _, _ = strings.Cut(cell, "</td>"); !strings.Contains(cell, "日期") && !strings.Contains(cell, "月") && !strings.Contains(cell, "-") {
			t.Errorf("%s: the marked cell says %q", q.Finding.Message, cell)
		}
	}
	if asked == 0 {
		t.Fatal("no return is late")
	}
}

// A return without a day of its own is given one from its light, in 报送登记, and judged by it; one that states its
// day is said to.
func TestADayIsRegisteredOnThePage(t *testing.T) {
	v := visitPart(t)
	v.drop("第一季度", sent{"体育中心.xlsx", workbook(t, map[string][][]any{"表": {{"示例市体育中心2021年第一季度政务公开工作完成情况"}, {"填报部门：示例市体育中心"}, {"序号", "具体要求", "完成情况", "完成状态"},
		{1, "主动公开“十四五”规划纲要、各项规划、政策解读等相关信息。", "已公开规划。", "已完成"}}})})
	v.settle()
	v.page.current().Again()
	v.settle()
	state := func() ledger.Coverage {
		for _, c := range v.read().Ledger.Coverage {
			if c.Department == "示例市体育中心" && c.Quarter.N == 1 {
				return c
			}
		}
		t.Fatal("there is no such department")
		return ledger.Coverage{}
	}
	if state().State != ledger.Undated {
		t.Fatalf("it is %+v", state())
	}
	path := camePath("示例市体育中心", state().Quarter)
	v.has(v.get("/board?q=1"), strings.ReplaceAll(path, "&", "&amp;"))
	v.has(v.get(path), "没有读到填报日期", "等着核对的", "/check?q=")
	unknown := "<a href=\"" + strings.ReplaceAll(path, "&", "&amp;") + "\">"
	v.has(v.get("/board?q=1"), "个部门的报表看不出哪天交的，分不清迟没迟（", unknown+"示例市体育中心</a>", "今天收到（2021年10月9日）", "别的日子", `name="to" value="board"`)
	v.has(v.get("/results"), unknown+"第一季度示例市体育中心</a>")
	v.has(v.post("/received", "d", "示例市体育中心", "q", "1", "was", "", "on", "2021年4月6日", "to", "board"), "部门与季度", "记下了：示例市体育中心第一季度的报表2021年4月6日收到")
	v.settle()
	if screen := v.get("/board?q=1"); strings.Contains(screen, "今天收到") || strings.Contains(screen, unknown+"示例市体育中心</a>") {
		t.Error("a day that is known is asked for")
	}
	v.post("/received", "d", "示例市体育中心", "q", "1", "was", "2021年4月6日", "on", "")
	v.settle()
	v.has(v.post("/received", "d", "示例市体育中心", "q", "1", "was", "", "on", "2021年4月12日"), "记下了：示例市体育中心第一季度的报表2021年4月12日收到")
	v.settle()
	if c := state(); c.State != ledger.Late || c.LateDays != 4 {
		t.Errorf("it is %+v", c)
	}
	v.has(v.get(path), "迟报4天", "照 任务清单.xlsx 的“报送登记”")
	s := v.read()
	for i := range s.Questions {
		if q := &s.Questions[i]; q.Finding.Code == finding.ReturnLate && q.Finding.Department == "示例市体育中心" {
			v.has(v.get("/check?q="+questions.ID(q)), "2021年4月12日收到，照 任务清单.xlsx 的“报送登记”")
		}
	}
	v.has(v.post("/received", "d", "示例市体育中心", "q", "1", "was", "2021年4月12日", "on", "4月6日"), "4月6日收到")
	v.settle()
	if c := state(); c.State != ledger.OnTime {
		t.Errorf("it is %+v", c)
	}

	list, err := excelize.OpenFile(filepath.Join(v.page.current().Folder, "任务清单.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := list.GetRows("报送登记")
	n := 0
	for _, row := range rows {
		if len(row) > 2 && row[0] == "示例市体育中心" && row[1] == "第一季度" && row[2] == "4月6日" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("the register has %q", rows)
	}
	v.has(v.post("/received", "d", "示例市体育中心", "q", "1", "was", "4月6日", "on", ""), "清空了")
	v.settle()
	if c := state(); c.State != ledger.Undated {
		t.Errorf("it is %+v", c)
	}
	for _, r := range v.read().Ledger.Returns {
		if !r.StatedOn.IsZero() {
			v.has(v.get(camePath(r.Department, r.Quarter)), "就以它为准", "收到，读自报表的")
			return
		}
	}
	t.Fatal("no return states its day")
}

// A day that nobody understands, or a workbook that is open elsewhere, is refused, and nothing is written.
func TestADayThatIsNotTaken(t *testing.T) {
	v := visitPart(t)
	v.drop("第一季度", sent{"体育中心.xlsx", workbook(t, map[string][][]any{"表": {{"示例市体育中心2021年第一季度政务公开工作完成情况"}, {"序号", "具体要求", "完成情况", "完成状态"},
		{1, "主动公开“十四五”规划纲要、各项规划、政策解读等相关信息。", "已公开规划。", "已完成"}}})})
	v.settle()
	name := filepath.Join(v.page.current().Folder, "任务清单.xlsx")
	before, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	say := func(on string) string {
		form := url.Values{"d": {"示例市体育中心"}, "q": {"1"}, "was": {""}, "on": {on}}
		r := httptest.NewRequest("POST", "/received", strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		text, _ := io.ReadAll(v.send(r).Body)
		return string(text)
	}
	v.has(say("前几天"), "没有记下", "看不懂", "2021年7月8日")
	lock := filepath.Join(v.page.current().Folder, "~$任务清单.xlsx")
	if err := os.WriteFile(lock, []byte("user"), 0o644); err != nil {
		t.Fatal(err)
	}
	v.has(say("4月6日"), "正在 Excel 或 WPS 里打开着")
	os.Remove(lock)
	if after, err := os.ReadFile(name); err != nil || string(after) != string(before) {
		t.Error("something was written")
	}
}

// A workbook that has no 报送登记 gets one, and keeps all that it has.
func TestADayIsRegisteredWhereThereIsNoRegister(t *testing.T) {
	folder := sampleYear(t)
	name := filepath.Join(folder, "任务清单.xlsx")
	list, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	list.DeleteSheet("报送登记")
	before := list.GetSheetList()
	if err := list.Save(); err != nil {
		t.Fatal(err)
	}
	v := visitYear(t, folder)
	v.has(v.get(camePath("人事股", period.Quarter{Year: 2021, N: 2})), "没有读到填报日期", `name="on" value=""`)
	v.has(v.post("/received", "d", "人事股", "q", "2", "was", "", "on", "2021年7月10日"), "2021年7月10日收到")
	v.settle()
	v.has(v.get("/board?q=2"), "迟报2天")
	after, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if names := after.GetSheetList(); !slices.Equal(names, append(before, "报送登记")) {
		t.Errorf("sheets %q", names)
	}
	if rows, err := after.GetRows("报送登记"); err != nil || len(rows) != 2 || !slices.Equal(rows[1], []string{"人事股", "第二季度", "2021年7月10日"}) {
		t.Errorf("the register has %q %v", rows, err)
	}
}

// A name that may be short for another's is shown, and by one key it becomes an 别名 of it.
func TestANameBecomesAnAlias(t *testing.T) {
	folder := sampleYear(t)
	at := filepath.Join(folder, "任务清单.xlsx")
	list, err := excelize.OpenFile(at)
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := list.GetRows("部门名录")
	n := 0
	for i, row := range rows {
		if len(row) > 0 && row[0] != "" {
			n = i + 2
		}
	}
	if err := list.SetSheetRow("部门名录", "A"+strconv.Itoa(n), &[]any{"市体中心", "属下单位"}); err != nil {
		t.Fatal(err)
	}
	if err := list.Save(); err != nil {
		t.Fatal(err)
	}
	v := visitYear(t, folder)
	v.has(v.get("/list"), "<strong>市体中心</strong> 像是 <strong>示例市体育中心</strong>", "是同一家", "承接")
	v.has(v.post("/alias", "name", "市体中心", "of", "示例市文化馆"), "名录刚刚变了")
	v.has(v.post("/alias", "name", "市体中心", "of", "示例市体育中心"), "记下了：“市体中心”是示例市体育中心的别名")
	v.page.current().Again()
	v.settle()
	if screen := v.get("/list"); strings.Contains(screen, "像是 <strong>") {
		t.Error("it is asked again")
	}
	if d, ok := v.read().Ledger.Plan.Roster.Find("市体中心", v.read().Ledger.AsOf); !ok || d.Name != "示例市体育中心" || !slices.Contains(d.Aliases, "市体中心") {
		t.Errorf("it is found as %+v", d)
	}
}
