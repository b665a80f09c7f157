package numbers_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/prose"
	"taizhang/importer/numbers/sums"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// valueOf reads a value of a test: indicator department quarter what text [date version note].
func valueOf(t testing.TB, f *tables.Form, n int, line string) numbers.Value {
	t.Helper()
	w := strings.Fields(line)
	i := f.Find(w[0])
	if i < 0 {
		t.Fatalf("no indicator %s", w[0])
	}
	q, _ := strconv.Atoi(w[2])
	v := numbers.Value{Indicator: i, Department: w[1], Quarter: period.Quarter{Year: 2021, N: q}, What: map[string]numbers.What{"本期": numbers.Current, "累计": numbers.Cumulative}[w[3]], Said: w[4]}
	v.At = finding.In(fmt.Sprintf("%d季度/%s.xlsx", q, w[1]), "数据").At(n+1, 3)
	switch w[4] {
	case "空":
		v.State = numbers.Blank
	case "/":
		v.State = numbers.Absent
	case "约":
		v.State = numbers.Text
	default:
		a, _, _ := numbers.ParseAmount(w[4])
		v.State, v.Amount = numbers.StateOf(a), a
	}
	for _, extra := range w[5:] {
		switch {
		case strings.HasPrefix(extra, "v"):
			v.Version, _ = strconv.Atoi(extra[1:])
		case strings.HasPrefix(extra, "2021-"):
			v.StatedOn, _ = period.ParseDate(extra, 2021)
		default:
			v.Note = extra
		}
	}
	return v
}

func settleLines(t testing.TB, f *tables.Form, o sums.Options, lines ...string) *numbers.Year {
	var values []numbers.Value
	for i, line := range lines {
		values = append(values, valueOf(t, f, i, line))
	}
	if o.AsOf.IsZero() {
		o.AsOf = period.Quarter{Year: 2021, N: 4}
	}
	return sums.Settle(f, values, nil, nil, o)
}

func codes(y *numbers.Year) string {
	var c []string
	for _, f := range y.Findings {
		if !slices.Contains(c, string(f.Code)) {
			c = append(c, string(f.Code))
		}
	}
	slices.Sort(c)
	return strings.Join(c, " ")
}

