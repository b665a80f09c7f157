package numerals

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/numbers"
	"taizhang/importer/period"
)

// TestNotCounted names the file and the cell of a value that no sum takes, also where nothing was
// typed and no reason is known.
func TestNotCounted(t *testing.T) {
	at := finding.In("第一季度/工会.xlsx", "表").At(11, 3)
	q := period.Quarter{Year: 2026, N: 1}
	for want, p := range map[string]numbers.Part{
		q.Short() + "本期 空白（第一季度/工会.xlsx「表」C11）":     {Value: numbers.Value{Quarter: q, What: numbers.Current, At: at}},
		q.Short() + "累计 7（说法不一，第一季度/工会.xlsx「表」C11）": {Value: numbers.Value{Quarter: q, What: numbers.Cumulative, Said: "7", At: at}, Why: "说法不一"},
	} {
		if have := notCounted(&p); have != want {
			t.Errorf("%s, want %s", have, want)
		}
	}
}
