// Package asked says what the office is asked: the lines of 待核对 and of 读法 as values, in their
// order, each with the decision that stands there. The workbook prints them, and the page asks them.
package asked

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/settle"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/xlsx/fit"
)

// Line is a line of 待核对: a finding, or a held row that no finding names, or a decision
// that has no such line of its own any more; with what the office has decided there.
type Line struct {
	Finding finding.Finding
	Row     *ledger.Row    // that it speaks of, nil for none
	Office  ruling.Line    // the ruling columns; without a kind there is nothing to decide
	Ruled   *ruling.Ruling // the decision that stands in them, nil for none
	Settled bool

	No    int           // of its cause in 原因, 0 for none
	rank  int           // by how severe its cause is
	Cause *ledger.Cause // the line is that of a cause and speaks of no finding; nil for any other
}

// Liner lays out the lines of 待核对 and finds each ruling its place.
type Liner struct {
	*ledger.Ledger
	rows     map[string]*ledger.Row              // by key: those that a finding or a ruling is about
	open     map[ruling.Subject][]*ruling.Ruling // not yet shown
	shown    map[*ruling.Ruling]finding.Place    // where it stands
	Wholes   map[int]*ruling.Ruling              // by requirement: what 总台账 shows
	Closed   map[string]*ruling.Ruling           // by quarter: what 报送情况 shows
	Numerals []*ruling.Ruling                    // what 年报数据 and 勾稽核对 show
}

// NewLiner returns the lines of the ledger before they are laid out.
func NewLiner(l *ledger.Ledger) *Liner {
	n := &Liner{Ledger: l, rows: map[string]*ledger.Row{}, open: map[ruling.Subject][]*ruling.Ruling{},
		shown: map[*ruling.Ruling]finding.Place{}, Wholes: map[int]*ruling.Ruling{}, Closed: map[string]*ruling.Ruling{}}
	for _, f := range l.Findings {
		n.rows[f.RowKey] = nil
	}
	for _, r := range n.all() {
		n.rows[r.Target.RowKey] = nil
	}
	for i := range l.Rows {
		if _, wanted := n.rows[l.Rows[i].Key]; wanted {
			n.rows[l.Rows[i].Key] = &l.Rows[i]
		}
	}
	for _, r := range n.all() {
		no := r.Requirement
		switch {
		case r.Act == ruling.Close:
			n.Closed[r.Target.Quarter], n.shown[r] = r, finding.Place{} // in 报送情况
		case r.Act.OfNumbers():
			n.Numerals, n.shown[r] = append(n.Numerals, r), finding.Place{} // in 年报数据 and 勾稽核对
		case r.Act == ruling.Same: // holds all the year, and leaves its line in 总台账 free
		case !r.Target.Standing():
			n.open[r.Target.Subject()] = append(n.open[r.Target.Subject()], r)
		case r.Target.Quarter == l.AsOf.String() && n.Wholes[no] == nil && no > 0 && no <= len(l.Plan.Requirements) && l.Requirement(no).Key == r.Key:
			n.Wholes[no], n.shown[r] = r, l.Requirement(no).Text.At
		}
	}
	return n
}

// all lists the rulings and what can't be understood as one.
func (n *Liner) all() []*ruling.Ruling {
	var list []*ruling.Ruling
	for _, rs := range [][]ruling.Ruling{n.Rulings, n.Drafts} {
		for i := range rs {
			list = append(list, &rs[i])
		}
	}
	return list
}

