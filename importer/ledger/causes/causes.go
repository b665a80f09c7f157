// Package causes says what open findings go back to, and in one sentence what would settle them.
package causes

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/status"
)

// IDOf returns what tells of a finding the ID of its cause, "" where the office has
// settled it.
func IDOf(l *ledger.Ledger) func(f *finding.Finding) string {
	known := wordsOf(l)
	return func(f *finding.Finding) string {
		if f.Settled {
			return ""
		}
		return known.root(f).id()
	}
}

// root is what findings share that go back to one thing.
type root struct{ family, key string }

func (r root) id() string {
	sum := sha256.Sum256([]byte(r.family + "\x00" + r.key))
	return hex.EncodeToString(sum[:5])
}

// families are codes that speak of one thing: a heading that is read in several ways, a file
// of which one says that it has no table and another that its text was not understood.
var families = map[finding.Code]string{
	finding.ColumnAmbiguous: "column", finding.ColumnAssumed: "column", finding.ColumnUnused: "column",
	finding.UnreadableFile: "file", finding.PasswordProtected: "file", finding.UnsupportedFormat: "file", finding.FileTooLarge: "file",
	finding.NoTable: "file", finding.SheetUnread: "file",
}

// root returns what a finding goes back to: what its reader says, else what its code mostly
// goes back to.
func (w recurring) root(f *finding.Finding) root {
	family := cmp.Or(families[f.Code], string(f.Code))
	switch {
	case f.Cause == ledger.YearCause:
		return root{family: ledger.YearCause}
	case f.Code == finding.TextCopied && f.Cause != "":
		return root{family, "\x03" + frame(copiedText(f))}
	case f.Code == finding.LeadSupportConflict && w.leads[f.Cause] != "":
		return root{family, "\x03" + w.leads[f.Cause]}
	case f.Cause != "":
		return root{family, "\x01" + f.Cause}
	case family == "file":
		return root{family, f.Place.File()}
	}
	if f.Department != "" && slices.Contains(habits, f.Code) {
		return root{family, "\x04" + f.Department}
	}
	switch f.Code {
	case finding.StatusUnknown:
		// of a sign that stands beside words the words are asked: see Wanted
		if word := fold.Key(f.Found); w.statuses[word] || f.Wanted != "" && w.statuses[fold.Key(f.Wanted)] {
			return root{family, word}
		}
	case finding.RowUnmatched, finding.RowAmbiguous:
		if text := fold.Key(f.Found); w.rows[text] {
			return root{family, "\x02" + text}
		}
	case finding.ColumnAmbiguous, finding.ColumnAssumed, finding.ColumnUnused:
		if heading := fold.Key(f.Found); heading != "" {
			return root{family, heading}
		}
	case finding.DepartmentUnknown:
		if name, ok := word(f.Found); ok {
			return root{family, fold.Key(name)}
		}
	case finding.LedgerEdited:
		return root{family, f.Place.String()} // each place is somebody's work, which is to be done again elsewhere
	case finding.ListUnknownDepartment, finding.ListDueUnreadable:
		return root{family, fold.Key(f.Found)}
	case finding.NotAssigned:
		return root{family, f.Department + "\x00" + f.Found}
	case finding.DuplicateReturn:
		return root{family, f.Department + "\x00" + f.Quarter}
	case finding.ReturnMissing, finding.ReturnLate, finding.Overdue:
		if f.Code == finding.ReturnMissing && f.Place.File() != "" {
			return root{family, f.Place.File()} // something came
		}
		return root{family, f.Quarter}
	case finding.RequirementOrphaned, finding.ListNumberGap, finding.ListNumberDuplicate, finding.ListNoDepartment, finding.ListInherited, finding.SettingMissing,
		finding.Attachment, finding.FileSkipped, finding.RulingOrphaned, finding.GlyphMissing, finding.LastYearUnused, finding.LastYearConflict:
		return root{family: family}
	}
	return root{family, f.Place.File() + "\x00" + f.Department + "\x00" + f.Quarter} // one return, one department to ask
}

// recurring are the words, folded, that are one thing wherever they stand: what departments
// wrote for a status and nobody understood (that nothing was written is no word), and what
// several returns write for a requirement and the list does not have. requirements are the
// numbers of those that findings may go back to, by the cause that these have; leads are those
// who decide on them.
type recurring struct {
	statuses, rows map[string]bool
	requirements   map[string]int
	leads          map[string]string
}

