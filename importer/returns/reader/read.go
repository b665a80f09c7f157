package reader

import (
	"maps"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/returns/answer"
	"taizhang/importer/returns/origin"
	"taizhang/importer/returns/prose"
	"taizhang/importer/status"
	"taizhang/importer/table"
)

// read reads the returns of a file that is a department's by what is known beforehand, "" for nobody
// knows.
func (r *Reader) read(book *grid.Book, department string) returns.Reading {
	f := r.open(book)
	f.department = department
	f.labels = table.SharedLabels(book.Sheets)
	f.legend = r.legendOf(book)
	f.signs, f.words = r.signsOf(book)
	for _, s := range book.Sheets {
		f.understand(s)
	}
	f.agree()
	for _, u := range f.sheets {
		f.takeProse(u)
	}
	f.settleCovers()
	f.readOpening()
	for _, u := range f.sheets {
		f.read(u)
	}
	return f.reading()
}

// open begins a file with what its names say.
func (r *Reader) open(book *grid.Book) *file {
	return &file{Reader: r, Sources: r.origins.SourcesOf(book.File), book: book}
}

// legendOf returns what the one sheet of a workbook explains that explains anything.
func (r *Reader) legendOf(book *grid.Book) (legend map[string]status.Status) {
	if len(book.Sheets) < 2 {
		return nil
	}
	for _, s := range book.Sheets {
		if s.LastRow() > longestInstruction {
			continue
		}
		if l := r.facts.Tables.Legend(s); l != nil {
			if legend != nil {
				return nil // each sheet speaks for itself
			}
			legend = l
		}
	}
	return legend
}

// signsOf returns the signs that stand alone in a workbook, and the words that its sheets put beside them.
func (r *Reader) signsOf(book *grid.Book) (table.Signs, map[string]string) {
	if len(book.Sheets) < 2 {
		return nil, nil
	}
	signs, named := table.Signs{}, map[string]string{}
	for _, s := range book.Sheets {
		for sign, n := range table.SignsOf(s) {
			signs[sign] += n
		}
	}
	for _, s := range book.Sheets {
		if len(signs) > 0 && s.LastRow() <= longestInstruction {
			maps.Copy(named, table.NamedSigns(s, signs))
		}
	}
	return signs, named
}

// takeLegend accounts for what explains the signs of the file and stands in no table: it was read.
func (f *file) takeLegend(u *sheet) {
	if u.reason != "" || f.found == 0 || len(u.Signs) == 0 {
		return
	}
	cells := u.Account.UnreadCells()
	for _, cell := range cells {
		if pair := table.SignPair(u.Grid, cell.At().Row()); u.Signs.Explained(cell.Text) > 0 || u.Signs.Explained(pair) > 0 {
			u.Account.Mark(cell, table.Info)
		}
	}
	if u.State == table.IsUnread && len(cells) > 0 && len(u.Account.UnreadCells()) == 0 {
		u.State = table.IsInfo
	}
}

// longestInstruction is how many rows a sheet of instructions has at the most.
const longestInstruction = 40

// file is one file while it is read.
type file struct {
	*Reader
	*origin.Sources
	book       *grid.Book
	department string                   // whose it is by those names, "" where they name none or several
	labels     map[string]bool          // what several of its sheets print in the same place
	legend     map[string]status.Status // what its instruction sheets explain
	signs      table.Signs              // that stand alone on any of its sheets
	words      map[string]string        // the words that its sheets put beside them
	sheets     []*sheet
	found      int // tables
	parts      []part
	findings   []finding.Finding
}

// sheet is a sheet while its file is read.
type sheet struct {
	*answer.Sheet
	reason string
	prose  *prose.Sheet // the sheet is text in paragraphs
	first  *table.Block // whose titles speak for the other blocks too
}

// page returns what is asked of the sheet to tell whose its tables are and when.
func (u *sheet) page() origin.Page {
	p := origin.Page{Grid: u.Grid, First: u.first}
	if u.prose != nil {
		p.Above, p.Said = u.prose.Above, u.prose.Info
	}
	return p
}

func (f *file) say(fs ...finding.Finding) { f.findings = append(f.findings, fs...) }

