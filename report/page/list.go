package page

import (
	"cmp"
	"fmt"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer"
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
	"taizhang/report"
	"taizhang/report/page/collect"
	"taizhang/report/page/desk"
	"taizhang/report/page/questions"
)

// taskView is a task of 清单 with its requirements.
type taskView struct {
	Title, Group string
	Of           []requirementView
}

type requirementView struct {
	No                   int
	Number, Text         string
	Lead, Joint, Support string
	Together             string // what Joint is called: a single department is not responsible together
	Due, Active          string
	Behind               []behind // of its collectives
	Doubts               []string
	Proposals            []proposalView
}

// behind says which departments a collective of the list stands for.
type behind struct{ Name, Means string }

type proposalView struct {
	Requirement int
	Value, Text string
	Like        string
	Said        string // what was decided
}

type listView struct {
	Source   string
	Embedded bool
	Own      bool     // the list is no example
	Forms    []string // which forms that lie there say otherwise than the list now
	Sample   bool     // it is still the one that a new year is made with
	Bare     bool     // nothing stands beside it
	Doubts   []doubt
	Notes    []doubt // what was not read and need not be
	Twins    []desk.Namesake
	Same     []requirementView // with proposals
	Tasks    []taskView
	Count    int
	Undo     bool
	Habits   questions.Habits
}

type doubt struct {
	Where, Message, Level string
	Hint                  []questions.Piece
}

// listDoubts are those that are open: what the office has accepted is none any more.
func listDoubts(y *desk.Year, s *questions.Reading) (list []*finding.Finding) {
	type what struct {
		code  finding.Code
		at    finding.Place
		found string
	}
	decided := map[what]bool{}
	for i := range s.Questions {
		q := &s.Questions[i]
		if q.Office.Kind != "" && !y.Open(q) {
			decided[what{q.Finding.Code, q.Finding.Place, q.Finding.Found}] = true
		}
	}
	for i := range s.Ledger.Findings {
		if f := &s.Ledger.Findings[i]; !f.Settled && s.OfList(f) && !decided[what{f.Code, f.Place, f.Found}] {
			list = append(list, f)
		}
	}
	return list
}

// doubtOf is what was found as 清单 says it: of a decision that is not carried out, what it was made on, with the way
// to its card.
func doubtOf(s *questions.Reading, f *finding.Finding) doubt {
	d := doubt{where(f.Place), questions.Here(f.Message), f.Severity().Label(), questions.Pieces(questions.HintHere(*f, nil))}
	if f.Code != finding.RulingOrphaned {
		return d
	}
	for i := range s.Questions {
		q := &s.Questions[i]
		if q.Finding.Code != f.Code || q.Finding.Place != f.Place || q.Finding.Message != f.Message || q.Finding.Department != f.Department || q.Finding.Quarter != f.Quarter {
			continue
		}
		d.Message += s.Made(q)
		for n := range d.Hint {
			if d.Hint[n].Path == "/check" {
				d.Hint[n].Path += "?q=" + questions.ID(q)
			}
		}
		break
	}
	return d
}

// showList is 清单.
func (p *Page) showList(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	if s == nil {
		p.show(w, r, "wait", "清单", y, nil)
		return
	}
	l := s.Ledger
	v := &listView{Source: l.Plan.Source, Embedded: l.Plan.Embedded, Own: !l.Plan.Embedded && !asMade(l), Sample: !l.Plan.Embedded && asMade(l), Bare: !l.Plan.Embedded && !l.Plan.Roster.Known(), Count: len(l.Plan.Requirements), Undo: y.CanUndo(s), Habits: y.Habits(s, p.Day().Label())}
	for _, q := range (period.Quarter{Year: l.Year, N: 4}).Until() {
		if collect.FormsIn(filepath.Join(y.Folder, collect.FormsFolder, q.Short())) == 0 {
			continue
		}
		if old := oldForms(y, s, q); old != "" {
			v.Forms = append(v.Forms, q.Short()+"："+old)
		}
	}
	at := map[int][]string{} // by row of the list
	for _, f := range listDoubts(y, s) {
		v.Doubts = append(v.Doubts, doubtOf(s, f))
		if f.Place.Row() > 0 {
			at[f.Place.Row()] = append(at[f.Place.Row()], f.Message)
		}
	}
	for i := range l.Findings {
		if f := &l.Findings[i]; f.Code == finding.ColumnUnused && !f.Settled && f.Place.File() == l.Plan.Source {
			v.Notes = append(v.Notes, doubt{where(f.Place), questions.Here(f.Message), f.Severity().Label(), questions.Pieces(questions.HintHere(*f, nil))})
		}
	}
	if !l.Plan.Embedded {
		v.Twins = desk.Namesakes(l)
	}
	for i := range l.Plan.Tasks {
		t := &l.Plan.Tasks[i]
		view := taskView{Title: t.Title.Value, Group: t.Group}
		for _, no := range t.Requirements {
			one := viewOf(y, s, l.Requirement(no))
			if row := l.Requirement(no).Text.At.Row(); row > 0 {
				one.Doubts = at[row]
			}
			view.Of = append(view.Of, one)
			if len(one.Proposals) > 0 {
				v.Same = append(v.Same, one)
			}
		}
		v.Tasks = append(v.Tasks, view)
	}
	p.show(w, r, "list", "清单", y, v)
}

