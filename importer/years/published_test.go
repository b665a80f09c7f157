package years

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/importer"
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/numbers"
)

// page2019 is a report for 2019 as a page: zeros are blank, and so are the totals of the detail rows.
const page2019 = `<html><meta charset=utf-8><body><h1>示例市文旅局2019年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p><table>
<tr><td rowspan=3 colspan=3>（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan=7>申请人情况</td></tr>
<tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr>
<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
<tr><td colspan=3>一、本年新收政府信息公开申请数量</td><td>8</td><td>2</td><td></td><td></td><td></td><td></td><td>10</td></tr>
<tr><td colspan=3>二、上年结转政府信息公开申请数量</td><td>1</td><td></td><td></td><td></td><td></td><td></td><td>1</td></tr>
<tr><td rowspan=2>三、本年度办理结果</td><td colspan=2>（一）予以公开</td><td>6</td><td>1</td><td></td><td></td><td></td><td></td><td></td></tr>
<tr><td colspan=2>（七）总计</td><td>6</td><td>1</td><td></td><td></td><td></td><td></td><td>7</td></tr>
<tr><td colspan=3>四、结转下年度继续办理</td><td>3</td><td>1</td><td></td><td></td><td></td><td></td><td>4</td></tr>
</table></body></html>`

// withLast makes a year folder beside whose list lies a report of the year before.
func withLast(t *testing.T, year, name string, data []byte) *ledger.Ledger {
	t.Helper()
	folder := filepath.Join(t.TempDir(), year)
	list := year + "年政务公开工作任务分解表\n\n工作任务 | 具体要求 | 责任部门 |\n一、做好政策公开。 | 1.主动公开各项规划。 | 办公室 |\n"
	carried := "填报单位：办公室\n\n|自然人|商业企业|总计\n二、上年结转政府信息公开申请数量|3|1|4\n四、结转下年度继续办理|0|0|0\n"
	return loadYear(t, folder, map[string][]byte{"任务清单.txt": []byte(list), "上年/" + name: data, "第四季度/办公室.txt": []byte(carried)})
}

// TestPublished takes last year's numbers from its published report, in whatever it was published.
func TestPublished(t *testing.T) {
	word, err := os.ReadFile("testdata/layouts/report.docx")
	if err != nil {
		t.Fatal(err)
	}
	data := `{"version":1,"year":2021,"numbers":{"form":"2021","tables":[{"id":"T3","title":"","cells":[{"indicator":"T3.r25.natural","value":27,"state":"number"},{"indicator":"T3.r25.research","value":0,"state":"zero"},{"indicator":"T3.r25.welfare","value":null,"state":"blank"}]}]}}`
	for _, c := range []struct {
		year, name string
		data       []byte
		want       string
	}{
		{"2020", "2019年年报.html", []byte(page2019), "T3.r23.natural=3 T3.r23.commercial=1 T3.r23.research=0 T3.r23.total=4 T3.r03.total=missing T3.r03.welfare=0 T3.r01.total=10"},
		{"2022", "年报.docx", word, "T3.r25.natural=27 T3.r25.total=37 T3.r25.research=0 T2.normative.valid=87 T2.fees.amount=12.5 T4.direct.pending=2"},
		{"2022", "台账公开数据.json", []byte(data), "T3.r25.natural=27 T3.r25.research=0 T3.r25.welfare=missing"},
	} {
		l := withLast(t, c.year, c.name, c.data)
		for _, pair := range strings.Fields(c.want) {
			id, want, _ := strings.Cut(pair, "=")
			d := l.Numbers.Last(l.Numbers.Form.Find(id))
			got := string(d.State)
			if d.State.Counts() {
				got = d.Amount.String()
			}
			if got != want {
				t.Errorf("%s: %s is %s, want %s", c.name, id, got, want)
			}
		}
	}
	l := withLast(t, "2020", "2019年年报.html", []byte(page2019))
	for _, r := range l.Numbers.Results {
		if r.Rule.ID == "T3.4" && r.Scope == "natural" && r.Verdict != numbers.Holds {
			t.Error("T3.4 is not held against the report")
		}
	}
}

