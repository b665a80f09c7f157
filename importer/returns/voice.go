package returns

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// scope is how much of a year folder a source speaks for, from narrow to wide. The narrowest
// that speaks decides.
type scope int

const (
	inKeys      scope = iota // the keys of a form
	inTable                  // the table's title and info lines
	inSheetName              // the sheet's name
	inCover                  // a cover sheet
	inFile                   // the file's name
	inFolder                 // the folder's name, the nearest first
)

// voice is what one source says: an info cell, the title, a name.
type voice struct {
	scope scope
	rank  string // what the source is, for a message: 填报单位栏, 表题, 文件名
	text  grid.Read[string]
	exact bool // the text is a department's name and nothing else

	departments []string         // said by form keys, which leave nothing to read
	quarters    []period.Quarter // the same
}

// pathVoices are the names of a file and its folders.
func (r *Reader) pathVoices(file string) []voice {
	place := finding.In(file, "")
	said := func(s string) grid.Read[string] { return grid.Read[string]{Value: s, Said: s, At: place} }
	base := path.Base(file)
	vs := []voice{{scope: inFile, rank: "文件名", text: said(strings.TrimSuffix(base, path.Ext(base)))}}
	for dir := path.Dir(file); dir != "." && dir != "/" && dir != ""; dir = path.Dir(dir) {
		vs = append(vs, voice{scope: inFolder, rank: "文件夹名", text: said(path.Base(dir))})
	}
	return vs
}

// nearest returns the department that file and folders name, "" where they name none or
// several.
func (f *file) nearest() string {
	for _, v := range f.path {
		if names := f.departmentsIn(v, period.Quarter{}); len(names) == 1 {
			return names[0]
		}
	}
	return ""
}

// origin is whose return a table is and for which quarter, and what disagreed.
type origin struct {
	department       grid.Read[string]
	departmentSpoken bool // some source named a department, known or not
	departmentTold   bool // the office did
	quarter          grid.Read[period.Quarter]
	quarterSpan      bool // only a span was named: 全年, 上半年
	statedOn         grid.Read[period.Date]
	departmentClash  *finding.Finding // two sources of one scope disagree: the sheet is held
	quarterClash     *finding.Finding
	findings         []finding.Finding
}

// origin asks all sources. A 责任部门 column comes after them.
func (f *file) origin(u *sheet, b *table.Block) origin {
	in := (&reading{file: f, Block: b, sheet: u}).info()
	if u.first != nil && u.first != b && !in.speaks(f.Reader) {
		in = (&reading{file: f, Block: u.first, sheet: u}).info()
	}
	if b.Continues && !in.speaks(f.Reader) {
		in = f.lastInfo
	} else {
		f.lastInfo = in
	}
	return f.asked(u, in, f.formVoice(b))
}

// asked settles whose a part of a sheet is and when, by what stands above it, by the keys of a
// form and by the names around it.
func (f *file) asked(u *sheet, in info, form []voice) origin {
	var o origin
	name := voice{scope: inSheetName, rank: "工作表名", text: grid.Read[string]{Value: u.Grid.Name, Said: u.Grid.Name, At: u.Grid.Place()}}
	covers := slices.Clone(f.covers)
	if f.opening.speaks(f.Reader) && !in.speaks(f.Reader) { // the title of a document speaks for all its tables
		covers = slices.Concat(f.opening.voices(words.When, "填报季度栏"), f.opening.voices(words.Whose, "填报单位栏"), f.opening.titleVoices("标题"), covers)
	}
	for i := range covers {
		covers[i].scope = inCover
	}
	tables := in.titleVoices(titleRank)
	around := slices.Concat([]voice{name}, covers, f.path)
	f.when(&o, slices.Concat(form, in.voices(words.When, "填报季度栏"), tables, f.openingTimes(in), around))
	f.toldWhen(&o, u)
	f.whose(&o, slices.Concat(form, in.voices(words.Whose, "填报单位栏"), tables, around))
	f.toldWhose(&o, u)
	if o.statedOn = f.statedOn(&o, in.of(words.On)); o.statedOn.Value.IsZero() {
		o.statedOn = f.statedOn(&o, f.coverDate())
	}
	return o
}

