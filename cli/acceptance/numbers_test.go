package acceptance

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/importer"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report"

	"github.com/xuri/excelize/v2"
)

const (
	ownList = "2021年政务公开工作任务分解表\n\n工作任务 | 具体要求 | 责任部门 |\n一、做好政策公开。 | 1.主动公开各项规划。 | 办公室 |\n"
	ownForm = `
表:
- 编号: H1
  标题: 本局补充指标
  指标:
  - {编号: H1.web, 名称: 政府网站公开信息数, 单位: 条, 归口: [办公室]}
  - {编号: H1.media, 名称: 新媒体公开信息数, 单位: 条, 归口: [办公室]}
修改:
- {编号: "T4.*", 归口: [办公室]}
- {编号: "T2.normative.*", 归口: [办公室]}
规则:
- 编号: H.1
  程度: 强制
  左边: [H1.web]
  关系: "≥"
  右边: [H1.media]
  说法: 网站公开数不应少于新媒体公开数
`
)

// yearWith makes a year folder of texts by their names.
func yearWith(t *testing.T, files map[string]string) string {
	t.Helper()
	year := filepath.Join(t.TempDir(), "2021")
	for name, text := range files {
		path := filepath.Join(year, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return year
}

func loaded(t *testing.T, year string) *ledger.Ledger {
	t.Helper()
	l, err := importer.Load(context.Background(), importer.Options{Folder: year})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func amountOf(l *ledger.Ledger, id string) string {
	f := l.Numbers.Figures[l.Numbers.Form.Find(id)]
	if f.State.Counts() {
		return f.Amount.String()
	}
	return string(f.State)
}

// TestNumbersComeHome sends out a form that asks for an office's own numbers and an official table,
// fills it in with a foreign writer and reads it back.
func TestNumbersComeHome(t *testing.T) {
	year := yearWith(t, map[string]string{"任务清单.txt": ownList, "模板/指标.yaml": ownForm})
	q1 := period.Quarter{Year: 2021, N: 1}
	out := t.TempDir()
	if _, err := report.Forms(loaded(t, year), q1, out); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(year, "第一季度"), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(filepath.Join(out, "第一季度", "办公室-2021第一季度.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for cell, v := range map[string]any{"F5": 3, "F6": 1, "F7": 40, "F8": 12, "F9": 5} {
		if err := f.SetCellValue("年报数据", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	for i, v := range []int{1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2} {
		cell, _ := excelize.CoordinatesToCellName(i+1, 7)
		if err := f.SetCellValue("表四", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(filepath.Join(year, "第一季度", "办公室.xlsx")); err != nil {
		t.Fatal(err)
	}
	l := loaded(t, year)
	for id, want := range map[string]string{"T2.normative.made": "3", "T2.normative.ended": "1", "T2.normative.valid": "40", "H1.web": "12", "H1.media": "5", "T4.review.total": "1", "T4.after.total": "2"} {
		if got := amountOf(l, id); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	var said []string
	for _, f := range l.Findings {
		if strings.HasPrefix(string(f.Code), "number") || f.Code == "rule-broken" {
			said = append(said, f.Message)
		}
	}
	if len(said) != 1 || !strings.Contains(said[0], "T4.3 复议后起诉") {
		t.Errorf("%q", said)
	}
	if !l.Totals.Cells.Balances() {
		t.Errorf("%+v", l.Totals.Cells)
	}
}

// TestFaultInOwnForm names the file and the line.
func TestFaultInOwnForm(t *testing.T) {
	for own, want := range map[string]string{
		strings.Replace(ownForm, "右边: [H1.media]", "右边: [H1.medium]", 1): "模板/指标.yaml 第 16 行",
		strings.Replace(ownForm, "单位: 条, 归口", "单位: 个把, 归口", 1):           "模板/指标.yaml 第 6 行",
		strings.Replace(ownForm, "程度: 强制", "程度: 很强", 1):                  "模板/指标.yaml 第 13 行",
		"表:\n- 编号: H1\n  名字: 错\n":                                        "模板/指标.yaml 第 3 行",
	} {
		_, err := importer.Load(context.Background(), importer.Options{Folder: yearWith(t, map[string]string{"任务清单.txt": ownList, "模板/指标.yaml": own})})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// TestSameNumbersInEveryFormat reads one list of numbers as a text, a sheet of values, a web page and
// a workbook, under headings in other words and other orders: the figures are the same.
func TestSameNumbersInEveryFormat(t *testing.T) {
	rows := [][]string{{"规章", "0", "0", "0"}, {"行政规范性文件", "3", "1", "40"}}
	heads := [][]string{{"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"}, {"项目", "制发", "废止", "现行有效"}, {"信息内容", "制发件数（件）", "废止件数（件）", "现行有效数（件）"}}
	lay := func(head []string, join func(row []string) string) (text string) {
		for _, row := range append([][]string{head}, rows...) {
			text += join(row) + "\n"
		}
		return text
	}
	top := "2021年第一季度统计表\n\n填报单位：办公室\n\n"
	for i, head := range heads {
		files := map[string]string{
			"第一季度/数据.txt":  top + lay(head, func(r []string) string { return strings.Join(r, " | ") + " |" }),
			"第一季度/数据.csv":  top + lay(head, func(r []string) string { return strings.Join(r, ",") }),
			"第一季度/数据.html": "<html><meta charset=utf-8><body><p>2021年第一季度统计表</p><p>填报单位：办公室</p><table>" + lay(head, func(r []string) string { return "<tr><td>" + strings.Join(r, "</td><td>") + "</td></tr>" }) + "</table></body></html>",
			"第一季度/列表.txt":  top + "指标 | 单位 | 本年累计 |\n本年制发规章件数 | 件 | 0 |\n本年废止规章件数 | 件 | 0 |\n规章现行有效件数 | 件 | 0 |\n行政规范性文件制发件数 | 件 | 3 |\n行政规范性文件废止件数 | 件 | 1 |\n行政规范性文件现行有效件数 | 件 | 40 |\n",
		}
		for name, text := range files {
			l := loaded(t, yearWith(t, map[string]string{"任务清单.txt": ownList, name: text}))
			for id, want := range map[string]string{"T2.regulation.made": "0", "T2.normative.made": "3", "T2.normative.ended": "1", "T2.normative.valid": "40", "T2.permit.decisions": "missing"} {
				if got := amountOf(l, id); got != want {
					t.Errorf("%d %s: %s is %s, want %s (%v)", i, name, id, got, want, l.Findings)
				}
			}
			if !l.Totals.Cells.Balances() {
				t.Errorf("%s: %+v", name, l.Totals.Cells)
			}
		}
	}
}

// TestAYearWithoutNumbers has all cells of the form, none of them given, and no finding on numbers.
func TestAYearWithoutNumbers(t *testing.T) {
	l := loaded(t, yearWith(t, map[string]string{"任务清单.txt": ownList}))
	if l.Numbers == nil || l.Numbers.Any() || len(l.Numbers.Figures) != 200 || len(l.Numbers.Results) == 0 {
		t.Errorf("%+v", l.Numbers)
	}
	for _, f := range l.Findings {
		if strings.HasPrefix(string(f.Code), "number") {
			t.Errorf("%s", f.Message)
		}
	}
}
