package console

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
)

// TestProblemsAreBounded: of two hundred held-back rows a run shows the first, and says
// where the others are.
func TestProblemsAreBounded(t *testing.T) {
	for width, most := range map[int]int{0: mostProblems, 80: mostProblemsToWatch} {
		var b bytes.Buffer
		Problems(Screen{Writer: &b, Width: width}, &ledger.Ledger{Findings: many(finding.RowUnmatched, 200)})
		if n := strings.Count(b.String(), ".xlsx "); n != most {
			t.Errorf("width %d: %d shown, want %d", width, n, most)
		}
		if want := fmt.Sprintf("另有 %d 处，见台账“待核对”。", 200-most); !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing", want)
		}
	}
}

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
