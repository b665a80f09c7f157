package returns

import (
	"path"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// Reader reads returns against one plan and one vocabulary. It is safe for use by several
// goroutines.
type Reader struct {
	plan     *plan.Plan
	words    *words.Words
	statuses map[string]status.Status // by folded word
	texts    map[string]fold.Shape    // of requirements, by key
	keys     map[string]string        // of requirements, by folded text
	memo     memos
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
			fs = append(fs, finding.New(finding.HiddenContent, sheet.Place(),
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
			pack(ret.Rows)
			rs = append(rs, *ret)
		}
	}
	if tables == 0 {
		fs = append(fs, finding.New(finding.NoTable, finding.In(book.File, ""), "", "至少要有“具体要求”和“完成情况”两栏"))
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
			base.Quarter = grid.Read[period.Quarter]{Value: q, Said: q.Short(), At: t.sheet.Place().At(t.head, 0)}
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
