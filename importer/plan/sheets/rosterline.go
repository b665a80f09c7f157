package sheets

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
)

// RosterLine is where a department stands in 部门名录.
type RosterLine struct {
	Row, Name, Alias int // the row, and the columns of the name and of its 别名
	Aliases          string
	Filled           []int // columns in which the row says something
}

// FindRosterLine finds the line of a department by its name; ok is false where there is none, or no column of 别名.
func FindRosterLine(s *grid.Sheet, name string) (at RosterLine, ok bool) {
	h, ok := FindHeader(s, "部门名称", "部门", "名称", "全称")
	if !ok {
		return at, false
	}
	at.Name, _ = h.Column("部门名称", "部门", "名称", "全称")
	if at.Alias, ok = h.Column("别名", "简称"); !ok {
		return at, false
	}
	for row := h.Row + 1; row <= s.LastRow(); row++ {
		cell := s.Cell(row, at.Name)
		if said := draft.ReadCell(cell); cell.Covered() || strings.Join(strings.Fields(said.Value), "") != name {
			continue
		}
		at.Row, at.Aliases = row, strings.TrimSpace(s.Cell(row, at.Alias).String())
		for c := 1; c <= s.Width(); c++ {
			if !s.Cell(row, c).IsEmpty() {
				at.Filled = append(at.Filled, c)
			}
		}
		return at, true
	}
	return at, false
}
