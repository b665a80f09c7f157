package returns

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// hold says whether the sheet as a whole can be merged, and why not.
func (r *Reader) hold(ret *Return, o origin) []finding.Finding {
	place := finding.In(ret.File, ret.Sheet)
	var fs []finding.Finding
	hold := func(f finding.Finding) {
		if ret.Held == "" {
			ret.Held = f.Code
		}
		fs = append(fs, f.For(ret.Department.Value, ret.Quarter.Value.String()))
	}
	switch {
	case o.departmentClash != nil:
		hold(*o.departmentClash)
	case ret.Department.Value == "":
		hold(r.unknownDepartment(place, ret.Department))
	}
	switch q := ret.Quarter; {
	case o.quarterClash != nil:
		hold(*o.quarterClash)
	case q.Value.IsZero():
		hold(finding.New(finding.QuarterUnknown, place, "表题、工作表名、文件名和文件夹名里都没有写季度",
			fmt.Sprintf("%d年第三季度", r.plan.Year)))
	case q.Value.Year != r.plan.Year:
		f := finding.New(finding.QuarterUnknown, at(q.At, place), "写的是"+q.Value.Label()+"，不是本年度的", fmt.Sprintf("%d年第三季度", r.plan.Year))
		if slices.ContainsFunc(ret.Rows, func(row Row) bool { return row.Key.Given() }) {
			f.Hint = fmt.Sprintf("这是%d年的报送表，改表题没有用；请改填本年度下发的报送表。", q.Value.Year)
		}
		hold(f)
	}
	if !answered(ret.Rows) {
		hold(finding.New(finding.EmptyReturn, place, "", ""))
	}
	return fs
}

func (r *Reader) unknownDepartment(place finding.Place, said grid.Read[string]) finding.Finding {
	if !said.Given() {
		return finding.New(finding.DepartmentUnknown, place, "填报单位、表题、工作表名、文件名和文件夹名里都没有部门名录中的名称", "")
	}
	hint := ""
	if near := r.plan.Roster.Suggest(said.Said); near != "" {
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

func answered(rows []Row) bool {
	for _, row := range rows {
		if row.Ignored == "" {
			return true
		}
	}
	return false
}

// hidden reports hidden rows and columns of the table: they are read like the others.
func hidden(t *table) []finding.Finding {
	var rows, cols []string
	for row := t.head; row <= t.end; row++ {
		if t.sheet.HiddenRow(row) && !blankRow(t.sheet, row) {
			rows = append(rows, fmt.Sprint(row))
		}
	}
	for col := 1; col <= t.sheet.Width(); col++ {
		if t.sheet.HiddenCol(col) && t.columns[col].role != "" {
			cols = append(cols, finding.ColumnName(col))
		}
	}
	var what []string
	if len(rows) > 0 {
		what = append(what, "第"+strings.Join(rows, "、")+"行")
	}
	if len(cols) > 0 {
		what = append(what, strings.Join(cols, "、")+"列")
	}
	if len(what) == 0 {
		return nil
	}
	return []finding.Finding{finding.New(finding.HiddenContent,
		t.sheet.Place(), strings.Join(what, "，")+"，已一并读取", "")}
}
