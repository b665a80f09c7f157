// Package xlsxtest opens written workbooks for tests, with a reader that is not the project's own.
package xlsxtest

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Open reads a workbook back, with values as they are stored; the test closes it when it ends.
func Open(t testing.TB, b []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// Parts unzips a workbook: what each part holds, by its name.
func Parts(t testing.TB, b []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r) // checks the sum too
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		all[f.Name] = string(data)
	}
	return all
}

// ColumnsAscend fails where a sheet of the workbook lists its columns in any other order than
// ascending, which Excel takes for damage. what names the file in the message.
func ColumnsAscend(t *testing.T, what string, file []byte) {
	columns := regexp.MustCompile(`<col min="(\d+)"`)
	for name, text := range Parts(t, file) {
		last := 0
		for _, m := range columns.FindAllStringSubmatch(text, -1) {
			n, _ := strconv.Atoi(m[1])
			if n <= last {
				t.Fatalf("%s, %s: column %d after %d", what, name, n, last)
			}
			last = n
		}
	}
}