// TestSums settles numbers by each indicator's own way.
func TestSums(t *testing.T) {
	f := formOf(t, 2021, "")
	for _, c := range []struct {
		name, id, want, codes string
		lines                 []string
	}{
		{"flow adds quarters and departments", "T2.normative.made", "8", "", []string{"T2.normative.made 甲 1 本期 1", "T2.normative.made 甲 2 本期 2", "T2.normative.made 乙 1 本期 5"}},
		{"cumulative is the last one", "T2.normative.made", "3", "", []string{"T2.normative.made 甲 1 累计 1", "T2.normative.made 甲 2 累计 3"}},
		{"both columns", "T2.normative.made", "3", "", []string{"T2.normative.made 甲 1 本期 1", "T2.normative.made 甲 1 累计 1", "T2.normative.made 甲 2 本期 2", "T2.normative.made 甲 2 累计 3"}},
		{"cumulative typed into 本期", "T2.normative.made", "conflict", "number-conflict", []string{"T2.normative.made 甲 1 本期 1", "T2.normative.made 甲 1 累计 1", "T2.normative.made 甲 2 本期 3", "T2.normative.made 甲 2 累计 3"}},
		{"cumulative, then quarters", "T2.normative.made", "7", "", []string{"T2.normative.made 甲 2 累计 5", "T2.normative.made 甲 3 本期 2"}},
		{"a quarter is missing", "T2.normative.made", "3", "number-missing", []string{"T2.normative.made 甲 1 本期 1", "T2.normative.made 甲 3 本期 2"}},
		{"cumulative falls", "T2.normative.made", "2", "number-doubtful", []string{"T2.normative.made 甲 1 累计 3", "T2.normative.made 甲 2 累计 2"}},
		{"stock is the last one", "T2.normative.valid", "9", "", []string{"T2.normative.valid 甲 1 累计 7", "T2.normative.valid 甲 2 累计 9"}},
		{"stock of one quarter's column", "T2.normative.valid", "9", "", []string{"T2.normative.valid 甲 1 本期 7", "T2.normative.valid 甲 2 本期 9"}},
		{"opening is the first one", "T3.r02.total", "4", "", []string{"T3.r02.total 甲 1 本期 4", "T3.r02.total 甲 2 本期 6"}},
		{"closing is the last one", "T3.r25.total", "6", "", []string{"T3.r25.total 甲 1 本期 4", "T3.r25.total 甲 2 本期 6"}},
		{"two owners agree", "T3.r01.total", "4", "", []string{"T3.r01.total 甲 1 累计 4", "T3.r01.total 乙 1 累计 4"}},
		{"two owners differ", "T3.r01.total", "conflict", "number-conflict", []string{"T3.r01.total 甲 1 累计 4", "T3.r01.total 乙 1 累计 5"}},
		{"one owner, one without", "T3.r01.total", "4", "", []string{"T3.r01.total 甲 1 累计 4", "T3.r01.total 乙 1 累计 /"}},
		{"sent twice", "T2.normative.made", "4", "", []string{"T2.normative.made 甲 1 累计 4", "T2.normative.made 甲 1 累计 4"}},
		{"the later date", "T2.normative.made", "5", "", []string{"T2.normative.made 甲 1 累计 4 2021-04-02", "T2.normative.made 甲 1 累计 5 2021-04-08"}},
		{"the later version", "T2.normative.made", "4", "", []string{"T2.normative.made 甲 1 累计 4 v2", "T2.normative.made 甲 1 累计 5"}},
		{"twice, and nothing says which", "T2.normative.made", "conflict", "number-conflict", []string{"T2.normative.made 甲 1 累计 4", "T2.normative.made 甲 1 累计 5"}},
		{"a blank is no nought", "T2.normative.made", "blank", "number-missing", []string{"T2.normative.made 甲 1 累计 4", "T2.normative.made 乙 1 累计 空"}},
		{"not applicable joins no sum", "T2.normative.made", "4", "", []string{"T2.normative.made 甲 1 累计 4", "T2.normative.made 乙 1 累计 /"}},
		{"nobody has it", "T2.normative.made", "na", "", []string{"T2.normative.made 甲 1 累计 /", "T2.normative.made 乙 1 累计 /"}},
		{"nought", "T2.normative.made", "zero", "", []string{"T2.normative.made 甲 1 累计 0"}},
		{"a text holds the sum", "T2.normative.made", "text", "", []string{"T2.normative.made 甲 1 累计 4", "T2.normative.made 乙 1 累计 约"}},
		{"a blank beside the cumulative", "T2.normative.made", "4", "", []string{"T2.normative.made 甲 1 本期 空", "T2.normative.made 甲 1 累计 4"}},
		{"after the quarter", "T2.normative.made", "missing", "", []string{"T2.normative.made 甲 5 累计 4"}},
	} {
		rnd := rand.New(rand.NewPCG(7, 7))
		for range 3 {
			rnd.Shuffle(len(c.lines), func(i, j int) { c.lines[i], c.lines[j] = c.lines[j], c.lines[i] })
			y := settleLines(t, f, sums.Options{}, c.lines...)
			fig := y.Figures[f.Find(c.id)]
			have := fig.Amount.String()
			if fig.State != numbers.Number {
				have = string(fig.State)
			}
			if have != c.want || codes(y) != c.codes {
				t.Errorf("%s: %s (%s), want %s (%s)", c.name, have, codes(y), c.want, c.codes)
			}
			sum, counts := numbers.Amount(0), 0
			for i, p := range fig.Parts {
				if p.Counts {
					sum, counts = sum+p.Amount, counts+1
					if counts != i+1 {
						t.Errorf("%s: parts that count do not come first", c.name)
					}
				}
			}
			if fig.State.Counts() && sum != fig.Amount {
				t.Errorf("%s: parts make %s, the number is %s", c.name, sum, fig.Amount)
			}
			if len(fig.Parts) != len(c.lines) {
				t.Errorf("%s: %d of %d values are kept", c.name, len(fig.Parts), len(c.lines))
			}
		}
	}
}

// TestExplained holds a rule across years that does not hold, without and with an explanation.
func TestExplained(t *testing.T) {
	f := formOf(t, 2021, "")
	last := make([]numbers.Datum, len(f.Indicators()))
	for i := range last {
		last[i].State = numbers.Missing
	}
	last[f.Find("T3.r25.natural")] = numbers.Datum{State: numbers.Number, Amount: numbers.Whole(3)}
	for note, want := range map[string]string{"": "carry-over-differs", "见说明": "carry-over-differs", "上年有一件改列企业类": "number-explained"} {
		y := settleLines(t, f, sums.Options{Last: last}, "T3.r02.natural 甲 1 累计 2 "+note)
		if codes(y) != want {
			t.Errorf("%q: %s, want %s", note, codes(y), want)
		}
	}
	y := settleLines(t, f, sums.Options{Last: last, Decisions: []numbers.Decision{{ID: "1", Act: numbers.Explain, Rule: "T3.4", Scope: "natural", Value: "上年有一件改列企业类"}}}, "T3.r02.natural 甲 1 累计 2")
	if codes(y) != "number-explained" {
		t.Errorf("the office's explanation: %s", codes(y))
	}
	y = settleLines(t, f, sums.Options{Last: last, Decisions: []numbers.Decision{{ID: "2", Act: numbers.Fix, Indicator: "T3.r02.natural", Value: "3"}}}, "T3.r02.natural 甲 1 累计 2")
	if fig := y.Figures[f.Find("T3.r02.natural")]; codes(y) != "" || fig.Amount != numbers.Whole(3) || fig.Ruling != "2" {
		t.Errorf("the office's number: %s, %+v", codes(y), fig)
	}
}

