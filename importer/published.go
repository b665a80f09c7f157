package importer

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

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

// readPublished returns the numbers of the year before as its published report tells them: a page, a
// document, a workbook or open data beside last year's ledger. What a ledger says goes before what a
// report says. A report that does not say of what year it is, or is of another, is a finding.
func readPublished(o Options, p *plan.Plan, last *lookback.Year, form *tables.Form) (map[string]numbers.Told, string, []finding.Finding) {
	if form == nil || last != nil && last.Year == p.Year-1 && len(last.Numbers) > 0 {
		return nil, "", nil
	}
	before, err := tables.Of(p.Year-1, nil)
	if err != nil || before == nil {
		return nil, "", nil
	}
	told := map[string]numbers.Told{}
	unclear := map[string]bool{}
	var found []finding.Finding
	for _, name := range publishedFiles(o) {
		file := filepath.Join(o.Folder, lastFolder, name)
		place := finding.In(legible(path.Join(lastFolder, name)), "")
		got, year := openPublished(file, place.File(), before, p.Year-1)
		switch {
		case len(got) == 0:
			continue
		case year != p.Year-1:
			found = append(found, notOfLastYear(place, year, p.Year-1))
			continue
		}
		for id, t := range got {
			if was, ok := told[id]; ok && was != t {
				unclear[id] = true
			}
			told[id] = t
		}
	}
	for id := range unclear {
		delete(told, id)
	}
	return told, before.ID, found
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
func publishedFiles(o Options) (names []string) {
	entries, err := os.ReadDir(filepath.Join(o.Folder, lastFolder))
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

// openPublished reads the numbers of a report, and the year that it is of, 0 where it names none.
func openPublished(file, name string, form *tables.Form, year int) (map[string]numbers.Told, int) {
	if strings.EqualFold(filepath.Ext(file), ".json") {
		return openData(file)
	}
	book, _, err := open.Return(file, name, func() {})
	if err != nil || book == nil {
		return nil, 0
	}
	reader := read.New(form, read.Known{Whose: func(*grid.Book, *grid.Sheet, []int) read.Whose {
		return read.Whose{Quarter: period.Quarter{Year: year, N: 4}}
	}})
	data, any := sums.Published(form, reader.Read(book).Values)
	if !any {
		return nil, 0
	}
	return sums.Tell(form, data), yearOfReport(book)
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
func openData(file string) (map[string]numbers.Told, int) {
	info, err := os.Stat(file)
	if err != nil || info.Size() > mostOpenData {
		return nil, 0
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, 0
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
		return nil, 0
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
	return told, d.Year
}

const mostOpenData = 64 << 20
