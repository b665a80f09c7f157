package numbers_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/read"
	"taizhang/importer/numbers/sums"
	"taizhang/importer/period"
	"taizhang/templates/tables"
)

// printedTable returns a table as the form prints it, filled from the values by id, with its merges.
func printedTable(f *tables.Form, t int, value func(id string) string) (rows [][]string, merges [][4]int) {
	table := &f.Tables[t]
	rows = make([][]string, len(table.Layout))
	for i := range rows {
		rows[i] = make([]string, table.Width)
	}
	for _, line := range table.Layout {
		for _, c := range line {
			text := c.Text
			if c.Indicator >= 0 {
				text = value(f.Indicators()[c.Indicator].ID)
			}
			rows[c.Row-1][c.Col-1] = text
			if c.Rows > 1 || c.Cols > 1 {
				merges = append(merges, [4]int{c.Row, c.Col, c.Row + c.Rows - 1, c.Col + c.Cols - 1})
			}
		}
	}
	return rows, merges
}

func below(rows [][]string, merges [][4]int, above ...[]string) ([][]string, [][4]int) {
	for i := range merges {
		merges[i][0] += len(above)
		merges[i][2] += len(above)
	}
	return append(above, rows...), merges
}

func bookOf(sheets ...*grid.Sheet) *grid.Book {
	return &grid.Book{File: "第一季度/办公室.xlsx", Format: "xlsx", Sheets: sheets}
}

func readerOf(f *tables.Form) *read.Reader {
	return read.New(f, read.Known{Year: 2021,
		Department: func(text string) (string, bool) {
			return text, text == "办公室" || text == "市场股" || text == "产业股"
		},
		Whose: func(*grid.Book, *grid.Sheet, []int) read.Whose {
			return read.Whose{Department: "办公室", Quarter: period.Quarter{Year: 2021, N: 1}}
		}})
}

// got returns the values that were read as id=said, those of the quarter alone with a star.
func got(f *tables.Form, r read.Reading) map[string]string {
	m := map[string]string{}
	for _, v := range r.Values {
		id := f.Indicators()[v.Indicator].ID
		if v.What == numbers.Current {
			id += "*"
		}
		if v.Department != "办公室" {
			id += "@" + v.Department
		}
		text := v.Amount.String()
		if !v.State.Counts() {
			text = string(v.State)
		}
		if old, ok := m[id]; ok {
			text = old + "," + text
		}
		m[id] = text
	}
	return m
}

func balance(t *testing.T, name string, r read.Reading) {
	t.Helper()
	for _, s := range r.Sheets {
		if !s.Cells.Balances() {
			t.Errorf("%s: %+v does not balance", name, s.Cells)
		}
		if s.Cells.Unread > 0 {
			t.Errorf("%s: not understood: %v", name, s.Texts)
		}
	}
}

// TestOfficialTables reads each official table filled with numbers, with and without its merges,
// lying on its side, and with titles around it.
func TestOfficialTables(t *testing.T) {
	for _, year := range []int{2020, 2021} {
		f := formOf(t, year, "")
		rnd := rand.New(rand.NewPCG(1, 2))
		want := map[string]string{}
		for _, ind := range f.Indicators() {
			want[ind.ID] = strconv.Itoa(rnd.IntN(90))
		}
		value := func(id string) string { return want[id] }
		for i := range f.Tables {
			rows, merges := printedTable(f, i, value)
			turned := make([][]string, len(rows[0]))
			for c := range turned {
				for r := range rows {
					turned[c] = append(turned[c], rows[r][c])
				}
			}
			var turnedMerges [][4]int
			for _, m := range merges {
				turnedMerges = append(turnedMerges, [4]int{m[1], m[0], m[3], m[2]})
			}
			titled, titledMerges := below(clone(rows), append([][4]int(nil), merges...), []string{"2021年政府信息公开统计表"}, []string{"填报单位：办公室", "", "填报日期：2021年4月2日"})
			titled = append(titled, []string{"填报人：张三", "审核人：李四"})
			for name, s := range map[string]*grid.Sheet{
				"merged": grid.FromRows("a.xlsx", "表", rows, merges...),
				"bare":   grid.FromRows("a.xlsx", "表", rows),
				"turned": grid.FromRows("a.xlsx", "表", turned, turnedMerges...),
				"titled": grid.FromRows("a.xlsx", "表", titled, titledMerges...),
			} {
				r := readerOf(f).Read(bookOf(s))
				have := got(f, r)
				for _, n := range f.Tables[i].Indicators {
					id := f.Indicators()[n].ID
					if have[id] != want[id] {
						t.Errorf("%d %s %s: %s is %q, want %s", year, f.Tables[i].ID, name, id, have[id], want[id])
					}
				}
				if len(have) != len(f.Tables[i].Indicators) || len(r.Held) > 0 {
					t.Errorf("%d %s %s: %d values, %d held %v", year, f.Tables[i].ID, name, len(have), len(r.Held), r.Held)
				}
				balance(t, f.Tables[i].ID+name, r)
			}
		}
	}
}

