package draw

import (
	"fmt"
	"strconv"

	"taizhang/importer/ledger"
)

// Rate is a completion rate as it is shown: with what it is of, or why none is said.
type Rate struct {
	Value string // 46.2%; "" for none
	Of    string // 6 / 13
	Why   string // why none is said
}

// RateOf is the rate of a tally.
func RateOf(t ledger.Tally) Rate {
	r := Rate{Of: fmt.Sprintf("%d / %d", t.RateDone, t.RateOf)}
	switch {
	case t.Rated:
		r.Value = strconv.FormatFloat(t.Rate, 'f', -1, 64) + "%"
	case t.RateOf == 0:
		r.Why = "都是常态化或不适用的，没有完成率"
	case t.RateOf < ledger.SmallestBase:
		r.Why = fmt.Sprintf("不足%d条，不算率", ledger.SmallestBase)
	default:
		r.Why = "还没有一条报了状态，不算率"
	}
	return r
}
