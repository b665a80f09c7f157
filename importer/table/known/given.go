package known

import (
	"taizhang/importer/status"
	"taizhang/importer/table/list"
	"taizhang/templates/words"
)

// Given is what a reader knows before it opens a file.
type Given struct {
	Words    *words.Words
	Status   *status.Grammar
	List     *list.List                     // nil while the list itself is read
	Year     int                            // the year of the list; a date without a year is of it
	Names    func(text string) bool         // the text is nothing but names of departments; nil for nobody knows
	Mentions func(text string) bool         // the text names a department somewhere; nil for nobody knows
	Key      func(text string) bool         // the text is the hidden key of a form; nil for none is
	Office   func(Asked) (words.Role, bool) // what the office said that a heading means; nil for nothing
}

// Asked is a heading as the office may have been asked about it.
type Asked struct {
	Heading    string // as it stands, its rows joined
	Neighbours [2]string
	File       string
	Department string // roster name, "" where not known yet
}
