package book

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
	"taizhang/importer/period"
	"taizhang/templates/forms"
)

// Slip is what one department has to mend in the as-of quarter: its 退回单. It holds all
// that is written, but for the sheets that are drawn, and so knows its Key.
type Slip struct {
	Department string

	version  string // of the program
	unit     string
	asOf     period.Quarter
	until    string // when a return was due, in the words of the slip
	words    *forms.Slip
	problems []problem
	sums     []string // of the files with the sheets that are drawn
}

// problem is a finding as it is told to a department.
type problem struct {
	finding.Finding
	at    finding.Place // in the department's own return; without a file where it is in none
	mend  forms.Mend
	asked string // the whole text of the requirement that it is about, where that helps
}

// compare puts what holds something back before what is worth a look.
func (p problem) compare(o problem) int {
	held := map[finding.Severity]int{finding.Error: 0, finding.Warning: 1}
	return cmp.Compare(held[p.Severity()], held[o.Severity()])
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
		for _, name := range post.concerned(f) {
			problems[name] = append(problems[name], problem{f, post.place(f, name), mend, post.asked(f)})
		}
	}
	sums := map[string]string{}
	for _, in := range l.Inputs {
		sums[in.File] = in.Sum
	}
	until := "尽快"
	if due := l.Plan.Settings.Deadline.For(l.AsOf); !due.IsZero() {
		until = "应于" + due.Label() + "前"
	}
	var slips []Slip
	for _, d := range l.Departments {
		list := problems[d.Name]
		list = post.together(list, words)
		slices.SortStableFunc(list, problem.compare)
		if slices.ContainsFunc(list, func(p problem) bool { return !slices.Contains(words.Reminders, string(p.Code)) }) {
			s := Slip{Department: d.Name, version: version, unit: l.Unit, asOf: l.AsOf, until: until, words: words, problems: list}
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
	b := blank(&ledger.Ledger{Unit: s.unit, AsOf: s.asOf}, 0) // nothing else of the year gets in
	defer b.file.Close()
	drawn, gone := s.originals(open)
	key := s.Key()
	if len(gone) > 0 {
		key = "" // another run may draw them
	}
	b.check(b.properties(s.fill(s.words.Title), s.Department, s.words.Sheet, s.asOf, key))
	s.list(b, drawn, gone)
	for _, d := range drawn {
		d.draw(b, s)
	}
	return b.write(w)
}

// post knows which department a finding is sent to.
type post struct {
	*ledger.Ledger
	known   map[string]bool
	files   map[string][]ledger.Return
	failed  map[string]*ledger.Input   // files that gave nothing, and whose their paths say they are
	answers map[answered]finding.Place // in the as-of quarter
}

// answered is a requirement of the list with a department that says something of it.
type answered struct {
	requirement finding.Place
	department  string
}

func newPost(l *ledger.Ledger) post {
	p := post{l, map[string]bool{}, map[string][]ledger.Return{}, map[string]*ledger.Input{}, map[answered]finding.Place{}}
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
		if e.Quarter != l.AsOf {
			continue
		}
		key := answered{l.Requirement(e.Requirement).Text.At, e.Department}
		if _, ok := p.answers[key]; !ok {
			p.answers[key] = cmp.Or(e.Row.Status.At, e.Row.Progress.At, e.Row.At)
		}
	}
	return p
}

// concerned returns the departments that can mend what was found in the as-of quarter.
func (p post) concerned(f finding.Finding) (names []string) {
	if f.Department != "" {
		if f.Quarter != p.AsOf.String() && f.Code != finding.QuarterUnknown {
			return nil
		}
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
	if f.Quarter != "" && f.Quarter != p.AsOf.String() || f.Place.File() == "" {
		return nil
	}
	of := p.files[f.Place.File()]
	for _, r := range of {
		if (f.Place.Sheet() == "" || r.Sheet == f.Place.Sheet()) && r.Quarter == p.AsOf && p.known[r.Department] && !slices.Contains(names, r.Department) {
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
	if in := p.failed[file]; in != nil && p.known[in.Department] && (in.Quarter.IsZero() || in.Quarter == p.AsOf) {
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
	if _, ok := p.files[f.Place.File()]; ok || f.Place.File() != p.Plan.Source {
		return f.Place
	}
	return p.answers[answered{f.Place, department}]
}

// fill puts into a text what is the same on the whole slip.
func (s Slip) fill(text string, pairs ...string) string {
	return forms.Fill(text, append(pairs, "单位", s.unit, "部门", s.Department, "季度", s.asOf.Label(),
		"期限", s.words.Deadline, "截止", s.until, "例", s.asOf.Last().Label())...)
}

// wanted and todo tell a department what is expected and what it is to do.
func (s Slip) wanted(p problem) string {
	text := s.fill(p.mend.Wanted, "found", p.Found, "wanted", p.Wanted)
	if p.asked != "" {
		text += s.fill(s.words.FullText, "原文", p.asked)
	}
	return text
}

func (s Slip) todo(p problem) string { return s.fill(p.mend.Do, "found", p.Found, "wanted", p.Wanted) }
