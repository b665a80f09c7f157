package draw

import (
	"testing"

	"taizhang/importer/ledger"
)

// A rate says what it is of, and why there is none.
func TestRateOf(t *testing.T) {
	for _, c := range []struct {
		done, of, silent int
		want             Rate
	}{
		{6, 13, 0, Rate{"46.2%", "6 / 13", ""}},
		{1, 2, 0, Rate{"", "1 / 2", "不足5条，不算率"}},
		{0, 0, 0, Rate{"", "0 / 0", "都是常态化或不适用的，没有完成率"}},
		{0, 9, 9, Rate{"", "0 / 9", "还没有一条报了状态，不算率"}},
	} {
		var tally ledger.Tally
		if tally.SetRate(c.done, c.of, c.silent); RateOf(tally) != c.want {
			t.Errorf("%+v: %+v", c, RateOf(tally))
		}
	}
}
