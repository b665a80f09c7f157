package desk

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
)

// built is what the last 台账.json says, as far as the next one is compared with it.
type built struct {
	AsOf      string
	Unit      string
	Files     []builtFile
	Rows      []builtRow
	Standings []builtStanding
	Entries   []builtEntry
	Coverage  []builtCoverage
	Rulings   []builtRuling
	Figures   map[string]float64
}

type builtFile struct {
	File string `json:"file"`
	Sum  string `json:"sha256"`
}

type builtRow struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	Row   int    `json:"row"`
	Fate  string `json:"fate"`
}

type builtStanding struct {
	Requirement int    `json:"requirement"`
	Quarter     string `json:"quarter"`
	Status      string `json:"status"`
	Overdue     bool   `json:"overdue"`
}

type builtCoverage struct {
	Department string `json:"department"`
	Quarter    string `json:"quarter"`
	Expected   bool   `json:"expected"`
	State      string `json:"state"`
}

type builtRuling struct {
	ID    string `json:"id"`
	Act   string `json:"act"`
	State string `json:"state"`
}

// lastBuilt reads it, nil where there is none.
func lastBuilt(out string) *built {
	f, err := os.Open(filepath.Join(out, "台账.json"))
	if err != nil {
		return nil
	}
	defer f.Close()
	b := &built{}
	if b.read(json.NewDecoder(f)) != nil {
		return nil
	}
	return b
}

