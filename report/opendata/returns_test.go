package opendata_test

import (
	"strings"
	"testing"

	"taizhang/report/opendata"
	"taizhang/report/publish"
)

// Who reported, and when, stands in the public data only where the office says so.
func TestReturnsAreInternal(t *testing.T) {
	l := sample(t)
	for _, public := range []bool{false, true} {
		l.Plan.Settings.PublishReturns = public
		edition, _ := publish.Of(l)
		data, err := opendata.JSON(edition)
		if err != nil {
			t.Fatal(err)
		}
		for _, said := range []string{`.returns.`, `"late"`, `"on_time"`, `"missing"`} {
			if strings.Contains(string(data), said) != public {
				t.Errorf("公开报送情况 %v, and %s stands there: %v", public, said, !public)
			}
		}
		if doc := decoded(t, data); (len(doc["coverage"].([]any)) > 0) != public {
			t.Errorf("公开报送情况 %v: %d items of coverage", public, len(doc["coverage"].([]any)))
		}
	}
}