// understand takes a sheet apart. One that the file hides is named and not read.
func (f *file) understand(s *grid.Sheet) {
	in := table.Context{File: f.book.File, Department: f.department, Labels: f.labels, Legend: f.legend, Signs: f.signs, Named: f.words}
	if n := len(f.sheets); n > 0 {
		if bs := f.sheets[n-1].Blocks; len(bs) > 0 {
			in.Before = bs[len(bs)-1]
		}
	}
	u := &sheet{Sheet: &answer.Sheet{Sheet: f.Tables.Understand(s, in)}}
	if s.Hidden && u.State == table.IsTable {
		f.say(finding.New(finding.HiddenContent, s.Place(), "工作表“"+s.Name+"”是隐藏的，没有读取", "如需计入，"))
		u = &sheet{Sheet: &answer.Sheet{Sheet: &table.Sheet{Grid: s, State: table.IsUnread, Account: table.NewAccount(s)}}, reason: "工作表是隐藏的"}
		f.found++
	}
	f.found += len(u.Blocks)
	if len(u.Blocks) > 0 {
		u.first = u.Blocks[0]
	}
	f.sheets = append(f.sheets, u)
}

// agree lets the tables of the file that are headed alike read alike.
func (f *file) agree() {
	var blocks []*table.Block
	for _, u := range f.sheets {
		blocks = append(blocks, u.Blocks...)
	}
	f.Tables.Agree(blocks, f.book.File, f.department)
}

// settleCovers takes sheets without a table that state whose the file is, or when, as covers
// of the others.
func (f *file) settleCovers() {
	for _, u := range f.sheets {
		if u.State != table.IsUnread || u.reason != "" {
			continue
		}
		in := f.CoverInfo(u.Grid)
		if f.found > 0 && f.Speaks(in) {
			u.State = table.IsInfo
			u.Account.All(table.Info)
			f.TakeCover(in)
			f.DatesSpeak(in)
		}
	}
}

// readOpening reads what stands above the first table of a document. Sheets of a workbook speak
// for themselves; tables of a document are cut out of one text.
func (f *file) readOpening() {
	if f.isWorkbook() {
		return
	}
	for _, u := range f.sheets {
		if u.first != nil {
			f.Opening = f.Info(u.page(), u.first)
			return
		}
	}
}

// isWorkbook reports a file whose sheets are apart from each other.
func (f *file) isWorkbook() bool {
	switch f.book.Format {
	case "xlsx", "xls", "ods", "csv":
		return true
	}
	return false
}

// read reads the tables of a sheet.
func (f *file) read(u *sheet) {
	var parts []part
	for _, b := range u.Blocks {
		got, more := f.readBlock(u, b)
		sampleAnswers(b, got)
		parts = join(parts, got)
		f.say(more...)
	}
	if u.prose != nil {
		said := len(f.findings)
		told := f.readProse(u)
		if f.tookNothing(told) && len(parts) == 0 {
			f.findings = f.findings[:said]
			f.leaveUnread(u)
			return
		}
		parts = join(told, parts)
	}
	for i := range parts {
		ret := &parts[i].ret
		f.say(f.hold(ret, parts[i].origin, besideAnswers(parts, i))...)
		for j := range ret.Rows {
			f.check(ret, &ret.Rows[j])
		}
		f.parts = append(f.parts, parts[i])
	}
}

// reading closes the file: every cell has ended somewhere by now, and what nobody understood is
// named.
func (f *file) reading() returns.Reading {
	var g returns.Reading
	for i := range f.parts {
		g.Returns = append(g.Returns, f.parts[i].ret)
	}
	for _, u := range f.sheets {
		f.takeLegend(u)
		a := returns.SheetAccount{Sheet: u.Grid.Name, State: u.State, Reason: u.reason, Cells: u.Account.Cells()}
		if a.Cells.Unread > 0 && u.reason == "" && f.found > 0 {
			f.say(unread(u.Sheet.Sheet))
		}
		if u.State == table.IsUnread && u.reason == "" {
			a.Reason = "没有找到报送表"
		}
		a.Unread = unreadTexts(u.Sheet.Sheet, a.Cells)
		g.Sheets = append(g.Sheets, a)
	}
	if f.found == 0 {
		f.say(f.noTable())
	}
	g.Findings = f.findings
	return g
}
