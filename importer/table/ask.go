package table

import (
	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/importer/table/legend"
	"taizhang/templates/words"
)

// IsTask reports whether a text is the title of a task of the list.
func (r *Reader) IsTask(text string) bool { return r.facts.IsTask(text) }

// Requirement returns the requirement that a text names, with its number or without, and how;
// 0 for none.
func (r *Reader) Requirement(text string) (no int, how string) { return r.facts.Requirement(text) }

// Named returns the requirement that a number and a short name name together, 0 for none.
func (r *Reader) Named(number, name string) int { return r.facts.List.Named(number, name) }

// Has reports whether a requirement of the list prints the number.
func (r *Reader) Has(number string) bool { return r.facts.List.Has(number) }

// WithoutPart returns a requirement without the words for the writer's own part in it, where the
// list itself does not begin so.
func (r *Reader) WithoutPart(text string) string { return r.facts.WithoutPart(text) }

// IsWord reports whether a label is a word of the vocabulary, with or without what surrounds it.
func (r *Reader) IsWord(label string) bool { return r.facts.IsWord(label) }

// IsSureLabel reports whether a text is a label, and not a name that ends in the word of one:
// 存在的问题和困难, and no 信访投诉办理.
func (r *Reader) IsSureLabel(label string) bool { return r.facts.IsSureLabel(label) }

// Label returns what a label says that stands before a text, "" where it is none that a return
// has.
func (r *Reader) Label(label string) words.Role { return r.facts.Label(label) }

// Signs are the signs that stand alone in cells.
type Signs = legend.Signs

// SignsOf returns those of a sheet, and NamedSigns the words that a sheet puts beside those that are used.
func SignsOf(s *grid.Sheet) Signs { return legend.SignsOf(s) }

func NamedSigns(s *grid.Sheet, used Signs) map[string]string { return legend.Named(s, used) }

// SignPair returns the text of a row that holds a sign, and words behind it, and nothing else.
func SignPair(s *grid.Sheet, row int) string { return legend.Pair(s, row) }

// Legend returns what a sheet says that symbols, words and colours mean, nil for nothing.
func (r *Reader) Legend(s *grid.Sheet) map[string]status.Status { return legend.Of(r.facts.Status, s) }

// IsSample reports whether a sheet shows how to fill in a form: its name or its title says so.
func (r *Reader) IsSample(s *grid.Sheet) bool { return r.isSample(s) }

// Agree lets tables of a file under the very same headings read alike: all their rows together say
// what a heading means. What the office has said of a heading is not touched.
func (r *Reader) Agree(blocks []*Block, file, department string) {
	r.columns.Agree(blocks, file, department)
}
