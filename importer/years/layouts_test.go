package years

import (
	"context"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/importer"
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
)

const (
	layoutForm = `
表:
- 编号: H1
  标题: 本局补充指标
  指标:
  - {编号: H1.all, 名称: 主动公开信息数, 单位: 条}
  - {编号: H1.gazette, 名称: 政府公报公开信息数, 单位: 条}
  - {编号: H1.site, 名称: 网站公开信息数, 单位: 条}
  - {编号: H1.weibo, 名称: 微博公开信息数, 单位: 条}
  - {编号: H1.wechat, 名称: 微信公开信息数, 单位: 条}
  - {编号: H1.visits, 名称: 网站页面访问量, 单位: 次}
  - {编号: H1.inperson, 名称: 当面申请数, 单位: 件}
  - {编号: H1.post, 名称: 信函申请数, 单位: 件}
  - {编号: H1.net, 名称: 网上申请数, 单位: 件}
`
)

// layouts are files of foreign writers that say the same numbers: which of them each holds, how
// many cells are held for the office, and how often what is said of it.
var layouts = map[string]struct {
	holds string // ids, * for any part of one
	held  int
	says  map[finding.Code]int
}{
	"official.xlsx": {holds: "T2.*.* T3.*.* T4.*.*"},
	"official.ods":  {holds: "T2.*.* T3.*.* T4.*.*"},
	"stacked.xls":   {holds: "T2.*.* T3.*.* T4.*.*"},
	"report.docx":   {holds: "T2.*.* T3.*.* T4.*.*"},
	"moved.ods":     {holds: "T3.*.* T4.*.*"},
	"moved.xls":     {holds: "T3.*.* T4.*.*"},
	"exported.xls":  {holds: "T3.*.*", says: map[finding.Code]int{finding.WrongExtension: 1}},
	"damaged.xlsx": {holds: "H1.all T2.normative.made H1.gazette H1.site H1.weibo H1.wechat T3.r01.total H1.inperson H1.post T3.r02.total T3.r24.total T3.r25.total T4.review.upheld T4.review.corrected T4.review.other T4.review.total",
		held: 2, says: map[finding.Code]int{finding.NumberUnreadable: 2}},
	"statistical.xls": {holds: "H1.all H1.visits T3.r01.total H1.inperson H1.post H1.net T3.r24.total T4.review.total T3.r02.total",
		held: 2, says: map[finding.Code]int{finding.NumberUnreadable: 2}},
	"quarterly.docx": {holds: "H1.all H1.site H1.wechat T3.r01.total H1.inperson H1.net H1.post T3.r03.total T3.r04.total T4.review.total T3.r25.total",
		held: 1, says: map[finding.Code]int{finding.NumberUnreadable: 1}},
	"units.xlsx": {holds: "T2.*.*", says: map[finding.Code]int{finding.NumberDoubtful: 1}},
	"wide.xlsx": {holds: "T2.normative.* T2.permit.* T2.penalty.* T2.coercion.* T3.r01.total T3.r02.total T3.r25.total T4.review.pending T4.review.total",
		held: 2, says: map[finding.Code]int{finding.NumberUnreadable: 1}},
	"quarters.ods": {holds: "H1.site H1.wechat T2.permit.* T2.penalty.* T2.normative.made T3.r01.total"},
	"cards.docx":   {holds: "T3.r01.total T3.r02.total T3.r24.total T3.r25.total T3.r03.total T3.r04.total T2.permit.* T2.penalty.*"},
	"town.xlsx":    {held: 9, says: map[finding.Code]int{finding.NumberUnreadable: 4}},
}

// TestLayouts reads the same numbers from files of foreign writers in the layouts that offices use: what
// is read is right, and what is not understood is held and said.
func TestLayouts(t *testing.T) {
	text, err := os.ReadFile("testdata/layouts/truth.txt")
	if err != nil {
		t.Fatal(err)
	}
	truth := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		id, value, _ := strings.Cut(line, " ")
		truth[id] = value
	}
	right := 0
	for name, want := range layouts {
		l := layoutYear(t, name)
		for i, ind := range l.Numbers.Form.Indicators() {
			fig := l.Numbers.Figures[i]
			holds := slices.ContainsFunc(strings.Fields(want.holds), func(p string) bool { ok, _ := path.Match(p, ind.ID); return ok })
			switch {
			case holds && (!fig.State.Counts() || fig.Amount.String() != truth[ind.ID]):
				t.Errorf("%s: %s is %s %s, want %s", name, ind.ID, fig.State, fig.Amount, truth[ind.ID])
			case !holds && fig.State.Counts():
				t.Errorf("%s: %s is %s, and nobody says so", name, ind.ID, fig.Amount)
			case holds:
				right++
			}
		}
		if len(l.Numbers.Held) != want.held {
			t.Errorf("%s: %d held, want %d: %+v", name, len(l.Numbers.Held), want.held, l.Numbers.Held)
		}
		if !l.Totals.Cells.Balances() || l.Totals.Cells.Unread > 0 {
			t.Errorf("%s: %+v", name, l.Totals.Cells)
		}
		says := map[finding.Code]int{}
		for _, f := range l.Findings {
			if strings.HasSuffix(f.Place.File(), "/"+name) {
				says[f.Code]++
			}
		}
		if !maps.Equal(says, want.says) {
			t.Errorf("%s: says %v, want %v", name, says, want.says)
		}
	}
	if right != layoutCells {
		t.Errorf("%d numbers are read, want %d", right, layoutCells)
	}
}

// layoutCells is how many numbers the files hold that can be placed.
const layoutCells = 1426

// layoutYear reads a year that holds one of the files.
func layoutYear(t *testing.T, name string) *ledger.Ledger {
	t.Helper()
	year := filepath.Join(t.TempDir(), "2021")
	given := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("testdata/layouts", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	return loadYear(t, year, map[string][]byte{"任务清单.xlsx": given("任务清单.xlsx"), "模板/指标.yaml": []byte(layoutForm), "第四季度/" + name: given(name)})
}

// loadYear writes a year folder of these files, by their paths within it, and reads it.
func loadYear(t *testing.T, folder string, files map[string][]byte) *ledger.Ledger {
	t.Helper()
	for at, data := range files {
		file := filepath.Join(folder, filepath.FromSlash(at))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	l, err := importer.Load(context.Background(), importer.Options{Folder: folder})
	if err != nil {
		t.Fatal(err)
	}
	return l
}
