package ruling

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/status"

	"github.com/google/go-cmp/cmp"
)

// ledgerOf makes a ledger of the two sheets that hold rulings.
func ledgerOf(wholes []Whole, lines []Line) *grid.Book {
	overview := [][]string{{"标题"}, append([]string{"项次"}, slices.Concat(WholeTyped.Headings(), WholeHidden.Headings())...)}
	for _, w := range wholes {
		overview = append(overview, append([]string{"x"}, slices.Concat(WholeTyped.Cells(w), WholeHidden.Cells(w))...))
	}
	findings := [][]string{{"标题"}, {"说明"}, append([]string{"程度"}, slices.Concat(LineTyped.Headings(), LineHidden.Headings())...)}
	for _, l := range lines {
		findings = append(findings, append([]string{"强制"}, slices.Concat(LineTyped.Cells(l), LineHidden.Cells(l))...))
	}
	return &grid.Book{File: "台账.xlsx", Sheets: []*grid.Sheet{
		grid.FromRows("台账.xlsx", OverviewSheet, overview), grid.FromRows("台账.xlsx", FindingsSheet, findings)}}
}

var (
	list = []Whole{{Ref: "1:aaaa", Quarter: "2021Q2"}, {Ref: "2:bbbb", Quarter: "2021Q2"}, {Ref: "14:cccc", Quarter: "2021Q2"}}
	row  = Target{File: "第一季度/a.xlsx", Sheet: "Sheet1", RowKey: "0102", Department: "办公室", Quarter: "2021Q1",
		Code: finding.RowUnmatched, Nth: 1, Sum: "0a0b"}
	file = Target{File: "第一季度/b.xlsx", Code: finding.PasswordProtected, Sum: "0c0d"}
)

func readOne(t *testing.T, l Line) Ruling {
	t.Helper()
	rs, err := Read(ledgerOf(list, []Line{l}))
	if err != nil || len(rs) != 1 {
		t.Fatalf("%d rulings, %v", len(rs), err)
	}
	return rs[0]
}

func TestReadWhatTheOfficeTyped(t *testing.T) {
	for _, c := range []struct {
		name   string
		line   Line
		act    Act
		no     int
		key    string
		status status.Status
		why    string // a part of it
	}{
		{"place", Line{Choice: "按第N项并入", Item: "14", Target: row}, Place, 14, "cccc", "", ""},
		{"place, written out", Line{Choice: "按第N项并入", Item: "第14项", Target: row}, Place, 14, "cccc", "", ""},
		{"the number in the choice", Line{Choice: "按第１４项并入", Target: row}, Place, 14, "cccc", "", ""},
		{"place and take a status", Line{Choice: "按第N项并入", Item: "2", Status: "已完成", Target: row}, Place, 2, "bbbb", status.Completed, ""},
		{"the number as printed goes by its key", Line{Choice: "按第N项并入", Item: "2", Ref: "2:dddd", Target: row}, Place, 2, "dddd", "", ""},
		{"another number than printed goes by the list", Line{Choice: "按第N项并入", Item: "1", Ref: "2:dddd", Target: row}, Place, 1, "aaaa", "", ""},
		{"no such item", Line{Choice: "按第N项并入", Item: "99", Target: row}, Place, 0, "", "", "没有第99项"},
		{"no such item, in the choice", Line{Choice: "第99项", Target: row}, Place, 0, "", "", "没有第99项"},
		{"no item", Line{Choice: "按第N项并入", Target: row}, Place, 0, "", "", "没有填"},
		{"no number", Line{Choice: "按第N项并入", Item: "十四", Target: row}, Place, 0, "", "", "不是项次"},
		{"two numbers", Line{Choice: "按第2项并入", Item: "14", Target: row}, "", 0, "", "", "不是可选的"},
		{"status", Line{Choice: "采用此状态", Status: "滞后", Target: row}, Take, 0, "", status.Behind, ""},
		{"no status", Line{Choice: "采用此状态", Target: row}, Take, 0, "", "", "没有选采用什么状态"},
		{"no such status", Line{Choice: "采用此状态", Status: "差不多", Target: row}, Take, 0, "", "", "差不多"},
		{"not reported is no status to take", Line{Choice: "采用此状态", Status: "未报", Target: row}, Take, 0, "", "", "未报"},
		{"accept", Line{Choice: "认可", Target: row}, Accept, 0, "", "", ""},
		{"ignore, with a number left over", Line{Choice: "忽略", Item: "99", Target: row}, Ignore, 0, "", "", ""},
		{"free text", Line{Choice: "同意并入", Target: row}, "", 0, "", "", "同意并入"},
		{"a reason without a choice", Line{Reason: "已电话核实", Target: row}, "", 0, "", "", "没有选"},
		{"a file is accepted", Line{Choice: "认可", Target: file}, Accept, 0, "", "", ""},
		{"a file can't be placed", Line{Choice: "按第N项并入", Item: "1", Target: file}, Place, 0, "", "", "不是报表的某一行"},
		{"a line without keys", Line{Choice: "忽略"}, "", 0, "", "", "没有对应的问题"},
		{"a whole requirement of another quarter", Line{Choice: "采用此状态", Item: "2", Status: "已完成", Ref: "2:bbbb", Kind: Requirement,
			Target: Target{Quarter: "2021Q1"}}, Take, 2, "bbbb", status.Completed, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readOne(t, c.line)
			if r.Act != c.act || r.Requirement != c.no || r.Key != c.key || r.Status != c.status && c.why == "" {
				t.Errorf("got %+v", r)
			}
			if (r.Why == "") != (c.why == "") || !strings.Contains(r.Why, c.why) {
				t.Errorf("why %q, want %q", r.Why, c.why)
			}
			if r.State != Orphaned || r.ID == "" {
				t.Errorf("state %s, ID %q", r.State, r.ID)
			}
			// What is shown again is read again as the same.
			again := readOne(t, r.Line())
			if diff := cmp.Diff(r, again); diff != "" {
				t.Errorf("read again (-first +again):\n%s", diff)
			}
		})
	}
}

