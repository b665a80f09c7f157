package inbox

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"taizhang/importer"
	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
)

// Dropped is what became of a file that was dropped on the board.
type Dropped struct {
	Name      string // as it came
	ID        string // of the stored file, "" where it was not stored
	Stored    string // where it lies, from the year folder
	Held      string // the very file that lies there already, so that this one was not stored; "" else
	Whose     string
	Quarter   string
	Rows      ledger.Count
	Fates     []string // where its rows went, see Became
	Why       string   // why nothing of it counts
	Gone      bool     // it lies among what does not count
	Later     int      // rows that are understood and are not merged until the office says so: their quarter is final
	Read      bool
	List      bool     // it is nobody's return, and reads as a list of tasks does
	Other     int      // the quarter that it says it is of, where that is not the one that it was put into; else 0
	Otherwise string   // the same in words
	Mixed     bool     // it speaks of several quarters, and must not lie in the folder of one
	Wrong     []string // what keeps it out
	Doubts    []string // what somebody should look at
	Scan      bool     // it is a picture or a scan, in which no text can be read
	Untold    bool     // it is stored, and what it is is not known yet
	sum       string
	quarter   period.Quarter
	from      period.Quarter // that it was put into before it was moved
	Received  bool
}

// Before is the quarter that a file which does not count was taken out of, zero for none.
func (d Dropped) Before() period.Quarter {
	if !d.Gone {
		return period.Quarter{}
	}
	return d.from
}

// Told is how many rows say something: those that are merged, or held, or left for later.
func (d Dropped) Told() int { return d.Rows.Merged + d.Rows.Held + d.Later }

// Sign is the sign of the board that the file bears: ✕ where nothing could be read, ▲ where something waits
// for the office, ● else; … where it is not read yet, ＝ where the very file lies there already.
func (d Dropped) Sign() string {
	switch {
	case d.Untold:
		return "…"
	case d.Gone:
		return "—"
	case d.Held != "":
		return "＝"
	case d.Scan, len(d.Wrong) > 0 && d.Told() == 0:
		return "✕"
	case len(d.Wrong) > 0, len(d.Doubts) > 0, d.Other > 0, d.Mixed, d.Rows.Held > 0:
		return "▲"
	}
	return "●"
}

// Tell reads stored files of a year folder and notes on each whose it is, of which quarter, how many rows
// it has, and what was not understood. Nothing is noted where the context ends first.
func Tell(ctx context.Context, folder string, year *ledger.Ledger, got []Dropped) {
	in, err := Open(folder)
	if err == nil {
		defer in.Close()
		err = in.tell(ctx, year, got)
	}
	if ctx.Err() != nil {
		return
	}
	for i := range got {
		if got[i].Untold && err != nil {
			got[i].Doubts = append(got[i].Doubts, "已经存好，还没有读："+err.Error())
		}
		got[i].Untold = false
	}
}

// tell is Tell. The error is what kept the files from being read that are untold still.
func (in *Inbox) tell(ctx context.Context, year *ledger.Ledger, got []Dropped) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("程序内部出错，请把这个文件和这行字交给维护者：%v", fault)
		}
	}()
	var paths []string
	for _, d := range got {
		if _, err := in.root.Lstat(d.Stored); d.Untold && err == nil { // it may have been taken back meanwhile
			paths = append(paths, filepath.Join(in.folder, filepath.FromSlash(d.Stored)))
		}
	}
	if len(paths) == 0 {
		return nil
	}
	l, err := importer.Check(ctx, importer.Options{Folder: in.folder, Out: filepath.Join(in.folder, importer.OutFolder)}, paths)
	for i := range got {
		d := &got[i]
		if !d.Untold {
			continue
		}
		if err == nil {
			d.describe(l)
			d.afterClose(year, l)
			d.Untold = false
		}
		d.List = d.Whose == "" && d.Told() == 0 && in.isList(d)
		d.compare(year)
	}
	return err
}

// afterClose notes that the quarter of the file is final: it is not merged until the office says so, whatever
// the file holds, unless it is the very file that the quarter was made final with. The check l of the file knows nothing of that, so that rows of a final quarter count there as merged.
func (d *Dropped) afterClose(year, l *ledger.Ledger) {
	if year == nil {
		return
	}
	closed := ruling.NewClosed(year.Rulings)
	for i := range l.Returns {
		r := &l.Returns[i]
		if r.File == d.Stored && !closed.Admits(r.Quarter.String(), r.Sum) {
			d.Rows.Merged, d.Later = d.Rows.Merged-r.Count.Merged, d.Later+r.Count.Merged
		}
	}
	if d.Later > 0 {
		d.Fates = slices.Concat([]string{fmt.Sprintf("并入%d行", d.Rows.Merged), notYet(d.Later)}, d.Fates[1:])
	}
	if d.quarter.N == 0 {
		return
	}
	if !closed.Admits(d.quarter.String(), d.sum) {
		d.Doubts = append([]string{d.quarter.Short() + "已经定稿，这一份是以后才来的，先不并入：要计入的，到“核对”里答它是哪个季度的。"}, d.Doubts...)
	}
}

