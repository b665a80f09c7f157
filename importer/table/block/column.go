package block

import (
	"taizhang/importer/finding"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// By says what a column's role was decided by.
type By string

const (
	ByHeading By = "heading" // a whole word of the vocabulary
	ByPart    By = "part"    // a part of the heading
	ByContent By = "content" // what stands in the column
	ByKey     By = "key"     // the hidden key of a form
	ByOffice  By = "office"  // the office said so
)

// Column is a column of a block and what it is for.
type Column struct {
	Col     int           // of the view
	At      finding.Place // of its heading, else of its first cell
	Heading string        // its heading rows joined, "" where it has none
	Upper   string        // the heading rows above the lowest one, joined
	Role    words.Role    // words.OtherText where nothing fits
	By      By
	Sure    float64       // 0 to 1: total less that of the runner-up
	Next    words.Role    // the runner-up, "" for none
	Quarter int           // 1 to 4 where the heading names a quarter
	Month   int           // 1 to 12 where the heading names a month
	Tick    status.Status // what a tick in the column means, "" for other columns
	Stage   bool          // it holds statuses of one stage of several, and no other speaks for the whole
	Filled  int           // cells below the heading that hold anything, a merge once
	Samples []string      // up to three of them
	Notes   []string      // up to three comments on its heading and its cells
}

// IsAnswer reports whether the column says what was done or where it stands.
func (c *Column) IsAnswer() bool {
	switch c.Role {
	case words.Progress, words.Status, words.Percent, words.Completed, words.Tick:
		return true
	}
	return false
}

// MostSamples is how many samples and comments a column shows at the most.
const MostSamples = 3

// Sample shows anew what stands in the columns, of the lines that answer alone: a signature below the table is
// no sample of its first column. line is of the view, row of the sheet.
func (b *Block) Sample(answers func(row int) bool) {
	for i := range b.Columns {
		col := &b.Columns[i]
		col.Samples = nil
		for line := b.Body; line <= b.End && len(col.Samples) < MostSamples; line++ {
			if cell := b.Cell(line, col.Col); !cell.IsEmpty() && !cell.Covered() && answers(cell.At().Row()) {
				col.Samples = append(col.Samples, cell.String()) // as the eye sees it: a day, and not its number
			}
		}
	}
}