func clone(rows [][]string) [][]string {
	var c [][]string
	for _, r := range rows {
		c = append(c, append([]string(nil), r...))
	}
	return c
}

// sheetText makes a sheet of a text: a line a row, cells parted by |.
func sheetText(text string) *grid.Sheet {
	var rows [][]string
	for _, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		var row []string
		for _, c := range strings.Split(line, "|") {
			row = append(row, strings.TrimSpace(c))
		}
		rows = append(rows, row)
	}
	return grid.FromRows("第一季度/办公室.xlsx", "Sheet1", rows)
}

// TestLists reads lists of indicators in the layouts that departments use.
func TestLists(t *testing.T) {
	f := formOf(t, 2021, `
表:
- 编号: H1
  标题: 本局补充指标
  指标:
  - {编号: H1.web, 名称: 政府网站公开信息数, 单位: 条, 又称: [主动公开信息数], 归口: [办公室]}
  - {编号: H1.visits, 名称: 页面访问量, 单位: 次}
`)
	for name, c := range map[string]struct{ text, want string }{
		"both columns": {`
序号|指标名称（甲）|计量单位（乙）|代码（丙）|本期实际（1）|本年累计（2）|备注
1|主动公开信息数|条|01|12|30|
2|其中：行政规范性文件制发件数|件|02|1|2|
3|页面访问量|次|03|1,204|5,000|含手机端`,
			"H1.web*=12 H1.web=30 T2.normative.made*=1 T2.normative.made=2 H1.visits*=1204 H1.visits=5000"},
		"one column, numbers damaged": {`
序号|统计指标|计量单位|统计数
1|一、收到和处理申请||
9|（一）本年新收政府信息公开申请数量|件|7
73|（二）上年结转政府信息公开申请数量|件|0
12|页面访问量|次|/`,
			"T3.r01.total=7 T3.r02.total=0 H1.visits=na"},
		"group lines": {`
指标|单位|数量
行政复议||
结果维持|件|2
结果纠正|件|0
复议后起诉||
结果维持|件|1
尚未审结|件|
页面访问量|次|8`,
			"T4.review.upheld=2 T4.review.corrected=0 T4.after.upheld=1 T4.after.pending=blank H1.visits=8"},
		"units": {`
指标|单位|数量
行政事业性收费|元|251000
页面访问量|次|８０`, "T2.fees.amount=25.1 H1.visits=80"},
		"departments in lines": {`
部门|规章制发件数|行政规范性文件制发件数
市场股|0|3
产业股|0|2
合计|0|5`, "T2.regulation.made@市场股=0 T2.normative.made@市场股=3 T2.regulation.made@产业股=0 T2.normative.made@产业股=2"},
		"quarters in columns": {`
指标|单位|第一季度|第二季度
页面访问量|次|3|4
政府网站公开信息数|条|5|6`, "H1.visits*=3,4 H1.web*=5,6"},
		"class beside": {`
类别|指标|单位|数量
行政许可|本年处理决定数量|件|4
行政处罚|本年处理决定数量|件|5`, "T2.permit.decisions=4 T2.penalty.decisions=5"},
	} {
		r := readerOf(f).Read(bookOf(sheetText(c.text)))
		have := got(f, r)
		n := 0
		for _, pair := range strings.Fields(c.want) {
			id, want, _ := strings.Cut(pair, "=")
			n++
			if have[id] != want {
				t.Errorf("%s: %s is %q, want %q", name, id, have[id], want)
			}
		}
		if len(have) != n || len(r.Held) > 0 {
			t.Errorf("%s: read %v, held %v", name, have, r.Held)
		}
		balance(t, name, r)
	}
}

// TestBadCells holds what is made of cells that are no numbers.
func TestBadCells(t *testing.T) {
	f := formOf(t, 2021, "")
	for said, want := range map[string]string{
		"约80": "text", "2000万": "text", "-3": "text", "－3": "text", "3.5": "text", "详见附表": "text", "无": "na", "12": "12", "１２": "12", "1,234": "1234", "12件": "12",
		"0": "0", "": "blank", "/": "na", "—": "na", "不适用": "na", "1,23": "text", "1e3": "text", "12元": "text", "三": "text",
	} {
		r := readerOf(f).Read(bookOf(sheetText("信息内容|本年制发件数|本年废止件数|现行有效件数\n规章|0|0|0\n行政规范性文件|" + said + "|1|9")))
		if have := got(f, r)["T2.normative.made"]; have != want {
			t.Errorf("%q is read as %q, want %q", said, have, want)
		}
		if named := len(r.Findings) == 1 && r.Findings[0].Code == finding.NumberUnreadable; named != (want == "text") {
			t.Errorf("%q: %v", said, r.Findings)
		}
	}
	for said, want := range map[string]string{"12.34": "12.34", "12.345": "text", "1424.4万元": "1424.4", "251000元": "25.1", "0.1": "0.1", "-1": "text", "2000万": "text"} {
		r := readerOf(f).Read(bookOf(sheetText("信息内容|本年收费金额（单位：万元）\n行政事业性收费|" + said + "\n||\n信息内容|本年处理决定数量\n行政处罚|3")))
		if have := got(f, r)["T2.fees.amount"]; have != want {
			t.Errorf("fees %q is read as %q, want %q", said, have, want)
		}
	}
}

