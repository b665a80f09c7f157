// Package settle brings together the findings of a ledger and what the office decided on them. It runs
// anew whenever findings are added.
package settle

import (
	"cmp"
	"slices"
	"strconv"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/causes"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
)

// Findings marks the findings that the office has decided on, reports the rulings that have
// nothing to decide on any more, and groups what is left open by its causes. It starts from
// nothing each time, because what the publication gate finds comes later than the rest.
func Findings(l *ledger.Ledger) {
	markSettled(l)
	l.Causes = causes.Group(l)
}

func markSettled(l *ledger.Ledger) {
	l.Findings = slices.DeleteFunc(l.Findings, func(f finding.Finding) bool { return f.Code == finding.RulingOrphaned })
	l.Findings = append(l.Findings, faults(l)...)
	slices.SortStableFunc(l.Findings, finding.Compare)
	if len(l.Rulings)+len(l.Drafts)+len(l.Readings) == 0 {
		return
	}
	at := map[ruling.Subject]*finding.Finding{}
	for i, s := range ruling.Subjects(l.Findings) {
		l.Findings[i].Settled = false
		at[s] = &l.Findings[i]
	}
	rows := map[string]*ledger.Row{}
	for i := range l.Rows {
		rows[l.Rows[i].Key] = &l.Rows[i]
	}
	decided := map[string]bool{} // rows whose status the office took
	for i := range l.Rulings {
		r := &l.Rulings[i]
		f, row := at[r.Target.Subject()], rows[r.Target.RowKey]
		switch {
		case r.Act == ruling.Accept:
			r.State, r.Why = accepted(r, f, row)
		case r.Act == ruling.Take && r.State == ruling.Applied && row != nil && row.Fate == ledger.Held:
			r.State, r.Why = ruling.Orphaned, "这一行还没有并入，要先选“"+ruling.Place.Label()+"”"
		}
		if r.State != ruling.Applied {
			continue
		}
		if f != nil && (r.Act == ruling.Accept || row != nil && row.Fate != ledger.Held) {
			f.Settled = true
		}
		if r.Status != status.NoStatus && row != nil {
			decided[row.Key] = true
		}
	}
	answered := answered(l)
	for i := range l.Findings {
		f := &l.Findings[i]
		if slices.Contains(answered[f.Place], f.Code) {
			f.Settled = true
		}
	}
	for i := range l.Findings {
		if f := &l.Findings[i]; decided[f.RowKey] && (f.Code == finding.StatusUnknown || f.Code == finding.StatusContradiction || f.Code == finding.TextContradictsStatus) {
			f.Settled = true
		}
	}
	for _, r := range slices.Concat(l.Rulings, l.Drafts, l.Readings) {
		if r.Failed() {
			l.Findings = append(l.Findings, Orphan(l, r))
		}
	}
	slices.SortStableFunc(l.Findings, finding.Compare)
}

// staysOut reports whether a finding keeps a file, a sheet or a row out of the ledger: to
// accept it would count as solved what is not.
func staysOut(f *finding.Finding, row *ledger.Row) bool {
	if row != nil {
		return row.Fate == ledger.Held && f.Severity() == finding.Error
	}
	return f.HoldsSheet()
}

// faults names the lines of the journal that nobody understands.
func faults(l *ledger.Ledger) (found []finding.Finding) {
	if l.Journal == nil {
		return nil
	}
	for _, fault := range l.Journal.Faults {
		f := finding.New(finding.RulingOrphaned, finding.In(ruling.JournalName, ""), fault.Text, "")
		f.Message = "核定.jsonl 的第" + strconv.Itoa(fault.Line) + "行看不懂，没有照办。"
		f.Hint = "这一行照原样留在文件里；是手工改动弄坏的，请照备份改回；不用的可以不管。"
		found = append(found, f)
	}
	return found
}

