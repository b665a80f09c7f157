// Package letters writes what the office sends out: the form in which a department reports
// (form*.go), the slip by which it gets back what it is to mend (slip*.go), and the list from
// which a new year is started (list.go). Their wording is that of templates/forms. The same
// ledger gives the same bytes.
package letters

import (
	"cmp"
	"io"
	"path"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/causes"
	"taizhang/importer/period"
	"taizhang/report/xlsx"
	"taizhang/templates/forms"
)

// Slip is what one department has to mend in all quarters up to the as-of one: its 退回单. It holds all
// that is written, but for the sheets that are drawn, and so knows its Key.
type Slip struct {
	Department string

	version  string // of the program
	unit     string
	asOf     period.Quarter
	words    *forms.Slip
	wording  string // all that words say
	problems []problem
	sums     []string // of the files with the sheets that are drawn
}

// problem is a finding as it is told to a department.
type problem struct {
	finding.Finding
	at      finding.Place // in the department's own return; without a file where it is in none
	mend    forms.Mend
	asked   string // the whole text of the requirement that it is about, where that helps
	quarter period.Quarter
	until   string // when the return of that quarter was due, in the words of the slip
	cause   string // what it shares with others of the same root
	title   string // what kind of problem it is
}

// compare puts what holds something back first, then what is still owed, what is worth a look, and
// what is only said.
func (p problem) compare(o problem) int { return cmp.Compare(p.place(), o.place()) }

func (p problem) place() int {
	switch {
	case p.Severity() == finding.Error:
		return 0
	case p.Code == finding.Overdue, p.Code == finding.ReturnMissing:
		return 1
	case p.Code == finding.ReturnLate:
		return 3
	}
	return 2
}

// Slips returns a slip for each department that has something to mend, in the ledger's
// order. Not everything goes to a department: what only the office can settle (its list,
// its rulings, its fonts) has no entry in the wording, what the office has settled is done
// with, and where there is nothing but reminders there is no slip.
func Slips(l *ledger.Ledger, version string) []Slip {
	words := &forms.Default().Slip
	post := newPost(l)
	problems := map[string][]problem{}
	for _, f := range l.Findings {
		mend, ok := words.Mend[string(f.Code)]
		if !ok || f.Severity() == finding.Info || f.Settled || f.Cause == ledger.YearCause {
			continue // of the year of the ledger, the office is asked and no department
		}
		for _, name := range post.concerned(f, words.Reminders) {
			one := post.problem(f, name, mend, words)
			if _, heirs, ended := l.Ended(name, l.AsOf); ended { // who carries its past on answers for it
				one.Message = forms.Fill(words.Former, "原", name, "问题", one.Message)
				for _, heir := range heirs {
					problems[heir] = append(problems[heir], one)
				}
				continue
			}
			problems[name] = append(problems[name], one)
		}
	}
	sums := map[string]string{}
	for _, in := range l.Inputs {
		sums[in.File] = in.Sum
	}
	var slips []Slip
	wording := wordingOf(words)
	for _, d := range l.Departments {
		list := problems[d.Name]
		list = post.together(list, words)
		slices.SortStableFunc(list, problem.compare)
		if slices.ContainsFunc(list, func(p problem) bool { return !slices.Contains(words.Reminders, string(p.Code)) }) {
			s := Slip{Department: d.Name, version: version, unit: l.Unit, asOf: l.AsOf, words: words, wording: wording, problems: list}
			for _, at := range s.sheets() {
				s.sums = append(s.sums, sums[at.File()])
			}
			slips = append(slips, s)
		}
	}
	return slips
}

// Write writes the slip: the problems in plain words, then the department's own sheets
// with the cells marked. open gives a file of the year folder as sheets once more, nil
// where it can't be read or is no longer what the ledger was made from.
func (s Slip) Write(w io.Writer, open func(file string) *grid.Book) error {
	b := xlsx.NewWorkbook(xlsx.Options{Unit: s.unit, Foot: s.asOf.Label()})
	defer b.Close()
	drawn, gone := s.originals(open)
	key := s.Key()
	if len(gone) > 0 {
		key = "" // another run may draw them
	}
	b.Describe(xlsx.Properties{Unit: s.unit, Title: s.fill(s.words.Title), Subject: s.Department, Category: s.words.Sheet, Day: s.asOf.Last(), Key: key})
	s.list(b, drawn, gone)
	var pages prints
	for _, d := range drawn {
		d.draw(b, s, &pages)
	}
	pages.write(b)
	return b.Write(w)
}

