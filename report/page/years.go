package page

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/report"
	"taizhang/report/page/collect"
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
	Asks         string            // how many headings wait, "" for none
	Undated      []questions.Piece // whose day nobody knows
	Path, Button string
	Quarters     []quarterChoice // of forms
	Chosen       int
	Issued       []issued // whose forms lie there
}

// issued are the forms of a quarter.
type issued struct {
	N     int
	Name  string
	Forms int
	Now   bool   // of the quarter that is being collected
	Old   string // what they say otherwise than the year says now, "" for nothing
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
			v.Steps = p.fourSteps(y, s)
		}
	}
	p.show(w, r, "years", "年度", y, v)
}

// fourSteps says how far the year is.
func (p *Page) fourSteps(y *desk.Year, s *questions.Reading) []yearStep {
	l, at := s.Ledger, collect.Quarter(y, s, p.Day())
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
	forms := collect.FormsIn(filepath.Join(y.Folder, collect.FormsFolder, at.Short()))
	out := yearStep{No: 2, Title: "下发", Path: "/forms", Button: "写出报送表", Done: forms > 0, State: at.Short() + "还没有写出报送表", Chosen: at.N}
	if forms > 0 {
		out.State = fmt.Sprintf("%s的报送表写出了%d份，在“下发”文件夹里", at.Short(), forms)
	}
	for _, q := range (period.Quarter{Year: l.Year, N: 4}).Until() {
		out.Quarters = append(out.Quarters, quarterChoice{q.N, q.Short()})
		if n := collect.FormsIn(filepath.Join(y.Folder, collect.FormsFolder, q.Short())); n > 0 {
			out.Issued = append(out.Issued, issued{q.N, q.Short(), n, q == at, oldForms(y, s, q)})
		}
	}
	board := collecting(y, s, at)
	results := yearStep{No: 4, Title: "成果", Path: "/results", Button: "看成果", State: "还没有生成"}
	if info, err := os.Stat(filepath.Join(y.Out, "台账.xlsx")); err == nil {
		results.Done, results.State = true, "台账生成于 "+info.ModTime().Format("1月2日 15:04")
		if y.Outdated(s) {
			results.Done, results.State = false, results.State+"，之后又有改动"
		} else if y.ClosedSince(s) {
			results.State += "，之后只是定了稿，数没有变"
		}
	}
	if waits := len(y.Asked(s)); waits > 0 {
		results.State += fmt.Sprintf("；%d处待核对", waits)
	}
	results.Asks = y.HeadingsWait(s)
	board.Undated = undatedOf(y, s, at)
	return []yearStep{list, out, board, results}
}

// collecting is the step of the returns. It is done when nobody's return is waited for any more: each came and can
// be used, or the office has accepted that it does not come, or the quarter is final.
func collecting(y *desk.Year, s *questions.Reading, at period.Quarter) yearStep {
	now := collect.ReceiptsOf(s.Ledger, at)
	step := yearStep{No: 3, Title: "收表", Path: "/board", Button: "收表",
		State: fmt.Sprintf("%s应报%d个部门，已报%d个，缺%d个", at.Short(), now.Expected, now.Reported, now.Missing)}
	owed, unread := collect.OwedFor(y, s, at)
	if excused := now.Missing - owed; excused > 0 && !s.Ledger.AsOf.Before(at) {
		step.State += fmt.Sprintf("（%d个已认可）", excused)
	}
	if unread > 0 {
		step.State += fmt.Sprintf("，%d个交来的读不出", unread)
	}
	_, closed := y.ClosedOn(s, at)
	if closed {
		step.State += "，已定稿"
	}
	step.Done = now.Expected > 0 && !s.Ledger.AsOf.Before(at) && (closed || owed+unread == 0)
	return step
}

// oldForms says what the forms of a quarter that lie there say otherwise than the year says now. Nobody is asked any
// more for a quarter that is final.
func oldForms(y *desk.Year, s *questions.Reading, q period.Quarter) string {
	if _, closed := y.ClosedOn(s, q); closed {
		return ""
	}
	o := report.OvertakenForms(s.Ledger, q, filepath.Join(y.Folder, collect.FormsFolder))
	var said []string
	if o.Until > 0 {
		said = append(said, fmt.Sprintf("%d份印的还是原来的报送截止日", o.Until))
	}
	if o.Asks > 0 {
		said = append(said, fmt.Sprintf("%d份印的还是改过以前的要求、时限或职责", o.Asks))
	}
	if o.New > 0 {
		said = append(said, fmt.Sprintf("%d个部门还没有报送表", o.New))
	}
	return strings.Join(said, "，")
}

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
