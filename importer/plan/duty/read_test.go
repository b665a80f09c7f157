package duty

import (
	"strings"
	"testing"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/plan/roster"
	"taizhang/importer/plan/roster/rostertest"
	"taizhang/templates/words"
)

func TestDuty(t *testing.T) {
	const service = "广电旅游和公共服务股(行政审批服务股)"
	tests := []struct{ cell, want string }{
		{"办公室", "共同 办公室"},
		{"办公室、各股室、属下单位", "共同 办公室、各股室*、属下单位*"},
		{"办公室牵头,其他股室及属下单位配合", "牵头 办公室 | 配合 其他股室*、属下单位*"},
		{"办公室牵头，其他股室及属下单位配合。", "牵头 办公室 | 配合 其他股室*、属下单位*"},
		{"办公室、计划财务股牵头,其他股室及属下单位配合", "牵头 办公室、计划财务股 | 配合 其他股室*、属下单位*"},
		{service + "牵头,办公室配合", "牵头 " + service + " | 配合 办公室"},
		{"广电旅游和公共服务股（行政审批服务股）", "共同 " + service},
		{"行政审批服务股、市文广旅体局办公室", "共同 " + service + "、办公室"},
		{"计划财务科", "共同 计划财务股"},
		{"办公室和计划财务股", "共同 办公室、计划财务股"},
		{"办公室与未知股", "共同 办公室与未知股"},
		{"办公室 计划财务股", "共同 办公室、计划财务股"},
		{"办公室\n计划财务股", "共同 办公室、计划财务股"},
		{"广电旅游和公共\n服务股", "共同 " + service},
		{"广电旅游和公共服务股\n(行政审批服务股)", "共同 " + service},
		{"办公室牵头\n计划财务股配合", "牵头 办公室 | 配合 计划财务股"},
		{"办公室牵头 计划财务股配合", "牵头 办公室 | 配合 计划财务股"},
		{"办公室负责，计划财务股配合", "牵头 办公室 | 配合 计划财务股"},
		{"办公室负责", "共同 办公室"},
		{"计划财务股配合，办公室负责", "共同 计划财务股、办公室"},
		{"计划财务股配合", "共同 计划财务股"},
		{"办公室主办，计划财务股协办", "牵头 办公室 | 配合 计划财务股"},
		{"办公室（牵头）、计划财务股（配合）", "牵头 办公室 | 配合 计划财务股"},
		{"办公室（计划财务股配合）", "牵头 办公室 | 配合 计划财务股"},
		{"办公室（计划财务股、文化馆协办）", "牵头 办公室 | 配合 计划财务股、文化馆"},
		{"办公室、人事股（计划财务股配合）", "牵头 办公室、人事股 | 配合 计划财务股"},
		{"新设股（督导室配合）", "牵头 新设股 | 配合 督导室"},
		{"（办公室牵头，计划财务股配合）", "牵头 办公室 | 配合 计划财务股"},
		{"办公室、计划财务股分别牵头落实", "牵头 办公室、计划财务股"},
		{"办公室、计划财务股按职责分工负责", "共同 办公室、计划财务股"},
		{"办公室牵头，各科室、局属各单位具体落实", "牵头 办公室 | 配合 各科室*、局属各单位*"},
		{"市财政局牵头,市民政局、市农业农村局等有关部门落实;各镇(街)参照落实", "牵头 市财政局 | 配合 市民政局、市农业农村局、各镇(街)"},
		{"各镇(街),市直各单位", "共同 各镇(街)、市直各单位"},
		{"牵头单位：办公室、计划财务股；责任单位：文化馆", "牵头 办公室、计划财务股 | 配合 文化馆"},
		{"牵头单位：办公室\n配合单位：文化馆、图书馆", "牵头 办公室 | 配合 文化馆、市图书馆"},
		{"牵头领导：张三、李四；牵头单位：办公室", "牵头 办公室"},
		{"责任单位：办公室、文化馆", "共同 办公室、文化馆"},
		{"办公室、办公室、局办", "共同 办公室"},
		{"办公室（计划财务股、文化馆协助）", "牵头 办公室 | 配合 计划财务股、文化馆"},
		{"办公室（会同计划财务股）", "牵头 办公室 | 配合 计划财务股"},
		{"文化馆（办公室牵头）", "牵头 办公室 | 配合 文化馆"},
		{"办公室牵头（其他股室配合）", "牵头 办公室 | 配合 其他股室*"},
		{"办公室（计划财务股配合）、文化馆（图书馆参与）", "牵头 办公室、文化馆 | 配合 计划财务股、市图书馆"},
		{"办公室（计划财务股配合）、文化馆配合", "牵头 办公室 | 配合 计划财务股、文化馆"},
		{"办公室（宣传报道股配合）", "牵头 办公室 | 配合 宣传报道股"},
		{"办公室（张三负责）", "共同 办公室"},
		{"办公室牵头，办公室、文化馆配合", "牵头 办公室 | 配合 文化馆"},
		{"高等教育股（研究生科、学位办）", "共同 高等教育股（研究生科、学位办）"},
		{"办公室（政务公开、文化馆", "共同 办公室（政务公开、文化馆"},
		{"有关股室", "共同 有关股室"},
		{"", ""},
		{"。", ""},
		{"牵头", ""},
	}
	d := NewGrammar(rostertest.Bureau(), words.Default())
	for _, tt := range tests {
		if got := inWords(Settle(d.Read(tt.cell, Unmarked).All)); got != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.cell, got, tt.want)
		}
	}
}

