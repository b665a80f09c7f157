// Package earlier reads what earlier years left in a year folder: last year's ledger, and the reports
// that were published.
package earlier

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/disk"
	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/lookback"
	"taizhang/importer/numbers"
	"taizhang/importer/numbers/prose"
	"taizhang/importer/numbers/read"
	"taizhang/importer/numbers/sums"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/templates/tables"
)

// lastFolder is where an earlier year lies in a year folder.
const lastFolder = "上年"

// mostPublished is how many files of an earlier year are looked into.
const mostPublished = 20

// yearTold is what the published reports of a year tell of its numbers, by their ids in the form of that
// year. Of what two of them say differently nothing is known.
type yearTold struct {
	form    string
	by      map[string]numbers.Told
	unclear map[string]bool
}

// reports is what published reports tell, by their years.
type reports map[int]*yearTold

// Published returns the numbers of earlier years as their published reports tell them: pages,
// documents, workbooks or open data beside last year's ledger. What a ledger says of last year goes before
// what a report says. Where nothing tells of last year, a report that does not say of what year it is, or is
// Of another, is a finding.
func Published(folder string, p *plan.Plan, last *lookback.Year, form *tables.Form) (reports, []finding.Finding) {
	before, err := tables.Of(p.Year-1, nil)
	if form == nil || err != nil || before == nil {
		return nil, nil
	}
	known := last != nil && last.Year == p.Year-1 && len(last.Numbers) > 0
	told := reports{}
	var unused, older []finding.Finding
	for _, name := range publishedFiles(folder) {
		place := finding.In(disk.Legible(path.Join(lastFolder, name)), "")
		got, form, year := openPublished(filepath.Join(folder, lastFolder, name), place.File(), p.Year)
		switch {
		case len(got) == 0, known && year == p.Year-1:
			continue
		case year == 0, year >= p.Year:
			unused = append(unused, notOfLastYear(place, year, p.Year-1))
			continue
		case year < p.Year-1:
			older = append(older, notOfLastYear(place, year, p.Year-1))
			if form == "" {
				continue
			}
		}
		told.add(year, form, got)
	}
	switch {
	case known:
		return told, nil
	case told[p.Year-1] != nil:
		return told, unused
	}
	return told, append(unused, older...)
}

func (r reports) add(year int, form string, got map[string]numbers.Told) {
	y := r[year]
	if y == nil {
		y = &yearTold{form, map[string]numbers.Told{}, map[string]bool{}}
		r[year] = y
	}
	for id, t := range got {
		if was, ok := y.by[id]; ok && was != t || form != y.form {
			y.unclear[id] = true
		}
		y.by[id] = t
	}
}

// Of returns what the reports tell of last year and of the years before it, in the places of this
// year's form, the earliest first.
func (r reports) Of(form *tables.Form, year int) (last []numbers.Datum, earlier []numbers.Earlier) {
	for _, y := range slices.Sorted(maps.Keys(r)) {
		t := r[y]
		for id := range t.unclear {
			delete(t.by, id)
		}
		data := numbers.LastYear(form, t.form, t.by)
		switch {
		case y == year-1:
			last = data
		case data != nil:
			earlier = append(earlier, numbers.Earlier{Year: y, Data: data})
		}
	}
	return last, earlier
}

func notOfLastYear(at finding.Place, year, want int) finding.Finding {
	f := finding.New(finding.LastYearUnused, at, "", "")
	said := "看不出是哪一年的"
	if year > 0 {
		said = fmt.Sprintf("是%d年的", year)
	}
	f.Found = said
	f.Message = fmt.Sprintf("这份年报%s，没有当作%d年的年报与本年的数据核对。", said, want)
	f.Hint = fmt.Sprintf("请放%d年的年报；年份没有写明的，写在文件名里。", want)
	return f
}

// publishedFiles lists the files that may be a report, in the order of their names.
func publishedFiles(folder string) (names []string) {
	entries, err := os.ReadDir(filepath.Join(folder, lastFolder))
	if err != nil {
		return nil
	}
	for _, e := range entries {
		name := e.Name()
		if e.Type()&fs.ModeType != 0 || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || name == "台账.json" || len(names) == mostPublished {
			continue
		}
		switch strings.ToLower(filepath.Ext(name)) {
		case ".html", ".htm", ".docx", ".odt", ".doc", ".wps", ".xlsx", ".xls", ".et", ".ods", ".json":
			names = append(names, name)
		}
	}
	return names
}

// openPublished reads the numbers of a report, with the form that they are of, "" for one that is not
// known, and the year, 0 where it names none. A report is read by the form of its year, one that names
// none by that of last year.
func openPublished(file, name string, report int) (map[string]numbers.Told, string, int) {
	if strings.EqualFold(filepath.Ext(file), ".json") {
		return openData(file)
	}
	book, _, err := open.Return(file, name, func() {})
	if err != nil || book == nil {
		return nil, "", 0
	}
	year := yearOfReport(book)
	form, err := tables.Of(cmp.Or(year, report-1), nil)
	unknown := err != nil || form == nil // a form that was in use before those that are known
	if unknown {
		if form, err = tables.Of(report-1, nil); err != nil || form == nil {
			return nil, "", year
		}
	}
	reader := read.New(form, read.Known{Whose: func(*grid.Book, *grid.Sheet, []int) read.Whose {
		return read.Whose{Quarter: period.Quarter{Year: cmp.Or(year, report-1), N: 4}}
	}})
	data, any := sums.Published(form, reader.Read(book).Values)
	if !any {
		return nil, "", year
	}
	if unknown {
		return sums.Tell(form, data), "", year
	}
	return sums.Tell(form, data), form.ID, year
}

var anyYear = regexp.MustCompile(`(20[0-9]{2})\s*年`)

// yearOfReport returns the year that a report is of by its title, else by its name.
func yearOfReport(book *grid.Book) int {
	if year := prose.YearOfReport(book); year > 0 {
		return year
	}
	if m := anyYear.FindStringSubmatch(path.Base(book.File)); m != nil {
		year, _ := strconv.Atoi(m[1])
		return year
	}
	return 0
}

// openData reads the numbers of the data that an annex brings along.
func openData(file string) (map[string]numbers.Told, string, int) {
	info, err := os.Stat(file)
	if err != nil || info.Size() > mostOpenData {
		return nil, "", 0
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, "", 0
	}
	var d struct {
		Year    int
		Numbers struct {
			Form   string
			Tables []struct {
				Cells []struct {
					Indicator string
					Value     *json.Number
					State     string
				}
			}
		}
	}
	if json.Unmarshal(text, &d) != nil {
		return nil, "", 0
	}
	told := map[string]numbers.Told{}
	for _, t := range d.Numbers.Tables {
		for _, c := range t.Cells {
			state := numbers.State(c.State)
			if !slices.Contains([]numbers.State{numbers.Number, numbers.Zero, numbers.Absent}, state) {
				continue
			}
			n := numbers.Told{State: state}
			if c.Value != nil {
				n.Value = c.Value.String()
			}
			told[c.Indicator] = n
		}
	}
	if form, err := tables.Of(d.Year, nil); d.Numbers.Form == "" && err == nil && form != nil {
		d.Numbers.Form = form.ID
	}
	return told, d.Numbers.Form, d.Year
}

const mostOpenData = 64 << 20
