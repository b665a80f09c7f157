package signs

import "testing"

func TestRanges(t *testing.T) {
	for _, c := range []struct {
		in   []int
		want string
	}{{nil, ""}, {[]int{4}, "4"}, {[]int{4, 5}, "4、5"}, {[]int{1, 2, 3, 7, 9, 10, 12, 13, 14}, "1—3、7、9、10、12—14"}} {
		if got := Ranges(c.in); got != c.want {
			t.Errorf("%v: %s, want %s", c.in, got, c.want)
		}
	}
}
