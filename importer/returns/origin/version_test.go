package origin

import "testing"

func TestVersion(t *testing.T) {
	for name, want := range map[string]int{
		"办公室2021年第3季度.xlsx": 0, "办公室 v2.xlsx": 2, "办公室(修订).xlsx": 1, "办公室-修订3.xlsx": 3, "办公室最终版.xlsx": 100, "办公室定稿2.xlsx": 2,
		"办公室(1).xlsx": 0, "办公室 副本.xlsx": 0, "办公室第2版.xlsx": 2, "2021Q3.xlsx": 0,
	} {
		if got := Version(name); got != want {
			t.Errorf("%s is version %d, want %d", name, got, want)
		}
	}
}
