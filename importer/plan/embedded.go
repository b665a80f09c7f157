package plan

import (
	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/seeds"
	"taizhang/templates/words"
)

// Embedded returns the sources of the embedded 2021 list with the roster and settings
// that go with it. The caller adds Master, Year, Unit and Folder as it knows them.
func Embedded(w *words.Words) Sources {
	book := func(f seeds.File) *grid.Book {
		b, _ := open.Parse(f.Name, f.Data) // a test reads all three
		return b
	}
	return Sources{List: book(seeds.List), Embedded: true, Words: w, roster: book(seeds.Roster), settings: book(seeds.Settings)}
}
