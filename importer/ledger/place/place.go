// Package place finds the requirement that each row of a return answers, or says why none is sure.
package place

import (
	"regexp"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/likeness"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
)

// How sure a row must be before it is placed. A wrong placement is worse than a held row.
const (
	sureAlone      = 0.80 // likeness that is enough where nothing but the text speaks
	sureForeign    = 0.90 // likeness that is enough for a requirement that is not the department's own
	sureWithNumber = 0.60 // likeness that is enough where the list's number agrees
	clearLead      = 0.10 // by how much the best candidate must beat the next
	tie            = 0.05 // candidates closer than this are not told apart
	worthAsking    = 0.60 // two candidates from here on are asked about as such
	worthNaming    = 0.35 // a candidate below this is not named to the clerk
	numberWeight   = 0.10 // what an agreeing number adds to a likeness
	sureOfFew      = 0.62 // likeness that is enough where the department has few, and fewLead says so
	fewLead        = 0.20 // by how much such a candidate must beat all others, of whomever
	byNumberScore  = 0.80 // the score of a row that only its number places
	mostCandidates = 3
)

// Outcome is where one row goes: on a requirement, or nowhere with a reason.
type Outcome struct {
	No         int   // requirement, 0 for none
	Also       []int // the further ones, where the row cites several and answers once
	Match      ledger.Match
	Held       finding.Code
	Candidates []int
	Findings   []finding.Finding
}

// Placer finds the requirement that a row answers (rule 对应要求). It is made once a run, and
// works side by side with others of its kind: see Apart.
type Placer struct {
	plan   *plan.Plan
	texts  []likeness.Sized // by requirement
	tasks  []fold.Shape     // by task
	byKey  map[string]int
	byText map[string][]int
	byNum  map[string][]int
	ours   func(no int, department string, q period.Quarter) bool
	keys   fold.KeyMemo     // of the texts that rows write
	titled map[string][]int // requirements of the task that a text names, as far as asked
}

// answers reports whether the requirement is the department's own in the quarter.
func (pl *Placer) answers(department string, req *plan.Requirement, q period.Quarter) bool {
	return pl.ours(req.No, department, q)
}

// New makes the placer of a list. texts is what its requirements say, keys are those by which
// rows of forms name them, and own tells whether one is a department's own in a quarter.
func New(p *plan.Plan, texts []likeness.Sized, keys map[string]int, own func(no int, department string, q period.Quarter) bool) *Placer {
	pl := Placer{plan: p, texts: texts, byKey: keys, ours: own, byText: map[string][]int{}, byNum: map[string][]int{}}
	for _, t := range p.Tasks {
		pl.tasks = append(pl.tasks, fold.Of(t.Title.Value))
	}
	for i, r := range p.Requirements {
		shape := texts[i]
		pl.byText[shape.Key] = append(pl.byText[shape.Key], r.No)
		if r.Number != "" {
			pl.byNum[r.Number] = append(pl.byNum[r.Number], r.No)
		}
	}
	return pl.Apart()
}

// Apart returns the same placer with a memory of its own.
func (pl Placer) Apart() *Placer {
	pl.keys, pl.titled = fold.KeyMemo{}, map[string][]int{}
	return &pl
}

// placing is the placing of rows of one return.
type placing struct {
	*Placer
	rows         []*returns.Row
	asked        []asked // by row: what it says of its requirement
	out          []Outcome
	department   string
	quarter      period.Quarter
	own          []bool // by requirement: the department's own; all where there is no roster to tell
	few          bool   // the department has few of its own, and the roster says which
	counted      bool   // the rows are merely counted: their numbers say nothing
	numberedRows int
}

// Place places the rows of one return, in this order: by form key; by text, with the
// number where it agrees; by likeness, each requirement taken once; by a short name; by the
// numbers that a row cites; by number alone where the numbers are known to be the list's.
// The rows beside them are not placed, but have a say in what the numbers are worth.
func (pl *Placer) Place(rows []*returns.Row, department string, q period.Quarter, beside ...*returns.Row) []Outcome {
	p := &placing{Placer: pl, rows: rows, department: department, quarter: q, out: make([]Outcome, len(rows))}
	if len(rows) == 0 {
		return p.out
	}
	p.take(beside)
	var open []int
	for i, row := range rows {
		if row.Key.Given() && pl.byKey[row.Key.Value] != 0 {
			p.out[i] = Outcome{No: pl.byKey[row.Key.Value], Match: ledger.Match{By: "key", Score: 1}}
		} else if p.asked[i].cites != nil {
			continue // its text, if any, speaks of several
		} else if found, ok := p.byOwnText(i); ok {
			p.out[i] = found
		} else if offList.MatchString(row.Text.Value) {
			p.out[i] = p.unmatched(row, nil)
		} else if p.asked[i].text != "" {
			open = append(open, i)
		}
	}
	p.placeAlike(open)
	p.byName(open)
	p.placeCited()
	p.placeSilent()
	p.placeRenamed(open)
	for i := range p.out {
		p.compareNumber(i)
	}
	return p.out
}

// offList is a row that says of itself that the list has it not: 创业大赛（清单外）.
var offList = regexp.MustCompile(`[(（【\[]?(?:清单|计划|任务)(?:以外|之外|外)(?:工作|事项|任务)?[)）】\]]?\s*$|不在清单`)

// take takes in what the rows say, and what the return and the department are.
func (p *placing) take(beside []*returns.Row) {
	every := make([]asked, 0, len(p.rows)+len(beside))
	for _, rows := range [][]*returns.Row{p.rows, beside} {
		for _, row := range rows {
			a := p.ask(row)
			every = append(every, a)
			if a.number != "" {
				p.numberedRows++
			}
		}
	}
	p.asked, p.counted = every[:len(p.rows)], (isCounted(every) || p.foreign(every)) && !p.agree(every)
	p.own = make([]bool, len(p.texts))
	known, count := p.plan.Roster.Known(), 0
	for j := range p.own {
		p.own[j] = !known || p.answers(p.department, &p.plan.Requirements[j], p.quarter)
		if p.own[j] {
			count++
		}
	}
	p.few = known && count <= fewOwn
}

// compareNumber reports a number that names another requirement than the text does.
func (p *placing) compareNumber(i int) {
	out, row, a := &p.out[i], p.rows[i], p.asked[i]
	if out.No == 0 || len(out.Also) > 0 || p.counted && !a.listed || a.number == "" || out.Match.By == "key" {
		return
	}
	req := &p.plan.Requirements[out.No-1]
	if req.Number == "" || a.number == req.Number || len(p.byNum[a.number]) == 0 {
		return
	}
	at := row.Number.At
	if !row.Number.Given() {
		at = ledger.TextPlace(row)
	}
	out.Findings = append(out.Findings, finding.New(finding.NumberTextConflict, at, a.number, req.Number))
}

// agree reports whether rows that write a requirement's very text print its number too, and
// none prints another: then the numbers are the list's, though they look like a count.
func (p *placing) agree(every []asked) bool {
	agreeing, inOrder, last := 0, true, 0
	for _, a := range every {
		nos := p.byText[p.keys.Of(a.text)]
		if a.number == "" || len(nos) != 1 {
			continue
		}
		if p.plan.Requirements[nos[0]-1].Number != a.number {
			return false
		}
		agreeing++
		inOrder = inOrder && nos[0] > last
		last = nos[0]
	}
	return agreeing >= provingRows && !inOrder
}

// All returns the requirements that the row was placed on.
func (p *Outcome) All() []int {
	if p.No == 0 {
		return nil
	}
	return append([]int{p.No}, p.Also...)
}
