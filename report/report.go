// Package report prints the ledger: workbook, annex, JSON and slips from one value, so that
// they can't disagree; and what an office sends out: forms and a new year folder. All
// outputs of a run appear together or not at all.
package report

import (
	"fmt"
	"io"
	"time"

	"taizhang/importer/ledger"
	"taizhang/report/annex"
	"taizhang/report/export"
	"taizhang/report/face"
	"taizhang/report/ledgerbook"
	"taizhang/report/opendata"
	"taizhang/report/outputs"
	"taizhang/report/publish"
)

// Place says where the outputs go and what they say of the tool.
type Place struct {
	Year    string // the year folder, to which the ledger links back
	Out     string // the output folder; made where it is missing
	Version string
	Program time.Time // when the program was built or installed: what is older, it has not written; zero where it isn't known
	Wording string    // the office's own 模板/annex.md, "" for the built-in wording
}

// WordingError is a fault in the office's own wording of the annex.
type WordingError struct{ err error }

func (e *WordingError) Error() string { return "模板/annex.md 有误：" + e.err.Error() }
func (e *WordingError) Unwrap() error { return e.err }

// Done is what was written.
type Done struct {
	Ledger *ledger.Ledger // with what the publication gate found
	Files  []string       // paths, in the order of the contract; of the slips, their folder
}

// Write writes all outputs into the folder. On an error the outputs of earlier runs are
// as they were.
func Write(l *ledger.Ledger, fonts face.Set, at Place) (Done, error) {
	edition, found := publish.Of(l)
	document, missing, err := annex.Lay(edition, fonts, at.Wording)
	if err != nil && at.Wording != "" {
		return Done{}, &WordingError{err}
	}
	if err != nil {
		return Done{}, fmt.Errorf("年报附件.pdf 写不成：%w", err)
	}
	l = l.With(append(found, publish.Unprintable(l, missing)...))
	root, err := outputs.Relative(at.Out, at.Year)
	if err != nil {
		return Done{}, err
	}
	open, err := opendata.JSON(edition)
	if err != nil {
		return Done{}, err
	}
	document.Attach(annex.Attachment{Name: opendata.Name, About: opendata.About, Type: opendata.Type, Data: open})
	paths, err := outputs.Write(at.Out, []outputs.Output{
		{Name: "台账.xlsx", Print: func(w io.Writer) error { return ledgerbook.Write(w, l, root, at.Version) }, Keeps: true, Before: l.RulingsFrom},
		{Name: "年报附件.pdf", Print: document.Write},
		{Name: "台账.json", Print: func(w io.Writer) error { return export.Write(w, l) }},
		{Name: "退回单", Folder: true, Files: slips(l, at.Year, at.Version, at.Program)},
	}, decided(l, at.Year))
	return Done{l, paths}, err
}

// decided is what the run has to add to the decisions of the year folder.
func decided(l *ledger.Ledger, year string) *outputs.Decisions {
	if l.Journal == nil {
		return &outputs.Decisions{Year: year}
	}
	return &outputs.Decisions{Year: year, Before: l.Journal.Sum, Lines: l.Journal.Fresh()}
}
