package page

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/report/page/desk"
	"taizhang/report/page/questions"
)

// years is 年度 as it is shown: the years that can be chosen, and how far the open one is.
type years struct {
	Base  string
	Years []yearLine
	Steps []yearStep
	Open  bool
}

type yearLine struct {
	ID, Name, Path string
	Open           bool // here
}

// yearStep is one of the four steps of a year with its state and its one button.
type yearStep struct {
	No           int
	Title, State string
	Done         bool
	Asks         string // how many headings wait, "" for none
	Path, Button string
	Quarters     []quarterChoice // of forms
	Chosen       int
	Issued       []quarterChoice // whose forms lie there
}

type quarterChoice struct {
	N    int
	Name string
}

// base is the folder in which years are chosen: the one that was opened, or the one above it where
// that is a year itself.
func (p *Page) base() string {
	if looksLikeYear(p.Folder) {
		return filepath.Dir(p.Folder)
	}
	return p.Folder
}

// looksLikeYear reports a folder with a list, decisions, or folders of quarters.
func looksLikeYear(folder string) bool {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return false
	}
	for _, e := range entries {
		name := e.Name()
		if !e.IsDir() && (strings.HasPrefix(name, "任务清单.") || name == "核定.jsonl") {
			return true
		}
		if q, ok := period.ParseQuarter(name); ok && e.IsDir() && q.N > 0 {
			return true
		}
	}
	return false
}

// HoldsYears reports whether a folder is a year or holds one.
func HoldsYears(folder string) bool {
	if looksLikeYear(folder) {
		return true
	}
	return len(yearsIn(folder, 1)) > 0
}

// How far years are looked for below a folder, and how many are listed.
const (
	yearsDeep = 2
	mostYears = 200
)

// yearsIn lists the year folders below a folder.
func yearsIn(folder string, deep int) (list []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		switch {
		case !e.IsDir() || strings.HasPrefix(e.Name(), ".") || len(list) >= mostYears:
		case looksLikeYear(path):
			list = append(list, path)
		case deep > 1:
			list = append(list, yearsIn(path, deep-1)...)
		}
	}
	return list
}

// showYears is 年度.
func (p *Page) showYears(w http.ResponseWriter, r *http.Request) {
	v := &years{Base: p.base()}
	y := p.current()
	for _, path := range yearsIn(v.Base, yearsDeep) {
		name, _ := filepath.Rel(v.Base, path)
		v.Years = append(v.Years, yearLine{p.ids.Of(path), name, path, y != nil && y.Folder == path})
	}
	if y != nil {
		y.Look()
		v.Open = true
		if s, _, _ := y.State(); s != nil {
			y.CatchUp(s)
			v.Steps = fourSteps(y, s)
		}
	}
	p.show(w, r, "years", "年度", y, v)
}

// fourSteps says how far the year is.
func fourSteps(y *desk.Year, s *questions.Reading) []yearStep {
	l, at := s.Ledger, s.Quarter()
	doubts := len(listDoubts(y, s))
	list := yearStep{No: 1, Title: "清单", Path: "/list", Button: "看清单", Done: !l.Plan.Embedded && doubts == 0,
		State: fmt.Sprintf("%d项任务、%d条要求", len(l.Plan.Tasks), len(l.Plan.Requirements))}
	switch {
	case l.Plan.Embedded, asMade(l):
		list.Done = false
		list.State += "；还是程序放的样本清单，请在“清单”里换上本年度的"
	case doubts > 0:
		list.State += fmt.Sprintf("，%d处要看一看", doubts)
	}
	forms := formsIn(filepath.Join(y.Folder, formsFolder))
	out := yearStep{No: 2, Title: "下发", Path: "/forms", Button: "写出报送表", Done: forms > 0, State: "还没有写出报送表", Chosen: at.N}
	if forms > 0 {
		out.State = fmt.Sprintf("“下发”里有%d份报送表", forms)
	}
	for _, q := range (period.Quarter{Year: l.Year, N: 4}).Until() {
		out.Quarters = append(out.Quarters, quarterChoice{q.N, q.Short()})
		if n := formsIn(filepath.Join(y.Folder, formsFolder, q.Short())); n > 0 {
			out.Issued = append(out.Issued, quarterChoice{q.N, q.Short()})
		}
	}
	board := collecting(y, s, at)
	results := yearStep{No: 4, Title: "成果", Path: "/results", Button: "看成果", State: "还没有生成"}
	if info, err := os.Stat(filepath.Join(y.Out, "台账.xlsx")); err == nil {
		results.Done, results.State = true, "台账生成于 "+info.ModTime().Format("1月2日 15:04")
		if y.Outdated(s) {
			results.Done, results.State = false, results.State+"，之后又有改动"
		}
	}
	if waits := len(y.Asked(s)); waits > 0 {
		results.State += fmt.Sprintf("；%d处待核对", waits)
	}
	results.Asks = y.HeadingsWait(s)
	return []yearStep{list, out, board, results}
}

