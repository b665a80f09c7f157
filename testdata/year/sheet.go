package year

import "github.com/xuri/excelize/v2"

// sheet writes the cells of a workbook and keeps the first error.
type sheet struct {
	f    *excelize.File
	name string
	err  error
}

func (s *sheet) keep(err error) {
	if s.err == nil {
		s.err = err
	}
}

// open goes on with a new sheet.
func (s *sheet) open(name string) {
	_, err := s.f.NewSheet(name)
	s.keep(err)
	s.name = name
}

// row writes cells from column A on; nil leaves one empty.
func (s *sheet) row(row int, cells ...any) {
	for i, v := range cells {
		if v != nil && v != "" {
			s.keep(s.f.SetCellValue(s.name, at(row, i+1), v))
		}
	}
}

// merge merges a block of more than one cell.
func (s *sheet) merge(row, col, endRow, endCol int) {
	if endRow > row || endCol > col {
		s.keep(s.f.MergeCell(s.name, at(row, col), at(endRow, endCol)))
	}
}

func (s *sheet) save(path string) error {
	if s.err != nil {
		return s.err
	}
	return s.f.SaveAs(path)
}

func at(row, col int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		panic(err) // rows and columns are counted here
	}
	return name
}