// Lines returns the lines: findings, held rows without one, rulings without either.
func (n *Liner) Lines() []Line {
	var lines []Line
	named := map[ruling.Subject]bool{}
	for i, s := range ruling.Subjects(n.Findings) {
		named[s] = true
		switch f := n.Findings[i]; {
		case f.Code != finding.RulingOrphaned:
			lines = append(lines, n.about(f, s, n.rows[f.RowKey]))
		case f.Place.File() == ruling.JournalName: // a line of it that nobody understands
			lines = append(lines, Line{Finding: f})
		}
	}
	for i := range n.Rows {
		r := &n.Rows[i]
		s := ruling.Subject{RowKey: r.Key, Code: finding.Code(r.Reason), Nth: 1}
		if heldAlone(r) && !named[s] {
			lines = append(lines, n.about(unnamed(r), s, r))
		}
	}
	for _, r := range n.all() {
		at, shown := n.shown[r]
		switch {
		case !shown && r.State == ruling.Applied:
			lines = append(lines, Line{Finding: n.done(r), Row: n.rows[r.Target.RowKey], Office: r.Line(), Ruled: r, Settled: true})
		case !shown:
			lines = append(lines, Line{Finding: settle.Orphan(n.Ledger, *r), Office: r.Line(), Ruled: r})
		case r.State == ruling.Orphaned && r.Act.OfNumbers():
			lines = append(lines, Line{Finding: settle.Orphan(n.Ledger, *r)})
		case r.State == ruling.Orphaned: // what was typed stands in another line, beside this
			f := settle.Orphan(n.Ledger, *r)
			f.Place = at
			lines = append(lines, Line{Finding: f})
		}
	}
	for i := range n.Readings {
		if r := &n.Readings[i]; r.Failed() { // what was typed stands in 读法
			lines = append(lines, Line{Finding: settle.Orphan(n.Ledger, *r)})
		}
	}
	n.number(lines)
	return lines
}

// about is the line of a finding, and of the row that it is about, with the ruling that was
// made beside it.
func (n *Liner) about(f finding.Finding, s ruling.Subject, row *ledger.Row) Line {
	at := Line{Finding: f, Row: row, Settled: f.Settled}
	target := ruling.Target{File: f.Place.File(), Sheet: f.Place.Sheet(), RowKey: s.RowKey, Department: f.Department, Quarter: f.Quarter,
		Code: s.Code, Nth: s.Nth, Sum: s.Sum}
	if at.Row != nil {
		target.Sum = at.Row.Sum
	}
	at.Office = ruling.Line{Target: target, Kind: n.kindOf(&f, at.Row)}
	for i, r := range n.open[s] {
		// What was accepted otherwise than it now stands is shown on a line of its own, so
		// that it can be accepted anew on this one.
		if r.Act == ruling.Accept && r.Target.Sum != target.Sum {
			continue
		}
		n.open[s] = slices.Delete(n.open[s], i, i+1)
		n.shown[r] = f.Place
		at.Office, at.Ruled = r.Line(), r
		at.Office.Kind = n.kindOf(&f, at.Row)
		break
	}
	return at
}

// heldAlone reports whether a row is held for what it says itself, and not because its
// whole sheet is.
func heldAlone(r *ledger.Row) bool {
	switch finding.Code(r.Reason) {
	case finding.RowUnmatched, finding.RowAmbiguous, finding.DuplicateRow, finding.DuplicateReturn:
		return r.Fate == ledger.Held
	}
	return false
}

// kindOf says what a line may choose. What keeps a whole file or sheet out can't be accepted:
// it would stay out all the same.
func (n *Liner) kindOf(f *finding.Finding, r *ledger.Row) ruling.Kind {
	switch {
	case r == nil && f.HoldsSheet():
		return ruling.HeldFile
	case r == nil && (f.Code == finding.DepartmentConflict || f.Code == finding.QuarterConflict):
		return ruling.Filing
	case r == nil, r.Fate == ledger.Held && !heldAlone(r):
		return ruling.NoRow
	case r.Fate == ledger.Held:
		return ruling.HeldRow
	}
	return ruling.MergedRow
}

