package page

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/importer/ruling"
	"taizhang/report/page/questions"
)

// choice is what the office decides on one question, or on a heading.
type choice struct {
	target  ruling.Target
	line    ruling.Line
	heading ruling.Heading // of 读法, where the target names one
	over    bool           // it was replaced later
}

func (v *visitor) built() {
	v.Helper()
	v.post("/build")
	y := v.page.current()
	y.Job().Wait()
	if s := y.Job().State(); s.Failed != "" {
		v.Fatal(s.Failed)
	}
	y.Again()
	v.settle()
}

const (
	reason = "经核实，确是这样"
	by     = "张三"
	on     = "2021年10月9日"
)

// The same decisions desk.Typed into the ledger and made on the page give the same bytes.
func TestThePageDecidesAsTheLedgerDoes(t *testing.T) {
	page, ledger := visit(t), visit(t)
	page.built()
	ledger.built()
	s := page.read()
	var made []choice
	for n, i := range page.page.current().Asked(s) {
		q := &s.Questions[i]
		options := s.Options(q)
		o := options[n%len(options)] // now this, now that
		screen := page.post("/decide", "q", questions.ID(q), "key", o.Key, "reason", reason, "by", by, "on", on)
		if strings.Contains(screen, "没有记下") {
			t.Fatalf("%s: %s", q.Finding.Message, plainly(screen))
		}
		if !strings.Contains(screen, "已记下：") {
			t.Errorf("%s: no receipt", q.Finding.Message)
		}
		line := o.Line
		line.Reason, line.By, line.On = reason, by, on
		made = append(made, choice{target: q.Office.Target, line: line})
	}
	if len(made) < 10 {
		t.Fatalf("only %d decisions were made", len(made))
	}
	heading := page.page.current().Doubtful(s)
	if len(heading) == 0 {
		t.Fatal("no heading is doubtful")
	}
	answered := s.Headings[heading[0]].Office
	answered.Role, answered.Scope, answered.Reason, answered.By, answered.On = "进展", "全部", reason, by, on
	made = append(made, choice{target: ruling.Target{Heading: answered.Said}, heading: answered})
	page.post("/heading", "h", questions.HeadingID(&s.Headings[heading[0]]), "role", "进展", "scope", "全部", "reason", reason, "by", by, "on", on)

	if left := typeAll(t, filepath.Join(ledger.page.current().Out, "台账.xlsx"), made); len(left) > 0 {
		t.Fatalf("the ledger has no line for %v", left[0])
	}
	ledger.page.current().Again()
	ledger.settle()
	page.built()
	ledger.built()
	a, b := tree(t, page.page.current().Out), tree(t, ledger.page.current().Out)
	for _, name := range differ(a, b) {
		if !strings.HasPrefix(name, "历史") { // there lies the ledger that was desk.Typed into
			t.Errorf("%s differs", name)
		}
	}
	if x, y := lines(t, page), lines(t, ledger); !slices.Equal(x, y) {
		t.Errorf("decisions differ:\n%s\n\n%s", strings.Join(x, "\n"), strings.Join(y, "\n"))
	}
}

// lines are those of 核定.jsonl in any order, without the way in which they came in.
func lines(t *testing.T, v *visitor) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(v.page.current().Folder, ruling.JournalName))
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Split(strings.TrimSpace(regexp.MustCompile(`"via":"(page|ledger)"`).ReplaceAllString(string(data), "")), "\n")
	slices.Sort(all)
	return all
}

// typeAll types decisions into a ledger as the office does, one after the other, and returns those from
// the first that it has no line for.
func typeAll(t *testing.T, path string, made []choice) (left []choice) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheets := map[string]*decisions{}
	for _, name := range []string{"待核对", "读法"} {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		head := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, "核定人") })
		sheets[name] = &decisions{rows, head}
	}
	for len(made) > 0 {
		sheet, wanted, cells := made[0].typed()
		at := sheets[sheet].find(wanted)
		if at < 0 {
			break
		}
		for word, value := range cells {
			name, _ := excelize.CoordinatesToCellName(sheets[sheet].column(word)+1, at+1)
			f.SetCellValue(sheet, name, value)
		}
		made = made[1:]
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	return made
}

// decisions is a sheet of the ledger that the office decides in.
type decisions struct {
	rows [][]string
	head int
}

