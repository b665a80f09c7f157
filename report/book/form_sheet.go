package book

import (
	"taizhang/importer/status"
	"taizhang/templates/forms"

	"github.com/xuri/excelize/v2"
)

// validate holds the answers between two rows to what can be read back: a status from the
// list, a share, a day of the year up to the quarter's end.
func (f Form) validate(s *sheet, first, last int) {
	var statuses []string
	for _, st := range status.Statuses {
		if st != status.NotReported {
			statuses = append(statuses, st.Label())
		}
	}
	for _, v := range []*excelize.DataValidation{
		f.prompt(f.words.Form.Status, area(formStatus, first, formStatus, last), func(v *excelize.DataValidation) error {
			return v.SetDropList(statuses)
		}),
		f.prompt(f.words.Form.Percent, area(formPercent, first, formPercent, last), func(v *excelize.DataValidation) error {
			return v.SetRange(0, 10, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
		}),
		f.prompt(f.words.Form.Date, area(formDate, first, formDate, last), func(v *excelize.DataValidation) error {
			return v.SetRange(serial(f.yearStart()), serial(f.quarter.Last()), excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)
		}),
	} {
		s.check(s.file.AddDataValidation(s.name, v))
	}
}

// prompt makes a validation that says beforehand what is wanted, and refuses the rest.
func (f Form) prompt(p forms.Prompt, ref string, rule func(*excelize.DataValidation) error) *excelize.DataValidation {
	v := excelize.NewDataValidation(true)
	v.SetSqref(ref)
	_ = rule(v) // bounds are numbers, and the list is shorter than 255 letters: a test sees them
	v.SetInput(p.Title, f.fill(p.Input))
	v.SetError(excelize.DataValidationErrorStyleStop, p.Title, f.fill(p.Error))
	return v
}

// foot writes room for who filled the form in, and the notes.
func (f Form) foot(s *sheet) {
	s.skip(1)
	var cells []cell
	for i, span := range [][2]int{{3, 1}, {1, 1}, {1, 3}} { // of the label and of the room beside it
		cells = append(cells, cell{value: f.words.Form.Foot[i] + "：", look: formLabel, span: span[0]}, cell{look: formOpen, span: span[1]})
	}
	s.put(24, cells)
	for _, text := range f.words.Form.Notes {
		s.put(minHeight, []cell{{value: f.fill(text), look: noteLook, span: formEnd}})
	}
}

// protect locks what is asked, without a password: whoever must can lift it.
func (f Form) protect(s *sheet) {
	s.check(s.file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true,
		FormatColumns: true, FormatRows: true, Sort: true, AutoFilter: true, InsertHyperlinks: true}))
}