func TestReadOfAWholeRequirement(t *testing.T) {
	w := Whole{Status: "已完成", Reason: "现场核查", By: "王某", On: "2021-07-09", Ref: "2:bbbb", Quarter: "2021Q2"}
	rs, err := Read(ledgerOf([]Whole{list[0], w}, nil))
	if err != nil || len(rs) != 1 {
		t.Fatal(rs, err)
	}
	r := rs[0]
	if r.Act != Take || r.Requirement != 2 || r.Key != "bbbb" || r.Status != status.Completed || !r.Target.Standing() ||
		r.Target.Quarter != "2021Q2" || r.Reason != "现场核查" || r.By != "王某" || r.On != "2021-07-09" {
		t.Errorf("got %+v", r)
	}
	w.Choice = Take.Label() // which follows from the status, and is shown
	if diff := cmp.Diff(w, r.Whole()); diff != "" {
		t.Errorf("shown otherwise than typed:\n%s", diff)
	}
}

func TestACopiedLineCountsOnce(t *testing.T) {
	l := Line{Choice: "忽略", Reason: "作废", Target: row}
	other := l
	other.Choice = "认可"
	rs, err := Read(ledgerOf(list, []Line{l, l, other}))
	if err != nil || len(rs) != 2 || rs[0].ID == rs[1].ID {
		t.Errorf("%+v, %v", rs, err)
	}
}

// An ID depends on the act and on what it is about, not on where that stands, nor on who
// decided.
func TestIDs(t *testing.T) {
	first := readOne(t, Line{Choice: "忽略", Reason: "作废", By: "甲", Target: row})
	moved := row
	moved.File, moved.Sheet = "第一季度/改名.xlsx", "报送表"
	if r := readOne(t, Line{Choice: "忽略", Reason: "重复", By: "乙", Target: moved}); r.ID != first.ID {
		t.Error("another file, another ID")
	}
	moved.RowKey = "0103"
	if r := readOne(t, Line{Choice: "忽略", Reason: "作废", By: "甲", Target: moved}); r.ID == first.ID {
		t.Error("two rows, one ID")
	}
}

