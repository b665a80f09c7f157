package returns

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/templates/words"
)

// Reader reads returns against one plan and one vocabulary. It is safe for use by several
// goroutines.
type Reader struct {
	plan     *plan.Plan
	words    *words.Words
	statuses map[string]Status     // by folded word
	texts    map[string]fold.Shape // of requirements, by key
	keys     map[string]string     // of requirements, by folded text
}

// NewReader returns a reader for the plan's roster and year.
func NewReader(p *plan.Plan, w *words.Words) *Reader {
	texts, keys := formKeys(p)
	return &Reader{plan: p, words: w, statuses: statusWords(w), texts: texts, keys: keys}
}

// Read reads the returns of a file: for each sheet with a table, one return a department
// and quarter. A file without any table gives none and a finding.
func (r *Reader) Read(book *grid.Book) ([]Return, []finding.Finding) {
	var rs []Return
	var fs []finding.Finding
	tables := 0
	for _, sheet := range book.Sheets {
		found := r.findTables(sheet)
		tables += len(found)
		if sheet.Hidden && len(found) > 0 {
			fs = append(fs, finding.New(finding.HiddenContent, finding.Place{File: book.File, Sheet: sheet.Name},
				"工作表“"+sheet.Name+"”是隐藏的，没有读取", "如需计入，"))
			continue
		}
		var parts []part
		for i, t := range found {
			if i > 0 {
				t.first = found[0]
			}
			got, more := r.readTable(book, t)
			parts, fs = join(parts, got), append(fs, more...)
		}
		for i := range parts {
			ret := &parts[i].ret
			fs = append(fs, r.hold(ret, parts[i].origin)...)
			for j := range ret.Rows {
				r.check(ret, &ret.Rows[j])
			}
			rs = append(rs, *ret)
		}
	}
	if tables == 0 {
		fs = append(fs, finding.New(finding.NoTable, finding.Place{File: book.File}, "", "至少要有“具体要求”和“完成情况”两栏"))
	}
	return rs, fs
}

// part is a return, or what one of several tables holds of it.
type part struct {
	ret    Return
	origin origin
}

// join adds the parts of a further table: what is of the same department and quarter on
// the same sheet is one return.
func join(parts, more []part) []part {
	for _, p := range more {
		i := slices.IndexFunc(parts, func(o part) bool {
			return o.ret.Department.Value == p.ret.Department.Value && o.ret.Quarter.Value == p.ret.Quarter.Value
		})
		if i < 0 {
			parts = append(parts, p)
			continue
		}
		parts[i].ret.Rows = append(parts[i].ret.Rows, p.ret.Rows...)
		parts[i].ret.Evidence = parts[i].ret.Evidence || p.ret.Evidence
	}
	return parts
}

// readTable reads one table: its rows first, since a 责任部门 column may say whose they are.
func (r *Reader) readTable(book *grid.Book, t *table) (parts []part, fs []finding.Finding) {
	o := r.origin(book.File, t)
	base := Return{File: book.File, Sheet: t.sheet.Name, Sum: book.Sum, Version: version(path.Base(book.File)),
		Evidence: t.has(words.Evidence), Quarter: o.quarter, StatedOn: o.statedOn}
	fs = hidden(t)
	quarters := t.quarters()
	if q := base.Quarter.Value; len(quarters) > 0 && !q.IsZero() {
		quarters, t = nil, t.in(q.N)
	}
	rs := r.perDepartment(t, base, o, &fs)
	if len(quarters) > 0 {
		rs = nil
		for _, n := range quarters {
			q := period.Quarter{Year: r.plan.Year, N: n}
			base.Quarter = grid.Read[period.Quarter]{Value: q, Said: q.Short(), At: finding.Place{File: book.File, Sheet: t.sheet.Name, Row: t.head}}
			rs = append(rs, r.perDepartment(t.in(n), base, o, &fs)...)
		}
	}
	for i := range fs {
		if fs[i].Department == "" {
			fs[i] = fs[i].For(rs[0].Department.Value, rs[0].Quarter.Value.String())
		}
	}
	for _, ret := range rs {
		parts = append(parts, part{ret, o})
		for _, f := range o.findings {
			fs = append(fs, f.For(ret.Department.Value, ret.Quarter.Value.String()))
		}
	}
	return parts, fs
}

// perDepartment reads the rows of a table and splits them by department where nothing but
// a 责任部门 column says whose they are.
func (r *Reader) perDepartment(t *table, base Return, o origin, fs *[]finding.Finding) []Return {
	rows := r.rows(t)
	for _, f := range misplacedKeys(rows) {
		*fs = append(*fs, f.For(o.department.Value, base.Quarter.Value.String()))
	}
	if !o.departmentSpoken {
		return r.byColumn(base, rows)
	}
	base.Department, base.Rows = o.department, rows
	*fs = append(*fs, r.compareColumn(rows, o)...)
	return []Return{base}
}

// hold says whether the sheet as a whole can be merged, and why not.
func (r *Reader) hold(ret *Return, o origin) []finding.Finding {
	place := finding.Place{File: ret.File, Sheet: ret.Sheet}
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
	if p.File == "" {
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

// byColumn splits rows by their 责任部门 column into one return a department. Rows whose
// cell names no single department stay together as a return of nobody.
func (r *Reader) byColumn(base Return, rows []Row) []Return {
	var rs []Return
	index := map[string]int{}
	last := ""
	for _, row := range rows {
		d, said := last, grid.Read[string]{}
		if row.Ignored == "" || row.Ignored == Unanswered {
			d, said = "", row.Departments
			if found, ok := r.plan.Roster.Find(said.Value, base.Quarter.Value); ok {
				d = found.Name
			}
			last = d
		}
		i, ok := index[d]
		if !ok {
			i = len(rs)
			index[d] = i
			ret := base
			if d != "" {
				ret.Department = grid.Read[string]{Value: d, Said: said.Said, At: said.At}
			}
			rs = append(rs, ret)
		}
		rs[i].Rows = append(rs[i].Rows, row)
	}
	if len(rs) == 0 {
		rs = []Return{base}
	}
	return rs
}

// compareColumn reports a 责任部门 column that names one other department throughout.
func (r *Reader) compareColumn(rows []Row, o origin) []finding.Finding {
	var other grid.Read[string]
	for _, row := range rows {
		if row.Ignored != "" || !row.Departments.Given() {
			continue
		}
		d, ok := r.plan.Roster.Find(row.Departments.Value, o.quarter.Value)
		if !ok || d.Name == o.department.Value || other.Given() && d.Name != other.Value {
			return nil
		}
		if !other.Given() {
			other = grid.Read[string]{Value: d.Name, Said: row.Departments.Said, At: row.Departments.At}
		}
	}
	if !other.Given() {
		return nil
	}
	return []finding.Finding{finding.New(finding.DepartmentConflict, other.At,
		"责任部门栏都写的是"+other.Said, o.department.Value).For(o.department.Value, o.quarter.Value.String())}
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
		finding.Place{File: t.sheet.File, Sheet: t.sheet.Name}, strings.Join(what, "，")+"，已一并读取", "")}
}
