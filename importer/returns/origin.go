package returns

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/templates/words"
)

// origin is whose return a sheet is and for which quarter, and what disagreed.
type origin struct {
	department       grid.Read[string]
	departmentSpoken bool // some source named a department, known or not
	quarter          grid.Read[period.Quarter]
	statedOn         grid.Read[period.Date]
	departmentClash  *finding.Finding // two sources of one rank disagree: the sheet is held
	quarterClash     *finding.Finding
	findings         []finding.Finding
}

// voice is what one source says: an info cell, the title, a name. Sources are asked in the
// order of trust, and the first that speaks is taken.
type voice struct {
	rank     string // what the source is, for a message: 填报单位栏, 表题, 文件名
	text     grid.Read[string]
	exact    bool // the text is a department's name and nothing else
	pathName bool // a file or folder name: a span in it contradicts nothing

	departments []string         // said by form keys, which leave nothing to read
	quarters    []period.Quarter // the same
}

// origin finds whose return the sheet is and for which quarter, in this order of trust:
// form keys, info row, title, sheet name, file name, folder (the nearest first). A 责任部门
// column comes after them.
func (r *Reader) origin(file string, t *table) origin {
	var o origin
	info := r.info(t)
	if t.first != nil && !r.speaks(t.sheet, t.top, t.head) {
		info = r.info(t.first)
	}
	names := []voice{}
	for _, title := range info.titles {
		names = append(names, voice{rank: "表题", text: title})
	}
	place := finding.In(file, t.sheet.Name)
	said := func(s string, at finding.Place) grid.Read[string] {
		return grid.Read[string]{Value: s, Said: s, At: at}
	}
	names = append(names, voice{rank: "工作表名", text: said(t.sheet.Name, place)})
	base := path.Base(file)
	names = append(names, voice{rank: "文件名", text: said(strings.TrimSuffix(base, path.Ext(base)), place), pathName: true})
	for dir := path.Dir(file); dir != "." && dir != "/" && dir != ""; dir = path.Dir(dir) {
		names = append(names, voice{rank: "文件夹名", text: said(path.Base(dir), place), pathName: true})
	}
	form := formVoice(t)
	r.when(&o, slices.Concat(form, info.voices(words.When, "填报季度栏"), names))
	r.whose(&o, slices.Concat(form, info.voices(words.Whose, "填报单位栏"), names))
	o.statedOn = r.statedOn(&o, info.of(words.On))
	return o
}

// whose settles the department. A named but unknown department is taken too: it holds the
// sheet, for a name further down may be anybody's.
func (r *Reader) whose(o *origin, voices []voice) {
	for _, v := range voices {
		names := r.departmentsIn(v, o.quarter.Value)
		switch {
		case len(names) == 0:
			continue
		case !o.departmentSpoken && len(names) > 1:
			f := finding.New(finding.DepartmentConflict, v.text.At, v.rank+"同时写了"+strings.Join(names, "、"), "待核对")
			f.Held = true
			o.departmentClash, o.departmentSpoken = &f, true
			return
		case !o.departmentSpoken:
			o.departmentSpoken = true
			o.department = grid.Read[string]{Value: names[0], Said: v.text.Said, At: v.text.At}
			if !r.known(names[0]) {
				o.department.Value = ""
				return
			}
		case !slices.Contains(names, o.department.Value):
			o.findings = append(o.findings, finding.New(finding.DepartmentConflict, v.text.At,
				v.rank+"写的是“"+v.text.Said+"”", o.department.Value))
		}
	}
}

// departmentsIn returns the departments that a source names. An info cell that names
// nobody in the roster returns its own words: it speaks, and can't be understood. Without
// a roster there is nothing to hold a name against, and it stands as written.
func (r *Reader) departmentsIn(v voice, q period.Quarter) []string {
	if len(v.departments) > 0 {
		return r.named(v.departments, q)
	}
	text := strings.TrimSpace(v.text.Value)
	if text == "" {
		return nil
	}
	var names []string
	for _, d := range r.plan.Roster.FindIn(text) {
		names = append(names, d.Name)
	}
	if v.exact && len(names) < 2 {
		if d, ok := r.plan.Roster.Find(text, q); ok {
			return []string{d.Name}
		}
	}
	if len(names) == 0 && v.exact {
		return []string{text}
	}
	return names
}