func TestDutyWithoutRoster(t *testing.T) {
	d := NewGrammar(&roster.Roster{}, words.Default())
	for cell, want := range map[string]string{
		"办公室和计划财务股、文化馆":           "共同 办公室和计划财务股、文化馆",
		"办公室 计划财务股":               "共同 办公室、计划财务股",
		"办公室牵头，其他股室及属下单位配合":       "牵头 办公室 | 配合 其他股室*、属下单位*",
		"广电旅游和公共服务股（行政审批服务股），各股室": "共同 广电旅游和公共服务股（行政审批服务股）、各股室*",
	} {
		if got := inWords(Settle(d.Read(cell, Unmarked).All)); got != want {
			t.Errorf("%q:\n got %s\nwant %s", cell, got, want)
		}
	}
}

func FuzzDuty(f *testing.F) {
	for _, s := range []string{"办公室牵头,其他股室及属下单位配合。", "（（）", "牵头：", "\xff、", "A\n（", "办公室等", "；；\n、", "：：牵头领导：", "甲\n \n乙"} {
		f.Add(s)
	}
	d := NewGrammar(rostertest.Bureau(), words.Default())
	f.Fuzz(func(t *testing.T, s string) {
		duty := Settle(d.Read(s, Unmarked).All)
		if len(duty.Support) > 0 && len(duty.Lead) == 0 || len(duty.Lead) > 0 && len(duty.Joint) > 0 {
			t.Fatalf("%q: %s", s, inWords(duty))
		}
		for _, p := range append(append(duty.Lead, duty.Support...), duty.Joint...) {
			if strings.TrimSpace(p.Name) == "" {
				t.Fatalf("%q has a party without a name", s)
			}
			if _, known := d.roster.Named(p.Name); !known && p.Collective == "" && utf8.ValidString(s) &&
				!strings.Contains(spaceless(s), spaceless(p.Name)) && !strings.Contains(fold.Key(s), fold.Key(p.Name)) {
				t.Fatalf("%q names nobody called %q", s, p.Name)
			}
		}
	})
}

func spaceless(s string) string { return strings.Join(strings.Fields(s), "") }

// A department of the roster is one however long its name is.
func TestLongNameLooksLikeDuty(t *testing.T) {
	const long = "广播电视旅游和公共服务与行政审批协调监督管理以及应急值守服务中心"
	r := rostertest.Bureau()
	d := NewGrammar(r, words.Default())
	if d.LooksLikeDuty("办公室、" + long) {
		t.Error("a long unknown name looks like a department")
	}
	r.Departments = append(r.Departments, roster.Department{Name: long, Kind: roster.Section})
	if d := NewGrammar(r, words.Default()); !d.LooksLikeDuty("办公室、" + long) {
		t.Error("a department of the roster does not look like one")
	}
}
