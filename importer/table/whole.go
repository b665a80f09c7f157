package table

import "taizhang/importer/grid"

// Whole is the view of a sheet as it lies.
func Whole(s *grid.Sheet) View { return whole(s) }

// OnSide is the view of a sheet with rows and columns exchanged.
func OnSide(s *grid.Sheet) View { return whole(s).turn() }

// IsSample reports whether a sheet shows how to fill in a form: its name or its title says so.
func (r *Reader) IsSample(s *grid.Sheet) bool { return r.isSample(s) }

// Lines returns the first and the last line of the view.
func (v View) Lines() (top, bottom int) { return v.top, v.bottom }
