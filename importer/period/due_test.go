package period

import "testing"

// dueText writes a due as its date or its phrase.
func dueText(d Due) string { return d.On.String() + d.Recurring }

func TestFindDue(t *testing.T) {
	for text, want := range map[string]string{
		"2021年底前，在市政府门户网站专栏集中公开市本级现行有效规范性文件，并实现动态更新调整。": "2021-12-31",
		"市直有关部门、各镇(街)需于2021年11月20日前主动公开基层政务公开标准目录":      "2021-11-20",
		"11月20日前完成":      "2021-11-20",
		"12月底前报送":        "2021-12-31",
		"确保11月底前完成":      "2021-11-30",
		"6月底完成":          "2021-06-30",
		"2020年年底前":       "",
		"2022年6月底前":      "2022-06-30",
		"今年年底前":          "2021-12-31",
		"明年3月底前":         "2022-03-31",
		"年底前完成整改":        "2021-12-31",
		"10月中旬前":         "2021-10-20",
		"三季度末前":          "2021-09-30",
		"9月底前制定，12月底前完成": "2021-12-31",
		"二〇二一年十一月二十日前":   "2021-11-20",
		"按上级考核要求,市直有关部门每年至少更新一次“开放江门”数据集。":         "每年至少更新一次",
		"市直各部门、各镇(街)主要负责同志每年至少听取1次政务公开工作汇报,专题研究部署": "每年至少听取1次",
		"每季度末汇总":               "每季度末",
		"每季度至少公开一次":            "每季度至少公开一次",
		"每月8日前报送":              "每月8日前",
		"每年1月31日前公布年度报告":       "每年1月31日前",
		"每年1、4、7、10月8日之前报送":    "每年1、4、7、10月8日之前",
		"每半年不少于2次":             "每半年不少于2次",
		"2021年底前建立清单，每季度更新一次。": "2021-12-31",

		"上半年完成在建项目现场检查25个。":          "2021-06-30",
		"推进12个老旧小区改造，年内完成。":          "2021-12-31",
		"第三季度内完成全部整改":                "2021-09-30",
		"2022年上半年办结":                 "2022-06-30",
		"9月底前制定，年内完成":                "2021-12-31",
		"上半年完成前期工作，下半年开工建设":          "",
		"一季度完成方案，后续逐步推开":             "",
		"2020年上半年完成情况":               "",
		"对上半年完成的项目组织验收":              "",
		"通报去年完成情况":                   "",
		"全年完成投资2.6亿元，每季度通报一次":        "每季度通报一次",
		"建立本地区、本单位2021年政务公开工作重点任务台账": "",
		"《2021年12月底前工作要点》":           "",
		"国办公开办函〔2021〕30号":            "",
		"自2021年3月1日起施行":              "",
		"2021年11月20日前后":              "",
		"信息形成或者变更之日起20个工作日内":         "",
		"对2019年底前已出台的文件":             "",
		"每个部门":                       "",
		"9月前":                        "",
		"2021年2月30日前":                "",
		"":                           "",
	} {
		if got := dueText(FindDue(text, 2021)); got != want {
			t.Errorf("FindDue(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestFindDueKeepsTheWords(t *testing.T) {
	if got := FindDue("需于 2021 年１１月20日前，主动公开", 2021).Said; got != "2021 年１１月20日前" {
		t.Errorf("Said = %q", got)
	}
	if got := FindDue("部门每年 至少更新一次数据集", 2021).Recurring; got != "每年 至少更新一次" {
		t.Errorf("Recurring = %q", got)
	}
}

func TestParseDue(t *testing.T) {
	tests := []struct {
		text, want string
		ok         bool
	}{
		{"2021年底前", "2021-12-31", true}, {"年底前", "2021-12-31", true}, {"12月底前", "2021-12-31", true}, {"11月底前完成", "2021-11-30", true},
		{"6月底完成", "2021-06-30", true}, {"2021年11月20日前", "2021-11-20", true}, {"2022年6月底前", "2022-06-30", true}, {"2021年12月31日", "2021-12-31", true},
		{"2021.12.31", "2021-12-31", true}, {"三季度末", "2021-09-30", true}, {"第三季度", "2021-09-30", true}, {"上半年", "2021-06-30", true}, {"10月中旬", "2021-10-20", true},
		{"2021年", "2021-12-31", true}, {"2021年内", "2021-12-31", true}, {"年内完成", "2021-12-31", true}, {"2021—2023年", "2023-12-31", true}, {"12月", "2021-12-31", true},
		{"6月底前启动，11月底前完成", "2021-11-30", true},
		{"每季度末", "每季度末", true}, {"每年1、4、7、10月8日之前", "每年1、4、7、10月8日之前", true}, {"每年至少更新一次", "每年至少更新一次", true}, {"每月", "每月", true},
		{"每学期", "每学期", true}, {"每学期末", "每学期末", true}, {"每学期至少2次", "每学期至少2次", true}, {"按学期", "按学期", true}, {"每学年一次", "每学年一次", true}, {"每两个月", "每两个月", true},
		{"日常", "", true}, {"经常性工作", "", true}, {"贯穿全过程", "", true}, {"不定期", "", true},
		{"长期", "", true}, {"持续推进", "", true}, {"全年", "", true}, {"全年持续", "", true}, {"及时", "", true}, {"定期", "", true}, {"按年公开", "", true}, {"常年坚持", "", true},
		{"按上级要求", "", true}, {"待上级通知", "", true}, {"信息形成或者变更之日起20个工作日内", "", true}, {"预算经批复后20日内", "", true}, {"/", "", true}, {"", "", true},
		{"尽快", "", false}, {"春节前", "", false}, {"9月前", "", false}, {"2021年2月30日前", "", false}, {"办公室", "", false},
	}
	for _, tt := range tests {
		got, ok := ParseDue(tt.text, 2021)
		if dueText(got) != tt.want || ok != tt.ok {
			t.Errorf("ParseDue(%q) = %q, %v; want %q, %v", tt.text, dueText(got), ok, tt.want, tt.ok)
		}
	}
}

// An open end keeps its words: whoever reads it is told what the list says, not that it says nothing.
func TestAnOpenEndKeepsItsWords(t *testing.T) {
	for _, said := range []string{"常态化", "长期坚持", "全年", "及时", "日常", "不定期"} {
		if due, ok := ParseDue(" "+said, 2026); !ok || due.Named() || due.Said != said {
			t.Errorf("%s: %+v %v", said, due, ok)
		}
	}
	if due, _ := ParseDue("", 2026); due != (Due{}) {
		t.Errorf("an empty cell: %+v", due)
	}
}

func TestParseDeadline(t *testing.T) {
	tests := []struct {
		rule string
		want [4]string
	}{
		{"次月8日", [4]string{"2021-04-08", "2021-07-08", "2021-10-08", "2022-01-08"}},
		{"次月 ８ 日前", [4]string{"2021-04-08", "2021-07-08", "2021-10-08", "2022-01-08"}},
		{"季后次月8日前", [4]string{"2021-04-08", "2021-07-08", "2021-10-08", "2022-01-08"}},
		{"季后10日内", [4]string{"2021-04-10", "2021-07-10", "2021-10-10", "2022-01-10"}},
		{"次月底", [4]string{"2021-04-30", "2021-07-31", "2021-10-31", "2022-01-31"}},
		{"季末", [4]string{"2021-03-31", "2021-06-30", "2021-09-30", "2021-12-31"}},
		{"每季度末", [4]string{"2021-03-31", "2021-06-30", "2021-09-30", "2021-12-31"}},
		{"季末月25日", [4]string{"2021-03-25", "2021-06-25", "2021-09-25", "2021-12-25"}},
		{"次月31日", [4]string{"2021-04-30", "2021-07-31", "2021-10-31", "2022-01-31"}},
		{"每年1、4、7、10月8日之前", [4]string{"2021-04-08", "2021-07-08", "2021-10-08", "2022-01-08"}},
		{"3、6、9、12月25日前", [4]string{"2021-03-25", "2021-06-25", "2021-09-25", "2021-12-25"}},
		{"4月8日、7月8日、10月8日、1月8日", [4]string{"2021-04-08", "2021-07-08", "2021-10-08", "2022-01-08"}},
		{"4.8、7.8、10.8、12.20", [4]string{"2021-04-08", "2021-07-08", "2021-10-08", "2021-12-20"}},
		{"2021年4月8日、2021年7月8日、2021年10月8日、2022年1月8日", [4]string{"2021-04-08", "2021-07-08", "2021-10-08", "2022-01-08"}},
		{"1月8日、4月8日、7月8日、10月8日", [4]string{}},
		{"4月8日、7月8日、10月8日", [4]string{}},
		{"季后5个工作日", [4]string{}},
		{"次月", [4]string{}},
		{"8日", [4]string{}},
		{"尽快", [4]string{}},
		{"", [4]string{}},
	}
	for _, tt := range tests {
		d, ok := ParseDeadline(tt.rule, 2021)
		if ok != (tt.want[0] != "") {
			t.Errorf("ParseDeadline(%q) ok = %v", tt.rule, ok)
		}
		for n := 1; ok && n <= 4; n++ {
			if got := d.For(Quarter{2021, n}); got.String() != tt.want[n-1] {
				t.Errorf("%q of quarter %d is %v, want %v", tt.rule, n, got, tt.want[n-1])
			}
		}
	}
	if got := (Deadline{}).For(Quarter{2021, 1}); !got.IsZero() {
		t.Errorf("no rule gives %v", got)
	}
}

// Months from one to another are due by the end of the last.
func TestMonthsToMonths(t *testing.T) {
	for text, want := range map[string]Date{
		"5月至9月": {2026, 9, 30}, "5月—9月": {2026, 9, 30}, "5月到9月底": {2026, 9, 30}, "5月份至9月份": {2026, 9, 30}, "2026年5月至9月": {2026, 9, 30}, "5-9月": {2026, 9, 30},
	} {
		if due, ok := ParseDue(text, 2026); !ok || due.On != want {
			t.Errorf("%s: %v %v", text, due, ok)
		}
	}
	for _, text := range []string{"9月至5月", "5月至13月"} {
		if due, ok := ParseDue(text, 2026); ok && !due.On.IsZero() {
			t.Errorf("%s: %v", text, due)
		}
	}
}

// A year has two terms: what comes round every term is done anew in each half of the year.
func TestATermIsARound(t *testing.T) {
	due, _ := ParseDue("每学期", 2026)
	for n, want := range map[int]int{1: 1, 2: 1, 3: 3, 4: 3} {
		if first, ok := due.Round(Quarter{Year: 2026, N: n}); !ok || first.N != want {
			t.Errorf("quarter %d: %v %v", n, first, ok)
		}
	}
	if due, _ := ParseDue("每学年一次", 2026); due.Recurring == "" {
		t.Error("每学年一次 recurs")
	} else if _, ok := due.Round(Quarter{Year: 2026, N: 2}); ok {
		t.Error("每学年一次 comes round once a year")
	}
}

// What was said of a round that is over leaves the next one open; what comes round once a year, or not at all, is
// said once.
func TestAgain(t *testing.T) {
	at := func(n int) Quarter { return Quarter{Year: 2026, N: n} }
	for _, tc := range []struct {
		due     Due
		said, q int
		want    bool
	}{
		{Due{Recurring: "每季度"}, 2, 3, true},
		{Due{Recurring: "每季度"}, 3, 3, false},
		{Due{Recurring: "每半年"}, 1, 2, false},
		{Due{Recurring: "每半年"}, 2, 3, true},
		{Due{Recurring: "每年至少1次"}, 1, 4, false},
		{Due{}, 1, 4, false},
	} {
		if got := tc.due.Again(at(tc.said), at(tc.q)); got != tc.want {
			t.Errorf("%q of the quarter %d in the quarter %d: %v", tc.due.Recurring, tc.said, tc.q, got)
		}
	}
}
