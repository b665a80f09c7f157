package publish

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/parallel"
	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/report/publish/gate"
	"taizhang/report/publish/prose"
)

// withheld stands where nothing of a text of the list may be printed.
const withheld = "（内容从略）"

// Of returns the public edition of the ledger, and a finding for each hit of the gate
// (personal-information, person-doubtful, secrecy-marking, sensitive-wording) in a public
// field of any entry or of the list, printed or not. Findings name the cell, department and
// quarter, and are sorted. What is doubtful stays out until the office accepts it.
func Of(l *ledger.Ledger) (Edition, []finding.Finding) {
	ed := Edition{Year: l.Year, AsOf: l.AsOf}
	if !l.AsOf.IsZero() {
		ed.CutOff = l.AsOf.Last()
		ed.Elapsed = float64(l.AsOf.N) * 25
	}
	if l.Plan == nil {
		return ed, nil
	}
	ed.Draft = l.Pending().Draft()
	e := newEditor(l)
	ed.Returns = l.Plan.Settings.PublishReturns
	ed.Annex, ed.FirstPage = l.Plan.Settings.Annex, max(l.Plan.Settings.FirstPage, 1)
	ed.Quarters = e.quarters()
	var found [][]caught
	inspected := parallel.Start(func() { found = e.inspect() })
	if e.accepts() {
		inspected()
		e.accepted = e.acceptedCells(found)
	}
	ed.Phone = e.phrase(l.Plan.Settings.Phone, finding.Place{}, "")
	ed.Unit = e.phrase(l.Unit, finding.Place{}, "")
	ed.Name = cmp.Or(e.phrase(cmp.Or(l.Plan.Name, "政务公开工作要点"), finding.Place{}, ""), "重点工作")
	ed.Departments = e.departments()
	ed.Tasks = e.tasks()
	ed.Requirements = e.requirements()
	ed.LastYear = e.lastYear()
	if ed.Numbers = e.numberTables(); len(ed.Numbers) > 0 {
		ed.Form = l.Numbers.Form.ID
	}
	inspected()
	e.tell(found)
	slices.SortStableFunc(e.findings, finding.Compare)
	return ed, e.findings
}

// editor makes one edition.
type editor struct {
	ledger   *ledger.Ledger
	gate     *gate.Gate
	empty    map[string]bool        // folded answers that say nothing: 无, 见附件
	longest  int                    // characters of the longest of these
	names    map[string]string      // departments as they are printed
	reported map[string]bool        // findings already made
	accepted map[finding.Place]bool // cells of which the office says that what is doubtful in them may go out
	findings []finding.Finding
	statuses *status.Grammar // nil until asked for
}

func newEditor(l *ledger.Ledger) *editor {
	e := &editor{ledger: l, gate: gate.New(l.Plan.Settings.Phone, l.Plan.Sensitive),
		empty: map[string]bool{"": true}, names: map[string]string{}, reported: map[string]bool{}}
	for _, w := range strings.Fields(phrases().Nothing) {
		e.empty[fold.Key(w)] = true
		e.longest = max(e.longest, utf8.RuneCountInString(fold.Key(w)))
	}
	for i, d := range l.Departments {
		e.names[d.Name] = e.phrase(d.Name, d.At, fmt.Sprintf("第%d个部门", i+1))
	}
	return e
}

// saysNothing reports whether a text is no answer.
func (e *editor) saysNothing(text string) bool {
	return !fold.Longer(text, e.longest) && e.empty[fold.Key(text)]
}

// phrase returns a text of the list as it is printed, instead where nothing of it may be,
// and reports what the gate found in it.
func (e *editor) phrase(text string, at finding.Place, instead string) string {
	clean, hits := e.gate.PassIssued(text)
	e.report(hits, at, "", "")
	set := prose.Set(prose.InOrder(text, clean))
	if len(hits) > 0 && !strings.HasSuffix(prose.Set(text), "。") {
		set = strings.TrimRight(set, "。；") // what is left of a name is no sentence
	}
	if set == "" {
		return instead
	}
	return set
}

// name returns a department or a collective as it is printed.
func (e *editor) name(name string) string {
	printed, known := e.names[name]
	if !known {
		printed = e.phrase(name, finding.Place{}, "有关部门")
		e.names[name] = printed
	}
	return printed
}

func (e *editor) tasks() []Task {
	l := e.ledger
	tallies := map[int]ledger.Tally{}
	for _, t := range l.ByTask {
		tallies[t.Task] = t.Tally
	}
	var tasks []Task
	for _, t := range l.Plan.Tasks {
		group := ""
		if t.Group != "" {
			group = e.phrase(t.Group, t.Title.At, withheld)
		}
		tasks = append(tasks, Task{No: t.No, Title: strings.TrimRight(e.phrase(t.Title.Value, t.Title.At, withheld), "。"), Group: group,
			Requirements: t.Requirements, Tally: tallies[t.No], Quarters: e.progress(t)})
	}
	return tasks
}

// progress counts a task's requirements quarter by quarter.
func (e *editor) progress(t plan.Task) []Progress {
	var quarters []Progress
	for _, q := range e.ledger.AsOf.Until() {
		p := Progress{Quarter: q}
		for _, no := range t.Requirements {
			s := e.ledger.Standing(no, q)
			if e.ledger.Standing(no, e.ledger.AsOf).InRate() { // one denominator over the quarters
				p.Of++
				if s.Active && s.Status == status.Completed {
					p.Done++
				}
			}
			if !s.Active {
				continue
			}
			p.Active++
		}
		quarters = append(quarters, p)
	}
	return quarters
}

// quarters are the tallies of the year. Who reported late is the house's own affair, and so is
// how many did: receipts go along only where the office says so.
func (e *editor) quarters() []ledger.QuarterTally {
	quarters := slices.Clone(e.ledger.Quarters)
	for i := range quarters {
		if !e.ledger.Plan.Settings.PublishReturns {
			quarters[i].Returns = ledger.Receipts{}
		}
	}
	return quarters
}

func (e *editor) departments() []Department {
	l := e.ledger
	coverage := map[string][]ledger.CoverageState{}
	for _, c := range l.Coverage {
		if !l.Plan.Settings.PublishReturns {
			break
		}
		if c.State == ledger.Unreadable { // it came; what a file was like is nobody's business outside
			c.State = ledger.Undated
		}
		coverage[c.Department] = append(coverage[c.Department], c.State)
	}
	var list []Department
	for _, d := range l.ByDepartment {
		public := Department{Name: e.name(d.Department.Name), Kind: d.Department.Kind, Tally: d.Tally,
			Leads: d.Leads, Joins: d.Joins, Supports: d.Supports, Coverage: coverage[d.Department.Name]}
		if l.Plan.Settings.PublishReturns {
			public.Returns = d.Returns
		}
		list = append(list, public)
	}
	return list
}
