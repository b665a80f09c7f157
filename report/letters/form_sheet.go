package letters

import (
	"taizhang/importer/status"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
	"taizhang/templates/forms"
)

// validate holds the answers between two rows to what can be read back: a status from the
// list, a share, a day of the year up to the quarter's end.
func (f Form) validate(s *xlsx.Worksheet, first, last int) {
	var statuses []string
	for _, st := range status.Statuses {
		if st != status.NotReported {
			statuses = append(statuses, st.Label())
		}
	}
	s.Validate(f.prompt(f.words.Form.Status, xlsx.Area(formStatus, first, formStatus, last), xlsx.OneOf(statuses...)))
	s.Validate(f.prompt(f.words.Form.Percent, xlsx.Area(formPercent, first, formPercent, last), xlsx.AnyNumber(0, 10)))
	s.Validate(f.prompt(f.words.Form.Date, xlsx.Area(formDate, first, formDate, last), xlsx.DayBetween(f.yearStart(), f.quarter.Last())))
}

// prompt makes a validation that says beforehand what is wanted, and refuses the rest.
func (f Form) prompt(p forms.Prompt, ref string, what xlsx.Allowed) xlsx.Validation {
	return xlsx.Validation{Ref: ref, Allowed: what, Title: p.Title, Input: f.fill(p.Input), Error: f.fill(p.Error)}
}

// signHeight is how many points the row has in which people sign.
const signHeight = 24

// footHeight is how many points the foot takes.
func (f Form) footHeight() float64 {
	return fit.MinHeight + signHeight + fit.MinHeight*float64(len(f.words.Form.Notes))
}

// foot writes room for who filled the form in, and the notes.
func (f Form) foot(s *xlsx.Worksheet) {
	s.Skip(1)
	var cells []xlsx.Cell
	for i, span := range [][2]int{{3, 1}, {1, 1}, {1, 3}} { // of the label and of the room beside it
		cells = append(cells, xlsx.Cell{Value: f.words.Form.Foot[i] + "：", Style: formLabel, Span: span[0]}, xlsx.Cell{Style: formOpen, Span: span[1]})
	}
	s.Put(signHeight, cells)
	for _, text := range f.words.Form.Notes {
		s.Put(fit.MinHeight, []xlsx.Cell{{Value: f.fill(text), Style: xlsx.NoteStyle, Span: formEnd}})
	}
}