// post knows which department a finding is sent to.
type post struct {
	*ledger.Ledger
	known   map[string]bool
	files   map[string][]ledger.Return
	failed  map[string]*ledger.Input // files that gave nothing, and whose their paths say they are
	answers map[answered]finding.Place
	causeOf func(*finding.Finding) string
}

// answered is a requirement of the list with a department that says something of it in a
// quarter.
type answered struct {
	requirement finding.Place
	department  string
	quarter     period.Quarter
}

func newPost(l *ledger.Ledger) post {
	p := post{l, map[string]bool{}, map[string][]ledger.Return{}, map[string]*ledger.Input{}, map[answered]finding.Place{}, causes.IDOf(l)}
	for i := range l.Inputs {
		if in := &l.Inputs[i]; in.State == ledger.FileFailed {
			p.failed[in.File] = in
		}
	}
	for _, d := range l.Departments {
		p.known[d.Name] = true
	}
	for _, r := range l.Returns {
		p.files[r.File] = append(p.files[r.File], r)
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		key := answered{l.Requirement(e.Requirement).Text.At, e.Department, e.Quarter}
		if _, ok := p.answers[key]; !ok {
			p.answers[key] = cmp.Or(e.Row.Status.At, e.Row.Progress.At, e.Row.At)
		}
	}
	return p
}

// problem is a finding as it is told to the department with the name.
func (p post) problem(f finding.Finding, name string, mend forms.Mend, words *forms.Slip) problem {
	one := problem{Finding: f, at: p.place(f, name), mend: mend, asked: p.asked(f), quarter: p.quarterFor(f, name), until: "尽快", cause: p.causeOf(&f), title: f.Code.Entry().Title}
	if f.Code == finding.ReturnMissing && f.Place.File() != "" {
		one.title = ledger.Unreadable.Label()
	}
	if due := p.Plan.Settings.Deadline.For(one.quarter); !due.IsZero() {
		one.until = "应于" + due.Label() + "前"
	}
	if f.Code == finding.LeadSupportConflict {
		one.Message = forms.Fill(words.Differ, "配合", f.Department, "found", f.Found, "wanted", f.Wanted)
	}
	return one
}

// quarterOf returns the quarter that a finding is about, the as-of one where it names none.
func (p post) quarterOf(f finding.Finding) period.Quarter {
	if q, ok := period.ParseQuarter(f.Wanted); ok && f.Code == finding.ReturnMisfiled && p.counts(q) {
		return q // for which it was sent, whatever its table says
	}
	for _, q := range p.AsOf.Until() {
		if q.String() == f.Quarter {
			return q
		}
	}
	return p.AsOf
}

// quarterFor returns the quarter in which a finding concerns a department: where it names none,
// that of the return or of the file that it lies in.
func (p post) quarterFor(f finding.Finding, department string) period.Quarter {
	if f.Quarter == "" {
		for _, r := range p.files[f.Place.File()] {
			if r.Department == department && (f.Place.Sheet() == "" || r.Sheet == f.Place.Sheet()) && p.counts(r.Quarter) {
				return r.Quarter
			}
		}
		if in := p.failed[f.Place.File()]; in != nil && p.counts(in.Quarter) {
			return in.Quarter
		}
	}
	return p.quarterOf(f)
}

// counts reports a quarter of the year up to the as-of one.
func (p post) counts(q period.Quarter) bool { return q.Year == p.Year && !p.AsOf.Before(q) }

