package console

import (
	"strings"
	"testing"
)

// TestManyNames: a terminal gets the first of many names, a pipe all of them.
func TestManyNames(t *testing.T) {
	names := strings.Split("甲股 乙股 丙股 丁股 戊股 己股 庚股 辛股 壬股 癸股", " ")
	for _, c := range []struct {
		name  string
		width int
		names []string
		want  string
	}{
		{"few", 80, names[:2], "甲股、乙股"},
		{"many on a terminal", 80, names, "甲股、乙股、丙股、丁股、戊股、己股、庚股、辛股等 10 个部门，见台账“报送情况”"},
		{"many in a pipe", 0, names, strings.Join(names, "、")},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := some(Screen{Width: c.width}, c.names); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
