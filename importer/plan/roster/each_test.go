package roster

import (
	"slices"
	"testing"

	"taizhang/importer/period"
)

// 各 before a kind of unit means all of the roster that are of the kind; a word for two kinds of
// places means both.
func TestEachOfAKind(t *testing.T) {
	r := &Roster{}
	for _, name := range []string{"办公室", "白马乡卫生院", "青石镇中心卫生院", "县卫生监督所", "城东司法所"} {
		r.Departments = append(r.Departments, Department{Name: name})
	}
	for said, want := range map[string][]string{
		"各乡镇卫生院": {"白马乡卫生院", "青石镇中心卫生院"},
		"各卫生院":   {"白马乡卫生院", "青石镇中心卫生院"},
		"各司法所":   {"城东司法所"},
		"各街道办":   nil,
		"卫生院":    nil,
	} {
		if got, known := r.Each(said, period.Quarter{Year: 2022, N: 1}); !slices.Equal(got, want) || known != (len(want) > 0) {
			t.Errorf("each(%q) = %v, want %v", said, got, want)
		}
	}
}