// concerned returns the departments that can mend what was found. Reminders are of the as-of
// quarter alone. Where lead and support contradict each other, the lead is asked to look into
// it with the other.
func (p post) concerned(f finding.Finding, reminders []string) (names []string) {
	if q := p.quarterOf(f); f.Quarter != "" && q.String() != f.Quarter && f.Code != finding.QuarterUnknown && f.Code != finding.ReturnMisfiled ||
		f.Quarter != "" && q != p.AsOf && slices.Contains(reminders, string(f.Code)) {
		return nil
	}
	if req := p.About(&f); req != nil && f.Code == finding.LeadSupportConflict {
		for _, v := range p.Standing(req.No, p.quarterOf(f)).Deciders {
			names = append(names, v.Department)
		}
		return names
	}
	if f.Department != "" {
		if p.known[f.Department] {
			return []string{f.Department}
		}
		for name := range strings.SplitSeq(f.Department, "、") { // several who decide together
			if p.known[name] {
				names = append(names, name)
			}
		}
		return names
	}
	if f.Place.File() == "" {
		return nil
	}
	of := p.files[f.Place.File()]
	for _, r := range of {
		if (f.Place.Sheet() == "" || r.Sheet == f.Place.Sheet()) && p.counts(r.Quarter) && p.known[r.Department] && !slices.Contains(names, r.Department) {
			names = append(names, r.Department)
		}
	}
	if len(of) == 0 {
		return p.named(f.Place.File())
	}
	return names
}

// named returns the one department that the path of a file names; a file that couldn't be
// read says nothing else of whose it is.
func (p post) named(file string) []string {
	if in := p.failed[file]; in != nil && p.known[in.Department] && (in.Quarter.IsZero() || p.counts(in.Quarter)) {
		return []string{in.Department}
	}
	if slices.ContainsFunc(period.Mentions(file), func(m period.Mention) bool { return !m.Span && m.Quarter.N != p.AsOf.N }) {
		return nil
	}
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	var names []string
	for _, d := range p.Plan.Roster.FindIn(name) {
		names = append(names, d.Name)
	}
	if !p.Plan.Roster.Known() { // there are only the names of the list
		for _, d := range p.Departments {
			if strings.Contains(fold.Key(name), fold.Key(d.Name)) {
				names = append(names, d.Name)
			}
		}
	}
	if len(names) != 1 || !p.known[names[0]] {
		return nil
	}
	return names
}

// place returns where in the department's own return a finding lies. What is said of the
// list (a requirement that is overdue) lies in the department's answer to it.
func (p post) place(f finding.Finding, department string) finding.Place {
	q := p.quarterOf(f)
	if req := p.About(&f); req != nil && f.Department != department {
		return p.answers[answered{req.Text.At, department, q}]
	}
	if _, ok := p.files[f.Place.File()]; ok || f.Place.File() != p.Plan.Source {
		return f.Place
	}
	return p.answers[answered{f.Place, department, q}]
}

// fill puts into a text what is the same on the whole slip.
func (s Slip) fill(text string, pairs ...string) string {
	return forms.Fill(text, append(pairs, "单位", s.unit, "部门", s.Department, "季度", s.quarters(),
		"期限", s.words.Deadline, "例", s.asOf.Last().Label())...)
}

// about puts into a text what a problem says of itself and of its quarter.
func (s Slip) about(text string, p problem) string {
	return forms.Fill(text, "found", p.Found, "wanted", p.Wanted, "配合", p.Department, "季度", p.quarter.Label(), "截止", p.until,
		"例", p.quarter.Last().Label(), "单位", s.unit, "部门", s.Department, "期限", s.words.Deadline)
}

// quarters names the quarters that a slip is about, with their year once: 2021年第一季度、第三季度;
// of three and more in a row the ends, 2021年第一季度至第四季度.
func (s Slip) quarters() string {
	var of []period.Quarter
	for _, q := range s.asOf.Until() {
		if slices.ContainsFunc(s.problems, func(p problem) bool { return p.quarter == q }) {
			of = append(of, q)
		}
	}
	if len(of) == 0 {
		return ""
	}
	first, last := of[0], of[len(of)-1]
	if len(of) > 2 && last.N-first.N == len(of)-1 {
		return first.Label() + "至" + last.Short()
	}
	labels := []string{first.Label()}
	for _, q := range of[1:] {
		labels = append(labels, q.Short())
	}
	return strings.Join(labels, "、")
}

// wanted and todo tell a department what is expected and what it is to do.
func (s Slip) wanted(p problem) string {
	text := s.about(p.mend.Wanted, p)
	if p.asked != "" {
		text += s.fill(s.words.FullText, "原文", p.asked)
	}
	return text
}

func (s Slip) todo(p problem) string { return s.about(p.mend.Do, p) }
