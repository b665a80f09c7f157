// Package document holds what the program prints for people as values: headings, paragraphs, tables
// and figures with all their text. The annex of the annual report and the quarterly bulletin are
// such values; pdf, word and html print them, and none of the printers counts or words anything.
package document

import (
	"taizhang/importer/ledger/figures"
	"taizhang/importer/period"
	"taizhang/report/chart"
)

// Document is a text to be printed.
type Document struct {
	Title, Subject, Author string      // what the file says of itself
	Date                   period.Date // the last day that it tells of
	Draft                  bool        // each page is marked 草稿
	FirstPage              int         // the number of the first page
	OnePage                bool        // set small, without a page number, to stand on one page
	Blocks                 []Block
}

// DraftWord stands on each page and in the properties of a document that is not final.
const DraftWord = "草稿"

// Block is a Heading, a Paragraph, a Contents, a Table or a Figure.
type Block interface{ block() }

// Heading is a heading of a level: 0 the title, 1 一、, 2 （一）, 3 1.
type Heading struct {
	Level  int
	Text   Text
	Anchor string // that links lead to
}

// Paragraph is a paragraph in one of the styles.
type Paragraph struct {
	Style Style
	Text  Text
}

// Style is how a paragraph is set.
type Style int

const (
	Body    Style = iota // 正文, its first line indented
	Mark                 // 附件, above the title
	Centred              // the line under the title
	Remark               // a note in small type
)

// Contents is the table of contents. The text after it begins on a new page.
type Contents struct {
	Heading string
	Entries []Entry
}

// Entry is a line of the contents.
type Entry struct {
	Level  int // 1 or 2
	Text   string
	Anchor string
}

// Figure is a chart with its caption below and its notes below that.
type Figure struct {
	Anchor         string
	Label, Caption string // 图1 and its message
	Alt            string // what it shows, in words
	Notes          []string
	Table          string // anchor of the table with the same numbers, "" for none
	Draw           func(chart.Page) []chart.Chart
}

// Table is a table with its caption above and its notes below.
type Table struct {
	Anchor         string
	Label, Caption string // 表1 and what it lists; both "" for none
	Wide           bool   // stands on turned pages
	Listed         bool   // the outline leads to it
	Size           float64
	Columns        []Column
	Head           int // how many of Rows are the head, repeated on each page
	Rows           []Row
	Notes          []string
}

// Column is a column: its part of the table's width, all parts summing to 1.
type Column struct{ Share float64 }

// Row is a row with the cells that begin in it, from left to right.
type Row struct {
	Anchor string
	Group  bool // one cell over the whole width that heads the rows after it
	Cells  []Cell
}

// Cell is a cell of a table.
type Cell struct {
	Text       Text
	Cols, Rows int // how many it covers, at least 1
	Col        int // in which column it begins, from 0
	Scope      Scope
	Centre     bool
	Upright    bool          // set a character a line
	Light      figures.Light // that its text names, and is coloured after; "" for none
}

// Scope says for which cells a cell is the head.
type Scope int

const (
	NoScope Scope = iota // a cell of data
	OfColumn
	OfRow
	OfGroup
)

// Text is a text with links in it, in their order.
type Text struct {
	Plain string
	Links []Link
}

// Link is Plain[From:To], which leads to an anchor.
type Link struct {
	From, To int
	Anchor   string
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Contents) block()  {}
func (Figure) block()    {}
func (Table) block()     {}

// plain is a text without links.
func plain(s string) Text { return Text{Plain: s} }

// Caption joins a label and a caption: 图1　….
func Caption(label, text string) string {
	if label == "" || text == "" {
		return label + text
	}
	return label + "　" + text
}

// Chinese paper that every printer sets on: the type area of GB/T 9704—2012 in points.
const (
	AreaWidth  = 156 * 72 / 25.4
	AreaHeight = 225 * 72 / 25.4
)

// TitleWords lists words that the title is not broken in.
var TitleWords = []string{
	"政务公开", "政府信息", "信息公开", "工作要点", "重点工作", "工作任务", "落实情况", "完成情况", "年度报告", "人民政府", "办公室",
	"文化", "广电", "广播电视", "旅游", "体育", "自然资源", "住房", "城乡", "建设", "发展", "改革", "市场监督", "管理", "行政", "审批", "服务",
}