// named returns departments by their roster names, each once; one that the roster lacks
// keeps its own.
func (r *Reader) named(said []string, q period.Quarter) (names []string) {
	for _, name := range said {
		if d, ok := r.plan.Roster.Find(name, q); ok {
			name = d.Name
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// known reports whether the name is a department's.
func (r *Reader) known(name string) bool {
	if !r.plan.Roster.Known() {
		return true
	}
	return r.plan.Roster.Lists(name)
}

// when settles the quarter. A quarter without a year is the list's year's.
func (r *Reader) when(o *origin, voices []voice) {
	for _, v := range voices {
		quarters, span := r.quartersIn(v)
		switch {
		case len(quarters) == 0:
			continue
		case o.quarter.Value.IsZero() && len(quarters) > 1:
			f := finding.New(finding.QuarterConflict, v.text.At, v.rank+"同时写了"+quarters[0].Label()+"和"+quarters[1].Label(), "待核对")
			f.Held = true
			o.quarterClash = &f
			o.quarter = grid.Read[period.Quarter]{Value: quarters[0], Said: v.text.Said, At: v.text.At}
			return
		case o.quarter.Value.IsZero():
			o.quarter = grid.Read[period.Quarter]{Value: quarters[0], Said: v.text.Said, At: v.text.At}
		case !slices.Contains(quarters, o.quarter.Value) && !(v.pathName && span):
			o.findings = append(o.findings, finding.New(finding.QuarterConflict, v.text.At,
				v.rank+"写的是“"+v.text.Said+"”", o.quarter.Value.Label()))
		}
	}
}

// twoQuarters is two quarters in one phrase: 第二、三季度.
var twoQuarters = regexp.MustCompile(`第?([一二三四1-4])[、和及与]第?([一二三四1-4])季度`)

// quartersIn returns the quarters that a source names, each once. Where it names a quarter
// and a span that ends elsewhere (截至9月底 in a title of the third quarter), the quarter
// counts; span reports that there were only spans.
func (r *Reader) quartersIn(v voice) (quarters []period.Quarter, span bool) {
	if len(v.quarters) > 0 {
		return v.quarters, false
	}
	var spans []period.Quarter
	for _, m := range r.mentions(twoQuarters.ReplaceAllString(v.text.Value, "第${1}季度、第${2}季度")) {
		q := m.Quarter
		if q.Year == 0 {
			q.Year = r.plan.Year
		}
		list := &quarters
		if m.Span {
			list = &spans
		}
		if !slices.Contains(*list, q) {
			*list = append(*list, q)
		}
	}
	if len(quarters) > 0 {
		return quarters, false
	}
	return spans, true
}

// statedOn reads the date that the return states of itself. One without a year that would
// lie before the quarter is the next year's: the fourth quarter is reported in January.
func (r *Reader) statedOn(o *origin, said []grid.Read[string]) grid.Read[period.Date] {
	for _, s := range said {
		if !strings.ContainsAny(s.Value, "0123456789０１２３４５６７８９一二三四五六七八九十") {
			continue // 年 月 日, not filled in
		}
		on, ok := period.ParseDate(s.Value, r.plan.Year)
		if !ok {
			o.findings = append(o.findings, finding.New(finding.DateUnreadable, s.At, s.Said, ""))
			continue
		}
		q := o.quarter.Value
		if next, ok := period.ParseDate(s.Value, r.plan.Year+1); ok && next != on && !q.IsZero() && q.First().After(on) {
			on = next
		}
		return grid.Read[period.Date]{Value: on, Said: s.Said, At: s.At}
	}
	return grid.Read[period.Date]{}
}
