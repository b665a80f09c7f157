package columns

import (
	"slices"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/importer/table/known"
	"taizhang/importer/table/list"
	"taizhang/templates/words"
)

// plain gives the columns their roles where nothing is in doubt: every heading a whole word, none
// of one role twice, and cells of the requirement's column that are the list's own. Only
// columns whose word has several roles are judged by their content.
func (r *Reader) plain(b *block.Block) bool {
	if r.List == nil || b.Head == b.Body || r.Office != nil {
		return false
	}
	used := map[words.Role]bool{}
	var open []*block.Column
	requirement := 0
	for i := range b.Columns {
		col := &b.Columns[i]
		roles := r.Headings.Whole(col.Heading)
		if len(roles) == 0 || col.Quarter != 0 || col.Upper != "" || heading.IsEarlier(col.Heading) || heading.IsPlan(col.Heading) && roles[0] != words.NextSteps {
			return false
		}
		if len(roles) > 1 {
			if slices.Contains(roles, words.Progress) && r.tells(b, col.Col) {
				roles = progressOnly
			} else {
				open = append(open, col)
				continue
			}
		}
		if used[roles[0]] || roles[0] == words.Status && !r.isStatusColumn(b, col.Col) {
			return false
		}
		used[roles[0]] = true
		if roles[0] == words.Requirement {
			requirement = col.Col
		}
	}
	if requirement == 0 || !r.sureOf(b, requirement) {
		return false
	}
	for i := range b.Columns {
		col := &b.Columns[i]
		switch roles := r.Headings.Whole(col.Heading); {
		case len(roles) == 1:
			col.Role, col.By, col.Sure = roles[0], block.ByHeading, 1
		case !slices.Contains(open, col):
			col.Role, col.By, col.Sure = words.Progress, block.ByHeading, 1
		}
	}
	var rs []*reading
	for _, col := range open {
		rs = append(rs, &reading{col: col, fits: r.FitsOf(col), content: r.content.Within(b, col.Col, known.MostSure+1)})
	}
	r.assign(b, rs, used)
	return true
}

var progressOnly = []words.Role{words.Progress}

// tells reports whether the first answers of a column are sentences: 完成情况 asks for what was done,
// and not for a status.
func (r *Reader) tells(b *block.Block, c int) bool {
	seen := 0
	for line := b.Body; line <= b.End && seen < known.MostSure; line++ {
		cell := b.Cell(line, c)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if cell.Kind != grid.Text || !fold.Longer(cell.Text, leastSentence) {
			return false
		}
		seen++
	}
	return seen > 0
}

// leastSentence is how many characters no status has.
const leastSentence = 12

// isStatusColumn reports whether the first cell of a column is a status: one look is enough where
// the heading says so.
func (r *Reader) isStatusColumn(b *block.Block, c int) bool {
	for line := b.Body; line <= b.End; line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			return cell.Kind == grid.Text && r.Status.Is(cell.Text)
		}
	}
	return true
}

// sureOf reports whether the first cells of a column are the list's own texts.
func (r *Reader) sureOf(b *block.Block, c int) bool {
	sure := 0
	for line := b.Body; line <= min(b.End, b.Body+4*known.MostSure); line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			if _, how := r.Requirement(cell.Text); how == list.ByText || how == list.ByLikeness {
				if sure++; sure == known.MostSure {
					return true
				}
			}
		}
	}
	return false
}
