package ledger

import (
	"fmt"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/period"
)

// Unused is a file that came and of which nothing was taken in.
type Unused struct {
	File string
	Kind UnusedKind
	Why  string // a clause without a full stop
}

// UnusedKind says what is in the way of a file.
type UnusedKind uint8

const (
	Unread   UnusedKind = iota // nobody could read it: an empty file, a password
	OnlyScan                   // a picture or a scan, in which no text can be read
	Misfiled                   // its table names another quarter than the folder in which it lies
	Nobodys                    // nobody knows whose it is
	Unclear                    // it holds text that nobody understood
)

// ofScan is what is wrong with a scan that came instead of a table.
const ofScan = "是扫描件或图片，里面的文字读不出来"

// OfDesk returns the files that came from departments for quarters of the year, as their paths and
// their titles say, and of which nothing was taken in.
func (l *Ledger) OfDesk() map[Desk][]Unused {
	of := map[Desk][]Unused{}
	for i := range l.Inputs {
		in := &l.Inputs[i]
		if in.Department == "" || in.Quarter.IsZero() {
			continue
		}
		at := Desk{Department: in.Department, Quarter: in.Quarter}
		switch in.State {
		case FileFailed:
			of[at] = append(of[at], Unused{in.File, Unread, strings.TrimRight(in.Reason, "。")})
		case FileAttachment:
			of[at] = append(of[at], Unused{in.File, OnlyScan, ofScan})
		}
	}
	for i := range l.Findings {
		f := &l.Findings[i]
		if f.Code != finding.ReturnMisfiled || f.Department == "" {
			continue
		}
		if q, ok := period.ParseQuarter(f.Wanted); ok {
			at := Desk{Department: f.Department, Quarter: q}
			of[at] = append(of[at], Unused{f.Place.File(), Misfiled, strings.TrimRight(f.Found, "。")})
		}
	}
	return of
}

// Unclaimed returns the files that came for a quarter, or for one that nobody knows, and of which nobody
// knows whose they are: a department that is missing may have sent one of them.
func (l *Ledger) Unclaimed(q period.Quarter) (list []Unused) {
	told := map[string]bool{}
	take := func(file, why string, of period.Quarter) {
		if (of == q || of.IsZero()) && !told[file] {
			told[file] = true
			list = append(list, Unused{file, Nobodys, why})
		}
	}
	for i := range l.Inputs {
		in := &l.Inputs[i]
		switch {
		case in.Department != "":
		case in.State == FileFailed:
			take(in.File, strings.TrimRight(in.Reason, "。"), in.Quarter)
		case in.State == FileAttachment && !in.Quarter.IsZero():
			take(in.File, ofScan, in.Quarter)
		}
	}
	for i := range l.Returns {
		if ret := &l.Returns[i]; ret.Department == "" && ret.Count.Held > 0 {
			take(ret.File, finding.DepartmentUnknown.Entry().Title, ret.Quarter)
		}
	}
	return list
}

// UnclaimedWords says how many files of a quarter are nobody's, and names the first of them, "" for none.
func (l *Ledger) UnclaimedWords(q period.Quarter) string {
	list := l.Unclaimed(q)
	if len(list) == 0 {
		return ""
	}
	var names []string
	for _, u := range list[:min(len(list), mostUnclaimed)] {
		names = append(names, u.File)
	}
	more := ""
	if len(list) > mostUnclaimed {
		more = "等"
	}
	return fmt.Sprintf("%d份（%s%s）", len(list), strings.Join(names, "、"), more)
}

// mostUnclaimed is how many files of nobody a sentence names.
const mostUnclaimed = 3