// isList reports whether a stored file can be read as a list.
func (in *Inbox) isList(d *Dropped) bool {
	f, err := in.root.Open(d.Stored)
	if err != nil {
		return false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, grid.MaxFileBytes))
	if err != nil {
		return false
	}
	_, err = importer.ReadIssued(in.folder, path.Base(d.Stored), data)
	return err == nil
}

// describe takes what a check says of the file.
func (d *Dropped) describe(l *ledger.Ledger) {
	b := BecameOf(l, d.Stored)[d.Stored]
	d.Rows, d.Fates, d.Why, d.Later = b.Rows, b.Fates, b.Why, b.Later
	d.Rows.Held -= b.Later
	d.Whose, d.Read = strings.Join(b.Whose, "、"), b.Rows.Read > 0
	here, misfiled := false, false
	var named []string
	for _, q := range b.Quarters {
		here = here || q == d.quarter
		if !slices.Contains(named, q.Short()) {
			named = append(named, q.Short())
		}
		switch {
		case q == d.quarter:
		case q.Year != d.quarter.Year:
			d.Wrong, d.Other = append(d.Wrong, "表里写的是"+q.Label()+"，不是本年度的"), 0
		case d.quarter.N > 0:
			d.Other = q.N
		}
	}
	d.Quarter = strings.Join(named, "、")
	for _, in := range l.Inputs {
		if in.File != d.Stored {
			continue
		}
		switch {
		case in.State != ledger.FileRead && in.State != ledger.FileAttachment && in.Reason != "":
			d.Doubts = append(d.Doubts, in.Reason)
		case in.State == ledger.FileAttachment:
			d.Scan, d.Whose = true, cmp.Or(d.Whose, in.Department) // as its path says
			if d.Quarter == "" && in.Quarter.N > 0 {
				d.Quarter = in.Quarter.Short()
			}
			d.Doubts = append(d.Doubts, "是扫描件或图片，里面的文字读不出来：只当附件存着，请部门把填写报表用的电子表格（Excel、WPS 或 Word）再交一份。")
		}
	}
	for i := range l.Findings {
		f := &l.Findings[i]
		if f.Place.File() != d.Stored || f.Severity() == finding.Info || f.Settled {
			continue
		}
		said := f.Message
		if cell := f.Place.Cell(); cell != "" {
			said = cell + "：" + said
		}
		if f.Severity() == finding.Error {
			d.Wrong = append(d.Wrong, said)
		} else {
			d.Doubts = append(d.Doubts, said)
		}
		misfiled = misfiled || f.Code == finding.ReturnMisfiled
		if f.Code == finding.ReturnMisfiled && d.Other == 0 && d.quarter.N > 0 {
			if q, ok := period.ParseQuarter(f.Wanted); ok && q.N != d.quarter.N {
				d.Other = q.N
			}
		}
	}
	if several := len(b.Quarters) > 1; several && d.quarter.N > 0 && (misfiled || !here) {
		d.Mixed, d.Other = true, 0
	} else if several && !misfiled {
		d.Other = 0 // what it says of this quarter is taken, and so is the rest
	}
	if d.Other > 0 {
		d.Otherwise = period.Quarter{Year: d.quarter.Year, N: d.Other}.Short()
	}
	told := map[string]bool{}
	d.Doubts = slices.DeleteFunc(d.Doubts, func(said string) bool {
		again := told[said] || slices.Contains(d.Wrong, said)
		told[said] = true
		return again
	})
}

// Now is the file as a reading of the year has it, which knows what was answered, and what came beside it; a
// file that the reading does not know stays as it was told.
func (d Dropped) Now(year *ledger.Ledger) Dropped {
	known := slices.ContainsFunc(year.Inputs, func(in ledger.Input) bool { return in.File == d.Stored && (in.Sum == d.sum || in.Sum == "") })
	if d.Gone || d.Untold || !known {
		return d
	}
	now := Dropped{Name: d.Name, ID: d.ID, Stored: d.Stored, List: d.List, Received: d.Received, sum: d.sum, quarter: d.quarter}
	now.describe(year)
	now.compare(year)
	return now
}

// compare notes that the year has the very file already: it was Dropped twice, or it is the stale
// one of an earlier quarter.
func (d *Dropped) compare(year *ledger.Ledger) {
	for i := range year.Inputs {
		if in := &year.Inputs[i]; in.Sum == d.sum && in.File != d.Stored {
			d.Doubts = append(d.Doubts, "与已有的 "+in.File+" 一字不差")
		}
	}
}
