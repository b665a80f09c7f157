package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

// A heading whose first row would not stand on its page begins the next one; one that fits begins none.
func TestTogether(t *testing.T) {
	for _, tc := range []struct {
		rows int
		want bool
	}{{5, false}, {37, true}, {42, false}, {80, true}, {125, true}} { // a page holds 40.7 rows of 18 points; behind three pages nobody knows
		b := NewWorkbook(Options{})
		s := b.Add("表", Paper{}, 10)
		for range tc.rows {
			s.Put(18, []Cell{{Value: "行"}})
		}
		s.Together(70)
		s.Put(18, []Cell{{Value: "题"}})
		s.Close()
		var out bytes.Buffer
		if err := b.Write(&out); err != nil {
			t.Fatal(err)
		}
		b.Close()
		if got := strings.Contains(member(t, out.Bytes(), "xl/worksheets/sheet1.xml"), "<brk "); got != tc.want {
			t.Errorf("after %d rows: a page is begun: %v, want %v", tc.rows, got, tc.want)
		}
	}
}

func member(t *testing.T, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// A sheet that goes over several pages across repeats its first columns and its head.
func TestLeadingColumnsAreRepeated(t *testing.T) {
	for _, tc := range []struct {
		paper Paper
		want  string
	}{
		{Paper{Across: 2, Lead: 1, Head: [2]int{3, 3}}, ">表!$A:$A,表!$3:$3<"},
		{Paper{Across: 2, Lead: 2}, ">表!$A:$B<"},
		{Paper{Head: [2]int{1, 2}}, ">表!$1:$2<"},
	} {
		b := NewWorkbook(Options{})
		b.Add("表", tc.paper, 9, 9, 9).Close()
		var out bytes.Buffer
		if err := b.Write(&out); err != nil {
			t.Fatal(err)
		}
		b.Close()
		if got := member(t, out.Bytes(), "xl/workbook.xml"); !strings.Contains(got, tc.want) {
			t.Errorf("%+v: %s", tc.paper, got)
		}
	}
}
