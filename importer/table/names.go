package table

import (
	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/cards"
	"taizhang/importer/table/heading"
	"taizhang/importer/table/known"
	"taizhang/importer/table/list"
	"taizhang/importer/table/values"
)

// What a table is, made of what stands in the rooms below.
type (
	Known  = known.Given
	Asked  = known.Asked
	List   = list.List
	Item   = list.Item
	View   = block.View
	Block  = block.Block
	Column = block.Column
	Shape  = block.Shape
	By     = block.By
)

// How a block lies on its sheet.
const (
	Upright = block.Upright
	Turned  = block.Turned
	Cards   = block.Cards
)

// What a column's role was decided by.
const (
	ByHeading = block.ByHeading
	ByPart    = block.ByPart
	ByContent = block.ByContent
	ByKey     = block.ByKey
	ByOffice  = block.ByOffice
)

// How a text names a requirement.
const (
	ByText     = list.ByText
	ByLikeness = list.ByLikeness
	ByNumber   = list.ByNumber
	ByShort    = list.ByShort
)

// NewList returns the list of the requirements and the titles of their tasks.
func NewList(items []Item, tasks []string) *List { return list.New(items, tasks) }

// Whole is the view of a sheet as it lies.
func Whole(s *grid.Sheet) View { return block.Whole(s) }

// OnSide is the view of a sheet with rows and columns exchanged.
func OnSide(s *grid.Sheet) View { return block.Whole(s).Turn() }

// Cited returns the numbers that a cell cites and nothing else.
func Cited(text string) []string { return list.Cited(text) }

// CitedAtEnd returns the numbers that stand in a bracket behind a text, or before one that stands
// in a bracket, and the text; sure says that they are called the list's in so many words.
func CitedAtEnd(text string) (rest string, numbers []string, sure bool) { return list.CitedAtEnd(text) }

// WithoutRemark returns a requirement as a row writes it without what the writer adds of his own
// part in it: （配合）.
func WithoutRemark(text string) string { return list.WithoutRemark(text) }

// InOrder reports whether the characters of name stand in text in their order within a stretch of
// so many characters. Both are folded keys.
func InOrder(name, text string, within int) bool { return list.InOrder(name, text, within) }

// IsNameOf reports whether most characters of a short name stand in a folded text, two of them
// side by side.
func IsNameOf(name, text string) bool { return list.IsNameOf(name, text) }

// AsksListNumber reports whether a heading asks for the list's number: 清单序号, 项号, and no 序号.
func AsksListNumber(text string) bool { return heading.AsksListNumber(text) }

// AsksDone reports whether a heading asks what was done, by how it is made: 我们做的, 干到哪一步.
func AsksDone(text string) bool { return heading.AsksDone(text) }

// TurnsAway reports whether a heading holds a word for what is to be done, is lacking or in the way.
func TurnsAway(text string) bool { return heading.TurnsAway(text) }

// AsksWhether reports a column whose heading asks whether a requirement is done: 是否完成.
func AsksWhether(col *Column) bool { return heading.AsksWhether(col.Heading[len(col.Upper):]) }

// BareTime reports a column whose heading says nothing but that a time stands there: 时间, 何时.
func BareTime(col *Column) bool { return heading.BareTime(col.Heading) }

// Bullet returns the sign that a title begins with, "" for none: ◆旅游厕所.
func Bullet(text string) string { return block.Bullet(text) }

// IsPerson reports whether a text is made like a person's name.
func IsPerson(text string) bool { return values.IsPerson(text) }

// ShowsHow reports whether a cell marks what stands beside it as an example: 例, （示例）….
func ShowsHow(text string) bool { return values.ShowsHow(text) }

// SharedLabels returns the folded short texts that several sheets of a file print in the same
// place, as forms of one requirement each do with their labels.
func SharedLabels(sheets []*grid.Sheet) map[string]bool { return cards.SharedLabels(sheets) }

// AsksPeriod reports whether a heading asks of which quarter a line is: 季度, 报送时段, 期别.
func AsksPeriod(text string) bool { return heading.AsksPeriod(text) }
