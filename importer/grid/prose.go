package grid

import (
	"fmt"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid/chars"
)

// Paragraph is a paragraph of a document outside its tables, or stands for a table among
// them. Its words are in a sheet of the book too, in a row of their own.
type Paragraph struct {
	Text  string        // as it is shown, the number of a list in front; "" for a table
	Level int           // of a heading, 1 to 9; 0 for any other paragraph
	Table string        // name of the sheet that the table is; "" for a paragraph
	At    finding.Place // sheet ProseSheet, and the row is the paragraph's number or line; of a table its first row
}

// ProseSheet is where a paragraph is said to stand. No sheet of a book has this name.
const ProseSheet = "正文"

// AddParagraph takes in a paragraph that isn't blank, counted from 1 in the order of the
// document.
func (r *Reading) AddParagraph(text string, level int) {
	if !chars.Blank(text) {
		r.paragraphs++
		r.AddLine(text, level, r.paragraphs)
	}
}

// AddLine takes in a paragraph whose number in the file is known. A blank one says nothing.
func (r *Reading) AddLine(text string, level, number int) {
	if chars.Blank(text) {
		return
	}
	if r.Budget != nil && len(r.Prose) == r.times()*MaxParagraphs {
		r.Budget.Refuse(TooLarge("表格以外的段落过多", fmt.Sprintf("%d 段", r.times()*MaxParagraphs)))
		return
	}
	r.Budget.Hold(len(text) + paragraphWeight)
	if r.prose == (finding.Place{}) {
		r.prose = finding.In(r.File, ProseSheet)
	}
	r.Prose = append(r.Prose, Paragraph{Text: chars.Tidy(strings.TrimSpace(text)), Level: level, At: r.prose.At(number, 0)})
}

// paragraphWeight is about what a paragraph takes beside its text, in bytes, and what a reader
// keeps of it until it is laid into a row.
const paragraphWeight = 512

// AddTable notes that the table of a draft stands behind the paragraphs so far, and begins
// in that row.
func (r *Reading) AddTable(d *Draft, row int) {
	r.Prose = append(r.Prose, Paragraph{Table: d.Name(), At: d.sheet.at.At(row, 0)})
}
