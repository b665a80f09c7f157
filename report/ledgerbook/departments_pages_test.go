package ledgerbook

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/ledgerbook/people"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
)

// With many departments each page of 部门情况 carries the heading of what it shows, and a number
// still leads to its own lines, which stand below tables, charts and all.
func TestPagesOfDepartmentsHaveHeadings(t *testing.T) {
	l := trial.Wide(t, 70)
	all := xlsxtest.Parts(t, written(t, l))
	f := xlsxtest.Open(t, written(t, l))
	rows, err := f.GetRows(book.DepartmentsSheet)
	if err != nil {
		t.Fatal(err)
	}
	part := all["xl/worksheets/sheet9.xml"]
	var breaks []int
	for _, m := range regexp.MustCompile(`<brk id="(\d+)"`).FindAllStringSubmatch(part, -1) {
		n, _ := strconv.Atoi(m[1])
		breaks = append(breaks, n) // the row above the break
	}
	titled, charts := 0, strings.Count(strings.Join(keys(all), " "), "xl/charts/chart")
	for _, n := range breaks {
		if n < len(rows) && len(rows[n]) > 0 && strings.HasPrefix(rows[n][0], "表") {
			if titled++; rows[n+1][0] != "部门" {
				t.Errorf("row %d: no heading below %q but %v", n+2, rows[n][0], rows[n+1])
			}
		}
	}
	if titled < 5 || charts < 4 {
		t.Errorf("%d pieces begin a page, %d charts in the ledger", titled, charts)
	}
	// A chart ends on the page that it begins on.
	places := regexp.MustCompile(`(?s)<xdr:from>.*?<xdr:row>(\d+)</xdr:row>.*?<xdr:to>.*?<xdr:row>(\d+)</xdr:row>`).FindAllStringSubmatch(all["xl/drawings/drawing1.xml"], -1)
	if len(places) < 3 {
		t.Errorf("%d places of charts", len(places))
	}
	for _, m := range places {
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		for _, n := range breaks {
			if from < n && n <= to {
				t.Errorf("the chart of rows %d to %d is cut at %d", from+1, to+1, n)
			}
		}
	}
	links := map[string]hyperlink{}
	for _, h := range hyperlinks(t, all, 9) {
		links[h.Ref] = h
	}
	found := 0
	for r, cells := range rows {
		if len(cells) < people.DepartmentsStatus || found == len(l.ByDepartment) || cells[0] != l.ByDepartment[found].Department.Name {
			continue
		}
		d := l.ByDepartment[found]
		found++
		_, lines, _ := strings.Cut(links[xlsx.Name(3, r+1)].Location, "!")
		n := regexp.MustCompile(`\d+`).FindAllString(lines, -1)
		first, _ := strconv.Atoi(n[0])
		last, _ := strconv.Atoi(n[1])
		if last-first+1 != d.Of || rows[first-1][0] != d.Department.Name || rows[last-1][0] != d.Department.Name || cells[2] != strconv.Itoa(d.Of) {
			t.Errorf("%s: row %d leads to %d to %d, want %d lines of its own", d.Department.Name, r+1, first, last, d.Of)
		}
	}
	if found != len(l.ByDepartment) {
		t.Errorf("%d of %d departments", found, len(l.ByDepartment))
	}
}

func keys(all map[string]string) (list []string) {
	for k := range all {
		list = append(list, k)
	}
	return list
}

// Of very many departments the tables go on paper and the charts, a page each, stay on the screen.
func TestManyPagesOfChartsStayOnTheScreen(t *testing.T) {
	for n, want := range map[int]bool{70: true, 120: false} {
		all := xlsxtest.Parts(t, written(t, trial.Wide(t, n)))
		area := regexp.MustCompile(`<definedName[^>]*Print_Area[^>]*>部门情况!\$A\$1:\$[A-Z]+\$(\d+)<`).FindStringSubmatch(all["xl/workbook.xml"])
		place := regexp.MustCompile(`<xdr:from>.*?<xdr:row>(\d+)</xdr:row>`).FindStringSubmatch(all["xl/drawings/drawing1.xml"])
		if area == nil || place == nil {
			t.Fatalf("of %d departments print area %v, chart %v", n, area, place)
		}
		last, _ := strconv.Atoi(area[1])
		chart, _ := strconv.Atoi(place[1])
		if (last > chart) != want {
			t.Errorf("of %d departments %d rows print, the first chart stands below row %d", n, last, chart)
		}
	}
}
