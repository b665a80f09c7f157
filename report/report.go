// Package report prints the ledger: workbook, annex, JSON and slips from one value, so that
// they can't disagree; and what an office sends out: forms and a new year folder. All
// outputs of a run appear together or not at all.
package report

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/settle"
	"taizhang/importer/period"
	"taizhang/report/document"
	"taizhang/report/export"
	"taizhang/report/face"
	"taizhang/report/html"
	"taizhang/report/ledgerbook"
	"taizhang/report/opendata"
	"taizhang/report/outputs"
	"taizhang/report/pdf"
	"taizhang/report/publish"
	"taizhang/report/word"
)

// Place says where the outputs go and what they say of the tool.
type Place struct {
	Year     string // the year folder, to which the ledger links back
	Out      string // the output folder; made where it is missing
	Version  string
	Program  time.Time   // when the program was built or installed: what is older, it has not written; zero where it isn't known
	Wording  string      // the office's own 模板/annex.md, "" for the built-in wording
	Bulletin string      // the office's own 模板/通报.md, "" for the built-in wording
	Day      period.Date // of the run: the name of what is written beside a copy that somebody edited

	// Told hears how many files of how many are written, and which was the last; nil for nobody.
	Told func(done, total int, name string)
}

// WordingError is a fault in the office's own wording of the annex or the bulletin.
type WordingError struct {
	file string // annex.md
	err  error
}

func (e *WordingError) Error() string { return "模板/" + e.file + " 有误：" + e.err.Error() }
func (e *WordingError) Unwrap() error { return e.err }

// Done is what was written.
type Done struct {
	Ledger *ledger.Ledger // with what the publication gate found
	Files  []string       // paths, in the order of the contract; of the slips, their folder
	Kept   []string       // what is to be said of copies that somebody edited and that stay
}

// Write writes all outputs into the folder. On an error the outputs of earlier runs are
// as they were; the end of the context is one, unless the outputs are on their way to their places.
func Write(ctx context.Context, l *ledger.Ledger, fonts face.Set, at Place) (Done, error) {
	edition, found := publish.Of(l)
	annex, err := document.Annex(edition, at.Wording)
	if err != nil && at.Wording != "" {
		return Done{}, &WordingError{"annex.md", err}
	}
	if err != nil {
		return Done{}, fmt.Errorf("年报附件.pdf 写不成：%w", err)
	}
	if err := ctx.Err(); err != nil {
		return Done{}, err
	}
	laid, missing := pdf.Lay(annex, fonts)
	l = settle.With(l, append(found, publish.Unprintable(l, missing)...))
	root, err := outputs.Relative(at.Out, at.Year)
	if err != nil {
		return Done{}, err
	}
	open, err := opendata.JSON(edition)
	if err != nil {
		return Done{}, err
	}
	laid.Attach(pdf.Attachment{Name: opendata.Name, About: opendata.About, Type: opendata.Type, Data: open})
	bulletin, err := document.Bulletin(l, edition, at.Bulletin)
	if err != nil {
		return Done{}, &WordingError{"通报.md", err}
	}
	list := []outputs.Output{
		{Name: "台账.xlsx", Print: func(w io.Writer) error { return ledgerbook.Write(w, l, bulletin, root, at.Version) }, Keeps: true, Before: l.RulingsFrom},
		{Name: "年报附件.pdf", Print: laid.Write},
		{Name: "台账.json", Print: func(w io.Writer) error { return export.Write(w, l) }},
		{Name: "退回单", Folder: true, Files: slips(l, at.Year, at.Version, at.Program)},
		{Name: "年报附件.html", Print: func(w io.Writer) error { return html.Write(w, annex) }},
	}
	edited, note, err := wordOutput(at.Out, "年报附件.docx", at.Day, func(w io.Writer) error {
		return word.Write(w, annex, word.Options{Fonts: fonts, Page: laid.PageOf})
	})
	if err != nil {
		return Done{}, err
	}
	one, more, err := wordOutput(at.Out, "通报.docx", at.Day, func(w io.Writer) error { return word.Write(w, bulletin, word.Options{Fonts: fonts}) })
	if err != nil {
		return Done{}, err
	}
	list = append(list, one...)
	paths, err := outputs.Write(ctx, at.Out, slices.Insert(list, 4, edited...), decided(l, at.Year), at.Told)
	done := Done{Ledger: l, Files: paths}
	for _, n := range []string{note, more} {
		if n != "" {
			done.Kept = append(done.Kept, n)
		}
	}
	return done, err
}

// decided is what the run has to add to the decisions of the year folder.
func decided(l *ledger.Ledger, year string) *outputs.Decisions {
	if l.Journal == nil {
		return &outputs.Decisions{Year: year}
	}
	return &outputs.Decisions{Year: year, Before: l.Journal.Sum, Lines: l.Journal.Fresh()}
}
