package table

import "taizhang/importer/grid"

// Whole is the view of a sheet as it lies.
func Whole(s *grid.Sheet) View { return whole(s) }

// OnSide is the view of a sheet with rows and columns exchanged.
func OnSide(s *grid.Sheet) View { return whole(s).turn() }

// Lines returns the first and the last line of the view.
func (v View) Lines() (top, bottom int) { return v.top, v.bottom }
