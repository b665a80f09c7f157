package ledgerbook

import (
	"encoding/xml"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/status"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/ledgerbook/people"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
	"taizhang/report/xlsx/xlsxtest"
)

func TestTextsAreNeverFormulas(t *testing.T) {
	b := written(t, trial.Whole(t))
	for name, text := range xlsxtest.Parts(t, b) {
		if !strings.HasPrefix(name, "xl/worksheets/sheet") {
			continue
		}
		for _, m := range formula.FindAllStringSubmatch(text, -1) {
			if !ours.MatchString(m[1]) {
				t.Errorf("%s: %s", name, m[1])
			}
		}
	}
	f := xlsxtest.Open(t, b)
	rows, err := f.GetRows(book.EntriesSheet)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[byte]bool{}
	for i, row := range rows[book.EntriesTop-1:] {
		text := row[9]
		if text == "" || !fit.OpensFormula(text) {
			continue
		}
		seen[text[0]] = true
		at := xlsx.Name(10, book.EntriesTop+i)
		style, err := f.GetCellStyle(book.EntriesSheet, at)
		if err != nil {
			t.Fatal(err)
		}
		if quote := f.Styles.CellXfs.Xf[style].QuotePrefix; quote == nil || !*quote {
			t.Errorf("%s would become a formula when somebody edits it: %s", at, text)
		}
	}
	if len(seen) != 4 {
		t.Errorf("opened with %v", seen)
	}
}

var digitsAtEnd = regexp.MustCompile(`\d+$`)

type hyperlink struct {
	Ref      string `xml:"ref,attr"`
	ID       string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
	Location string `xml:"location,attr"`
	target   string
}

// hyperlinks reads the links of a sheet, by its number, from the XML.
func hyperlinks(t *testing.T, all map[string]string, sheet int) []hyperlink {
	t.Helper()
	part := "sheet" + strconv.Itoa(sheet) + ".xml"
	var ws struct {
		List []hyperlink `xml:"hyperlinks>hyperlink"`
	}
	if err := xml.Unmarshal([]byte(all["xl/worksheets/"+part]), &ws); err != nil {
		t.Fatal(err)
	}
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	if text := all["xl/worksheets/_rels/"+part+".rels"]; text != "" {
		if err := xml.Unmarshal([]byte(text), &rels); err != nil {
			t.Fatal(err)
		}
	}
	targets := map[string]string{}
	for _, r := range rels.List {
		if r.Mode == "External" {
			targets[r.ID] = r.Target
		}
	}
	for i := range ws.List {
		if id := ws.List[i].ID; id != "" {
			if ws.List[i].target = targets[id]; ws.List[i].target == "" {
				t.Errorf("%s: %s leads nowhere", part, ws.List[i].Ref)
			}
		}
	}
	return ws.List
}

func TestLinksLeadSomewhere(t *testing.T) {
	l := trial.Whole(t)
	b := written(t, l)
	all, f := xlsxtest.Parts(t, b), xlsxtest.Open(t, b)
	files := map[string]bool{l.Plan.Source: true}
	for _, in := range l.Inputs {
		files[in.File] = true
	}
	count, lengths := map[string]int{}, map[string]int{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		lengths[sheet] = len(rows)
	}
	for n, sheet := range f.GetSheetList() {
		for _, h := range hyperlinks(t, all, n+1) {
			switch {
			case strings.HasPrefix(h.target, "http://"), strings.HasPrefix(h.target, "https://"):
				count["web"]++
			case h.target != "":
				file, err := url.PathUnescape(h.target)
				if err != nil || !files[strings.TrimPrefix(file, "../")] {
					t.Errorf("%s!%s: no such file %q, %v", sheet, h.Ref, h.target, err)
				}
				count["file"]++
			default:
				to, ref, _ := strings.Cut(h.Location, "!")
				row, _ := strconv.Atoi(digitsAtEnd.FindString(ref))
				if row < 1 || row > lengths[to] {
					t.Errorf("%s!%s leads to %s, which has %d rows", sheet, h.Ref, h.Location, lengths[to])
				}
				count["sheet"]++
			}
		}
	}
	for _, kind := range []string{"web", "file", "sheet"} {
		if count[kind] < 5 {
			t.Errorf("%d links of kind %s", count[kind], kind)
		}
	}
}

// From a number in 部门情况 one click leads to the lines behind it, and one more to the
// department's own cell.
func TestTwoClicksToTheCell(t *testing.T) {
	l := trial.Whole(t)
	all := xlsxtest.Parts(t, written(t, l))
	links := map[string]hyperlink{}
	for _, h := range hyperlinks(t, all, 9) {
		links[h.Ref] = h
	}
	for i, d := range l.ByDepartment {
		for k, st := range []status.Status{status.Completed, status.InProgress} {
			n := d.Counts[st]
			h, ok := links[xlsx.Name(people.DepartmentsStatus+k, people.DepartmentsTop+i)]
			if n == 0 {
				if ok {
					t.Errorf("%s: a link from nothing", d.Department.Name)
				}
				continue
			}
			_, lines, _ := strings.Cut(h.Location, "!")
			cells := regexp.MustCompile(`\d+`).FindAllString(lines, -1)
			first, _ := strconv.Atoi(cells[0])
			last, _ := strconv.Atoi(cells[1])
			if last-first+1 != n {
				t.Errorf("%s: %d lines for the number %d", d.Department.Name, last-first+1, n)
			}
			for row := first; row <= last; row++ {
				h := links[xlsx.Name(14, row)]
				if !strings.HasPrefix(h.target, "../第") || !strings.HasPrefix(h.Location, "'Sheet1 ''A'''!D") {
					t.Errorf("%s, line %d: %+v", d.Department.Name, row, h)
				}
			}
		}
	}
}
