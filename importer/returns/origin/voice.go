// Package origin says whose a table is and for which quarter. Many places speak: the keys of a form, the
// lines around a table, the sheet, covers, the file and its folders. The narrowest that speaks decides,
// and one that disagrees is reported.
package origin

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns/known"
)

// Reader tells whose a table is and for which quarter.
type Reader struct {
	*known.Facts
	office func(file, sheet string) Told // nil for nobody
}

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
	name := strings.TrimSuffix(base, path.Ext(base))
	vs := []voice{{scope: inFile, rank: "文件名", text: grid.Read[string]{Value: r.withoutReceiver(name), Said: name, At: place}}}
	for dir := path.Dir(file); dir != "." && dir != "/" && dir != ""; dir = path.Dir(dir) {
		vs = append(vs, voice{scope: inFolder, rank: "文件夹名", text: said(path.Base(dir))})
	}
	return vs
}

// withoutReceiver takes off a file's name whom the file is sent to: 审批科报局办 is the 审批科's.
func (r *Reader) withoutReceiver(name string) string {
	m := sentTo.FindStringSubmatchIndex(name)
	if m == nil {
		return name
	}
	sender, receiver := name[:m[0]], name[m[2]:m[3]]
	if _, ok := r.Plan.Roster.Find(receiver, period.Quarter{}); !ok || len(r.Plan.Roster.FindIn(sender)) != 1 {
		return name
	}
	return sender + name[m[3]:]
}

// sentTo is to whom something is sent, at the end of a name or before what is no letter.
var sentTo = regexp.MustCompile(`(?:上报|报送|呈报|提交|发给|报给|交给|报|送|呈|交)(\p{Han}{2,12}?)(?:$|[^\p{Han}]|第?[一二三四]季)`)

// whose settles the department. A source that names several is narrowed by the next that
// names one of them. A named but unknown department is taken too: it holds the sheet, for a
// name further down may be anybody's.
func (f *Sources) whose(o *Origin, voices []voice) {
	var several voice
	var among []string
	for _, v := range voices {
		names := f.departmentsIn(v, o.Quarter.Value)
		switch {
		case len(names) == 0:
			continue
		case !o.DepartmentSpoken && len(names) > 1 && v.scope == inKeys:
			found := finding.New(finding.DepartmentConflict, v.text.At, v.rank+"同时写了"+strings.Join(names, "、"), "待核对")
			found.Held = true
			o.DepartmentClash, o.DepartmentSpoken = &found, true
			return
		case !o.DepartmentSpoken && len(names) > 1:
			if among == nil {
				among, several = names, v
			}
		case !o.DepartmentSpoken && among != nil && !slices.Contains(among, names[0]):
			continue
		case !o.DepartmentSpoken:
			o.DepartmentSpoken = true
			o.Department = grid.Read[string]{Value: names[0], Said: v.text.Said, At: v.text.At}
			if !f.isKnown(names[0]) {
				o.Department.Value = ""
				return
			}
		case !slices.Contains(names, o.Department.Value) && v.scope < inFile:
			o.Findings = append(o.Findings, finding.New(finding.DepartmentConflict, v.text.At,
				v.rank+"写的是“"+v.text.Said+"”", o.Department.Value))
		case !slices.Contains(names, o.Department.Value) && len(names) == 1:
			o.Findings = append(o.Findings, finding.New(finding.DepartmentConflict, v.text.At,
				v.rank+"写的是“"+v.text.Said+"”", o.Department.Value))
		}
	}
	if !o.DepartmentSpoken && among != nil {
		found := finding.New(finding.DepartmentConflict, several.text.At, several.rank+"同时写了"+strings.Join(among, "、"), "待核对")
		found.Held = true
		o.DepartmentClash = &found
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
	for _, d := range r.Plan.Roster.FindIn(text) {
		names = append(names, d.Name)
	}
	if v.exact && len(names) < 2 {
		if d, ok := r.Plan.Roster.Find(text, q); ok {
			return []string{d.Name}
		}
	}
	if len(names) == 0 && v.exact {
		return []string{text}
	}
	if len(names) == 0 && v.scope >= inSheetName { // a name by itself, in a way that no text around it allows
		if d, ok := r.Plan.Roster.Find(quarterIn.ReplaceAllString(text, ""), q); ok {
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
		if d, ok := r.Plan.Roster.Find(name, q); ok {
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
	if !r.Plan.Roster.Known() {
		return true
	}
	return r.Plan.Roster.Lists(name)
}

// titleRank is what a title of a table is called.
const titleRank = "表题"
