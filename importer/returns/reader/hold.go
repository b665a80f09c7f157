package reader

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/returns/answer"
	"taizhang/importer/returns/origin"
	"taizhang/importer/table"
)

// hold says whether the sheet as a whole can be merged, and why not.
func (f *file) hold(ret *returns.Return, o origin.Origin, beside bool) []finding.Finding {
	place := finding.In(ret.File, ret.Sheet)
	var fs []finding.Finding
	hold := func(found finding.Finding) {
		if ret.Held == "" {
			ret.Held = found.Code
		}
		fs = append(fs, found.For(ret.Department.Value, ret.Quarter.Value.String()))
	}
	switch {
	case o.DepartmentClash != nil && ret.Department.Value == "":
		hold(*o.DepartmentClash)
	case ret.Department.Value == "":
		hold(f.unknownDepartment(place, ret.Department))
	}
	switch q := ret.Quarter; {
	case o.QuarterClash != nil:
		hold(*o.QuarterClash)
	case q.Value.IsZero():
		hold(finding.New(finding.QuarterUnknown, place, "表题、工作表名、文件名和文件夹名里都没有写季度",
			fmt.Sprintf("%d年第三季度", f.Plan.Year)))
	case q.Value.Year != f.Plan.Year:
		found := finding.New(finding.QuarterUnknown, at(q.At, place), "写的是"+q.Value.Label()+"，不是本年度的", fmt.Sprintf("%d年第三季度", f.Plan.Year))
		if slices.ContainsFunc(ret.Rows, func(row returns.Row) bool { return row.Key.Given() }) {
			found.Hint = fmt.Sprintf("这是%d年的报送表，改表题没有用；请改填本年度下发的报送表。", q.Value.Year)
		}
		hold(found)
	}
	if !answered(ret.Rows) && !beside {
		hold(finding.New(finding.EmptyReturn, place, "", ""))
	}
	return fs
}

// besideAnswers reports whether another department answers on the same sheet for the same quarter: a
// department that a roll-up has nothing of is asked for its requirement, and the file is not empty.
func besideAnswers(parts []part, i int) bool {
	own := &parts[i].ret
	return own.Department.Given() && slices.ContainsFunc(parts, func(p part) bool {
		return p.ret.Quarter.Value == own.Quarter.Value && p.ret.Department.Value != own.Department.Value && answered(p.ret.Rows)
	})
}

func (r *Reader) unknownDepartment(place finding.Place, said grid.Read[string]) finding.Finding {
	if !said.Given() {
		return finding.New(finding.DepartmentUnknown, place, "填报单位、表题、工作表名、文件名和文件夹名里都没有部门名录中的名称", "")
	}
	hint := ""
	if near := r.facts.Plan.Roster.Suggest(said.Said); near != "" {
		hint = "名录中最接近的是“" + near + "”。"
	}
	return finding.New(finding.DepartmentUnknown, at(said.At, place), said.Said, hint)
}

// at is the more exact of two places: a file or folder name has no cell.
func at(p, sheet finding.Place) finding.Place {
	if p.File() == "" {
		return sheet
	}
	return p
}

func answered(rows []returns.Row) bool {
	for _, row := range rows {
		if row.Ignored == "" {
			return true
		}
	}
	return false
}

// tookNothing reports whether paragraphs gave no answer though they hold more than the list's
// own texts. Such a sheet is not understood, which is not the same as empty.
func (f *file) tookNothing(parts []part) bool {
	beyond := false
	for i := range parts {
		rows := parts[i].ret.Rows
		if answered(rows) {
			return false
		}
		beyond = beyond || slices.ContainsFunc(rows, f.saysMore)
	}
	return beyond
}

// saysMore reports whether a row's text holds more than the requirement or task that it names.
func (r *Reader) saysMore(row returns.Row) bool {
	text := row.Text.Value
	size := utf8.RuneCountInString(fold.Key(text))
	if size < answer.ShortestAnswer || r.facts.Tables.IsTask(text) {
		return false
	}
	no, _ := r.facts.Tables.Requirement(text)
	if no == 0 {
		return true
	}
	return size >= utf8.RuneCountInString(fold.Key(r.facts.Plan.Requirements[no-1].Text.Value))+answer.ShortestAnswer
}

// leaveUnread takes back what a sheet was taken for: no cell of it ends anywhere, and the file
// says so.
func (f *file) leaveUnread(u *sheet) {
	u.prose, u.State, u.Account = nil, table.IsUnread, table.NewAccount(u.Grid)
	f.found--
}