func (d *decisions) column(word string) int { return slices.Index(d.rows[d.head], word) }

// find returns the line that says all that is wanted, -1 for none.
func (d *decisions) find(wanted map[string]string) int {
	for n := d.head + 1; n < len(d.rows); n++ {
		fits := true
		for word, value := range wanted {
			said, at := "", d.column(word)
			if at < len(d.rows[n]) {
				said = d.rows[n][at]
			}
			fits = fits && said == value
		}
		if fits {
			return n
		}
	}
	return -1
}

// typed says in which sheet a decision is typed, on the line that says what, and into which cells.
func (c *choice) typed() (sheet string, wanted, cells map[string]string) {
	if h := c.heading; c.target.Heading != "" {
		wanted = map[string]string{"表头原文": h.Said, "左邻": h.Left, "右邻": h.Right, "核定内容": ""}
		if h.Scope == ruling.ForFile {
			wanted["来源文件"] = h.File
		}
		return "读法", wanted, map[string]string{"核定内容": h.Role, "适用": h.Scope, "核定理由": h.Reason, "核定人": h.By, "核定日期": h.On}
	}
	nth := ""
	if c.target.Nth > 0 {
		nth = fmt.Sprint(c.target.Nth)
	}
	wanted = map[string]string{"行键": c.target.RowKey, "代码": string(c.target.Code), "同类第几": nth, "内容指纹": c.target.Sum, "所属部门": c.target.Department, "所属季度": c.target.Quarter}
	return "待核对", wanted, map[string]string{"核定": c.line.Choice, "按第几项": c.line.Item, "采用状态": c.line.Status, "核定内容": c.line.Value, "核定理由": c.line.Reason, "核定人": c.line.By, "核定日期": c.line.On}
}

func TestADecisionIsTakenBack(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	s := v.read()
	open := y.Asked(s)
	first := &s.Questions[open[0]]
	v.post("/decide", "q", questions.ID(first), "key", "0", "reason", reason)
	if left := y.Asked(s); len(left) != len(open)-1 {
		t.Errorf("%d questions are left of %d", len(left), len(open))
	}
	v.settle()
	if left := y.Asked(v.read()); len(left) >= len(open) {
		t.Errorf("after reading again %d questions are left of %d", len(left), len(open))
	}
	screen := v.post("/undo")
	v.has(screen, "已撤销：忽略")
	v.settle()
	if left := y.Asked(v.read()); len(left) != len(open) {
		t.Errorf("after taking it back %d questions are left of %d", len(left), len(open))
	}
	v.has(v.post("/undo"), "没有可以撤销的核定")
	// The same is decided once more: it holds again.
	v.post("/decide", "q", questions.ID(first), "key", "0", "reason", reason)
	v.settle()
	if left := y.Asked(v.read()); len(left) >= len(open) {
		t.Errorf("decided anew, %d questions are left of %d", len(left), len(open))
	}
}

// What a change of mind replaced holds again when that is taken back, also by a page that was
// opened later.
func TestAChangeOfMindIsTakenBack(t *testing.T) {
	folder := sampleYear(t)
	v := visitYear(t, folder)
	y := v.page.current()
	id := questions.ID(&v.read().Questions[y.Asked(v.read())[0]])
	v.post("/decide", "q", id, "key", "1")
	v.settle()
	v.post("/decide", "q", id, "key", "0")
	v.settle()
	v.post("/close")
	v = visitYear(t, folder)
	y = v.page.current()
	q := &v.read().Questions[v.read().At[id]]
	if q.Ruled == nil || q.Ruled.Act != ruling.Ignore {
		t.Fatalf("stands %+v", q.Ruled)
	}
	v.post("/undo")
	v.settle()
	if q = &v.read().Questions[v.read().At[id]]; q.Ruled == nil || q.Ruled.Act != ruling.Place {
		t.Errorf("after taking it back stands %+v", q.Ruled)
	}
}