// read reads the document member by member: the whole of it takes far more room than what is
// kept.
func (b *built) read(d *json.Decoder) error {
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		switch name {
		case "as_of":
			err = d.Decode(&b.AsOf)
		case "unit":
			err = d.Decode(&b.Unit)
		case "coverage":
			b.Coverage, err = elements[builtCoverage](d, true)
		case "rulings":
			b.Rulings, err = elements[builtRuling](d, true)
		case "figures":
			err = d.Decode(&b.Figures)
		case "files":
			b.Files, err = elements[builtFile](d, true)
		case "rows":
			b.Rows, err = elements[builtRow](d, true)
		case "standings":
			b.Standings, err = elements[builtStanding](d, true)
		case "entries":
			b.Entries, err = elements[builtEntry](d, true)
		case "findings", "returns", "causes", "requirements", "tasks", "departments":
			_, err = elements[struct{}](d, false)
		default:
			err = d.Decode(&json.RawMessage{})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// elements decodes an array one by one.
func elements[T any](d *json.Decoder, keep bool) (list []T, err error) {
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	for d.More() {
		var one T
		if err := d.Decode(&one); err != nil {
			return nil, err
		}
		if keep {
			list = append(list, one)
		}
	}
	_, err = d.Token()
	return list, err
}

// changes are what differs between a build and the one before.
type Changes struct {
	First                   bool // there was none before
	Figures                 []FigureChange
	Standings               []standingChange
	Rows                    []rowChange
	More                    int // standings that are not listed
	Entries                 []EntryChange
	MoreEntries, NewEntries int
	NewFiles                int
}

type FigureChange struct{ Name, Was, Is string }

type standingChange struct {
	No            int
	Text, Was, Is string
	Why           string
}

type rowChange struct {
	File, What, Why string
	Rows            int
}

// mostChanges is how many standings are listed.
const mostChanges = 60

// None reports whether nothing differs.
func (c *Changes) None() bool {
	return !c.First && len(c.Figures)+len(c.Standings)+len(c.Entries)+c.NewEntries+len(c.Rows)+c.NewFiles == 0
}

// to compares what was built with a ledger.
func (b *built) to(l *ledger.Ledger) *Changes {
	if b == nil {
		return &Changes{First: true}
	}
	c := &Changes{}
	sums := map[string]string{}
	for _, f := range b.Files {
		sums[f.File] = f.Sum
	}
	fresh := map[string]bool{}
	for _, in := range l.Inputs {
		if was, known := sums[in.File]; !known || was != in.Sum {
			fresh[in.File] = true
		}
	}
	c.NewFiles = len(fresh)
	b.figures(l, c)
	b.standings(l, c, fresh)
	b.entries(l, c)
	b.rows(l, c, fresh)
	return c
}

// compared are the figures that are compared, with what they are called; %s is the quarter.
var compared = []struct{ name, label string }{
	{"returns", "读到的表（一个文件里可以有几张）"}, {"%s.returns.reported", "本季度已报部门"}, {"%s.returns.missing", "本季度未报部门"}, {"%s.returns.late", "本季度迟报部门"},
	{"rows.read", "读到的行"}, {"rows.merged", "并入的行"}, {"rows.held", "待核对的行"}, {"rows.ignored", "不计的行"},
	{"%s.status.completed", "已完成"}, {"%s.status.in_progress", "推进中"}, {"%s.status.ongoing", "常态化"}, {"%s.status.behind", "滞后"},
	{"%s.status.not_started", "未启动"}, {"%s.status.not_applicable", "不适用"}, {"%s.status.not_reported", "未报"}, {"%s.completion_rate", "完成率（%）"},
	{"%s.overdue", "逾期"}, {"findings.error", "必须办的问题"}, {"findings.warning", "要核实的问题"},
}

func (b *built) figures(l *ledger.Ledger, c *Changes) {
	for _, f := range compared {
		name, was := f.name, f.name
		if len(name) > 2 && name[:2] == "%s" {
			name, was = l.AsOf.String()+name[2:], b.AsOf+name[2:]
		}
		is, _ := l.Figures.Value(name)
		if old := b.Figures[was]; old != is {
			c.Figures = append(c.Figures, FigureChange{f.label, number(old), number(is)})
		}
	}
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func (b *built) standings(l *ledger.Ledger, c *Changes, fresh map[string]bool) {
	was := map[int]string{}
	for _, s := range b.Standings {
		if s.Quarter == b.AsOf {
			was[s.Requirement] = s.Status
		}
	}
	for i := range l.Plan.Requirements {
		r := &l.Plan.Requirements[i]
		now := l.Standing(r.No, l.AsOf)
		old, known := was[r.No]
		if !known || !now.Active || old == string(now.Status) {
			continue
		}
		if len(c.Standings) == mostChanges {
			c.More++
			continue
		}
		why := because(now, fresh)
		if b.AsOf != l.AsOf.String() && !now.Ruled {
			why = "台账改为截至" + l.AsOf.Label()
		}
		c.Standings = append(c.Standings, standingChange{r.No, r.Text.Value, status.Status(old).Label(), now.Status.Label(), why})
	}
}

// because says what a standing changed by.
func because(s *ledger.Standing, fresh map[string]bool) string {
	if s.Ruled {
		return "办公室核定"
	}
	for _, v := range s.Deciders {
		if v.Entry != nil && fresh[v.Entry.Row.At.File()] {
			return "新的报表 " + v.Entry.Row.At.File()
		}
	}
	for _, v := range s.Deciders {
		if v.Entry != nil && v.Entry.Match.By == "ruling" {
			return "核定并入 " + v.Entry.Row.At.File()
		}
	}
	return "核定、清单或别的部门的报表有变化"
}

func (b *built) rows(l *ledger.Ledger, c *Changes, fresh map[string]bool) {
	type row struct {
		file, sheet string
		row         int
	}
	was, is := map[row][]string{}, map[row][]string{} // a row of a whole year has a fate in each quarter
	for _, r := range b.Rows {
		at := row{r.File, r.Sheet, r.Row}
		was[at] = append(was[at], r.Fate)
	}
	var rows []row
	for i := range l.Rows {
		r := &l.Rows[i]
		at := row{r.At.File(), r.At.Sheet(), r.At.Row()}
		if is[at] == nil {
			rows = append(rows, at)
		}
		is[at] = append(is[at], string(r.Fate))
	}
	type kind struct{ file, what string }
	count := map[kind]int{}
	var order []kind
	for _, at := range rows {
		old, now := was[at], is[at]
		if fresh[at.file] || len(old) != len(now) {
			continue // what is new is told of by its file
		}
		slices.Sort(old)
		slices.Sort(now)
		for i := range now {
			if old[i] == now[i] {
				continue
			}
			k := kind{at.file, fateWord(old[i]) + " → " + fateWord(now[i])}
			if count[k]++; count[k] == 1 {
				order = append(order, k)
			}
		}
	}
	for _, k := range order {
		c.Rows = append(c.Rows, rowChange{k.file, k.what, "核定或别的报表有变化", count[k]})
	}
}

func fateWord(fate string) string {
	switch fate {
	case string(ledger.Merged):
		return "并入"
	case string(ledger.Held):
		return "待核对"
	}
	return "不计"
}
