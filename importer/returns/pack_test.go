package returns

import (
	"strings"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"taizhang/importer/grid"
)

// TestPackChangesNothingThatIsSaid, and lays the texts side by side.
func TestPackChangesNothingThatIsSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom([]string{"", "已公开3条。", "https://www.example.gov.cn/1.html", "详见附件", "已公开3条。并开展培训。"})
		rows, was := make([]Row, rapid.IntRange(0, 5).Draw(t, "rows")), []Row{}
		for i := range rows {
			rows[i].Progress.Value = strings.Clone(text.Draw(t, "progress"))
			for range rapid.IntRange(0, 3).Draw(t, "evidence") {
				rows[i].Evidence = append(rows[i].Evidence, grid.Read[string]{Value: text.Draw(t, "value"), Said: text.Draw(t, "said")})
			}
			was = append(was, rows[i])
			was[i].Evidence = append([]grid.Read[string](nil), rows[i].Evidence...)
		}
		pack(rows)
		if diff := cmp.Diff(was, rows, cmp.Comparer(func(a, b grid.Words) bool { return a == b }), cmp.AllowUnexported(Row{}, Other{})); diff != "" {
			t.Fatal(diff)
		}
		var end uintptr
		for i := range rows {
			for text := range rows[i].long() {
				at := uintptr(unsafe.Pointer(unsafe.StringData(*text)))
				if *text == "" {
					continue
				}
				if next := at + uintptr(len(*text)); end != 0 && at != end && next != end {
					t.Fatalf("%q lies elsewhere", *text)
				}
				end = at + uintptr(len(*text))
			}
		}
	})
}
