package letters

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/report/internal/trial"
	"taizhang/report/xlsx/xlsxtest"
)

// Whoever signs a form or mends by a slip reads it on A4: no letter is under 9 points.
func TestLettersCanBeReadOnPaper(t *testing.T) {
	written := func(write func(io.Writer) error) []byte {
		t.Helper()
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	check := func(what string, data []byte) {
		t.Helper()
		for _, p := range xlsxtest.OnPaper(t, data) {
			if p.Points < 9 {
				t.Errorf("%s, %s: %.1f points: %.40s", what, p.Sheet, p.Points, p.Text)
			}
		}
	}
	l := trial.Part(t, len(trial.Departments), 15, 2)
	for _, f := range Forms(l, period.Quarter{Year: 2021, N: 3}) {
		check("form of "+f.Department, written(f.Write))
	}
	mended, book := mended(t)
	for _, s := range Slips(mended, "v1") {
		check("slip of "+s.Department, written(func(w io.Writer) error { return s.Write(w, func(string) *grid.Book { return book }) }))
	}
}

// The list that an office fills in is printed too.
func TestTheListCanBeReadOnPaper(t *testing.T) {
	var b bytes.Buffer
	if err := Master(&b, trial.List(t, len(trial.Departments), 15), nil); err != nil {
		t.Fatal(err)
	}
	for _, p := range xlsxtest.OnPaper(t, b.Bytes()) {
		if p.Points < 8 {
			t.Errorf("%s: %.1f points: %.40s", p.Sheet, p.Points, p.Text)
		}
	}
}

// A form promises nothing that its protection refuses.
func TestAFormPromisesWhatItAllows(t *testing.T) {
	f := xlsxtest.Open(t, formOf(t, trial.Part(t, len(trial.Departments), 15, 2), "办公室", 3))
	protection, err := f.GetSheetProtection("报送表")
	if err != nil || protection.Sort || protection.InsertRows || protection.DeleteRows {
		t.Fatalf("%+v, %v", protection, err)
	}
	rows, err := f.GetRows("报送表")
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, row := range rows {
		text += strings.Join(row, "") + "\n"
	}
	if !strings.Contains(text, "不能排序、增删行") || strings.Contains(text, "可以排序") {
		t.Error("the notes speak of sorting otherwise than the sheet allows it")
	}
}
