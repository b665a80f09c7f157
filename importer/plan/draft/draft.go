// Package draft is what a list says before anything of it is understood: requirements as their
// rows or paragraphs give them, and what stands around a list and is none of it.
package draft

import (
	"taizhang/importer/grid"
	"taizhang/importer/plan/numbering"
)

// Draft is a requirement as its rows give it, before anything is understood.
type Draft struct {
	Row                               int               // of the sheet, counting from 1
	Number                            string            // digits, "" for none
	Count                             int               // numbers of one count follow each other; tables have one
	Task                              grid.Read[string] // the heading in force, as a title
	Group                             string            // the heading above that, "" for none
	Text                              grid.Read[string] // the requirement without its number
	Lead, Support, Department         []grid.Read[string]
	Due, From, Until, Change, Remarks grid.Read[string]
	Inherited                         []Inheritance
}

// Inheritance is a value that came from a cell above.
type Inheritance struct {
	Heading string
	Draft   int  // index of the draft that the value stands at
	Merged  bool // the cells are one, so that nothing was filled in
}

// Nearest returns the last heading that is in force, as a title, and the one before it.
func Nearest(headings []grid.Read[string]) (task grid.Read[string], group string) {
	for _, h := range headings {
		if h.Given() {
			group, task = task.Value, h
			task.Value = numbering.Title(h.Said)
		}
	}
	return task, group
}