// unnamed is the finding of a held row that only a finding of its whole return names.
func unnamed(r *ledger.Row) finding.Finding {
	code := finding.Code(r.Reason)
	return finding.Finding{Code: code, Place: r.At, Department: r.Department, Quarter: r.Quarter.String(), RowKey: r.Key,
		Message: "这一行与同部门同一季度另一份报表填得不一样：" + Quoted(r.Text) + "。",
		Hint:    "以这一行为准的，核定“" + ruling.Place.Label() + "”；不用这一行的，核定“" + ruling.Ignore.Label() + "”；或请部门说明以哪份为准。"}
}

// done tells of a ruling that is carried out and whose finding is therefore gone.
func (n *Liner) done(r *ruling.Ruling) finding.Finding {
	t := r.Target
	f := finding.Finding{Code: t.Code, Place: finding.In(t.File, t.Sheet), Department: t.Department, Quarter: t.Quarter,
		RowKey: t.RowKey}
	what := "已核定：" + r.Says()
	if row := n.rows[t.RowKey]; row != nil {
		f.Place = row.At
		what = Quoted(row.Text) + what
		if row.Fate == ledger.Ignored && r.Act != ruling.Ignore {
			what += "；这一行现在不计入台账（" + ledger.ReasonLabel(*row) + "）"
		}
	} else if r.Act != ruling.Same && t.Standing() && r.Requirement > 0 && r.Requirement <= len(n.Plan.Requirements) {
		q, _ := period.ParseQuarter(t.Quarter)
		what = fmt.Sprintf("第%d项%s%s末%s", r.Requirement, Quoted(n.Requirement(r.Requirement).Text.Value), q.Short(), what)
	}
	if r.Why != "" {
		what += "。" + r.Why
	}
	f.Message = what + "。"
	return f
}

// SettledHint is what can be done with a line that is decided.
const SettledHint = "要改的，在本行重新核定；要撤销的，清空本行的黄色各栏。"

// Quoted shows the beginning of a text on one line, in quotation marks.
func Quoted(text string) string {
	text = strings.Join(strings.Fields(fit.Clean(text)), " ")
	if r := []rune(text); len(r) > 40 {
		text = string(r[:38]) + "……"
	}
	return "“" + text + "”"
}

// SameNotes is how many notes of one kind are listed: the first few of each say it all.
const SameNotes = 10

// Arrange puts what holds rows back first, then what somebody should look at, then what is
// only good to know; in each, cause by cause, the largest first, and by place. Of notes of one
// kind the last line says how many more there are. What the office has settled comes last.
func Arrange(all []Line) []Line {
	slices.SortStableFunc(all, func(a, b Line) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.Order(), b.Order()), finding.Compare(a.Finding, b.Finding))
	})
	count := map[string]int{}
	for _, l := range all {
		if l.rank == rankInfo {
			kind, _ := l.notesOf()
			count[kind]++
		}
	}
	var lines []Line
	seen := map[string]int{}
	for _, l := range all {
		if l.rank != rankInfo {
			lines = append(lines, l)
			continue
		}
		kind, most := l.notesOf()
		seen[kind]++
		switch n, all := seen[kind], count[kind]; {
		case n <= most || all == most+1, l.Ruled != nil:
			lines = append(lines, l)
		case n == most+1:
			lines = append(lines, Line{No: l.No, rank: l.rank, Finding: finding.Finding{Code: l.Finding.Code,
				Message: fmt.Sprintf("同类提示还有%d条，这里不再列出，全部在 台账.json 的 findings 中。", all-most)}})
		}
	}
	return lines
}

const rankInfo, rankSettled = 2, 3

// Pressing reports whether somebody has to mend the line or look at it: a note need not be, and
// what is settled no more.
func (l Line) Pressing() bool { return l.rank < rankInfo }

// Order is the place of the line's cause among the others; what has none comes after.
func (l Line) Order() int {
	if l.No == 0 {
		return math.MaxInt
	}
	return l.No
}

// Rank orders findings by how severe they are, the gravest first.
func Rank(f finding.Finding) int { return severityRank(f.Severity()) }

func severityRank(v finding.Severity) int {
	return slices.Index([]finding.Severity{finding.Error, finding.Warning, finding.Info}, v)
}
