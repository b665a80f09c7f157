package known

import (
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/importer/table/list"
)

// Anchor is a cell that names a requirement of the list.
type Anchor struct {
	Line, Col int // of the sheet
	No        int
	How       string
}

// mostAnchored is how many cells of a sheet are held against the list. Returns have some
// hundreds; a sheet of a hundred thousand texts is none.
const mostAnchored = 6000

// AnchorsOf finds the cells of a sheet that name requirements.
func (r *Facts) AnchorsOf(s *grid.Sheet) []Anchor {
	if r.List == nil {
		return nil
	}
	var found []Anchor
	v := block.Whole(s)
	looked := 0
	for cell := range s.Cells() {
		if cell.Kind != grid.Text || cell.Covered() || len(cell.Text) < 3*list.NamedFrom {
			continue
		}
		if looked++; looked > mostAnchored {
			break
		}
		no, how := r.Requirement(cell.Text)
		if no == 0 || how == list.ByShort {
			if n := r.BesideNumber(v, cell); n != 0 {
				no, how = n, list.ByNumber
			}
		}
		if no == 0 || how == list.ByShort && r.Status.Is(cell.Text) || how != list.ByText && r.OnlyNames(cell.Text) {
			continue
		}
		if len(cell.Text) <= 3*heading.Longest && (r.Headed(cell) || period.IsDate(cell.Text, r.Year) || period.IsDue(cell.Text, r.Year)) {
			continue
		}
		found = append(found, Anchor{Line: cell.At().Row(), Col: cell.At().Col(), No: no, How: how})
	}
	return found
}
