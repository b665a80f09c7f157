package ruling

import (
	"regexp"
	"strconv"
	"strings"

	"taizhang/importer/finding"
)

// Mark is what a hidden cell says of the ruling columns of its line as the ledger printed
// them. With it a line knows what was typed since, also in a copy of the ledger that is put
// back years later.
type Mark struct {
	Base int    // how many lines the journal had
	ID   string // of the decision that was printed, "" for none
	sum  string // of the cells that were printed
}

// MarkOf returns the mark of a line that shows cells as they stand in the workbook: those of
// the decision with the ID, empty ones where that is "".
func MarkOf(base int, id string, cells []string) Mark { return Mark{base, id, sumOf(cells)} }

func sumOf(cells []string) string {
	said := plainCells(cells)
	if said == "" {
		return ""
	}
	return hash("printed", said)
}

// String returns the mark as the cell holds it, "" for a line that showed nothing before
// anything was decided.
func (m Mark) String() string {
	switch {
	case m.sum != "":
		return strings.Join([]string{strconv.Itoa(m.Base), m.ID, m.sum}, ":")
	case m.Base == 0:
		return ""
	}
	return strconv.Itoa(m.Base)
}

var markParts = regexp.MustCompile(`^([0-9]+)(?::([0-9a-f]*):([0-9a-f]+))?$`)

// parseMark reads a mark. A ledger of an earlier version has none: whatever stands in it was
// typed.
func parseMark(s string) Mark {
	m := markParts.FindStringSubmatch(s)
	if m == nil {
		return Mark{}
	}
	base, err := strconv.Atoi(m[1])
	if err != nil {
		return Mark{}
	}
	return Mark{base, m[2], m[3]}
}

// shows reports whether cells are as they were printed.
func (m Mark) shows(cells []string) bool { return m.sum == sumOf(cells) }

// decision returns the ID of what was typed into the line. The same words typed into the same
// copy are the same decision; typed anew later they are another one.
func (m Mark) decision(r Ruling) string {
	return hash(strconv.Itoa(m.Base), m.ID, r.about(), string(r.Act), r.says())
}

// withdrawal returns the ID of clearing what the line showed.
func (m Mark) withdrawal() string { return hash(strconv.Itoa(m.Base), m.ID, "withdrawn") }

// Typing is a line of the ledger in which something stands in the ruling columns, or stood
// there when it was printed.
type Typing struct {
	Ruling  Ruling // what stands there, without an ID of the journal; zero for nothing
	Empty   bool
	Changed bool // it is not what the ledger printed
	Mark    Mark
	At      finding.Place // the first of the columns
	Formula finding.Place // a formula in them, for which the line decides nothing; zero for none
}