func wordsOf(l *ledger.Ledger) recurring {
	w := recurring{map[string]bool{}, map[string]bool{}, map[string]int{}, map[string]string{}}
	for i := range l.Plan.Requirements {
		req := &l.Plan.Requirements[i]
		w.requirements[ledger.RequirementCause+req.Key], w.leads[ledger.RequirementCause+req.Key] = req.No, leadsOf(req)
	}
	for i := range l.Entries {
		if s := &l.Entries[i].Row.Status; s.Value == status.NoStatus && s.Said != "" {
			w.statuses[fold.Key(s.Said)] = true
		}
	}
	first := map[string][3]string{} // file, department and quarter, by text
	for i := range l.Findings {
		f := &l.Findings[i]
		if f.Code != finding.RowUnmatched && f.Code != finding.RowAmbiguous || f.Found == "" {
			continue
		}
		text, of := fold.Key(f.Found), [3]string{f.Place.File(), f.Department, f.Quarter}
		if was, seen := first[text]; !seen {
			first[text] = of
		} else if was != of {
			w.rows[text] = true
		}
	}
	return w
}

// Group groups the open findings by their roots (rule 同一原因): the most severe first, of those
// what changes what is counted, then those that explain most.
func Group(l *ledger.Ledger) []ledger.Cause {
	known, rows := wordsOf(l), touchedBy(l)
	members := map[root][]*finding.Finding{}
	var roots []root
	for i := range l.Findings {
		f := &l.Findings[i]
		if f.Settled {
			continue
		}
		r := known.root(f)
		if members[r] == nil {
			roots = append(roots, r)
		}
		members[r] = append(members[r], f)
	}
	all := make([]ledger.Cause, 0, len(roots))
	for _, r := range roots {
		all = append(all, cause(r, members[r], known, rows))
	}
	slices.SortFunc(all, func(a, b ledger.Cause) int {
		return cmp.Or(cmp.Compare(severe(a.Severity), severe(b.Severity)), weight(a.Code)-weight(b.Code), b.Findings-a.Findings, b.Rows-a.Rows,
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Quarter, b.Quarter), cmp.Compare(a.Message, b.Message), cmp.Compare(a.ID, b.ID))
	})
	return all
}

func severe(s finding.Severity) int {
	return slices.Index([]finding.Severity{finding.Error, finding.Warning, finding.Info}, s)
}

// cause makes the cause of findings that share a root. The worst code names it, of those
// the one that stands there most often.
func cause(r root, fs []*finding.Finding, known recurring, rows touched) ledger.Cause {
	counts := map[finding.Code]int{}
	for _, f := range fs {
		counts[f.Code]++
	}
	lead := fs[0]
	for _, f := range fs[1:] {
		if c := cmp.Or(severe(f.Severity())-severe(lead.Severity()), counts[lead.Code]-counts[f.Code]); c < 0 {
			lead = f
		}
	}
	worst := lead.Severity()
	if r.family == ledger.YearCause {
		lead = fs[slices.IndexFunc(fs, func(f *finding.Finding) bool { return f.Code == finding.YearDoubtful })]
	}
	t := telling{lead: lead, all: fs, known: known}
	return ledger.Cause{ID: r.id(), Code: lead.Code, Severity: worst, Message: t.message(), Hint: t.hint(),
		Findings: len(fs), Rows: rows.count(fs), Quarter: lead.Quarter}
}

// touched knows the rows of the ledger that findings speak of.
type touched struct {
	keyed  map[string]int          // by row_key
	placed map[finding.Place][]int // by row
	held   map[reasonAt][]int      // by sheet and file, the rows that are held for a reason of the whole
}

type reasonAt struct {
	at     finding.Place
	reason string
}

func touchedBy(l *ledger.Ledger) touched {
	t := touched{map[string]int{}, map[finding.Place][]int{}, map[reasonAt][]int{}}
	for i := range l.Findings {
		f := &l.Findings[i]
		t.keyed[f.RowKey] = -1
		t.placed[f.Place.At(f.Place.Row(), 0)] = nil
	}
	for i := range l.Rows {
		r := &l.Rows[i]
		if _, wanted := t.keyed[r.Key]; wanted {
			t.keyed[r.Key] = i
		}
		if _, wanted := t.placed[r.At]; wanted {
			t.placed[r.At] = append(t.placed[r.At], i)
		}
		if r.Fate == ledger.Held {
			for _, at := range []finding.Place{r.At.At(0, 0), finding.In(r.At.File(), "")} {
				t.held[reasonAt{at, r.Reason}] = append(t.held[reasonAt{at, r.Reason}], i)
			}
		}
	}
	return t
}

// count returns how many rows the findings touch, each once.
func (t touched) count(fs []*finding.Finding) int {
	rows := map[int]bool{}
	for _, f := range fs {
		of := t.placed[f.Place.At(f.Place.Row(), 0)]
		if i := t.keyed[f.RowKey]; f.RowKey != "" && i >= 0 {
			of = []int{i}
		} else if f.Place.Row() == 0 {
			of = t.held[reasonAt{f.Place, string(f.Code)}]
		}
		for _, i := range of {
			rows[i] = true
		}
	}
	return len(rows)
}
