package plan

import (
	"errors"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan/roster/rostertest"
)

func sheet(name string, rows ...[]string) *grid.Sheet {
	return grid.FromRows("任务清单.xlsx", name, rows)
}

func book(sheets ...*grid.Sheet) *grid.Book {
	return &grid.Book{File: "任务清单.xlsx", Sheets: sheets}
}

// small is the shortest list there is.
func small(titles ...string) *grid.Sheet {
	rows := [][]string{}
	for _, t := range titles {
		rows = append(rows, []string{t})
	}
	return sheet("任务清单", append(rows, []string{"工作任务", "具体要求", "责任部门"}, []string{"一、公开规划", "1.12月底前公开规划纲要。", "办公室"})...)
}

func TestYear(t *testing.T) {
	set := func(year string) *grid.Sheet {
		return sheet("设置", []string{"项目", "值"}, []string{"年度", year})
	}
	tests := []struct {
		name string
		from Sources
		want int
	}{
		{"the flag goes first", Sources{List: book(small("2022年任务清单"), set("2023")), Year: 2021, Folder: "2024"}, 2021},
		{"then the setting", Sources{List: book(small("2022年任务清单"), set("2023年度")), Folder: "2024"}, 2023},
		{"then the title", Sources{List: book(small("附件2", "２０２２ 年任务清单")), Folder: "2024"}, 2022},
		{"outside of quoted titles", Sources{List: book(small("《2020年要点》2022年任务清单（国办发〔2019〕60号）"))}, 2022},
		{"inside where there is no other", Sources{List: book(small("关于印发《2022年任务清单》的通知")), Folder: "2024"}, 2022},
		{"then the folder", Sources{List: book(small()), Folder: "政务公开2024年"}, 2024},
		{"a setting that is no year", Sources{List: book(small(), set("本年")), Folder: "2024"}, 2024},
		{"nobody says", Sources{List: book(small("任务清单")), Folder: "政务公开"}, 0},
	}
	for _, tt := range tests {
		p, _, err := Read(tt.from)
		if tt.want == 0 {
			if !errors.Is(err, ErrNoYear) {
				t.Errorf("%s: error %v, want ErrNoYear", tt.name, err)
			}
			continue
		}
		if err != nil || p.Year != tt.want {
			t.Errorf("%s: %v, error %v; want %d", tt.name, p, err, tt.want)
			continue
		}
		if due := p.Requirements[0].Due.On; due != (period.Date{Year: tt.want, Month: 12, Day: 31}) {
			t.Errorf("%s: due %v", tt.name, due)
		}
	}
}

func TestNoList(t *testing.T) {
	for name, list := range map[string]*grid.Book{
		"no book":           nil,
		"no sheet":          book(),
		"no heading":        book(sheet("Sheet1", []string{"通知", "请各部门"})),
		"headings, no rows": book(sheet("Sheet1", []string{"工作任务", "工作要求", "牵头单位"}, []string{"一、聚焦", "", ""}, []string{"（一）公开", "", ""})),
		"only other sheets": book(sheet("部门名录", []string{"工作任务", "具体要求"}, []string{"一、a", "1.b"})),
	} {
		if _, _, err := Read(Sources{List: list, Year: 2021}); !errors.Is(err, ErrNoList) {
			t.Errorf("%s: error %v, want ErrNoList", name, err)
		}
	}
}

func TestListIsFoundAmongSheets(t *testing.T) {
	note := sheet("说明", []string{"请先看本页"})
	p, _, err := Read(Sources{List: book(note, sheet("Sheet2", []string{"工作任务", "具体要求"}, []string{"一、甲", "1.乙"})), Year: 2021})
	if err != nil || p.Requirements[0].Text.At.Sheet() != "Sheet2" {
		t.Fatalf("%+v, %v", p, err)
	}
}

