package ledgerbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
)

// reading is a line of 读法: a heading, or what one answer of the office says of it, with the
// columns that it stands over.
type reading struct {
	heading string
	met     []ledger.Met   // the least sure first
	answer  *ruling.Ruling // nil where the office has not answered here
	office  ruling.Heading // the ruling columns
	mood    mood
}

// mood says what the office has to do with a line; the lines stand in this order.
type mood int

const (
	failed   mood = iota // what the office answered can't be carried out
	doubtful             // read by its content or a part of the heading, between two, or not at all
	pointed
	taught // 词表 says so
	sure
	waiting // answered, and no file has the heading any more
)

var moods = []string{"请改", "请看", "已核定", "词表", "清楚", "已核定"}

// sureFrom is the lead over the next best reading that needs no question.
const sureFrom = 0.1

// doubted reports whether somebody should look at how a column was read.
func doubted(c *table.Column) bool {
	switch c.By {
	case table.ByKey, table.ByOffice:
		return false
	case table.ByHeading:
		return c.Role == "" || c.Role.Code() == "other" || c.Next != "" && c.Sure < sureFrom
	}
	return true
}

// readingLines lays out the lines of 读法: one a heading, however often it was met, one an
// answer of the office, and where a heading comes twice in a table one for each place in it.
func readingLines(l *ledger.Ledger) []reading {
	answers := ruling.NewReadings(l.Plan, l.Readings)
	lines := make([]reading, len(l.Readings))
	for i := range l.Readings {
		r := &l.Readings[i]
		lines[i] = reading{heading: r.Target.Heading, answer: r, office: r.Heading()}
	}
	met := l.Met()
	twice := map[string]bool{}
	for _, m := range met {
		if m.Twice {
			twice[fold.Key(m.Heading)] = true
		}
	}
	open := map[[3]string]int{}
	for _, m := range met {
		i := answers.Answer(m.Asked)
		if i < 0 {
			key := [3]string{fold.Key(m.Heading)}
			if twice[key[0]] {
				key[1], key[2] = fold.Key(m.Neighbours[0]), fold.Key(m.Neighbours[1])
			}
			at, known := open[key]
			if !known {
				at = len(lines)
				open[key] = at
				line := reading{heading: m.Heading, office: ruling.Heading{Said: m.Heading}}
				if twice[key[0]] {
					line.office.Left, line.office.Right = m.Neighbours[0], m.Neighbours[1]
				}
				lines = append(lines, line)
			}
			i = at
		}
		lines[i].met = append(lines[i].met, m)
	}
	for i := range lines {
		lines[i].settle()
	}
	slices.SortStableFunc(lines, func(a, b reading) int {
		return cmp.Or(cmp.Compare(a.mood, b.mood), cmp.Compare(b.cells(), a.cells()), cmp.Compare(fold.Key(a.heading), fold.Key(b.heading)),
			cmp.Compare(a.office.Left, b.office.Left), cmp.Compare(a.office.Right, b.office.Right))
	})
	return lines
}

// settle puts the least sure column first and says what is to be done.
func (r *reading) settle() {
	slices.SortStableFunc(r.met, func(a, b ledger.Met) int {
		x, y := doubted(&a.Column), doubted(&b.Column)
		if x != y {
			if x {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.Column.Sure, b.Column.Sure)
	})
	if len(r.met) > 0 {
		r.office.Department = cmp.Or(r.office.Department, r.met[0].Department)
		r.office.File = cmp.Or(r.office.File, r.met[0].File)
	}
	switch {
	case r.answer != nil && r.answer.Failed():
		r.mood = failed
	case r.answer != nil && len(r.met) == 0:
		r.mood = waiting
	case r.answer != nil:
		r.mood = pointed
	case doubted(&r.met[0].Column):
		r.mood = doubtful
	case r.met[0].Column.By == table.ByOffice:
		r.mood = taught
	default:
		r.mood = sure
	}
}

// cells counts the cells below the heading.
func (r *reading) cells() (n int) {
	for i := range r.met {
		n += r.met[i].Column.Filled
	}
	return n
}

// files counts the files that have the heading.
func (r *reading) files() int {
	names := map[string]bool{}
	for i := range r.met {
		names[r.met[i].File] = true
	}
	return len(names)
}

// roles says what the columns were read as, the most frequent first, and by what.
func (r *reading) roles() (read, by string) {
	var roles, ways []string
	count := map[string]int{}
	for i := range r.met {
		c := &r.met[i].Column
		role, way := string(c.Role), r.way(c)
		if role == "" {
			role = "没有认出"
		}
		if count[role]++; count[role] == 1 {
			roles = append(roles, role)
		}
		if !slices.Contains(ways, way) {
			ways = append(ways, way)
		}
	}
	slices.SortStableFunc(roles, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	if len(roles) > 1 {
		for i, role := range roles {
			roles[i] = fmt.Sprintf("%s（%d处）", role, count[role])
		}
	}
	return strings.Join(roles, "\n"), strings.Join(ways, "\n")
}

// way says by what a column was read.
func (r *reading) way(c *table.Column) string {
	if c.By == table.ByOffice && r.answer == nil {
		return "词表"
	}
	return ruling.ByLabel(c.By)
}
