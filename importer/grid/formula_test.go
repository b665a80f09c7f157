package grid

import "testing"

// An error is one in every format, also where it is no more than its text.
func TestErrorsAreNoTexts(t *testing.T) {
	s := FromRows("a.csv", "表", [][]string{{"#REF!", "#N/A ", "#######", "#VALUE!和", "#1", "##", "# # #"}})
	for col, want := range []Kind{Failed, Failed, Failed, Text, Text, Text, Failed} {
		if c := s.Cell(1, col+1); c.Kind != want {
			t.Errorf("%q is of kind %d, want %d", c.Text, c.Kind, want)
		}
	}
}
