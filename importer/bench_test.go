package importer

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/returns/reader"
	"taizhang/testdata/year"
)

// benchReturns is how many returns the year has that each stage is measured on: 25
// departments, four quarters.
const benchReturns = 100

// madeUp is a year in a folder of its own, and its files.
func madeUp(b *testing.B) (Options, []file) {
	b.Helper()
	o := Options{Folder: b.TempDir()}
	if err := year.Make(o.Folder, benchReturns, 1); err != nil {
		b.Fatal(err)
	}
	files, _, err := walk(o.Folder, o)
	if err != nil || len(files) != benchReturns {
		b.Fatal(len(files), err)
	}
	b.ReportAllocs()
	return o, files
}

func BenchmarkLoad(b *testing.B) {
	o, _ := madeUp(b)
	for b.Loop() {
		if l, err := Load(b.Context(), o); err != nil || l.Totals.Files.Read != benchReturns {
			b.Fatal(err)
		}
	}
}

func BenchmarkGrid(b *testing.B) {
	o, _ := madeUp(b)
	for b.Loop() {
		files, _, err := walk(o.Folder, o)
		if err != nil {
			b.Fatal(err)
		}
		for _, f := range files {
			if book, _, err := open.File(f.path, f.name); book == nil {
				b.Fatal(f.name, err)
			}
		}
	}
}

func BenchmarkReturns(b *testing.B) {
	o, files := madeUp(b)
	p, w, _, err := readPlan(o)
	if err != nil {
		b.Fatal(err)
	}
	var books []*grid.Book
	for _, f := range files {
		book, _, err := open.File(f.path, f.name)
		if err != nil {
			b.Fatal(err)
		}
		books = append(books, book)
	}
	for b.Loop() {
		reader := reader.New(p, w, nil)
		for _, book := range books {
			if got := reader.Read(book); len(got.Returns) != 1 {
				b.Fatal(book.File)
			}
		}
	}
}

func BenchmarkMerge(b *testing.B) {
	o, files := madeUp(b)
	p, w, found, err := readPlan(o)
	if err != nil {
		b.Fatal(err)
	}
	read, err := readAll(b.Context(), files, reader.New(p, w, nil), nil)
	if err != nil {
		b.Fatal(err)
	}
	found = append(append([]finding.Finding(nil), found...), read.findings...)
	for b.Loop() {
		l := merge.Merge(p, read.returns, found, merge.Options{Inputs: read.inputs})
		if !l.Totals.Rows.Balances() || l.Totals.Rows.Merged == 0 {
			b.Fatal(l.Totals)
		}
	}
}