func viewOf(y *desk.Year, s *questions.Reading, r *plan.Requirement) requirementView {
	v := requirementView{No: r.No, Number: r.Number, Text: r.Text.Value, Lead: parties(r.Duty.Lead), Joint: parties(r.Duty.Joint), Support: parties(r.Duty.Support), Due: cmp.Or(r.Due.Recurring, r.Due.Said), Together: "共同负责"}
	if len(s.Ledger.Plan.Assigned(r, s.Ledger.AsOf).Joint) == 1 {
		v.Together = "负责"
	}
	if !r.Due.On.IsZero() {
		v.Due = r.Due.On.Label()
	}
	if from := r.Active.From; !from.IsZero() {
		v.Active = from.Short() + "起"
	}
	if until := r.Active.Until; !until.IsZero() {
		v.Active += until.Short() + "停用"
	}
	v.Behind = behindOf(s.Ledger, r)
	for _, one := range s.Ledger.ProposalsFor(r.No) {
		said, _ := y.LaidOn(sameID(r.No, one.Value))
		v.Proposals = append(v.Proposals, proposalView{r.No, one.Value, one.Text, fmt.Sprintf("%.0f%%", 100*one.Likeness), said})
	}
	return v
}

// leavesOut says of each collective what it leaves out.
var leavesOut = map[plan.Collective]string{
	plan.AllSections:   "只是股室，不含属下单位",
	plan.OtherSections: "这一条点了名的以外的股室，不含属下单位",
	plan.Affiliates:    "只是属下单位，不含股室",
	plan.Everyone:      "股室和属下单位都在内",
}

// behindOf unfolds the collectives of a requirement, as of the quarter that the ledger is drawn up for.
func behindOf(l *ledger.Ledger, r *plan.Requirement) (list []behind) {
	for _, party := range slices.Concat(r.Duty.Lead, r.Duty.Joint, r.Duty.Support) {
		means, collective := leavesOut[party.Collective]
		if !collective {
			continue
		}
		if names := l.Plan.Behind(r, party, l.AsOf); slices.Equal(names, []string{party.Name}) || len(names) == 0 {
			means = "“部门名录”里没有这一类的部门，不知道是哪些"
		} else {
			means = fmt.Sprintf("%d个：%s。%s", len(names), strings.Join(names, "、"), means)
		}
		list = append(list, behind{party.Name, means})
	}
	return list
}

func parties(list []plan.Party) string {
	var names []string
	for _, p := range list {
		names = append(names, p.Name)
	}
	return strings.Join(names, "、")
}

func sameID(no int, value string) string { return "same " + strconv.Itoa(no) + " " + value }

// same takes in that a requirement is still the one that was called otherwise.
func (p *Page) same(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	no, _ := strconv.Atoi(r.PostFormValue("no"))
	if s == nil || no < 1 || no > len(s.Ledger.Plan.Requirements) {
		p.back(w, r, "/list", "这条要求刚刚变了，请再看一看。")
		return
	}
	req := s.Ledger.Requirement(no)
	value := r.PostFormValue("value")
	for _, one := range s.Ledger.ProposalsFor(no) {
		if one.Value != value {
			continue
		}
		line := ruling.Whole{Choice: ruling.Same.Label(), Value: value, Reason: reasonOf(r), By: r.PostFormValue("by"), On: r.PostFormValue("on"),
			Ref: ruling.Ref(no, req.Key), Quarter: s.Ledger.AsOf.String(), Text: req.Text.Value}
		t := line.Typed(y.Mark(nil, nil))
		t.Ruling.Was = one.Key // numbers change their meaning with the list
		note := ""
		if err := y.DecideAll(s, []desk.Typed{{ID: sameID(no, value), Typing: t}}); err != nil {
			note = "没有记下：" + err.Error()
		}
		p.back(w, r, "/list", note)
		return
	}
	p.back(w, r, "/list", "这条要求刚刚变了，请再看一看。")
}

// alias takes in that a name of the roster is another department's: it becomes its 别名.
func (p *Page) alias(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	name, of := r.PostFormValue("name"), r.PostFormValue("of")
	if s != nil {
		for _, one := range desk.Namesakes(s.Ledger) {
			if one.Name != name || one.Of != of {
				continue
			}
			err := p.rewrite(y, filepath.Base(importer.MasterIn(y.Folder)), func(data []byte) ([]byte, error) {
				return report.Alias(data, s.Ledger.AsOf, name, of)
			})
			if err != nil {
				p.back(w, r, "/list", "没有记下："+err.Error()+"。")
				return
			}
			y.Again()
			p.back(w, r, "/list", "记下了：“"+name+"”是"+of+"的别名，写在 任务清单.xlsx 的“部门名录”里。要改回去，在那里改。")
			return
		}
	}
	p.back(w, r, "/list", "名录刚刚变了，请再看一看。")
}
