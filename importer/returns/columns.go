package returns

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/templates/words"
)

// roles returns what a heading may be for, also where a quarter stands before it
// (第三季度完成情况) or more words surround it.
func (r *Reader) roles(heading string) []words.Role {
	return r.memo.roles.get(heading, r.rolesOf)
}

// wholeRoles returns what a text may be for as a heading by itself.
func (r *Reader) wholeRoles(text string) []words.Role { return r.memo.whole.brief(text, r.words.Roles) }

func (r *Reader) rolesOf(heading string) []words.Role {
	if roles := r.words.Roles(heading); len(roles) > 0 {
		return roles
	}
	bare := quarterBefore.ReplaceAllString(strings.Join(strings.Fields(heading), ""), "")
	if roles := r.words.Roles(bare); len(roles) > 0 {
		return roles
	}
	return r.words.RolesWithin(bare)
}

// mentions returns the quarters that a text speaks of.
func (r *Reader) mentions(text string) []period.Mention {
	return r.memo.mentions.get(text, period.Mentions)
}

var quarterBefore = regexp.MustCompile(`^(\d{4}年)?(第?[一二三四1-4]季度|本季度|本期|全年|上半年|截至[^a-zA-Z]{1,10}?[底日])`)

// earlier is a heading under which an earlier answer stands beside this quarter's.
var earlier = regexp.MustCompile(`上(一)?个?季度|上(一)?期|上(一)?年|去年|往年|前期|上次|此前`)

func isEarlier(heading string) bool { return earlier.MatchString(fold.Text(heading)) }

// findColumns gives each column its role, first where the heading leaves no doubt, then
// from the content.
func (r *Reader) findColumns(t *table) {
	t.columns, t.texts = map[int]column{}, map[int]string{}
	var open []int
	candidates := map[int][]words.Role{}
	for c := 1; c <= t.sheet.Width(); c++ {
		joined, lowest := t.headingText(c)
		if joined == "" {
			continue
		}
		t.texts[c] = fold.Key(joined)
		if r.memo.earlier.get(joined, isEarlier) {
			t.columns[c] = column{heading: joined}
			continue
		}
		roles := r.roles(lowest)
		if status := r.statuses[fold.Key(lowest)]; status != "" && len(roles) == 0 {
			t.columns[c] = column{role: words.Status, heading: joined, tick: status}
			continue
		}
		if len(roles) == 0 {
			roles = r.roles(joined)
		}
		switch len(roles) {
		case 0:
			t.columns[c] = column{heading: joined}
		case 1:
			t.columns[c] = column{role: roles[0], heading: joined}
		default:
			t.columns[c] = column{heading: joined}
			candidates[c] = roles
			open = append(open, c)
		}
	}
	for _, c := range open {
		col := t.columns[c]
		col.role = r.decide(t, c, candidates[c])
		t.columns[c] = col
	}
	for c, col := range t.columns {
		if ms := r.mentions(col.heading); len(ms) == 1 && !ms[0].Span {
			col.quarter = ms[0].Quarter.N
			t.columns[c] = col
		}
	}
}

// judgedRows is how many rows below a heading say what it is for.
const judgedRows = 500

// decide chooses between the roles that a heading may have, by what stands below it
// (完成情况, 完成时间, 责任单位 and 进度 mean two things each).
func (r *Reader) decide(t *table, c int, roles []words.Role) words.Role {
	may := func(role words.Role) bool { return slices.Contains(roles, role) }
	judged := *t
	judged.end = min(t.end, t.body+judgedRows) // a sheet of headings would else take the square of its rows
	texts := judged.values(c)
	share := func(fits func(grid.Cell) bool) float64 {
		n := 0
		for _, cell := range texts {
			if fits(cell) {
				n++
			}
		}
		return float64(n) / float64(max(1, len(texts)))
	}
	isNumber := func(cell grid.Cell) bool {
		_, ok := r.percentOf(cell.Text)
		return cell.Kind == grid.Number || ok
	}
	isStatus := func(cell grid.Cell) bool { return r.statuses[fold.Key(cell.Text)] != "" }

	if may(words.Due) && may(words.Completed) {
		isDue := func(cell grid.Cell) bool { return r.isDeadline(cell.Text) }
		if !t.has(words.Due) && share(isDue) > 0.5 {
			return words.Due
		}
		return words.Completed
	}
	switch {
	case may(words.Percent) && len(texts) > 0 && share(isNumber) >= 0.8:
		return words.Percent
	case may(words.Status) && may(words.Progress):
		if !t.has(words.Status) && (t.has(words.Progress) || len(texts) > 0 && share(isStatus) >= 0.8) {
			return words.Status
		}
		return words.Progress
	case may(words.Status):
		return words.Status
	}
	return roles[0]
}

// values returns the filled cells of a column below the heading, each merge once.
func (t *table) values(c int) []grid.Cell {
	var cells []grid.Cell
	for row := t.body; row <= t.end; row++ {
		if cell := t.sheet.Cell(row, c); !cell.IsEmpty() && !cell.Covered() {
			cells = append(cells, cell)
		}
	}
	return cells
}
