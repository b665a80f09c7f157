package flow

import "testing"

// A row of a survey is written as its cells: t for text, T for a table, - for the lower part
// of a merge, a blank for nothing.
func TestFrames(t *testing.T) {
	for _, tt := range []struct {
		name string
		rows []string
		want bool
	}{
		{"all in one cell", []string{"T"}, true},
		{"title, table, signature", []string{"t", "T ", "ttt"}, true},
		{"labels above and below", []string{"tt", "T ", "tt"}, true},
		{"a table beside a heading", []string{"tT"}, true},
		{"side by side", []string{"TT"}, true},
		{"a form of labels and answers", []string{"tt", "tT", "tt"}, false},
		{"a table with an answer in rows and columns", []string{"ttt", "ttT", "ttt"}, false},
		{"the rest of an answer that lies under a merge", []string{"ttt", "ttt", "--T"}, false},
		{"data with a table across", []string{"ttt", "ttt", "T  "}, false},
		{"no table", []string{"t"}, false},
	} {
		var f Frame
		for _, row := range tt.rows {
			f.Row()
			for _, c := range row {
				f.Cell()
				switch c {
				case 't':
					f.Text()
				case 'T':
					f.Table()
				case '-':
					f.Continued()
				}
			}
		}
		if got := f.Arranges(); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
