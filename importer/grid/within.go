package grid

import (
	"fmt"

	"taizhang/importer/finding"
)

// FitsRows holds more rows that hold anything against the limit.
func (r *Reading) FitsRows(more int) *Refusal {
	if r.rows+more > r.times()*MaxRows {
		return r.tooManyRows()
	}
	return nil
}

// Take takes in what was read of a file that lies in this one, such as a workbook in a
// document. name makes of the name that a sheet has there the one that it has here. The
// sheets and findings are this reading's from then on, and the limits hold for all together.
func (r *Reading) Take(inner *Reading, name func(sheet string) string) *Refusal {
	if bad := r.Fits(inner.cells); bad != nil {
		return bad
	}
	if len(r.Sheets)+len(inner.Sheets) > MaxSheets {
		return TooLarge("工作表过多", fmt.Sprintf("%d 张", MaxSheets))
	}
	if bad := r.FitsRows(inner.rows); bad != nil {
		return bad
	}
	r.rows += inner.rows
	r.cells += inner.cells
	places := map[string]finding.Place{}
	for _, s := range inner.Sheets {
		old := s.Name
		s.Name = name(old)
		s.at = finding.In(r.File, s.Name)
		places[old] = s.at
	}
	r.Sheets = append(r.Sheets, inner.Sheets...)
	for _, f := range inner.Findings {
		if at, ok := places[f.Place.Sheet()]; ok {
			f.Place = at.At(f.Place.Row(), f.Place.Col())
		} else {
			f.Place = finding.In(r.File, "")
		}
		r.Findings = append(r.Findings, f)
	}
	for _, p := range inner.Prose {
		if at, ok := places[p.Table]; ok && p.Table != "" {
			r.Prose = append(r.Prose, Paragraph{Table: at.Sheet(), At: at.At(p.At.Row(), 0)})
		} else {
			r.AddParagraph(p.Text, p.Level)
		}
	}
	return nil
}
