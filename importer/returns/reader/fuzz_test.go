package reader

import (
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// fuzzSheet makes a sheet from lines and |, with up to two merges packed four bits a side.
func fuzzSheet(file, name, text string, merge uint32) *grid.Sheet {
	var rows [][]string
	for row := range strings.SplitSeq(strings.ToValidUTF8(text, "?"), "\n") {
		rows = append(rows, strings.Split(row, "|"))
	}
	var merges [][4]int
	for _, m := range []uint32{merge & 0xFFFF, merge >> 16} {
		at := [4]int{int(m >> 12 & 15), int(m >> 8 & 15), int(m >> 4 & 15), int(m & 15)}
		if at[0] > 0 && at[1] > 0 && at[2] >= at[0] && at[3] >= at[1] {
			merges = append(merges, at)
		}
	}
	return grid.FromRows(file, name, rows, merges...)
}

// fuzzBook is any book: the sheet, and what a .csv reader makes of the same text where
// that has another name.
func fuzzBook(file, name, text string, merge uint32) *grid.Book {
	book := &grid.Book{File: file, Sum: "00", Sheets: []*grid.Sheet{fuzzSheet(file, name, text, merge)}}
	if csv, _ := open.Parse(file, []byte(strings.ReplaceAll(text, "|", ","))); csv != nil {
		for _, s := range csv.Sheets {
			if s.Name != name {
				book.Sheets = append(book.Sheets, s)
			}
		}
	}
	return book
}

// Whatever stands in a grid, every line of a table is read once, every value is one of the
// sheet's cells, and nothing is read that the words do not say.
func FuzzRead(f *testing.F) {
	heading := "序号|工作任务|具体要求|完成情况|完成状态|完成比例（%）|完成时间|佐证材料|存在问题\n"
	f.Add("第三季度/计财股.xlsx", "Sheet1", "附件2\n2021年第三季度情况表\n填报单位：计划财务股（盖章）      填报日期：2021年10月8日\n"+heading+
		"1|三、做好财政信息公开。|5.积极推进预算公开。|已公开12张。|按序时推进|75|2021.9.28|https://www.example.gov.cn/a|无\n2||6.持续深化公开。|同上\n|合计||3项\n注：如实填写。\n填报人：（签名）", uint32(0x21290000|0x5262))
	f.Add("a.csv", "一季度", "责任部门|工作要求|第一季度完成情况|第二季度完成情况\n办公室|主动公开|已完成|已完成80%\n办公室、市图|加强公开|未启动|同上", uint32(0))
	f.Add("办公室2021年第3季度(修订).xlsx", "报送表", heading+"1|甲|乙|丙|已完成/未完成|0.8|9月|见附件|\n"+heading+"2|甲|乙|丙|完成|100%|昨天||", uint32(0x2223))
	f.Add("b.xlsx", "S", "具体要求|已完成|推进中|未启动\n甲|√||\n乙||√|√\n丙|否||", uint32(0x1112))
	f.Add("办公室.xlsx", "报送表", "识别码|具体要求|本季度进展\n"+keyOf(1, third, "办公室")+"|"+asked[1]+"|做了。\n"+keyOf(2, third, "市场执法股")+"|别的|没做", uint32(0))
	r := formReader()
	f.Fuzz(func(t *testing.T, file, name, text string, merge uint32) {
		if len(text) > 1<<14 {
			return
		}
		file, name = strings.ToValidUTF8(file, "?"), strings.ToValidUTF8(name, "?") // as books have them
		book := fuzzBook(file, name, text, merge)
		got, again := r.Read(book), r.Read(fuzzBook(file, name, text, merge))
		rs, fs := got.Returns, got.Findings
		if !reflect.DeepEqual(said(rs), said(again.Returns)) || !reflect.DeepEqual(fs, again.Findings) || !reflect.DeepEqual(got.Sheets, again.Sheets) {
			t.Fatal("read twice, it says two things")
		}
		for _, ret := range rs {
			at := slices.IndexFunc(book.Sheets, func(s *grid.Sheet) bool { return s.Name == ret.Sheet })
			if at < 0 || ret.File != file {
				t.Fatalf("a return of sheet %q in %q", ret.Sheet, ret.File)
			}
			soundReturn(t, book.Sheets[at], ret)
		}
		soundAccount(t, r, book, got)
		for _, f := range fs {
			if !utf8.ValidString(f.Message+f.Hint) || f.Code.Entry().Text == "{found}" {
				t.Fatalf("finding %+v", f)
			}
		}
	})
}

// said is a list of returns without their findings' pointers: the rows by value.
func said(rs []returns.Return) (all []string) {
	for _, ret := range rs {
		all = append(all, ret.Department.Value+ret.Quarter.Value.String()+string(ret.Held))
		for _, row := range ret.Rows {
			all = append(all, row.At.String()+string(row.Ignored)+row.Content())
		}
	}
	return all
}

// soundReturn holds each value against the sheet and the limits of its kind.
func soundReturn(t failer, s *grid.Sheet, ret returns.Return) {
	t.Helper()
	seen := map[finding.Place]bool{}
	for _, row := range ret.Rows {
		if row.At.Row() < 1 || row.At.Row() > s.LastRow() || seen[row.At] {
			t.Fatalf("a row at %v, where one was before: %v, of %d", row.At, seen[row.At], s.LastRow())
		}
		seen[row.At] = true
		inSheet(t, s, row.Key, row.Number, row.Task, row.Text)
		for _, w := range []grid.Words{row.Departments, row.Progress, row.Problems, row.NextSteps, row.Remarks} {
			inSheet(t, s, grid.Read[string]{Value: w.Value, Said: w.Value, At: w.At})
		}
		inSheet(t, s, row.Evidence...)
		inSheet(t, s, row.Status)
		inSheet(t, s, row.Percent)
		inSheet(t, s, row.CompletedOn)
		if p := row.Percent.Value; math.IsNaN(p) || p < 0 || p > 100000 {
			t.Fatalf("percentage %v from %q", p, row.Percent.Said)
		}
		if d := row.CompletedOn.Value; !d.IsZero() && !d.Valid() {
			t.Fatalf("date %v from %q", d, row.CompletedOn.Said)
		}
		if row.Status.Value != status.NoStatus && !slices.Contains(status.Statuses[:6], row.Status.Value) {
			t.Fatalf("status %q from %q", row.Status.Value, row.Status.Said)
		}
	}
	if q := ret.Quarter.Value; !q.IsZero() && (q.N < 1 || q.N > 4) {
		t.Fatalf("quarter %v", q)
	}
}

func inSheet[T any](t failer, s *grid.Sheet, values ...grid.Read[T]) {
	t.Helper()
	for _, v := range values {
		if !v.Given() {
			continue
		}
		if v.At.File() != s.File || v.At.Sheet() != s.Name || v.At.Row() < 1 || v.At.Row() > s.LastRow() || v.At.Col() < 1 || v.At.Col() > s.Width() {
			t.Fatalf("%q stands in %v, the sheet has %d rows and %d columns", v.Said, v.At, s.LastRow(), s.Width())
		}
		if cell := s.Cell(v.At.Row(), v.At.Col()); cell.IsEmpty() || cell.Covered() {
			t.Fatalf("%q is said to stand in %v, which holds %+v", v.Said, v.At, cell)
		}
		if !utf8.ValidString(v.Said) {
			t.Fatalf("%q", v.Said)
		}
	}
}

// denied is the negation of a verb of completion; boxed is a printed choice, where one may
// stand and not be meant.
var (
	denied = regexp.MustCompile(`(未|没有|没|尚未|暂未|还未|未能|无法)(按期|按时|全部|全面|如期)?(完成|办结|落实|达到)`)
	boxed  = regexp.MustCompile(`[□☐○◯〇⬜▢√✓✔☑☒■●◉▣✅(（\[【]`)
)

// What says that something is not done is never read as done, and what stands around a
// word does not change it.
func FuzzReadStatus(f *testing.F) {
	for _, s := range []string{"已完成", "未完成", "已完成/未完成", "已完成80%", "完成前期工作", "除第3项外均已完成", "基本完成,剩余2项年底前完成", "已完成，剩余3项正在推进",
		"√", "N/A", "无", "\xff完成", "完成100%", "尚未完成。", "已完成（提前）", "完成,完成未完成"} {
		f.Add(s)
	}
	r := testReader()
	f.Fuzz(func(t *testing.T, s string) {
		if s = strings.ToValidUTF8(s, "?"); len(s) > 1<<12 {
			return
		}
		got := answered1(t, r, "", s, "").Status.Value
		if got != status.NoStatus && !slices.Contains(status.Statuses[:6], got) {
			t.Fatalf("%q reads %q", s, got)
		}
		if got == status.Completed && denied.MatchString(fold.Text(s)) && !boxed.MatchString(s) {
			t.Fatalf("%q reads as completed", s)
		}
		if again := answered1(t, r, "", "  "+s+"\n", "").Status.Value; again != got {
			t.Fatalf("%q reads %q, with space around it %q", s, got, again)
		}
		lead := answered1(t, r, s, "", "").Status
		if lead.Value == status.Completed && denied.MatchString(fold.Text(s)) && !boxed.MatchString(s) {
			t.Fatalf("%q opens as completed", s)
		}
		if lead.Given() && !strings.Contains(s, lead.Said) {
			t.Fatalf("%q opens with %q", s, lead.Said)
		}
		if d := answered1(t, r, "", "", s).CompletedOn.Value; d != (period.Date{}) && !d.Valid() {
			t.Fatalf("%q is the date %v", s, d)
		}
	})
}

// answered1 reads a return whose first row answers with the given progress, status and date.
func answered1(t *testing.T, r *Reader, progress, stands, on string) returns.Row {
	t.Helper()
	rs := r.Read(grid1("第一季度/办公室.xlsx", [][]string{
		{"具体要求", "工作进展", "完成状态", "完成时间"},
		{"加强行政执法信息公开。", progress, stands, on},
		{"加强信息归集工作。", "已归集3批。", "推进中", "2021年3月1日"},
		{"做好财政信息公开。", "已公开2批。", "已完成", "2021年3月2日"},
	})).Returns
	if len(rs) != 1 || len(rs[0].Rows) != 3 || rs[0].Rows[0].At.Row() != 2 {
		t.Fatalf("%q %q %q: %d returns", progress, stands, on, len(rs))
	}
	return rs[0].Rows[0]
}
