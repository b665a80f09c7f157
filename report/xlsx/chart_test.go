package xlsx

import "testing"

// A part of a bar too small for a number goes without one, and the title says so.
func TestSmallPartsGoWithoutNumbers(t *testing.T) {
	for _, tc := range []struct {
		chart          Chart
		least          int
		format, titled string
	}{
		{Chart{Title: "进度（条）", Height: 360, Categories: []string{"一"}, Series: []Series{{Counts: []int{10}}, {Counts: []int{3}}}}, 1, "0;;;", "进度（条）"},
		{Chart{Title: "进度（条）", Height: 390, Categories: []string{"一", "二"}, Series: []Series{{Counts: []int{150, 10}}, {Counts: []int{0, 200}}}}, 13, "[>=13]0;", "进度（条；不足13的不标数）"},
		{Chart{Title: "进度", Height: 390, Most: 100, Categories: []string{"一"}, Series: []Series{{Counts: []int{10}}}}, 5, "[>=5]0;", "进度（不足5的不标数）"},
		{Chart{Title: "进度", Across: true, Width: 100, Height: 390, Categories: []string{"一"}, Series: []Series{{Counts: []int{30}}}}, 1, "0;;;", "进度"},
	} {
		if n := tc.chart.Least(); n != tc.least || tc.chart.numbers() != tc.format || tc.chart.caption() != tc.titled {
			t.Errorf("%+v: %d, %q, %q", tc.chart, n, tc.chart.numbers(), tc.chart.caption())
		}
	}
}
