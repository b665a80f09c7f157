package acceptance

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/cli"
	"taizhang/importer/ruling"
)

// desk is an office at work on a small year: it builds, types rulings into the ledger, and
// builds again.
type desk struct {
	*testing.T
	year string
}

func newDesk(t *testing.T) desk {
	d := desk{t, filepath.Join(t.TempDir(), "2021")}
	d.puts("任务清单.csv", "工作任务,具体要求,责任部门\n做好规划公开,主动公开规划纲要和政策解读,办公室\n做好规划公开,整理历年规划并主动公开,办公室\n"+
		"做好财政公开,公开部门预算和决算,财务股\n做好财政公开,定期公开债务限额和余额,财务股\n")
	d.puts("第一季度/办公室.csv", "填报单位：办公室\n具体要求,完成情况,完成状态\n主动公开规划纲要和政策解读,已公开十二篇,已完成\n整理旧规划的工作安排,正在整理旧档案,推进中\n")
	d.puts("第一季度/财务股.csv", "填报单位：财务股\n具体要求,完成情况,完成状态\n公开部门预算和决算,已公开预算,已上会\n定期公开债务限额和余额,已公开一次,常态化\n")
	d.puts("第一季度/财务股补报.csv", "填报单位：财务股\n具体要求,完成情况,完成状态\n定期公开债务限额和余额,正在汇总数据,滞后\n")
	return d
}

func (d desk) puts(name, text string) {
	d.Helper()
	path := filepath.Join(d.year, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		d.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		d.Fatal(err)
	}
}

func (d desk) moves(from, to string) {
	d.Helper()
	if err := os.MkdirAll(filepath.Join(d.year, filepath.Dir(to)), 0o755); err != nil {
		d.Fatal(err)
	}
	if err := os.Rename(filepath.Join(d.year, from), filepath.Join(d.year, to)); err != nil {
		d.Fatal(err)
	}
}

func (d desk) ledger() string { return filepath.Join(d.year, "成果", "台账.xlsx") }

// outcome is what 台账.json says of a run.
type outcome struct {
	Rows []struct {
		File, Fate  string
		Row         int
		Reason      *string
		Requirement *int
	}
	Entries []struct {
		Requirement  int
		Department   string
		Status, Said *string
		Match        struct{ By string }
	}
	Standings []struct {
		Requirement     int
		Quarter, Status string
	}
	Findings []struct{ Code, Message string }
	Rulings  []struct{ ID, Act, State string }
	bytes    []byte // of the ledger
}

func (d desk) builds() outcome {
	d.Helper()
	var stderr bytes.Buffer
	if code := run(context.Background(), []string{"build", d.year, "--year", "2021", "--as-of", "2021Q1", "--quiet"}, &stderr, &stderr); code != cli.ExitDone {
		d.Fatalf("exit %d: %s", code, stderr.String())
	}
	data, err := os.ReadFile(filepath.Join(d.year, "成果", "台账.json"))
	if err != nil {
		d.Fatal(err)
	}
	var o outcome
	if err := json.Unmarshal(data, &o); err != nil {
		d.Fatal(err)
	}
	if o.bytes, err = os.ReadFile(d.ledger()); err != nil {
		d.Fatal(err)
	}
	return o
}

// types fills cells of the first line of the sheet that holds all of the words; one after
// = is a whole cell.
func (d desk) types(sheet string, words []string, cells map[string]any) {
	d.Helper()
	if err := decide(d.ledger(), sheet, words, cells); err != nil {
		d.Fatal(err)
	}
}

// fates tells what became of the answers: file, fate, reason, requirement.
func (o outcome) fates() []string {
	var list []string
	for _, r := range o.Rows {
		s := strings.TrimSuffix(filepath.Base(r.File), ".csv") + " " + r.Fate
		if r.Reason != nil {
			s += " " + *r.Reason
		}
		if r.Requirement != nil {
			s += fmt.Sprint(" ", *r.Requirement)
		}
		list = append(list, s)
	}
	return list
}

