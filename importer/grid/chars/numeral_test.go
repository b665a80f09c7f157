package chars

import "testing"

func TestNumerals(t *testing.T) {
	for n, want := range map[int]string{0: "〇", 1: "一", 9: "九", 10: "十", 11: "十一", 20: "二十", 33: "三十三", 99: "九十九", 100: "100", -1: "-1"} {
		if got := Numeral(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}
