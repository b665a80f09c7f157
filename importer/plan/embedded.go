package plan

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/seeds"
	"taizhang/templates/words"
)

// leastOfSample is how many requirements of the embedded list make a list the same.
const leastOfSample = 20

// isSample reports whether a list holds nothing but requirements of the embedded one.
func isSample(p *Plan) bool {
	if len(p.Requirements) < leastOfSample {
		return false
	}
	all := string(seeds.List.Data)
	for i := range p.Requirements {
		if !strings.Contains(all, p.Requirements[i].Text.Value) {
			return false
		}
	}
	return true
}

// Embedded returns the sources of the embedded 2021 list with the roster and settings
// that go with it. The caller adds Master, Year, Unit and Folder as it knows them.
func Embedded(w *words.Words) Sources {
	book := func(f seeds.File) *grid.Book {
		b, _ := open.Parse(f.Name, f.Data) // a test reads all three
		return b
	}
	return Sources{List: book(seeds.List), Embedded: true, Words: w, roster: book(seeds.Roster), settings: book(seeds.Settings)}
}
