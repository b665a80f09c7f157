package reader

import (
	"sync"

	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// narrow keeps the readers that know what the office said for one department or one file alone. A word
// that holds for one of them finds the tables of its files as a word for all files does.
type narrow struct {
	speaksFor func(department string) bool // an answer on headings holds for the department alone; nil for none does
	mu        sync.Mutex
	made      map[whose]*Reader
}

// whose is a department and a file; a file stands there only where something was said for it alone.
type whose struct{ department, file string }

// ListenFor makes the reader mind for which departments the office said something alone. It is called
// before anything is read.
func (r *Reader) ListenFor(speaksFor func(department string) bool) { r.narrow.speaksFor = speaksFor }

// of returns the reader of a department's file: the reader itself where nothing was said for these alone.
func (r *Reader) of(department, file string) *Reader {
	w := r.facts.Words.LearnFor(r.plan.Taught, department, file)
	if w == r.facts.Words && !r.speaksFor(department) {
		return r
	}
	at := whose{department: department}
	if w != r.facts.Words.LearnFor(r.plan.Taught, department, "") {
		at.file = file
	}
	r.narrow.mu.Lock()
	defer r.narrow.mu.Unlock()
	if own := r.narrow.made[at]; own != nil {
		return own
	}
	own := newReader(r.plan, w, r.asksFor(department))
	own.narrow = r.narrow
	if r.told != nil {
		own.Listen(r.told)
	}
	if r.narrow.made == nil {
		r.narrow.made = map[whose]*Reader{}
	}
	r.narrow.made[at] = own
	return own
}

func (r *Reader) speaksFor(department string) bool {
	return department != "" && r.narrow.speaksFor != nil && r.narrow.speaksFor(department)
}

// asksFor asks the office for a department where a sheet does not say itself whose it is.
func (r *Reader) asksFor(department string) func(table.Asked) (words.Role, bool) {
	if r.office == nil {
		return nil
	}
	return func(a table.Asked) (words.Role, bool) {
		if a.Department == "" {
			a.Department = department
		}
		return r.office(a)
	}
}

// Read reads the returns of a file: for each table, one return a department and quarter. A file without
// any table gives none and a finding. A file that turns out to be of a department for which the office
// said something alone is read once more by that.
func (r *Reader) Read(book *grid.Book) returns.Reading {
	department := r.origins.SourcesOf(book.File).Nearest()
	if r.told != nil {
		if name := r.told(book.File, "").Department; name != "" {
			department = name
		}
	}
	got := r.of(department, book.File).read(book, department)
	sender := r.senderOf(book, got)
	if sender == "" || sender == department || r.of(sender, book.File) == r.of(department, book.File) {
		return got
	}
	if again := r.of(sender, book.File).read(book, sender); r.senderOf(book, again) == sender {
		return again
	}
	return got
}

// senderOf returns the one department that a file is of, "" where it is of several or of nobody.
func (r *Reader) senderOf(book *grid.Book, got returns.Reading) (sender string) {
	for i := range got.Returns {
		name := got.Returns[i].Department.Value
		if name == "" || sender != "" && name != sender {
			return ""
		}
		sender = name
	}
	if len(got.Returns) == 0 && (r.narrow.speaksFor != nil || len(r.plan.Taught) > 0) {
		sender, _ = r.Titled(book)
	}
	return sender
}
