package desk

import "testing"

func TestMayBeShortFor(t *testing.T) {
	for _, c := range []struct {
		short, long string
		want        bool
	}{
		{"河湖股", "水资源与河湖管理股", true},
		{"大坪水管所", "大坪水库管理所", true},
		{"规划建设股", "规划建设股", false},
		{"水旱灾害防御股", "水资源与河湖管理股", false},
		{"水股", "农村水利水保股", false},
		{"大坪水库管理所", "大坪水管所", false},
	} {
		if got := mayBeShortFor(c.short, c.long); got != c.want {
			t.Errorf("%s for %s: %v", c.short, c.long, got)
		}
	}
}
