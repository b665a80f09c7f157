package roster_test

import (
	"slices"
	"strings"
	"testing"

	"taizhang/importer/period"
	"taizhang/importer/plan/roster"
	"taizhang/importer/plan/roster/rostertest"
)

func TestFind(t *testing.T) {
	r := rostertest.Bureau()
	const service = "广电旅游和公共服务股(行政审批服务股)"
	for said, want := range map[string]string{
		"办公室": "办公室", " 办 公 室 ": "办公室", "局办": "办公室", "局办公室": "办公室", "办公室（盖章）": "办公室", "办公室：": "办公室",
		"示例市文化广电旅游体育局办公室": "办公室", "市文广旅体局办公室": "办公室", "本局办公室": "办公室", "局机关办公室": "办公室",
		service: service, "广电旅游和公共服务股（行政审批服务股）": service, "广电旅游和公共服务股〔行政审批服务股〕": service, "广电旅游和公共服务股": service,
		"行政审批服务股": service, "广电旅游公共服务股": service, "行政审批服务科": service, "广电旅游和公共服务科（行政审批服务科）": service,
		"局行政审批服务股（盖章）": service,
		"计划财务股":        "计划财务股", "计划财务科": "计划财务股", "计财股": "计划财务股", "财务科": "计划财务股", "计划财务股室": "计划财务股", "计划统计科": "计划统计股",
		"文化馆": "文化馆", "市文化馆": "文化馆", "示例市文化馆": "文化馆", "图书馆": "市图书馆", "示例市图书馆": "市图书馆", "区博物馆": "区博物馆",
		"办公室（政务公开）": "办公室",
		"综合办公室":     "综合办公室",

		"": "", "   ": "", "（盖章）": "", "博物馆": "", "县图书馆": "", "计划股": "", "财会股": "", "领导小组办公室": "", "市财政局办公室": "", "办公": "", "各股室": "",
		"办公室（文化馆）": "", "室": "", "办公室、计划财务股": "",
	} {
		got, ok := r.Find(said, period.Quarter{})
		if got.Name != want || ok != (want != "") {
			t.Errorf("Find(%q) = %q, %v; want %q", said, got.Name, ok, want)
		}
	}
}

func TestFindInItsTime(t *testing.T) {
	r := rostertest.Bureau()
	for q, want := range map[period.Quarter]string{{Year: 2021, N: 2}: "文化艺术股", {Year: 2021, N: 3}: "艺术产业股", {}: "", {N: 2}: ""} {
		if got, _ := r.Find("文艺股", q); got.Name != want {
			t.Errorf("文艺股 in %v is %q, want %q", q, got.Name, want)
		}
	}
	// A name that only one department has is found in any quarter: history resolves.
	if got, ok := r.Find("文化艺术股", period.Quarter{Year: 2021, N: 4}); !ok || got.Name != "文化艺术股" {
		t.Errorf("文化艺术股 in its last year: %q, %v", got.Name, ok)
	}
}

func TestFindWithoutTheUnitsName(t *testing.T) {
	r := rostertest.Bureau()
	r.Unit = ""
	for said, want := range map[string]string{"江门市文化广电旅游体育局办公室": "办公室", "某局计划财务股": "计划财务股", "领导小组办公室": "", "县图书馆": ""} {
		if got, _ := r.Find(said, period.Quarter{}); got.Name != want {
			t.Errorf("Find(%q) = %q, want %q", said, got.Name, want)
		}
	}
}

func TestFindIn(t *testing.T) {
	r := rostertest.Bureau()
	for text, want := range map[string]string{
		"办公室":           "办公室",
		"第三季度办公室.xlsx":  "办公室",
		"2021年第三季度办公室":  "办公室",
		"办公室_2021Q3(1)": "办公室",
		"示例市文化广电旅游体育局办公室2021年第三季度完成情况表": "办公室",
		"市文广旅体局办公室报送":                   "办公室",
		"报送局办公室":                        "办公室",
		"办 公 室":                         "办公室",
		"综合办公室第三季度":                     "综合办公室",
		"综合办公室、办公室":                     "综合办公室|办公室",
		"政务公开任务计划财务股":                   "计划财务股",
		"计划财务科三季度":                      "计划财务股",
		"计划财务股和市场执法股":                   "计划财务股|市场执法股",
		"广电旅游和公共服务股（行政审批服务股）第三季度":       "广电旅游和公共服务股(行政审批服务股)",
		"行政审批服务股":                       "广电旅游和公共服务股(行政审批服务股)",
		"广电旅游公共服务股":                     "广电旅游和公共服务股(行政审批服务股)",
		"示例市文化馆":                        "文化馆",
		"市图书馆、文化馆":                      "市图书馆|文化馆",

		"示例市文化广电旅游体育局":           "",
		"示例市文化广电旅游体育局第三季度完成情况表":  "",
		"领导小组办公室":                "",
		"国务院办公厅政府信息与政务公开办公室关于报送": "",
		"市财政局办公室":                "",
		"市政府办公室":                 "",
		"群众文化馆":                  "",
		"第三季度":                   "",
		"":                       "",
	} {
		var names []string
		for _, d := range r.FindIn(text) {
			names = append(names, d.Name)
		}
		if got := strings.Join(names, "|"); got != want {
			t.Errorf("FindIn(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	r := rostertest.Bureau()
	for said, want := range map[string]string{
		"计划财统股": "计划财务股”或“计划统计股",
		"执法大队":  "市场执法股",
		"教育局":   "",
		"":      "",
	} {
		if got := r.Suggest(said); got != want {
			t.Errorf("Suggest(%q) = %q, want %q", said, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"办公室", "示例市文化广电旅游体育局办公室", "广电旅游和公共服务股（行政审批服务股）", "\xff（", "市", "（（）", "局局局", "科"} {
		f.Add(s)
	}
	r := rostertest.Bureau()
	names := func(ds []roster.Department) (out []string) {
		for _, d := range ds {
			out = append(out, d.Name)
		}
		return out
	}
	f.Fuzz(func(t *testing.T, s string) {
		r.Suggest(s)
		for _, d := range r.FindIn(s) {
			if _, ok := r.Named(d.Name); !ok {
				t.Fatalf("FindIn(%q) made up %q", s, d.Name)
			}
		}
		d, ok := r.Find(s, period.Quarter{})
		if !ok {
			return
		}
		if _, known := r.Named(d.Name); !known {
			t.Fatalf("Find(%q) made up %q", s, d.Name)
		}
		if again := names(r.FindIn(d.Name)); !slices.Equal(again, []string{d.Name}) {
			t.Fatalf("FindIn(%q) = %v", d.Name, again)
		}
	})
}
func BenchmarkFind(b *testing.B) {
	r := rostertest.Bureau()
	r.Index()
	b.Run("exact", func(b *testing.B) {
		for b.Loop() {
			r.Find("计划财务股", period.Quarter{})
		}
	})
	b.Run("unknown", func(b *testing.B) {
		for b.Loop() {
			r.Find("某某县某某局教育督导股", period.Quarter{})
		}
	})
	b.Run("in a title", func(b *testing.B) {
		for b.Loop() {
			r.FindIn("示例市文化广电旅游体育局计划财务股2021年第三季度政务公开工作要点任务完成情况表")
		}
	})
}
