package ledgerbook

import (
	"fmt"
	"regexp"
	"strconv"
	"testing"

	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/xlsxtest"
)

// A table that runs over pages shows its heading on each of them.
func TestLongTablesRepeatTheirHeading(t *testing.T) {
	f := xlsxtest.Open(t, written(t, trial.Whole(t)))
	repeated := map[string]int{}
	for _, n := range f.GetDefinedName() {
		if m := regexp.MustCompile(`\$(\d+):\$(\d+)$`).FindStringSubmatch(n.RefersTo); n.Name == "_xlnm.Print_Titles" && m != nil {
			repeated[n.Scope], _ = strconv.Atoi(m[2])
		}
	}
	for sheet, head := range map[string]string{book.OverviewSheet: "状态", book.FindingsSheet: "程度", book.CoverageSheet: "情况",
		book.DepartmentsSheet: "部门", book.QuartersSheet: "项次", book.EntriesSheet: "项次", book.RowsSheet: "文件"} {
		found := false
		for col := 1; col <= 12; col++ {
			v, _ := f.GetCellValue(sheet, fmt.Sprintf("%s%d", xlsx.Letter(col), max(repeated[sheet], 1)))
			found = found || v == head
		}
		if !found {
			t.Errorf("%s repeats row %d, which is not its heading", sheet, repeated[sheet])
		}
	}
	above, _ := f.GetCellValue(book.DepartmentsSheet, fmt.Sprintf("A%d", repeated[book.DepartmentsSheet]-1))
	if above != "表3　各部门承担的要求和最近一次报送" {
		t.Errorf("部门情况 repeats the heading below %q", above)
	}
}
