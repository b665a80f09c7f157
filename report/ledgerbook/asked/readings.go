package asked

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// Reading is a line of 读法: a heading, or what one answer of the office says of it, with the
// columns that it stands over.
type Reading struct {
	Heading string
	Met     []ledger.Met   // the least sure first, see settle
	Answer  *ruling.Ruling // nil where the office has not answered here
	Office  ruling.Heading // the ruling columns
	Mood    Mood
}

// Mood says what the office has to do with a line; the lines stand in this order.
type Mood int

const (
	Failed   Mood = iota // what the office answered can't be carried out
	Doubtful             // another answer may change what becomes of its columns
	Pointed
	Taught  // 词表 says so
	Assumed // read by its content or a part of the heading, with nothing for another reading
	Sure
	Empty   // nothing stands below it in any file
	Waiting // answered, and no file has the heading any more
)

// Moods are the words of the moods, by their number.
var Moods = []string{"请改", "请看", "已核定", "词表", "推断", "清楚", "没有内容", "已核定"}

// ReadingLines lays out the lines of 读法: one a heading, however often it was met, one an
// answer of the office, and where a heading comes twice in a table one for each place in it.
func ReadingLines(l *ledger.Ledger) []Reading {
	answers := ruling.NewReadings(l.Plan, l.Readings)
	lines := make([]Reading, len(l.Readings))
	for i := range l.Readings {
		r := &l.Readings[i]
		lines[i] = Reading{Heading: r.Target.Heading, Answer: r, Office: r.Heading()}
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
				line := Reading{Heading: m.Heading, Office: ruling.Heading{Said: m.Heading}}
				if twice[key[0]] {
					line.Office.Left, line.Office.Right = m.Neighbours[0], m.Neighbours[1]
				}
				lines = append(lines, line)
			}
			i = at
		}
		lines[i].Met = append(lines[i].Met, m)
	}
	lines = once(lines)
	for i := range lines {
		lines[i].settle()
	}
	slices.SortStableFunc(lines, func(a, b Reading) int {
		return cmp.Or(cmp.Compare(a.Mood, b.Mood), cmp.Compare(b.Cells(), a.Cells()), cmp.Compare(fold.Key(a.Heading), fold.Key(b.Heading)),
			cmp.Compare(a.Office.Left, b.Office.Left), cmp.Compare(a.Office.Right, b.Office.Right))
	})
	return lines
}

// settle puts the least sure column first, of those that hold something where one does, and says what is
// to be done.
func (r *Reading) settle() {
	cells := map[words.Role]int{}
	for i := range r.Met {
		cells[r.Met[i].Column.Role] += r.Met[i].Column.Filled
	}
	slices.SortStableFunc(r.Met, func(a, b ledger.Met) int {
		return cmp.Or(cmp.Compare(howSure(&a, cells[a.Column.Role]), howSure(&b, cells[b.Column.Role])),
			cmp.Compare(min(len(b.Column.Samples), 1), min(len(a.Column.Samples), 1)), cmp.Compare(a.Column.Sure, b.Column.Sure))
	})
	if len(r.Met) > 0 {
		r.Office.Department = cmp.Or(r.Office.Department, r.Met[0].Department)
		r.Office.File = cmp.Or(r.Office.File, r.Met[0].File)
	}
	switch {
	case r.Answer != nil && r.Answer.Failed():
		r.Mood = Failed
	case r.Answer != nil && len(r.Met) == 0:
		r.Mood = Waiting
	case r.Answer != nil:
		r.Mood = Pointed
	case r.Met[0].Column.By == table.ByOffice:
		r.Mood = Taught
	default:
		r.Mood = moods[howSure(&r.Met[0], cells[r.Met[0].Column.Role])]
	}
}

// moods are what the office has to do with a heading by the least sure of its columns.
var moods = map[sureness]Mood{doubtful: Doubtful, assumed: Assumed, empty: Empty, sure: Sure}

// Cells counts the cells below the heading.
func (r *Reading) Cells() (n int) {
	for i := range r.Met {
		n += r.Met[i].Column.Filled
	}
	return n
}

// Files counts the files that have the heading.
func (r *Reading) Files() int {
	names := map[string]bool{}
	for i := range r.Met {
		names[r.Met[i].File] = true
	}
	return len(names)
}

// Roles says what the columns were read as, the most frequent first, and by what.
func (r *Reading) Roles() (read, by string) {
	var roles, ways []string
	count := map[string]int{}
	for i := range r.Met {
		c := &r.Met[i].Column
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
func (r *Reading) way(c *table.Column) string {
	if c.By == table.ByOffice && r.Answer == nil {
		return "词表"
	}
	return ruling.ByLabel(c.By)
}