// accepted says whether there is still what the office accepted, as it was then.
func accepted(r *ruling.Ruling, f *finding.Finding, row *ledger.Row) (ruling.State, string) {
	switch {
	case r.Target.RowKey != "" && row == nil:
		return ruling.Orphaned, ""
	case r.Target.RowKey != "" && row.Sum != r.Target.Sum:
		return ruling.Orphaned, "这一行的内容在认可之后改过"
	case f != nil && staysOut(f, row):
		return ruling.Orphaned, "它没有并入台账，认可了也还是没有并入，请改选本行列出的核定"
	case f == nil && row != nil && row.Fate == ledger.Ignored && row.Reason == string(returns.RuledOut):
		return ruling.Applied, "" // it went with the row, which the office has left out
	case f == nil:
		return ruling.Orphaned, "认可的问题（" + r.Target.Code.Entry().Title + "）已经没有了，或者有了变化"
	}
	return ruling.Applied, ""
}

// Orphan returns the finding that says of a ruling why it is not carried out.
func Orphan(l *ledger.Ledger, r ruling.Ruling) finding.Finding {
	t := r.Target
	says := r.Says()
	if r.Act == "" {
		says = cmp.Or(r.Typed.Choice, r.Typed.Status, r.Reason, r.By, r.On)
	}
	at := finding.In(t.File, t.Sheet)
	if i := slices.IndexFunc(l.Rows, func(row ledger.Row) bool { return row.Key == t.RowKey }); t.RowKey != "" && i >= 0 {
		at = l.Rows[i].At
	}
	f := finding.New(finding.RulingOrphaned, at, says, "").For(t.Department, t.Quarter)
	f.Hint = "这条核定仍然保留。请在“待核对”中重新核定；不再需要的，清空它的黄色各栏。"
	switch {
	case r.Act.OfNumbers():
		sheet := ruling.NumbersSheet
		if r.Act == ruling.Explain {
			sheet = ruling.RulesSheet
		}
		f.Message = "“" + sheet + "”里的核定“" + says + "”没有执行：" + r.Why + "。"
		f.Hint = "请在“" + sheet + "”里这一行改正；不再需要的，清空它的黄色各栏。"
	case r.Act == ruling.Column:
		f.Message = "“读法”里对“" + t.Heading + "”一栏的核定没有执行：" + r.Why + "。"
		f.Hint = "请在“读法”里这一栏的那一行改正；不再需要的，清空它的黄色各栏。"
	case r.Why == "":
	case r.Act == "" || r.Status == status.NoStatus && r.Act == ruling.Take || r.Requirement == 0 && r.Act == ruling.Place:
		f.Message = "核定看不懂：" + r.Why + "。"
		f.Hint = "请在填写核定的那一行从列表中重选；不再需要的，清空它的黄色各栏。"
	default:
		f.Message = "核定“" + says + "”没有执行：" + r.Why + "。"
	}
	return f
}

// keyed returns findings that were made from entries with the key of the row that they
// speak of. Two departments or quarters may share a line of a sheet.
func keyed(l *ledger.Ledger, found []finding.Finding) []finding.Finding {
	found = slices.Clone(found)
	about := map[finding.Place][]*finding.Finding{} // by row
	for i := range found {
		f := &found[i]
		f.RowKey = ""
		at := f.Place.At(f.Place.Row(), 0)
		about[at] = append(about[at], f)
	}
	for i := range l.Rows {
		r := &l.Rows[i]
		if r.Fate != ledger.Merged {
			continue
		}
		for _, f := range about[r.At] {
			if f.Department == r.Department && f.Quarter == r.Quarter.String() {
				f.RowKey = r.Key
			}
		}
	}
	return found
}

// answered are the findings that a number fixed by the office answers, by what they speak of.
func answered(l *ledger.Ledger) map[finding.Place][]finding.Code {
	at := map[finding.Place][]finding.Code{}
	if l.Numbers == nil {
		return nil
	}
	for _, f := range l.Numbers.Decided {
		at[f.Place] = append(at[f.Place], f.Code)
	}
	return at
}