// collecting is the step of the returns. It is done when nobody's return is waited for any more: each came and can
// be used, or the office has accepted that it does not come, or the quarter is final.
func collecting(y *desk.Year, s *questions.Reading, at period.Quarter) yearStep {
	now := ledger.Receipts{}
	for _, t := range s.Ledger.Quarters {
		if t.Quarter == at {
			now = t.Returns
		}
	}
	step := yearStep{No: 3, Title: "收表", Path: "/board", Button: "收表",
		State: fmt.Sprintf("%s应报%d个部门，已报%d个，缺%d个", at.Short(), now.Expected, now.Reported, now.Missing)}
	owed, unread := owedFor(y, s, at)
	if excused := now.Missing - owed; excused > 0 {
		step.State += fmt.Sprintf("（%d个已认可）", excused)
	}
	if unread > 0 {
		step.State += fmt.Sprintf("，%d个交来的读不出", unread)
	}
	_, closed := y.ClosedOn(s, at)
	if closed {
		step.State += "，已定稿"
	}
	step.Done = now.Expected > 0 && (closed || owed+unread == 0)
	return step
}

// owedFor counts the departments whose return for a quarter is missing and not excused, and those of which
// only something came that can't be used and is not decided on.
func owedFor(y *desk.Year, s *questions.Reading, at period.Quarter) (owed, unread int) {
	excused := map[string]bool{}
	for i := range s.Questions {
		if q := &s.Questions[i]; q.Finding.Code == finding.ReturnMissing && q.Finding.Quarter == at.String() && !y.Open(q) {
			excused[q.Finding.Department] = true
		}
	}
	asked := askedOf(y, s)
	for i := range s.Ledger.Coverage {
		switch c := &s.Ledger.Coverage[i]; {
		case c.Quarter != at || excused[c.Department]:
		case c.State == ledger.Missing:
			owed++
		case c.State == ledger.Unreadable && len(asked[place{c.Department, at}]) > 0:
			unread++
		}
	}
	return owed, unread
}

// formsFolder is where forms are written.
const formsFolder = "下发"

// keptFolder is where the forms lie that others were written over, inside their own folder.
const keptFolder = "历史"

// example is the list that a new year is made with, read once; nil where it can't be read.
var example = sync.OnceValue(func() *plan.Plan {
	made, _, err := plan.Read(plan.Embedded(nil))
	if err != nil {
		return nil
	}
	return made
})

// asMade reports a list that is still the one that a new year is made with.
func asMade(l *ledger.Ledger) bool {
	made := example()
	if made == nil || made.Year == l.Year || len(made.Requirements) != len(l.Plan.Requirements) {
		return false
	}
	for i := range made.Requirements {
		if made.Requirements[i].Key != l.Plan.Requirements[i].Key {
			return false
		}
	}
	return true
}

// formsIn counts the forms that lie in a folder, in one folder of a quarter or in none.
func formsIn(folder string) (n int) {
	filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // there are none yet
		case d.IsDir() && (d.Name() == keptFolder || strings.HasPrefix(d.Name(), ".")):
			return filepath.SkipDir
		case !d.IsDir() && strings.HasSuffix(d.Name(), ".xlsx") && !strings.HasPrefix(d.Name(), "~$"):
			n++
		}
		return nil
	})
	return n
}
