package page

import (
	"bytes"
	"mime/multipart"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/templates/words"

	"github.com/xuri/excelize/v2"
)

// issue sends a list to 清单, or, without a name, asks for what is missing beside the one there.
func (v *visitor) issue(name string, data []byte) string {
	v.Helper()
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	if name != "" {
		part, err := m.CreateFormFile("files", name)
		if err != nil {
			v.Fatal(err)
		}
		part.Write(data)
	}
	m.Close()
	r := httptest.NewRequest("POST", "/take", &body)
	r.Header.Set("Content-Type", m.FormDataContentType())
	screen := v.follow("/take", v.send(r))
	v.settle()
	return screen
}

// ofWater is a list as a bureau issues it, by somebody else's program.
func ofWater(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	f.SetSheetName("Sheet1", "分解表")
	for i, row := range [][]any{
		{"清源县水利局2026年重点工作任务分解表"},
		{"序号", "重点任务", "具体要求", "牵头股室", "配合股室", "完成时限"},
		{1, "水旱灾害防御", "修订完善防汛抗旱应急预案。", "水旱灾害防御股", "办公室", "5月底前"},
		{2, nil, "开展山洪灾害防治区隐患排查。", "水旱灾害防御股", nil, "常态化"},
		{3, "河湖长制", "完成县级河湖健康评价3条。", "河湖管理股", "水土保持站", "11月底前"},
		{4, nil, "组织“清四乱”专项行动。", "河湖管理股", "执法大队、办公室", "每季度"},
	} {
		f.SetSheetRow("分解表", "A"+string(rune('1'+i)), &row)
	}
	f.MergeCell("分解表", "A1", "F1")
	f.MergeCell("分解表", "B3", "B4")
	f.MergeCell("分解表", "B5", "B6")
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A list as it was issued is put in on the page: it is read as it stands, beside the settings of the
// year, with the departments that it names, and what lay there before is kept.
func TestAnIssuedListIsPutIn(t *testing.T) {
	base := t.TempDir()
	v := visitFolder(t, base)
	v.post("/make", "name", "2026", "unit", "清源县水利局")
	v.settle()
	folder := filepath.Join(base, "2026")
	before, _ := os.ReadFile(filepath.Join(folder, "任务清单.xlsx"))
	v.has(v.get("/list"), "把今年印发的清单拖到这里")
	v.has(v.drop("第一季度", sent{"分解表.xlsx", ofWater(t)}), "像是任务清单", `href="/list"`)
	os.Remove(filepath.Join(folder, "第一季度", "分解表.xlsx"))
	v.settle()
	v.has(v.issue("清源县水利局2026年分解表.xlsx", ofWater(t)), "清单换好了：2项任务、4条要求", "登记了清单点名的5个部门", "水土保持站", "作废/任务清单.xlsx")
	kept, _ := os.ReadFile(filepath.Join(folder, "作废", "任务清单.xlsx"))
	if !bytes.Equal(before, kept) {
		t.Error("what lay there before is lost")
	}
	l := v.read().Ledger
	if l.Unit != "清源县水利局" || l.Year != 2026 || len(l.Plan.Roster.Departments) != 5 {
		t.Errorf("unit %s, year %d, departments %v", l.Unit, l.Year, l.Plan.Roster.Departments)
	}
	if r := l.Requirement(4); r.Due.Recurring != "每季度" || len(r.Duty.Lead) != 1 || len(r.Duty.Support) != 2 {
		t.Errorf("the fourth requirement: %+v", r)
	}
	screen := v.get("/list")
	v.has(screen, "修订完善防汛抗旱应急预案", "常态化", "换一份清单")
	if strings.Contains(screen, "不在部门名录里") {
		t.Error("departments that the list names are asked for")
	}
	v.has(v.post("/forms", "quarter", "1"), "报送表已写出")

	// Put in once more, by a year that has a roster of its own, it changes nothing there.
	v.issue("分解表.xlsx", ofWater(t))
	if n := len(v.read().Ledger.Plan.Roster.Departments); n != 5 || v.read().Ledger.Unit != "清源县水利局" {
		t.Errorf("after the second time %d departments of %s", n, v.read().Ledger.Unit)
	}
}

// A list that somebody put in by hand, over roster and settings, gets both back.
func TestAListWithNothingBesideIt(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2026")
	os.Mkdir(folder, 0o755)
	os.WriteFile(filepath.Join(folder, "任务清单.xlsx"), ofWater(t), 0o644)
	v := visitYear(t, folder)
	v.has(v.get("/list"), "旁边没有“部门名录”和“设置”两页")
	v.has(v.issue("", nil), "清单换好了", "登记了清单点名的5个部门")
	f, err := excelize.OpenFile(filepath.Join(folder, "任务清单.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	if sheets := f.GetSheetList(); !slices.Contains(sheets, "部门名录") || !slices.Contains(sheets, "设置") {
		t.Errorf("sheets %v", sheets)
	}
	if strings.Contains(v.get("/list"), "旁边没有") {
		t.Error("it is still asked for")
	}
}

// What is no list is refused, and nothing is changed by it.
func TestWhatIsNoListIsRefused(t *testing.T) {
	v := visitPart(t)
	folder := v.page.current().Folder
	before := tree(t, folder)
	for name, data := range map[string][]byte{"通知.txt": []byte("各部门：请按时报送。"), "坏的.xlsx": []byte("broken"), "../../清单.docx": nil} {
		v.has(v.issue(name, data), "没有换：")
	}
	if names := differ(before, tree(t, folder)); len(names) > 0 {
		t.Errorf("changed are %v", names)
	}
}

// A list in prose or in a text file is put in as one of a workbook is.
func TestAListInATextFile(t *testing.T) {
	base := t.TempDir()
	v := visitFolder(t, base)
	v.post("/make", "name", "2026", "unit", "清源县水利局")
	v.settle()
	list := "清源县水利局2026年重点工作任务清单\n一、水旱灾害防御\n1.修订完善防汛抗旱应急预案。（责任部门：水旱灾害防御股）\n2.开展山洪灾害防治区隐患排查。（责任部门：水旱灾害防御股、办公室）\n二、河湖长制\n3.完成县级河湖健康评价3条。（责任部门：河湖管理股）\n"
	v.has(v.issue("清单.txt", []byte(list)), "清单换好了：2项任务、3条要求")
	if n := len(v.read().Ledger.Plan.Requirements); n != 3 {
		t.Errorf("%d requirements", n)
	}
}

// A form of the program's own is understood whatever is written into it: no heading of it is asked for,
// and next steps that have their day are no deadline.
func TestNoHeadingOfAFormIsAskedFor(t *testing.T) {
	base := t.TempDir()
	v := visitFolder(t, base)
	v.post("/make", "name", "2026", "unit", "清源县水利局")
	v.settle()
	v.issue("分解表.xlsx", ofWater(t))
	v.post("/forms", "quarter", "1")
	paths, err := filepath.Glob(filepath.Join(base, "2026", "下发", "第一季度", "*.xlsx"))
	if err != nil || len(paths) != 5 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		v.drop("第一季度", filledIn(t, path))
	}
	v.settle()
	s := v.read()
	if open := v.page.current().Doubtful(s); len(open) > 0 {
		t.Errorf("asked are %v", s.Headings[open[0]].Heading)
	}
	steps := 0
	for i := range s.Ledger.Returns {
		for _, col := range s.Ledger.Returns[i].Columns {
			if col.Heading == "下步措施" && col.Role == words.NextSteps {
				steps++
			}
		}
	}
	if steps != len(paths) {
		t.Errorf("next steps are known in %d forms of %d", steps, len(paths))
	}
}

// filledIn is a form as a department fills it in: one row of it, with what is to be done next by a day.
func filledIn(t *testing.T, path string) sent {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	head := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, "下步措施") })
	for heading, said := range map[string]string{"本季度进展": "正在编制招标文件", "完成状态": "推进中", "下步措施": "5月底前完成招标"} {
		cell, err := excelize.CoordinatesToCellName(slices.Index(rows[head], heading)+1, head+2)
		if err == nil {
			err = f.SetCellValue(sheet, cell, said)
		}
		if err != nil {
			t.Fatal(heading, err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return sent{filepath.Base(path), b.Bytes()}
}