// TestEarlierYears knows the numbers of several years by their reports, each in the form of its year; one
// that is not last year's is held against nothing.
func TestEarlierYears(t *testing.T) {
	word, err := os.ReadFile("testdata/layouts/report.docx")
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "2022")
	for at, data := range map[string][]byte{
		"任务清单.txt":          []byte("2022年政务公开工作任务分解表\n\n工作任务 | 具体要求 | 责任部门 |\n一、做好政策公开。 | 1.主动公开各项规划。 | 办公室 |\n"),
		"上年/2021年年报.docx":   word,
		"上年/2019年年报.html":   []byte(page2019),
		"上年/2020年公开数据.json": []byte(`{"year":2020,"numbers":{"form":"2019","tables":[{"id":"T3","cells":[{"indicator":"T3.r01.total","value":12,"state":"number"},{"indicator":"T3.r22.total","value":13,"state":"number"}]}]}}`),
		"第四季度/办公室.txt":      []byte("填报单位：办公室\n\n|自然人|商业企业|总计\n二、上年结转政府信息公开申请数量|27|9|37\n四、结转下年度继续办理|0|0|0\n"),
	} {
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
	var have []string
	for _, e := range l.Numbers.Earlier {
		have = append(have, fmt.Sprintf("%d: %s %s", e.Year, e.Data[l.Numbers.Form.Find("T3.r01.total")].Amount, e.Data[l.Numbers.Form.Find("T3.r24.total")].Amount))
	}
	if want := []string{"2019: 10 7", "2020: 12 13"}; !slices.Equal(have, want) {
		t.Errorf("%v, want %v", have, want)
	}
	if d := l.Numbers.Last(l.Numbers.Form.Find("T3.r25.total")); d.Amount != numbers.Whole(37) {
		t.Errorf("last year: %v", d)
	}
	for _, f := range l.Findings {
		if f.Code == finding.LastYearUnused || f.Code == finding.CarryOverDiffers && !strings.Contains(f.Message, "总计") {
			t.Errorf("named falsely: %s", f.Message)
		}
	}
}

// TestNotLastYears leaves aside a report of another year, or of none, and says so.
func TestNotLastYears(t *testing.T) {
	for name, page := range map[string]string{
		"年报.html": strings.Replace(page2019, "2019年", "2018年", 1),
		"表.html":  strings.Replace(page2019, "2019年", "", 1),
	} {
		l := withLast(t, "2020", name, []byte(page))
		said := 0
		for _, f := range l.Findings {
			if f.Code == finding.LastYearUnused {
				said++
			}
		}
		if said != 1 || l.Numbers.LastYear != nil {
			t.Errorf("%s: said %d times, %v", name, said, l.Numbers.LastYear != nil)
		}
	}
}

// TestLastYearsReportAmongReturns takes nothing of a report of the year before that lies among the
// returns, and says so once a table; nor does a report in 上年 become this year's.
func TestLastYearsReportAmongReturns(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2020")
	for at, text := range map[string]string{
		"任务清单.txt":       "2020年政务公开工作任务分解表\n\n工作任务 | 具体要求 | 责任部门 |\n一、做好政策公开。 | 1.主动公开各项规划。 | 办公室 |\n",
		"第四季度/办公室.html":  page2019,
		"第四季度/办公室统计.txt": "2019年统计表\n\n填报单位：办公室\n\n信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n规章 | 0 | 0 | 0 |\n规范性文件 | 3 | 1 | 9 |\n",
	} {
		file := filepath.Join(folder, filepath.FromSlash(at))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	l, err := importer.Load(context.Background(), importer.Options{Folder: folder})
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	for _, f := range l.Findings {
		if f.Code == finding.NumberDoubtful && strings.Contains(f.Message, "2019年的") {
			said++
		}
	}
	for i, f := range l.Numbers.Figures {
		if f.State != numbers.Missing {
			t.Errorf("%s is %s", l.Numbers.Form.Indicators()[i].ID, f.State)
		}
	}
	if said != 2 || len(l.Numbers.Held) == 0 || !l.Totals.Cells.Balances() {
		t.Errorf("said %d times, %d held", said, len(l.Numbers.Held))
	}
	only := withLast(t, "2020", "2019年年报.html", []byte(page2019))
	if d := only.Numbers.Figures[only.Numbers.Form.Find("T3.r01.total")]; d.State != numbers.Missing {
		t.Errorf("last year's number is this year's: %s", d.State)
	}
}
