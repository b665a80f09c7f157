// Package table understands a sheet: where its tables stand, what each column holds, and what
// became of every cell. Content speaks first, headings are evidence, one assignment decides
// for all columns of a block. The list, the roster, the settings, returns and the ledger's own
// ruling columns are read through it. What it can't understand it says; it never drops a cell.
package table

import (
	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// Known is what a reader knows before it opens a file.
type Known struct {
	Words    *words.Words
	Status   *status.Grammar
	List     *List                          // nil while the list itself is read
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

// State is what a sheet turned out to be.
type State string

const (
	IsTable  State = "table"  // holds at least one block that answers can stand in
	IsInfo   State = "info"   // a cover: labels and values that speak for the tables after it
	IsSample State = "sample" // 样表, 示例, 填报说明
	IsEmpty  State = "empty"
	IsUnread State = "unread" // holds text and was not understood
)

// Sheet is a sheet as understood.
type Sheet struct {
	Grid    *grid.Sheet
	State   State
	Blocks  []*Block
	Account *Account
	Legend  map[string]status.Status // what symbols, letters and colours mean here, by folded symbol
}

// Shape is how a block lies on its sheet.
type Shape string

const (
	Upright Shape = "upright" // a line a requirement
	Turned  Shape = "turned"  // a column a requirement
	Cards   Shape = "cards"   // a card a requirement: labels beside their values
)

// Block is one table of a sheet.
type Block struct {
	View
	Shape     Shape
	Top       int       // first line of what stands above it: titles and info lines
	Head      int       // first heading line; Body where there is none
	Body, End int       // first and last line below the heading
	Columns   []Column  // by column of the view, from left to right, those that hold anything
	Topic     grid.Cell // above the table: the requirement that all its rows answer; empty for none
	Named     bool      // the sheet's name is the requirement that it answers
	Continues bool      // it has no heading of its own and goes on with the block before it

	byCol     map[int]int              // index in Columns by column of the view
	repeated  []int                    // lines that print the heading once more
	labels    []grid.Cell              // of cards
	titles    []grid.Cell              // of a turned block: rows of the sheet that hold one cell
	above     int                      // last row of the sheet above the cards
	legend    map[string]status.Status // of the sheet
	lineRoles map[int]words.Role       // by line, of a table that prints several lines an item, each under a label
	whose     whose                    // of a table with columns of several departments
	asksBy    int                      // the column that names what a row answers, of a table that is known by its shape only; else 0
}

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

// Column returns the column of the view that holds c, nil where it has nothing.
func (b *Block) Column(c int) *Column {
	if i, ok := b.byCol[c]; ok {
		return &b.Columns[i]
	}
	return nil
}

// Role returns the role of a column of the view, "" where it holds nothing.
func (b *Block) Role(c int) words.Role {
	if col := b.Column(c); col != nil {
		return col.Role
	}
	return ""
}

// Of returns the columns of a role, from left to right.
func (b *Block) Of(roles ...words.Role) []int {
	var cols []int
	for _, col := range b.Columns {
		for _, role := range roles {
			if col.Role == role {
				cols = append(cols, col.Col)
			}
		}
	}
	return cols
}

// Has reports whether a column has the role.
func (b *Block) Has(role words.Role) bool {
	for i := range b.Columns {
		if b.Columns[i].Role == role {
			return true
		}
	}
	return false
}

// Answers reports whether the block has a column that a department fills in.
func (b *Block) Answers() bool {
	for i := range b.Columns {
		if b.Columns[i].IsAnswer() {
			return true
		}
	}
	return false
}

// Asks reports whether rows can be told apart: by requirement, task or number.
func (b *Block) Asks() bool {
	return b.Has(words.Requirement) || b.Has(words.Task) || b.Has(words.Number)
}

// IsAnswer reports whether the column says what was done or where it stands.
func (c *Column) IsAnswer() bool {
	switch c.Role {
	case words.Progress, words.Status, words.Percent, words.Completed, words.Tick:
		return true
	}
	return false
}

// index notes where each column lies.
func (b *Block) index() {
	b.byCol = make(map[int]int, len(b.Columns))
	for i := range b.Columns {
		b.byCol[b.Columns[i].Col] = i
	}
}

// Values returns the filled cells of a column below the heading, each merge once.
func (b *Block) Values(c int) []grid.Cell {
	var cells []grid.Cell
	for line := b.Body; line <= b.End; line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			cells = append(cells, cell)
		}
	}
	return cells
}

// Notes returns, of a turned block, the cells of rows that hold nothing else: titles and notes.
func (b *Block) Notes() []grid.Cell { return b.titles }