func (o outcome) states() (list []string) {
	for _, r := range o.Rulings {
		list = append(list, r.Act+" "+r.State)
	}
	slices.Sort(list)
	return list
}

func (o outcome) ids() (list []string) {
	for _, r := range o.Rulings {
		list = append(list, r.ID)
	}
	slices.Sort(list)
	return list
}

func (o outcome) count(code string) (n int) {
	for _, f := range o.Findings {
		if f.Code == code {
			n++
		}
	}
	return n
}

// TestRulingsHold is the loop of the office: decide, build, and find it carried out,
// whatever the departments do to their files.
func TestRulingsHold(t *testing.T) {
	d := newDesk(t)
	first := d.builds()
	if want := []string{"办公室 merged 1", "办公室 held row-unmatched", "财务股 merged 3", "财务股 held duplicate-return 4", "财务股补报 held duplicate-return 4"}; !slices.Equal(first.fates(), want) {
		t.Fatalf("%q", first.fates())
	}
	if again := d.builds(); !bytes.Equal(first.bytes, again.bytes) {
		t.Fatal("the ledger's own presence changes it")
	}
	d.types("待核对", []string{"整理旧规划的工作安排"}, map[string]any{"核定": "按第N项并入", "按第几项": 2, "核定理由": "电话核实", "核定人": "王某", "核定日期": "2021-04-12"})
	d.types("待核对", []string{"=第一季度/财务股补报.csv", "未并入的行"}, map[string]any{"核定": "忽略", "核定理由": "作废"})
	d.types("待核对", []string{"status-unknown"}, map[string]any{"核定": "采用此状态", "采用状态": "推进中"})
	d.types("总台账", []string{"主动公开规划纲要"}, map[string]any{"采用状态": "推进中", "核定理由": "解读材料还没有发"})
	ruled := d.builds()
	want := []string{"办公室 merged 1", "办公室 merged 2", "财务股 merged 3", "财务股 merged 4", "财务股补报 ignored ruled-out 4"}
	if !slices.Equal(ruled.fates(), want) {
		t.Errorf("%q", ruled.fates())
	}
	held := []string{"ignore applied", "place applied", "status applied", "status applied"}
	if !slices.Equal(ruled.states(), held) {
		t.Errorf("%q", ruled.states())
	}
	for _, e := range ruled.Entries {
		switch e.Requirement {
		case 2:
			if e.Match.By != "ruling" {
				t.Errorf("requirement 2 is placed by %s", e.Match.By)
			}
		case 3:
			if *e.Status != "in_progress" || *e.Said != "已上会" {
				t.Errorf("requirement 3: %s, said %s", *e.Status, *e.Said)
			}
		}
	}
	for _, s := range ruled.Standings {
		if s.Requirement == 1 && s.Status != "in_progress" {
			t.Errorf("requirement 1 stands at %s", s.Status)
		}
	}
	if again := d.builds(); !bytes.Equal(ruled.bytes, again.bytes) || !slices.Equal(ruled.ids(), again.ids()) {
		t.Error("the next run writes another ledger")
	}

	// Files are renamed and moved, rows move.
	d.moves("第一季度/财务股补报.csv", "第一季度/财务/A补报.csv")
	d.moves("第一季度/办公室.csv", "第一季度/Z.csv")
	d.puts("第一季度/Z.csv", "一季度报送表\n填报单位：办公室\n\n具体要求,完成情况,完成状态\n整理旧规划的工作安排,正在整理旧档案,推进中\n主动公开规划纲要和政策解读,已公开十二篇,已完成\n")
	moved := d.builds()
	if got := moved.fates(); !slices.Contains(got, "Z merged 2") || !slices.Contains(got, "A补报 ignored ruled-out 4") || !slices.Contains(got, "财务股 merged 4") {
		t.Errorf("moved: %q", got)
	}
	if !slices.Equal(moved.states(), held) || !slices.Equal(moved.ids(), ruled.ids()) {
		t.Errorf("moved: %q", moved.states())
	}

	// A row goes; its ruling is kept, and holds again when the row is back.
	d.moves("第一季度/Z.csv", "作废/Z.csv")
	gone := d.builds()
	if got := gone.states(); !slices.Equal(got, []string{"ignore applied", "place orphaned", "status applied", "status applied"}) || gone.count("ruling-orphaned") != 1 {
		t.Errorf("gone: %q, %d reported", got, gone.count("ruling-orphaned"))
	}
	if again := d.builds(); !bytes.Equal(gone.bytes, again.bytes) {
		t.Error("with an orphan, the next run writes another ledger")
	}
	d.moves("作废/Z.csv", "第一季度/办公室.csv")
	if back := d.builds(); !slices.Equal(back.states(), held) || back.count("ruling-orphaned") != 0 || !slices.Contains(back.fates(), "办公室 merged 2") {
		t.Errorf("back: %q, %q", back.states(), back.fates())
	}
}