func TestMasterGoesBeforeTheListsOwnSheets(t *testing.T) {
	own := sheet("部门名录", []string{"部门名称"}, []string{"甲股"})
	master := book(sheet("部门名录", []string{"部门名称"}, []string{"乙股"}))
	for want, from := range map[string]Sources{
		"甲股": {List: book(small(), own), Year: 2021},
		"乙股": {List: book(small(), own), Master: master, Year: 2021},
	} {
		p, _, err := Read(from)
		if err != nil || len(p.Roster.Departments) != 1 || p.Roster.Departments[0].Name != want {
			t.Errorf("roster %+v, error %v; want %s", p.Roster, err, want)
		}
	}
}

func TestEmbeddedRosterGivesWayToTheMasters(t *testing.T) {
	from := Embedded(nil)
	from.Master = book(sheet("部门名录", []string{"部门名称", "类别"}, []string{"办公室", "股室"}))
	p, _, err := Read(from)
	if err != nil || len(p.Roster.Departments) != 1 || p.Year != 2021 {
		t.Fatalf("%+v, %v", p.Roster, err)
	}
}

func TestSettings(t *testing.T) {
	p, found, err := Read(Sources{List: book(small(), sheet("设置",
		[]string{"项目", "值", "说明"},
		[]string{"年度", "2021", ""}, []string{"单位名称", "示例局", "全称"}, []string{"截至季度", "三季度", ""}, []string{"报送截止日", "季末", ""},
		[]string{"无牵头时", "首位牵头", ""}, []string{"公开电话", "0750-1234567", ""}, []string{"字体", "内置", ""}))})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 0 {
		t.Errorf("found %s", findingText(found))
	}
	s := p.Settings
	if s.Unit != "示例局" || p.Unit != "示例局" || p.Roster.Unit != "示例局" || s.AsOf.String() != "2021Q3" || !s.FirstLeads || s.Phone != "0750-1234567" || s.Fonts != "内置" || s.Deadline.Rule != "季末" {
		t.Errorf("%+v", s)
	}
}

// 附件号 and 起始页码 are read however they are written, may be missing without a word, and what is no
// number is said.
func TestAnnexSettings(t *testing.T) {
	for _, tc := range []struct {
		number, page string
		annex        string
		first        int
		found        []string
	}{
		{"", "", "", 0, nil}, {"1", "5", "1", 5, nil}, {"附件2-1", "第12页", "2-1", 12, nil}, {"附件", "１５", "", 15, nil},
		{"之一", "0", "", 0, []string{"附件号“之一”", "起始页码“0”"}},
	} {
		p, found, err := Read(Sources{Year: 2021, List: book(small(), sheet("设置", []string{"项目", "值"}, []string{"附件号", tc.number}, []string{"起始页码", tc.page}))})
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, f := range found {
			if f.Code == finding.SettingUnreadable {
				said = append(said, f.Found)
			}
		}
		if p.Settings.Annex != tc.annex || p.Settings.FirstPage != tc.first || strings.Join(said, "|") != strings.Join(tc.found, "|") {
			t.Errorf("%q, %q: %q, %d, %q", tc.number, tc.page, p.Settings.Annex, p.Settings.FirstPage, said)
		}
	}
}