// openingTimes is what the title of a document says of when, for a table whose own title names a
// department and no quarter.
func (f *file) openingTimes(in info) []voice {
	if !in.speaks(f.Reader) || in.timed(f.Reader) {
		return nil
	}
	vs := append(f.opening.voices(words.When, "填报季度栏"), f.opening.titleVoices("标题")...)
	for i := range vs {
		vs[i].scope = inCover
	}
	return vs
}

// coverDate is the date that covers state, where it can be read and no two of them differ.
func (f *file) coverDate() []grid.Read[string] {
	var said []grid.Read[string]
	for _, d := range f.coverDates {
		on, ok := period.ParseDate(d.Value, f.plan.Year)
		if !ok {
			continue
		}
		if len(said) > 0 {
			if first, _ := period.ParseDate(said[0].Value, f.plan.Year); first != on {
				return nil
			}
			continue
		}
		said = append(said, d)
	}
	return said
}

// whose settles the department. A source that names several is narrowed by the next that
// names one of them. A named but unknown department is taken too: it holds the sheet, for a
// name further down may be anybody's.
func (f *file) whose(o *origin, voices []voice) {
	var several voice
	var among []string
	for _, v := range voices {
		names := f.departmentsIn(v, o.quarter.Value)
		switch {
		case len(names) == 0:
			continue
		case !o.departmentSpoken && len(names) > 1 && v.scope == inKeys:
			found := finding.New(finding.DepartmentConflict, v.text.At, v.rank+"同时写了"+strings.Join(names, "、"), "待核对")
			found.Held = true
			o.departmentClash, o.departmentSpoken = &found, true
			return
		case !o.departmentSpoken && len(names) > 1:
			if among == nil {
				among, several = names, v
			}
		case !o.departmentSpoken && among != nil && !slices.Contains(among, names[0]):
			continue
		case !o.departmentSpoken:
			o.departmentSpoken = true
			o.department = grid.Read[string]{Value: names[0], Said: v.text.Said, At: v.text.At}
			if !f.isKnown(names[0]) {
				o.department.Value = ""
				return
			}
		case !slices.Contains(names, o.department.Value) && v.scope < inFile:
			o.findings = append(o.findings, finding.New(finding.DepartmentConflict, v.text.At,
				v.rank+"写的是“"+v.text.Said+"”", o.department.Value))
		case !slices.Contains(names, o.department.Value) && len(names) == 1:
			o.findings = append(o.findings, finding.New(finding.DepartmentConflict, v.text.At,
				v.rank+"写的是“"+v.text.Said+"”", o.department.Value))
		}
	}
	if !o.departmentSpoken && among != nil {
		found := finding.New(finding.DepartmentConflict, several.text.At, several.rank+"同时写了"+strings.Join(among, "、"), "待核对")
		found.Held = true
		o.departmentClash = &found
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
	if len(names) == 0 && v.scope >= inSheetName { // a name by itself, in a way that no text around it allows
		if d, ok := r.plan.Roster.Find(quarterIn.ReplaceAllString(text, ""), q); ok {
			return []string{d.Name}
		}
	}
	return names
}

// quarterIn is what file and sheet names say beside a department: 办公室2季度.
var quarterIn = regexp.MustCompile(`(?:[0-9]{2,4}年?度?)?第?[一二三四1-4]?季度?|[（(][^)）]*[)）]|[-_—\s]|报表|上报|汇总|[0-9]+`)

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

// isKnown reports whether the name is a department's.
func (r *Reader) isKnown(name string) bool {
	if !r.plan.Roster.Known() {
		return true
	}
	return r.plan.Roster.Lists(name)
}

// titleRank is what a title of a table is called.
const titleRank = "表题"
