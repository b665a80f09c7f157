package numbers_test

import (
	"strings"
	"testing"

	"taizhang/importer/grid"
)

// TestWrittenUnits reads numbers whose unit stands in a column, a label, a heading or a title: it is
// taken into account where it is known and holds the number where it is not.
func TestWrittenUnits(t *testing.T) {
	f := formOf(t, 2021, "")
	for text, want := range map[string]string{
		"指标|金额（元）\n行政事业性收费|35000":                                         "T2.fees.amount=3.5",
		"|金额（元）\n行政事业性收费|35000\n行政许可|3\n行政处罚|2":                           "T2.fees.amount=3.5 T2.permit.decisions=3 T2.penalty.decisions=2",
		"指标|本期\n行政事业性收费（元）|52000\n行政许可（百件）|3":                             "T2.fees.amount*=5.2 T2.permit.decisions*=text",
		"指标|第一季度（元）\n行政事业性收费|52000":                                       "T2.fees.amount*=5.2",
		"指标|单位|本期\n行政许可|百件|3\n行政处罚|%|4\n行政强制|件数|5":                        "T2.permit.decisions*=text T2.penalty.decisions*=text T2.coercion.decisions*=5",
		"指标|本期\n行政许可（平方米）|3\n行政处罚（不予公开）|4\n行政强制（件）|5":                     "T2.permit.decisions*=text T2.coercion.decisions*=5",
		"指标|数量（平方米）\n行政许可|3\n行政处罚|4":                                      "T2.permit.decisions=text T2.penalty.decisions=text",
		"统计表（单位：万件）\n指标|本期\n行政许可|3\n行政处罚|/":                               "T2.permit.decisions*=text T2.penalty.decisions*=na",
		"单位：件、元\n指标|本期\n行政许可|3\n行政事业性收费|35000":                            "T2.permit.decisions*=3 T2.fees.amount*=3.5",
		"填报单位：办公室\n指标|本期（1）\n行政许可|3\n行政处罚|4":                              "T2.permit.decisions*=3 T2.penalty.decisions*=4",
		"单位：市发改委\n指标|本期（1—3月）\n行政许可|3\n行政处罚|4":                            "T2.permit.decisions*=3 T2.penalty.decisions*=4",
		"单位：元\n指标|本期\n行政事业性收费|35000\n行政许可|4":                              "T2.fees.amount*=3.5 T2.permit.decisions*=4",
		"信息内容|本年收费金额（单位：元）\n行政事业性收费|35000\n||\n信息内容|本年处理决定数量（百件）\n行政处罚|3": "T2.fees.amount=3.5 T2.penalty.decisions=text",
	} {
		r := readerOf(f).Read(bookOf(sheetText(text)))
		same(t, text, got(f, r), want)
		if strings.Contains(want, "text") && len(r.Findings) == 0 {
			t.Errorf("%s: nobody is told", text)
		}
	}
}

// TestTied gives a line that names only a column to the row above it where 其中 or a heading ties
// them, and holds it where nothing does.
func TestTied(t *testing.T) {
	f := formOf(t, 2021, "")
	for text, want := range map[string]string{
		"指标|单位|本期\n予以公开|件|5\n部分公开|件|2\n自然人|件|6\n总计|件|7":     "T3.r03.total*=5 T3.r04.total*=2",
		"指标|单位|本期\n行政复议||\n结果维持|件|5\n总计|件|7":                "T4.review.upheld*=5 T4.review.total*=7",
		"指标|单位|本期\n予以公开|件|5\n其中：自然人|件|4\n商业企业|件|1\n总计|件|15": "T3.r03.total*=5 T3.r03.natural*=4 T3.r03.commercial*=1",
	} {
		r := readerOf(f).Read(bookOf(sheetText(text)))
		same(t, text, got(f, r), want)
		if n := strings.Count(text, "\n") - len(got(f, r)); len(r.Held) > n {
			t.Errorf("%s: held %v", text, r.Held)
		}
	}
}

// TestNone reads the row of 无 among numbers to its end, and leaves a return that says it.
func TestNone(t *testing.T) {
	f := formOf(t, 2021, "")
	for i := range f.Tables {
		if f.Tables[i].ID != "T4" {
			continue
		}
		rows, _ := printedTable(f, i, func(id string) string {
			if id == "T4.after.other" {
				return "无"
			}
			return "2"
		})
		r := readerOf(f).Read(bookOf(grid.FromRows("a.xlsx", "表", rows)))
		have := got(f, r)
		if len(have) != 15 || have["T4.after.other"] != "na" || have["T4.after.total"] != "2" || len(r.Held)+len(r.Findings) > 0 {
			t.Errorf("read %v, held %v, %v", have, r.Held, r.Findings)
		}
	}
	if r := readerOf(f).Read(bookOf(sheetText("序号|项目|本季度|备注\n1|行政许可|无|\n2|行政处罚|无|"))); len(r.Sheets) > 0 {
		t.Errorf("a return is taken for numbers: %v", got(f, r))
	}
}

func same(t *testing.T, name string, have map[string]string, want string) {
	t.Helper()
	n := 0
	for _, pair := range strings.Fields(want) {
		id, v, _ := strings.Cut(pair, "=")
		if n++; have[id] != v {
			t.Errorf("%s: %s is %q, want %q", name, id, have[id], v)
		}
	}
	if len(have) != n {
		t.Errorf("%s: read %v, want %s", name, have, want)
	}
}
