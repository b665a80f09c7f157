package ledger

import (
	"strconv"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
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
	byNumberScore  = 0.80 // the score of a row that only its number places
	mostCandidates = 3
)

// placed is where one row goes: on a requirement, or nowhere with a reason.
type placed struct {
	no         int // requirement, 0 for none
	match      Match
	held       finding.Code
	candidates []int
	findings   []finding.Finding
}

// placer finds the requirement that a row answers (rule 对应要求). It is made once a run, and
// works side by side with others of its kind: see apart.
type placer struct {
	plan   *plan.Plan
	texts  []sized      // by requirement
	tasks  []fold.Shape // by task
	byKey  map[string]int
	byText map[string][]int
	byNum  map[string][]int
	duties [][]duty // by requirement and quarter
	keys   folded   // of the texts that rows write
}

// answers reports whether the requirement is the department's own in the quarter.
func (pl *placer) answers(department string, req *plan.Requirement, q period.Quarter) bool {
	return pl.duties[req.No-1][q.N-1].answers(department)
}

func newPlacer(p *plan.Plan, duties [][]duty) *placer {
	pl := placer{plan: p, duties: duties, byKey: map[string]int{}, byText: map[string][]int{}, byNum: map[string][]int{}}
	for _, t := range p.Tasks {
		pl.tasks = append(pl.tasks, fold.Of(t.Title.Value))
	}
	for _, r := range p.Requirements {
		shape := sizedOf(r.Text.Value)
		pl.texts = append(pl.texts, shape)
		pl.byKey[r.Key] = r.No
		pl.byText[shape.Key] = append(pl.byText[shape.Key], r.No)
		if r.Number != "" {
			pl.byNum[r.Number] = append(pl.byNum[r.Number], r.No)
		}
	}
	return pl.apart()
}

// apart returns the same placer with a memory of its own.
func (pl placer) apart() *placer {
	pl.keys = folded{}
	return &pl
}

// place places the rows of one return, in this order: by form key; by text, with the
// number where it agrees; by likeness, each requirement taken once; by number alone where
// the return writes no requirement at all.
func (pl *placer) place(rows []*returns.Row, department string, q period.Quarter) []placed {
	out := make([]placed, len(rows))
	own := ownNumbering(rows)
	var open []int
	for i, row := range rows {
		switch {
		case row.Key.Given() && pl.byKey[row.Key.Value] != 0:
			out[i] = placed{no: pl.byKey[row.Key.Value], match: Match{"key", 1}}
		case row.Text.Value == "":
			// Left for the number.
		default:
			if p, ok := pl.exact(row); ok {
				out[i] = p
			} else {
				open = append(open, i)
			}
		}
	}
	pl.placeAlike(alikes{rows: rows, open: open, own: own, department: department, quarter: q}, out)
	pl.placeTextless(rows, out, department, q)
	for i := range out {
		pl.compareNumber(rows[i], own, &out[i])
	}
	return out
}

// exact finds the requirement with the very text of the row. Where several share it, the
// number or the task must tell them apart.
func (pl *placer) exact(row *returns.Row) (placed, bool) {
	nos := pl.byText[pl.keys.key(row.Text.Value)]
	if len(nos) == 0 {
		return placed{}, false
	}
	if len(nos) > 1 {
		nos = pl.narrow(nos, row)
	}
	if len(nos) > 1 {
		return pl.ambiguous(row, nos), true
	}
	if pl.numberAgrees(row, nos[0]) {
		return placed{no: nos[0], match: Match{"number_text", 1}}, true
	}
	return placed{no: nos[0], match: Match{"text", 1}}, true
}

// narrow keeps the candidates that the row's number and task speak for.
func (pl *placer) narrow(nos []int, row *returns.Row) []int {
	keep := func(ok func(no int) bool) {
		var kept []int
		for _, no := range nos {
			if ok(no) {
				kept = append(kept, no)
			}
		}
		if len(kept) > 0 {
			nos = kept
		}
	}
	if task := pl.keys.key(row.Task.Value); task != "" {
		keep(func(no int) bool { return pl.tasks[pl.plan.Requirements[no-1].Task-1].Key == task })
	}
	if len(nos) > 1 && row.Number.Given() {
		keep(func(no int) bool { return pl.numberAgrees(row, no) })
	}
	return nos
}

func (pl *placer) numberAgrees(row *returns.Row, no int) bool {
	return row.Number.Given() && row.Number.Value == pl.plan.Requirements[no-1].Number
}

// placeTextless places the rows that write no requirement: by their numbers, where these
// are distinct and each is one of the department's own and no other row has a text; else
// by a task that has a single requirement.
func (pl *placer) placeTextless(rows []*returns.Row, out []placed, department string, q period.Quarter) {
	byNumber := pl.numbersSpeak(rows, department, q)
	for i, row := range rows {
		if row.Text.Value != "" || out[i].no != 0 || out[i].held != "" {
			continue
		}
		if nos := pl.byNum[row.Number.Value]; byNumber && len(nos) == 1 {
			out[i] = placed{no: nos[0], match: Match{"number", byNumberScore}}
			continue
		}
		var nos []int
		if key := pl.keys.key(row.Task.Value); key != "" {
			for t, shape := range pl.tasks {
				if shape.Key == key {
					nos = append(nos, pl.plan.Tasks[t].Requirements...)
				}
			}
		}
		switch {
		case len(nos) == 1:
			out[i] = placed{no: nos[0], match: Match{"text", 1}}
		case len(nos) > 1:
			out[i] = pl.ambiguous(row, nos)
		default:
			out[i] = pl.unmatched(row, nil)
		}
	}
}

func (pl *placer) numbersSpeak(rows []*returns.Row, department string, q period.Quarter) bool {
	seen := map[string]bool{}
	for _, row := range rows {
		n := row.Number.Value
		nos := pl.byNum[n]
		if row.Text.Value != "" || n == "" || seen[n] || len(nos) != 1 {
			return false
		}
		seen[n] = true
		req := &pl.plan.Requirements[nos[0]-1]
		if !pl.answers(department, req, q) {
			return false
		}
		if task := pl.keys.key(row.Task.Value); task != "" && pl.tasks[req.Task-1].Key != task {
			return false
		}
	}
	return len(seen) > 0
}

// compareNumber reports a number that names another requirement than the text does.
func (pl *placer) compareNumber(row *returns.Row, own bool, p *placed) {
	if p.no == 0 || own || !row.Number.Given() || p.match.By == "key" {
		return
	}
	req := &pl.plan.Requirements[p.no-1]
	if req.Number == "" || row.Number.Value == req.Number || len(pl.byNum[row.Number.Value]) == 0 {
		return
	}
	p.findings = append(p.findings, finding.New(finding.NumberTextConflict, row.Number.At, row.Number.Value, req.Number))
}

// ownNumbering reports whether the rows are merely counted 1..n, so that their numbers
// say nothing of the list's.
func ownNumbering(rows []*returns.Row) bool {
	last := 0
	for _, row := range rows {
		if row.Number.Value == "" {
			continue
		}
		n, err := strconv.Atoi(row.Number.Value)
		if err != nil || n != last+1 {
			return false
		}
		last = n
	}
	return last > 0
}
