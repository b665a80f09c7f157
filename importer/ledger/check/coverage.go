package check

import (
	"path"
	"strconv"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns"
)

// standingReturn is the place of the return that a department's answers for a quarter
// stand in: the last of those that hold any, else the one that its coverage speaks of.
func standingReturn(came map[ledger.Desk][]*ledger.Return, c ledger.Coverage) finding.Place {
	at := firstReturn(came, c)
	for _, r := range came[ledger.Desk{Department: c.Department, Quarter: c.Quarter}] {
		if r.Count.Merged > 0 {
			at = finding.In(r.File, r.Sheet)
		}
	}
	return at
}

// misfiled returns the file of a return that names the department and the quarter and lies elsewhere, "" for
// none.
func misfiled(rs []returns.Return, c ledger.Coverage) string {
	for i := range rs {
		if rs[i].Held == finding.ReturnMisfiled && ledger.DeskOf(&rs[i]) == (ledger.Desk{Department: c.Department, Quarter: c.Quarter}) {
			return rs[i].File
		}
	}
	return ""
}

// Coverage reports missing and late returns.
func Coverage(l *ledger.Ledger, rs []returns.Return, came map[ledger.Desk][]*ledger.Return) {
	for _, c := range l.Coverage {
		switch c.State {
		case ledger.Missing:
			if l.Now().Before(c.Quarter) {
				continue
			}
			missing := finding.New(finding.ReturnMissing, finding.Place{}, c.Quarter.Short(), "")
			if others := l.UnclaimedWords(c.Quarter); others != "" {
				missing.Message += "另有不知道是哪个部门的" + others + "，请看看是不是该部门的。"
				missing.Hint = "先看不知道是哪个部门的那几份是不是该部门交的，是的在“待核对”里归给它；不是的，请催报。"
			}
			if file := misfiled(rs, c); file != "" {
				missing.Message += "该部门另有一份写着" + c.Quarter.Short() + "而放在别处的报表（" + file + "），季度没有认定，请看看是不是这一季度的。"
				missing.Hint = "先认定那一份是哪个季度的；不是" + c.Quarter.Short() + "的，请催报。"
			}
			l.Findings = append(l.Findings, missing.For(c.Department, c.Quarter.String()))
		case ledger.Unreadable:
			if scan, ok := onlyScan(c); ok { // what else is wrong with a file has a finding of its own
				missing := finding.New(finding.ReturnMissing, finding.In(scan.File, ""), c.Quarter.Short(), "")
				missing.Message = "该部门" + c.Quarter.Short() + "交来的“" + path.Base(scan.File) + "”" + scan.Why + "，没有可以读取的报表。"
				missing.Hint = "请部门把填写报表用的电子表格（Excel、WPS 或 Word）再交一份。"
				l.Findings = append(l.Findings, missing.For(c.Department, c.Quarter.String()))
			}
		case ledger.Late:
			l.Findings = append(l.Findings, finding.New(finding.ReturnLate, firstReturn(came, c), strconv.Itoa(c.LateDays), c.Due.Label()).For(c.Department, c.Quarter.String()))
		}
	}
}

// onlyScan returns the scan that came from a department, where nothing else did.
func onlyScan(c ledger.Coverage) (scan ledger.Unused, ok bool) {
	for _, u := range c.Unused {
		if u.Kind != ledger.OnlyScan {
			return ledger.Unused{}, false
		}
	}
	if len(c.Unused) == 0 {
		return ledger.Unused{}, false
	}
	return c.Unused[0], true
}

// firstReturn is the place of the return that a coverage speaks of.
func firstReturn(came map[ledger.Desk][]*ledger.Return, c ledger.Coverage) finding.Place {
	for _, r := range came[ledger.Desk{Department: c.Department, Quarter: c.Quarter}] {
		if r.ReceivedOn == c.ReceivedOn {
			return finding.In(r.File, r.Sheet)
		}
	}
	return finding.Place{}
}
