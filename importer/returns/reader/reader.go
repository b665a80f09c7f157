// Package reader reads the returns of a file: for each table, one return a department and quarter. It
// does not know which requirement a row answers: that is the ledger's.
package reader

import (
	"taizhang/importer/plan"
	"taizhang/importer/returns/answer"
	"taizhang/importer/returns/known"
	"taizhang/importer/returns/origin"
	"taizhang/importer/returns/prose"
	"taizhang/templates/words"
)

// Reader reads returns against one plan and one vocabulary. It is safe for use by several
// goroutines.
type Reader struct {
	facts      *known.Facts
	origins    *origin.Reader
	paragraphs *prose.Reader
	answers    *answer.Reader

	plan   *plan.Plan
	office known.Office
	told   func(file, sheet string) origin.Told
	narrow *narrow
}

// New returns a reader for the plan's roster and year. office may be nil.
func New(p *plan.Plan, w *words.Words, office known.Office) *Reader {
	r := newReader(p, w, office)
	r.narrow = &narrow{}
	return r
}

func newReader(p *plan.Plan, w *words.Words, office known.Office) *Reader {
	f := known.New(p, w, office)
	origins := &origin.Reader{Facts: f}
	return &Reader{facts: f, origins: origins, paragraphs: &prose.Reader{Reader: origins}, answers: answer.New(f), plan: p, office: office}
}

// Listen makes the reader ask the office before it believes what stands in a file or where that
// lies. It is called before anything is read.
func (r *Reader) Listen(office func(file, sheet string) origin.Told) {
	r.told = office
	r.origins.Listen(office)
}