func TestOneKeyForAllOfACause(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	s := v.read()
	count := map[int]int{}
	for _, i := range y.Asked(s) {
		count[s.Questions[i].Cause]++
	}
	for _, i := range y.Asked(s) {
		q := &s.Questions[i]
		if q.Cause == 0 || count[q.Cause] < 2 || q.Office.Kind == ruling.HeldRow {
			continue
		}
		v.has(v.get("/check?q="+questions.ID(q)), fmt.Sprintf("这个原因的第 1 处，共 %d 处", count[q.Cause]))
		v.has(v.post("/decide", "q", questions.ID(q), "key", "1", "all", "1"), fmt.Sprintf("已记下 %d 处", count[q.Cause]))
		for _, j := range y.Asked(s) {
			if s.Questions[j].Cause == q.Cause {
				t.Errorf("%s is still asked", s.Questions[j].Finding.Message)
			}
		}
		v.has(v.post("/undo"), fmt.Sprintf("等%d处", count[q.Cause]))
		return
	}
	t.Fatal("no cause has several questions")
}

func TestWhatCannotBeCarriedOutIsNotTakenIn(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	for _, i := range y.Asked(v.read()) {
		q := &v.read().Questions[i]
		if q.Office.Kind != ruling.HeldRow {
			continue
		}
		for _, item := range []string{"", "0", "999", "第三"} {
			v.has(v.post("/decide", "q", questions.ID(q), "choice", "按第N项并入", "item", item), "没有记下")
		}
		v.has(v.post("/decide", "q", questions.ID(q), "choice", "认可", "status", "已完成"), "没有记下")
		v.has(v.post("/decide", "q", questions.ID(q), "key", "9"), "没有 9 这一项")
		if _, err := os.Stat(filepath.Join(y.Folder, ruling.JournalName)); err == nil {
			t.Error("something was taken in")
		}
		return
	}
	t.Fatal("no row is held")
}

func TestAReasonIsOfferedAgain(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	v.has(v.post("/decide", "q", questions.ID(&v.read().Questions[y.Asked(v.read())[0]]), "key", "0", "reason", reason, "by", by, "on", on), `name="by" value="`+by+`"`)
	v.settle()
	v.has(v.get("/check"), `<option>`+reason+`</option>`, `name="by" value="`+by+`"`)
}

// What a later table prints otherwise of an earlier quarter is decided between the two; the choice of the
// later one puts its words into the ledger, and a second build writes the same.
func TestThePageDecidesWhatWasPrintedAgain(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2021")
	if err := os.CopyFS(folder, os.DirFS("../../testdata/findings/restated-differs/2021")); err != nil {
		t.Fatal(err)
	}
	v := visitYear(t, folder)
	v.built()
	s := v.read()
	asked := v.page.current().Asked(s)
	if len(asked) != 1 {
		t.Fatalf("%d questions", len(asked))
	}
	q := &s.Questions[asked[0]]
	options := s.Options(q)
	if len(options) != 2 || !strings.HasPrefix(options[0].Label, "第一季度报的对") || !strings.HasPrefix(options[1].Label, "后来印的对") {
		t.Fatalf("%+v", options)
	}
	if screen := v.post("/decide", "q", questions.ID(q), "key", options[1].Key, "reason", reason, "by", by, "on", on); !strings.Contains(screen, "已记下：") {
		t.Fatal(plainly(screen))
	}
	v.built()
	said := func() string {
		data, err := os.ReadFile(filepath.Join(folder, "成果", "台账.json"))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	first := said()
	if !strings.Contains(first, `"progress": "公开规划3项。"`) || strings.Contains(first, `"progress": "公开规划4项。"`) || strings.Contains(first, "restated-differs") {
		t.Error(first)
	}
	if v.built(); said() != first {
		t.Error("a second build says otherwise")
	}
}

// A card counts what waits of its cause, and all that the cause speaks of, and says which is which.
func TestACardCountsInOnePlace(t *testing.T) {
	v := visit(t)
	s := v.read()
	var of []string
	for _, i := range v.page.current().Asked(s) {
		if q := &s.Questions[i]; q.Finding.Code == finding.DuplicateRow {
			of = append(of, questions.ID(q))
		}
	}
	if len(of) != 2 {
		t.Fatalf("%d rows are there twice", len(of))
	}
	v.has(v.get("/check?q="+of[0]), "这个原因的第 1 处，共 2 处", "，共 2 处（")
	v.post("/decide", "q", of[0], "key", "0")
	screen := v.get("/check?q=" + of[1])
	v.has(screen, "这个原因共 2 处，还等着的只有这一处", "，共 2 处（", "还等着 1 处")
	v.has(v.get("/check?q="+of[0]), "这个原因共 2 处，还等着 1 处")
}