// TestBrokenRuleSays holds what is said of a broken rule: both sides, the cells, the difference, who
// can mend it.
func TestBrokenRuleSays(t *testing.T) {
	f := formOf(t, 2021, "")
	y := settleLines(t, f, sums.Options{}, "T3.r01.total 甲 1 累计 14", "T3.r02.total 甲 1 累计 2", "T3.r24.total 甲 1 累计 11", "T3.r25.total 甲 1 累计 4")
	if len(y.Findings) != 1 {
		t.Fatalf("%v", y.Findings)
	}
	m := y.Findings[0]
	for _, part := range []string{"T3.1 总计", "= 16", "= 15", "差 1", "C1、C2、C3、C4"} {
		if !strings.Contains(m.Message, part) {
			t.Errorf("%q is not said: %s", part, m.Message)
		}
	}
	if m.Code != finding.RuleBroken || m.Department != "甲" || !strings.Contains(m.Hint, "甲") {
		t.Errorf("%+v", m)
	}
}

// TestProse holds what the text of a report says against its tables.
func TestProse(t *testing.T) {
	f := formOf(t, 2021, "")
	for text, want := range map[string]string{
		"全年共受理政府信息公开申请2件，均已答复。":  "rule-broken",
		"本年新收政府信息公开申请3件，上年结转0件。": "",
		"2021年收到申请3件，同比减少2件。":    "",
		"上年收到申请9件。":              "",
		"制发行政规范性文件5件。":           "",
	} {
		book := &grid.Book{Prose: []grid.Paragraph{{Text: text, At: finding.In("年报.docx", "正文").At(3, 0)}}}
		y := settleLines(t, f, sums.Options{Claims: prose.Claims(f, book)}, "T3.r01.total 甲 4 累计 3")
		if codes(y) != want {
			t.Errorf("%s: %s, want %s", text, codes(y), want)
		}
	}
}

// TestOwnRules adds a number and a rule by data alone.
func TestOwnRules(t *testing.T) {
	f := formOf(t, 2021, `
表:
- 编号: H1
  标题: 公开渠道
  指标:
  - {编号: H1.all, 名称: 主动公开信息数, 单位: 条}
  - {编号: H1.web, 名称: 其中：网站, 单位: 条}
  - {编号: H1.media, 名称: 其中：新媒体, 单位: 条}
规则:
- 编号: H.1
  程度: 核实
  左边: [H1.web, H1.media]
  关系: "≥"
  右边: [H1.all]
  说法: 各渠道之和不应少于主动公开信息数
`)
	y := settleLines(t, f, sums.Options{}, "H1.all 甲 1 累计 9", "H1.web 甲 1 累计 5", "H1.media 甲 1 累计 3")
	if codes(y) != "number-doubtful" {
		t.Errorf("%s", codes(y))
	}
}

// BenchmarkYear settles 60 departments, 4 quarters and 200 numbers.
func BenchmarkYear(b *testing.B) {
	f := formOf(b, 2021, "")
	var values []numbers.Value
	for d := range 60 {
		for q := range 4 {
			for i := range f.Indicators() {
				values = append(values, numbers.Value{Indicator: i, Department: fmt.Sprintf("部门%d", d), Quarter: period.Quarter{Year: 2021, N: q + 1}, What: numbers.Current, State: numbers.Number,
					Amount: numbers.Whole(int64(i % 7)), Said: "1", At: finding.In(fmt.Sprintf("%d季度/部门%d.xlsx", q+1, d), "数据").At(i+3, 5)})
			}
		}
	}
	for b.Loop() {
		sums.Settle(f, values, nil, nil, sums.Options{AsOf: period.Quarter{Year: 2021, N: 4}})
	}
}

// BenchmarkReadYear reads the official tables of 60 departments and 4 quarters, 200 numbers each, and
// settles them.
func BenchmarkReadYear(b *testing.B) {
	f := formOf(b, 2021, "")
	s := filled(rand.New(rand.NewPCG(1, 1)), &sheet{two: [10]int64{0, 0, 0, 0, 0, 60}})
	book := s.printed(f, "", "")
	var books []*grid.Book
	for range 60 * 4 {
		books = append(books, book)
	}
	r := readerOf(f)
	for b.Loop() {
		var values []numbers.Value
		for i, book := range books {
			for _, v := range r.Read(book).Values {
				v.Department, v.Quarter = fmt.Sprintf("部门%d", i/4), period.Quarter{Year: 2021, N: i%4 + 1}
				values = append(values, v)
			}
		}
		if len(values) != 60*4*200 {
			b.Fatal(len(values))
		}
		sums.Settle(f, values, nil, nil, sums.Options{AsOf: period.Quarter{Year: 2021, N: 4}})
	}
}
