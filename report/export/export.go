// Package export prints the ledger as 台账.json, version 1, to the letter of the contract:
// keys in its order, arrays in ledger order, no time of the run, null where nothing was
// said. Other programs read it.
package export

import (
	"fmt"
	"io"

	"taizhang/importer/ledger"
	"taizhang/importer/plan"
)

// Write prints the ledger as indented UTF-8 JSON with a final line break, item by item: it
// takes no more memory for thousands of returns than for one.
func Write(w io.Writer, l *ledger.Ledger) error {
	p := newPrinter(w)
	p.value("version", 1)
	p.value("year", l.Year)
	p.value("unit", l.Unit)
	p.value("as_of", l.AsOf.String())
	list(p, "tasks", l.Plan.Tasks, taskOf)
	list(p, "requirements", l.Plan.Requirements, func(r *plan.Requirement) requirement { return requirementOf(l, r) })
	list(p, "departments", l.Departments, departmentOf)
	list(p, "returns", l.Returns, returnOf)
	list(p, "rows", l.Rows, rowOf)
	list(p, "entries", l.Entries, entryOf)
	list(p, "standings", l.Standings, standingOf)
	list(p, "coverage", l.Coverage, coverageOf)
	p.value("figures", figures(l.Figures))
	list(p, "findings", l.Findings, problemOf)
	list(p, "rulings", l.Rulings, decisionOf)
	p.value("totals", totalsOf(l.Totals))
	if last := lastYearOf(l.LastYear); last != nil {
		p.value("last_year", last)
	}
	if err := p.close(); err != nil {
		return fmt.Errorf("台账.json: %w", err)
	}
	return nil
}

type task struct {
	No           int     `json:"no"`
	Title        string  `json:"title"`
	Group        *string `json:"group"`
	Requirements []int   `json:"requirements"`
}

type requirement struct {
	No        int      `json:"no"`
	Number    string   `json:"number"`
	Key       string   `json:"key"`
	Task      int      `json:"task"`
	Text      string   `json:"text"`
	Lead      []string `json:"lead"`
	Support   []string `json:"support"`
	Joint     []string `json:"joint"`
	Due       *string  `json:"due"`
	Recurring *string  `json:"recurring"`
	Active    *active  `json:"active"`
	Source    place    `json:"source"`
}

type active struct {
	From  *string `json:"from"`
	Until *string `json:"until"`
	Note  string  `json:"note"`
}

type place struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	Cell  string `json:"cell"`
}

type department struct {
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`
	Aliases []string `json:"aliases"`
}

type ret struct {
	File       string  `json:"file"`
	Sheet      string  `json:"sheet"`
	Sum        string  `json:"sha256"`
	Department *string `json:"department"`
	Quarter    *string `json:"quarter"`
	StatedOn   *string `json:"stated_on"`
	ReceivedOn *string `json:"received_on"`
	Rows       count   `json:"rows"`
}

type count struct {
	Read    int `json:"read"`
	Merged  int `json:"merged"`
	Held    int `json:"held"`
	Ignored int `json:"ignored"`
}

type row struct {
	File        string  `json:"file"`
	Sheet       string  `json:"sheet"`
	Row         int     `json:"row"`
	Fate        string  `json:"fate"`
	Reason      *string `json:"reason"`
	Requirement *int    `json:"requirement"`
	Candidates  []int   `json:"candidates"`
}

type entry struct {
	Requirement int      `json:"requirement"`
	Department  string   `json:"department"`
	Quarter     string   `json:"quarter"`
	Status      *string  `json:"status"`
	Said        *string  `json:"said"`
	Percent     *float64 `json:"percent"`
	Progress    *string  `json:"progress"`
	CompletedOn *string  `json:"completed_on"`
	Evidence    []string `json:"evidence"`
	Problems    *string  `json:"problems"`
	NextSteps   *string  `json:"next_steps"`
	Match       match    `json:"match"`
	Source      source   `json:"source"`
}

type match struct {
	By    string  `json:"by"`
	Score float64 `json:"score"`
}

type source struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	Row   int    `json:"row"`
	Cells cells  `json:"cells"`
}

type standing struct {
	Requirement int     `json:"requirement"`
	Quarter     string  `json:"quarter"`
	Status      string  `json:"status"`
	Reported    int     `json:"reported"`
	Expected    int     `json:"expected"`
	Overdue     bool    `json:"overdue"`
	From        *string `json:"from"`
	Active      bool    `json:"active"`
}

type coverage struct {
	Department string `json:"department"`
	Quarter    string `json:"quarter"`
	Expected   bool   `json:"expected"`
	Reported   bool   `json:"reported"`
	State      string `json:"state"`
	LateDays   *int   `json:"late_days"`
}

type problem struct {
	Code       string  `json:"code"`
	Severity   string  `json:"severity"`
	File       string  `json:"file"`
	Sheet      string  `json:"sheet"`
	Cell       string  `json:"cell"`
	Department *string `json:"department"`
	Quarter    *string `json:"quarter"`
	Message    string  `json:"message"`
	Hint       string  `json:"hint"`
	Settled    bool    `json:"settled"` // the office has ruled on it
}

type decision struct {
	ID          string  `json:"id"`
	Act         string  `json:"act"`
	Target      target  `json:"target"`
	Requirement *int    `json:"requirement"`
	Status      *string `json:"status"`
	Reason      string  `json:"reason"`
	By          string  `json:"by"`
	On          string  `json:"on"`
	State       string  `json:"state"`
}

type target struct {
	File       string `json:"file"`
	Sheet      string `json:"sheet"`
	RowKey     string `json:"row_key"`
	Department string `json:"department"`
	Quarter    string `json:"quarter"`
}

type totals struct {
	Rows  count `json:"rows"`
	Files struct {
		Read    int `json:"read"`
		Failed  int `json:"failed"`
		Skipped int `json:"skipped"`
	} `json:"files"`
}