func TestMissingSettings(t *testing.T) {
	_, found, err := Read(Sources{List: book(small(), sheet("设置", []string{"项目", "值"}, []string{"报送截止日", "尽快"}, []string{"无牵头时", "随便"})), Folder: "2021"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range found {
		if f.Code != finding.SettingMissing && f.Code != finding.SettingUnreadable {
			t.Errorf("unexpected %s", f.Code)
		}
		got = append(got, string(f.Severity())+f.Place.Cell()+f.Found)
	}
	for _, want := range []string{"info年度、单位名称、截至季度、公开电话、字体", "warningB2报送截止日“尽快”", "warningB3无牵头时“随便”"} {
		if !strings.Contains("|"+strings.Join(got, "|")+"|", "|"+want+"|") {
			t.Errorf("%q is not among %q", want, got)
		}
	}
	if len(got) != 3 {
		t.Errorf("%d findings, want 3: %q", len(got), got)
	}
}

func TestRosterSheet(t *testing.T) {
	p, found, err := Read(Sources{Year: 2021, List: book(small(), sheet("部门名录",
		[]string{"部门名录"},
		[]string{"部门名称", "类别", "别名", "启用", "停用"},
		[]string{"办公室", "股室", "局办、综合股", "", ""},
		[]string{"文化股", "内设科室", "", "", "三季度"},
		[]string{"文旅股", "", "", "2021Q3", ""},
		[]string{"图书馆", "下属事业单位", "", "", ""},
		[]string{"博物馆", "", "", "", ""},
		[]string{"市财政局", "外单位", "", "", ""},
		[]string{"办公室", "股室", "", "", ""},
		[]string{"", "", "", "", ""},
		[]string{"执法股", "股室", "", "春季", ""}))})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range p.Roster.Departments {
		got = append(got, strings.Join([]string{d.Name, string(d.Kind), strings.Join(d.Aliases, "+"), d.Active.From.String(), d.Active.Until.String(), d.At.Cell()}, " "))
	}
	want := join("办公室 股室 局办+综合股   A3", "文化股 股室   2021Q3 A4", "文旅股 股室  2021Q3  A5", "图书馆 属下单位    A6", "博物馆 属下单位    A7", "市财政局 外单位    A8", "执法股 股室    A11")
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if rostertest.Codes(found) != "list-due-unreadable D11" {
		t.Errorf("found %s", rostertest.Codes(found))
	}
}

func TestReceiptsAndSensitiveWords(t *testing.T) {
	p, found, err := Read(Sources{Year: 2021, List: book(small(),
		sheet("部门名录", []string{"部门名称"}, []string{"办公室"}, []string{"计划财务股"}),
		sheet("报送登记", []string{"部门", "季度", "收到日期"},
			[]string{"局办公室", "第三季度", "2021年10月8日"},
			[]string{"计划财务科", "2021Q4", "1月5日"},
			[]string{"办公室", "四季度", "过几天"},
			[]string{"办公室", "某季度", "10月8日"},
			[]string{"教育局", "一季度", "4月8日"},
			[]string{"办公室", "二季度", ""}),
		sheet("敏感词", []string{"敏感词"}, []string{"甲"}, []string{" 乙 "}, []string{""}, []string{"甲"}))})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range p.Receipts {
		got = append(got, r.Department+" "+r.Quarter.String()+" "+r.On.Value.String()+" "+r.On.At.Cell())
	}
	if s := strings.Join(got, "\n"); s != join("办公室 2021Q3 2021-10-08 C2", "计划财务股 2021Q4 2022-01-05 C3", "教育局 2021Q1 2021-04-08 C6") {
		t.Errorf("receipts\n%s", s)
	}
	if rostertest.Codes(found) != "date-unreadable C4, date-unreadable A5, list-unknown-department A6" {
		t.Errorf("found %s", rostertest.Codes(found))
	}
	if strings.Join(p.Sensitive, "+") != "甲+乙" {
		t.Errorf("sensitive %q", p.Sensitive)
	}
}

func TestActive(t *testing.T) {
	p, found, err := Read(Sources{Year: 2021, List: book(sheet("任务清单",
		[]string{"工作任务", "具体要求", "责任部门", "启用", "停用", "调整说明"},
		[]string{"一、公开规划", "1.公开纲要。", "办公室", "二季度", "2021年第四季度", "上级调整"},
		[]string{"", "2.公开解读。", "办公室", "", "某时", ""}))})
	if err != nil {
		t.Fatal(err)
	}
	a := p.Requirements[0].Active
	if a.From.String() != "2021Q2" || a.Until.String() != "2021Q4" || a.Note != "上级调整" {
		t.Errorf("%+v", a)
	}
	for n, want := range map[int]bool{1: false, 2: true, 3: true, 4: false} {
		if a.In(period.Quarter{Year: 2021, N: n}) != want {
			t.Errorf("quarter %d counts: %v", n, !want)
		}
	}
	if rostertest.Codes(found) != "list-due-unreadable E3" || !strings.Contains(findingText(found), "停用“某时”") {
		t.Errorf("found %s", findingText(found))
	}
}

func join(lines ...string) string { return strings.Join(lines, "\n") }