// TestFootnotes gives an explanation below a table to the number that it names.
func TestFootnotes(t *testing.T) {
	f := formOf(t, 2021, "")
	r := readerOf(f).Read(bookOf(sheetText("|自然人|总计\n一、本年新收政府信息公开申请数量|3|3\n二、上年结转政府信息公开申请数量|1|1\n说明：上年结转比上年年报少一件，系上年年底撤回。")))
	for _, v := range r.Values {
		ind := f.Indicators()[v.Indicator]
		if (v.Note != "") != (ind.Row == 1) {
			t.Errorf("%s: %q", ind.ID, v.Note)
		}
	}
	balance(t, "footnote", r)
}

// TestBesideAReturn reads numbers that stand below a return on the same sheet, and leaves the return.
func TestBesideAReturn(t *testing.T) {
	f := formOf(t, 2021, "")
	r := readerOf(f).Read(bookOf(sheetText("序号|具体要求|完成情况|完成状态\n1|主动公开各项规划，及时更新规划执行情况和有关政策措施。|已公开3件。|已完成\n2|公开行政许可事项，及时更新办事指南和有关办理结果信息。|已公开。|已完成\n\n附：统计表\n信息内容|本年制发件数|本年废止件数|现行有效件数\n规章|0|0|0\n行政规范性文件|3|1|9")))
	if len(r.Values) != 6 || len(r.Rest.Sheets) != 1 || r.Rest.Sheets[0].LastRow() != 3 {
		t.Errorf("%d values, rest %v", len(r.Values), r.Rest.Sheets)
	}
	balance(t, "beside", r)
}

// FuzzRead reads sheets of any text: nothing panics, every cell ends somewhere, and what is read
// stands in a cell.
func FuzzRead(f *testing.F) {
	f.Add("信息内容|本年制发件数\n规章|0\n行政规范性文件|3")
	f.Add("指标|单位|本期|累计\n行政许可|件|1|2\n合计|||")
	f.Add("|自然人|总计\n本年新收|1|2\n其他|3|")
	form := formOf(f, 2021, "")
	r := readerOf(form)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		got := r.Read(bookOf(sheetText(text)))
		for _, s := range got.Sheets {
			if !s.Cells.Balances() {
				t.Errorf("%+v does not balance", s.Cells)
			}
		}
		sums.Settle(form, got.Values, got.Totals, got.Held, sums.Options{AsOf: period.Quarter{Year: 2021, N: 4}})
	})
}

// TestStrays holds what is made of numbers that can't be placed.
func TestStrays(t *testing.T) {
	f := formOf(t, 2021, "")
	old := readerOf(f).Read(bookOf(sheetText("|自然人|总计\n一、本年新收政府信息公开申请数量|3|3\n二、上年结转政府信息公开申请数量|0|0\n（六）其他处理|1|1")))
	if len(old.Held) != 2 || len(old.Held[0].Candidates) != 3 || f.Indicators()[old.Held[0].Candidates[0]].ID != "T3.r21.total" {
		t.Errorf("the old form's row is not held: %+v", old.Held)
	}
	if len(old.Findings) == 0 || old.Findings[0].Code != finding.NumberDoubtful {
		t.Errorf("the old form is not named: %v", old.Findings)
	}
	two := readerOf(f).Read(bookOf(sheetText("信息内容|本年新制作数量|本年新公开数量|对外公开总数量\n规章|0|0|0\n规范性文件|3|1|9")))
	if len(two.Held) != 6 || len(two.Values) != 0 || len(two.Findings) == 0 || two.Findings[0].Code != finding.NumberDoubtful {
		t.Errorf("the old form's numbers are not held: %v %v", two.Held, two.Findings)
	}
	balance(t, "the old form", two)
	shifted := readerOf(f).Read(bookOf(sheetText("信息内容|本年制发件数|本年废止件数|现行有效件数\n规章||0|0|0\n行政规范性文件||3|1|9")))
	if len(shifted.Held) != 2 {
		t.Errorf("numbers beside the columns are not held: %+v", shifted.Held)
	}
	for _, text := range []string{
		"序号|工作任务|具体要求|完成情况|完成状态\n1|行政许可|公开行政许可事项|已公开12件|已完成\n2|行政处罚|公开行政处罚决定|已公开3件|已完成",
		"序号|项目|本季度|备注\n1|行政许可|按时公开，共办理12件，全部上网|\n2|行政处罚|正在整理|",
	} {
		if r := readerOf(f).Read(bookOf(sheetText(text))); len(r.Sheets) > 0 {
			t.Errorf("a return is taken for numbers: %v", got(f, r))
		}
	}
}