// A ruling is taken back by clearing its cells.
func TestARulingIsTakenBack(t *testing.T) {
	d := newDesk(t)
	first := d.builds()
	d.types("待核对", []string{"整理旧规划的工作安排"}, map[string]any{"核定": "忽略"})
	if o := d.builds(); len(o.Rulings) != 1 {
		t.Fatalf("%q", o.states())
	}
	d.types("待核对", []string{"整理旧规划的工作安排", "忽略"}, map[string]any{"核定": ""})
	o := d.builds()
	if !slices.Equal(o.states(), []string{"ignore withdrawn"}) || !slices.Equal(o.fates(), first.fates()) {
		t.Errorf("%q, %q", o.states(), o.fates())
	}
	if again := d.builds(); !bytes.Equal(again.bytes, o.bytes) {
		t.Error("the next run writes another ledger")
	}
}

// What nobody can understand is said, and stays in the ledger as it was typed.
func TestAnUnreadableRulingIsKept(t *testing.T) {
	d := newDesk(t)
	d.builds()
	d.types("待核对", []string{"整理旧规划的工作安排"}, map[string]any{"核定": "按第N项并入", "按第几项": 99})
	d.types("待核对", []string{"status-unknown"}, map[string]any{"核定": "算完成吧", "核定人": "李某"})
	for range 2 {
		o := d.builds()
		if o.count("ruling-orphaned") != 2 || len(o.Rulings) != 1 || o.Rulings[0].State != string(ruling.Orphaned) {
			t.Fatalf("%d reported, %q", o.count("ruling-orphaned"), o.states())
		}
		if said := fmt.Sprint(o.Findings); !strings.Contains(said, "没有第99项") || !strings.Contains(said, "算完成吧") {
			t.Errorf("not said: %s", said)
		}
	}
	d.types("待核对", []string{"算完成吧", "李某"}, map[string]any{"核定": "采用此状态", "采用状态": "已完成"})
	d.types("待核对", []string{"按第N项并入", "99"}, map[string]any{"按第几项": 2})
	if o := d.builds(); !slices.Equal(o.states(), []string{" withdrawn", "place applied", "place withdrawn", "status applied"}) || o.count("ruling-orphaned") != 0 {
		t.Errorf("mended: %q", o.states())
	}
}

// A ledger that can't be read is not overwritten.
func TestADamagedLedgerIsLeftAlone(t *testing.T) {
	d := newDesk(t)
	d.builds()
	data, err := os.ReadFile(d.ledger())
	if err != nil {
		t.Fatal(err)
	}
	data = data[:len(data)*2/3]
	if err := os.WriteFile(d.ledger(), data, 0o644); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if code := run(context.Background(), []string{"build", d.year, "--year", "2021"}, &stdout, &stderr); code != cli.ExitFailed {
		t.Errorf("exit %d", code)
	}
	if !strings.Contains(stderr.String(), "读不出") || !strings.Contains(stderr.String(), "台账.xlsx") || !strings.Contains(stderr.String(), "移走") {
		t.Errorf("said: %s", stderr.String())
	}
	if after, err := os.ReadFile(d.ledger()); err != nil || !bytes.Equal(after, data) {
		t.Errorf("the ledger was changed: %v", err)
	}
}
