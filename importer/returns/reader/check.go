package reader

import (
	"regexp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// check reports what the values of a row say against each other (rule 状态).
func (r *Reader) check(ret *returns.Return, row *returns.Row) {
	if row.Ignored != "" {
		return
	}
	s, p := row.Status, row.Percent
	if !s.Given() && len(row.Findings) == 0 {
		where := statusCell(ret, row)
		switch {
		case slices.ContainsFunc(row.Other, func(o returns.Other) bool { return !o.Printed }):
			// It may stand in the column that nobody knows, which has a finding of its own.
		case row.Progress.Given():
			row.Findings = append(row.Findings, finding.New(finding.StatusUnknown, where, "没有读出完成状态", ""))
		default:
			row.Findings = append(row.Findings, finding.New(finding.StatusUnknown, where, "没有写完成状态", ""))
		}
	}
	if s.Given() && p.Given() && s.At != p.At {
		full := p.Value >= 100
		if s.Value == status.Completed && !full || full && (s.Value == status.InProgress || s.Value == status.Behind || s.Value == status.NotStarted) ||
			p.Value > 0 && (s.Value == status.NotStarted || s.Value == status.NotApplicable) {
			row.Findings = append(row.Findings, finding.New(finding.StatusContradiction, s.At,
				"状态填“"+s.Said+"”，完成比例填 "+p.Said, s.Value.Label()))
		}
	}
	row.NotYet = r.notYet(ret, row)
	row.Round = r.round(ret, row)
	if said := r.against(row); said != "" {
		row.Against = said
		row.Findings = append(row.Findings, finding.New(finding.TextContradictsStatus, row.Progress.At, said, s.Value.Label()))
	}
	if on := row.CompletedOn; on.Given() && (s.Value == status.InProgress || s.Value == status.Behind || s.Value == status.NotStarted) && !on.Value.After(ret.Quarter.Value.Last()) {
		row.Findings = append(row.Findings, finding.New(finding.StatusContradiction, s.At,
			"状态填“"+s.Said+"”，却填了完成时间 "+on.Said, s.Value.Label()))
	}
	if s.Value == status.Completed && !row.CompletedOn.Given() {
		completedWhen(ret, row)
	}
	if s.Value == status.Completed && ret.Evidence && len(row.Evidence) == 0 {
		row.Findings = append(row.Findings, finding.New(finding.EvidenceMissing, at(s.At, row.At), "", ""))
	}
}

// round returns what a row without a status says of this quarter's part: that it is done.
func (r *Reader) round(ret *returns.Return, row *returns.Row) grid.Words {
	if row.Status.Value != status.NoStatus || row.Percent.Given() {
		return grid.Words{}
	}
	own := row.Status.Said
	told := grid.Words{Value: own, At: row.Status.At}
	if own == "" {
		told = row.Progress
	}
	said, n := r.facts.Grammar.RoundDone(told.Value)
	switch {
	case said == "" || n != 0 && n != ret.Quarter.Value.N:
		return grid.Words{}
	case own != "":
		said = own // the whole cell is the department's own word
	}
	return grid.Words{Value: said, At: told.At}
}

// notYet reports whether the status is a bare 否 to the question whether the requirement is done, and the
// progress tells of no lag. To the question whether it goes as planned 否 is behind at any time.
func (r *Reader) notYet(ret *returns.Return, row *returns.Row) bool {
	if row.Status.Value != status.Behind || !slices.Contains([]string{"否", "n", "no"}, fold.Key(row.Status.Said)) {
		return false
	}
	asked := slices.ContainsFunc(ret.Columns, func(c table.Column) bool {
		return c.At.Sheet() == row.Status.At.Sheet() && c.At.Col() == row.Status.At.Col() && asksWhetherDone.MatchString(c.Heading) && !asksInTime.MatchString(c.Heading)
	})
	return asked && r.facts.Grammar.Sentence(row.Progress.Value).Status != status.Behind
}

var (
	asksWhetherDone = regexp.MustCompile(`完成|办结|落实|销号|完工|竣工`)
	asksInTime      = regexp.MustCompile(`按|时|序|期|进度`)
)

// completedWhen reports what a completed row writes as its time of completion and is none: a time still to
// come (预计9月底, 待定) contradicts the status, of several days (6月15日-20日) nobody knows the one.
func completedWhen(ret *returns.Return, row *returns.Row) {
	for _, o := range row.Other {
		if !slices.ContainsFunc(ret.Columns, func(c table.Column) bool {
			return c.Role == words.Completed && c.At.Sheet() == o.At.Sheet() && c.At.Col() == o.At.Col()
		}) {
			continue
		}
		switch plain := fold.Text(o.Text); {
		case stillToCome.MatchString(plain):
			row.Findings = append(row.Findings, finding.New(finding.StatusContradiction, row.Status.At,
				"状态填“"+row.Status.Said+"”，完成时间却填“"+finding.Brief(o.Text)+"”", row.Status.Value.Label()))
		case severalDays.MatchString(plain):
			row.Findings = append(row.Findings, finding.New(finding.DateUnreadable, o.At, o.Text, ""))
		}
	}
}

var (
	stillToCome = regexp.MustCompile(`^(?:[^,;。]{0,6}(?:预计|预期|预估|争取|力争)|计划|拟|待|未定|未完|尚未|还未|还没|暂未|另行)`)
	severalDays = regexp.MustCompile(`[0-9][日号]?(?:-|--|—|~|～|至|到)(?:[0-9]{2,4}[年./-])?(?:[0-9]{1,2}[月./-])?[0-9]{1,2}[日号]?$`)
)

// statusCell returns the cell in which the status of a row belongs: that of its table's column, else the progress
// that should tell it, else the row.
func statusCell(ret *returns.Return, row *returns.Row) finding.Place {
	where, from := at(row.Progress.At, row.At), at(row.Progress.At, row.Text.At)
	asked := func(role words.Role) int {
		for i := range ret.Columns {
			c := &ret.Columns[i]
			if c.Role == role && c.At.Sheet() == from.Sheet() && c.At.Row() < from.Row() && (c.Quarter == 0 || c.Quarter == ret.Quarter.Value.N) {
				return c.At.Col()
			}
		}
		return 0
	}
	stands := asked(words.Status)
	for _, role := range []words.Role{words.Progress, words.Requirement} { // whose rows lie below their headings
		if col := asked(role); stands > 0 && col > 0 && col == from.Col() {
			return from.At(from.Row(), stands)
		}
	}
	return where
}

// against returns the clause of the progress that contradicts the status, "" for none. A status that
// was read from the progress itself contradicts nothing.
func (r *Reader) against(row *returns.Row) string {
	if !row.Status.Given() || !row.Progress.Given() || row.Status.At == row.Progress.At {
		return ""
	}
	return r.facts.Grammar.Against(row.Progress.Value, row.Status.Value)
}