// Keys stand in ledgers that offices keep: the same words must give the same key for ever.
func TestKeysNeverChange(t *testing.T) {
	_, sum := new(Keys).OnlyRow("办公室", "2021Q1", fold.Key("主动公开"), []byte("已完成"))
	for _, c := range []struct{ got, want string }{
		{RowKey("办公室", "2021Q1", "主动公开“十四五”规划纲要。", 0), "7934499e987642d9"},
		{RowKey("办公室", "2021Q1", "主动公开「十四五」规划纲要", 0), "7934499e987642d9"},
		{RowKey("办公室", "2021Q1", "主动公开“十四五”规划纲要。", 1), "fdf866e85ba9999a"},
		{sum, "5bfe92bd20319d08"},
		{FindingSum(finding.New(finding.ReturnMissing, finding.Place{}, "第一季度", "").For("办公室", "2021Q1")), "339fe66ee6300510"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}

// TestKeysOfManyRows: what is held for one row stays when there are more.
func TestKeysOfManyRows(t *testing.T) {
	var keys Keys
	var got [keyPage / 16][2]string // takes two pages
	for i := range got {
		got[i][0], got[i][1] = keys.OnlyRow("办公室", "2021Q1", strconv.Itoa(i), []byte("已完成"))
	}
	for i := range got {
		key, sum := new(Keys).OnlyRow("办公室", "2021Q1", strconv.Itoa(i), []byte("已完成"))
		if got[i] != [2]string{key, sum} || key != RowKey("办公室", "2021Q1", strconv.Itoa(i), 0) {
			t.Fatalf("row %d has the keys %q", i, got[i])
		}
	}
}

func TestForeignWorkbooks(t *testing.T) {
	whole := ledgerOf(list, nil)
	noSheet := &grid.Book{Sheets: whole.Sheets[:1]}
	cut := &grid.Book{Sheets: []*grid.Sheet{whole.Sheets[0], grid.FromRows("台账.xlsx", FindingsSheet, [][]string{LineTyped.Headings()})}}
	for name, c := range map[string]struct {
		book *grid.Book
		says string
	}{
		"empty":               {&grid.Book{}, "没有“总台账”表"},
		"a sheet deleted":     {noSheet, "没有“待核对”表"},
		"the keys deleted":    {cut, "行键"},
		"another table there": {&grid.Book{Sheets: []*grid.Sheet{grid.FromRows("a", OverviewSheet, [][]string{{"项次", "任务"}})}}, "采用状态"},
	} {
		if _, err := Read(c.book); !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is merged over the ruling columns is no decision, and spaces are none.
func TestNothingTyped(t *testing.T) {
	book := ledgerOf(list, []Line{{Choice: " ", Target: row}, {Target: row, Ref: "2:bbbb", Kind: MergedRow}})
	rows := [][]string{append([]string{"程度"}, slices.Concat(LineTyped.Headings(), LineHidden.Headings())...), {"没有需要核对的问题。"}}
	book.Sheets = append(book.Sheets[:1], grid.FromRows("台账.xlsx", FindingsSheet, rows, [4]int{2, 1, 2, 8}))
	if rs, err := Read(book); err != nil || len(rs) != 0 {
		t.Errorf("%+v, %v", rs, err)
	}
}

// FuzzRead: whatever stands in the cells is read, kept, and read again as the same.
func FuzzRead(f *testing.F) {
	f.Add("按第N项并入", "14", "", "部门更正", "0102", "row-unmatched", "14:cccc")
	f.Add("", "", "未报", "=1+1", "", "", ":")
	f.Add("忽略", "-1", "已完成", "", "", "overdue", "99999999999999999999:ab")
	f.Fuzz(func(t *testing.T, choice, item, stands, reason, rowKey, code, ref string) {
		in := Line{Choice: choice, Item: item, Status: stands, Reason: reason, Ref: ref, Target: Target{RowKey: rowKey, Code: finding.Code(code)}}
		rs, err := Read(ledgerOf(list, []Line{in}))
		if err != nil || len(rs) == 0 {
			return // nothing typed, or a heading typed into a cell
		}
		again, err := Read(ledgerOf(list, []Line{rs[0].Line()}))
		if err != nil || len(again) != 1 {
			t.Fatalf("%+v was lost: %+v, %v", rs[0], again, err)
		}
		if diff := cmp.Diff(rs[0], again[0]); diff != "" {
			t.Errorf("read again (-first +again):\n%s", diff)
		}
	})
}

// A formula that nobody has computed is no blank cell. One that is a text says it; what another was
// typed as is said, and kept for the next ledger.
func TestAFormulaIsNoBlank(t *testing.T) {
	for _, c := range []struct{ heading, formula, shown, why string }{
		{"核定", `"忽略"`, "忽略", ""}, {"核定", `A1&"忽略"`, `=A1&"忽略"`, "不是可选的核定"},
		{"核定理由", `"已核实"`, "已核实", "没有选"}, {"核定理由", `A1&"已核实"`, `=A1&"已核实"`, "没有选"},
	} {
		heading := c.heading
		d := grid.NewDraft("台账.xlsx", FindingsSheet)
		headings := slices.Concat(LineTyped.Headings(), LineHidden.Headings())
		cells := slices.Concat(LineTyped.Cells(Line{Target: row}), LineHidden.Cells(Line{Target: row}))
		for i := range headings {
			d.PutText(1, i+1, headings[i])
			d.PutText(2, i+1, cells[i])
		}
		d.Put(2, slices.Index(headings, heading)+1, grid.Cell{Kind: grid.Failed, Formula: c.formula})
		r := &grid.Reading{}
		if bad := r.Add(d); bad != nil {
			t.Fatal(bad.Found)
		}
		book := ledgerOf(list, nil)
		book.Sheets[1] = r.Sheets[0]
		rs, err := Read(book)
		if err != nil || len(rs) != 1 || (rs[0].Why == "") != (c.why == "") || !strings.Contains(rs[0].Why, c.why) {
			t.Fatalf("%s: %+v, %v", heading, rs, err)
		}
		if l := rs[0].Line(); l.Choice+l.Reason != c.shown {
			t.Errorf("%s is shown again as %+v", heading, l)
		}
	}
}

// A yellow cell that the choice has no use for is said, and nothing is carried out.
func TestFilledCellsThatTheActDoesNotUse(t *testing.T) {
	at := Target{File: "a.xlsx", Sheet: "表", RowKey: "k", Department: "办公室"}
	for _, l := range []Line{
		{Target: at, Kind: MergedRow, Choice: "认可", Status: "滞后"},
		{Target: at, Kind: HeldRow, Choice: "忽略", Status: "已完成"},
	} {
		if r := l.ruling(nil); !strings.Contains(r.Why, "用不到") {
			t.Errorf("%+v: %q", l, r.Why)
		}
	}
	if r := (Line{Target: at, Kind: MergedRow, Choice: "认可", Reason: "已说明"}).ruling(nil); r.Why != "" {
		t.Error(r.Why)
	}
}
