package pdf

import (
	"strings"
	"testing"

	"taizhang/report/internal/trial"
)

// An annex that is not final says so on each page, turned ones too, and in its properties;
// what is printed on the pages is otherwise the same. A final one says it nowhere.
func TestADraftSaysSo(t *testing.T) {
	e := trial.Year(trial.Lines(1), 3, false)
	final := lay(t, e)
	e.Draft = true
	draft := lay(t, e)
	if len(draft.pages) != len(final.pages) {
		t.Fatalf("%d pages, final %d", len(draft.pages), len(final.pages))
	}
	was, is := newReader(t, written(t, final)), newReader(t, written(t, draft))
	turnedPages := 0
	for i, page := range is.pages() {
		if n := strings.Count(page, draftWord); n != 1 || strings.Contains(was.pages()[i], draftWord) {
			t.Errorf("page %d says it %d times; the final one: %v", i+1, n, strings.Contains(was.pages()[i], draftWord))
		}
		if strings.ReplaceAll(page, draftWord, "") != was.pages()[i] {
			t.Errorf("page %d differs from the final one in more", i+1)
		}
		for _, m := range draft.pages[i].draft {
			if x1, y1, x2, y2 := extent(m); x1 < leftMargin || y1 < 10*mm || x2 > leftMargin+areaWidth+0.1 || y2 > topMargin {
				t.Errorf("page %d: the word stands at %v %v to %v %v", i+1, x1, y1, x2, y2)
			}
		}
		if draft.pages[i].sheet == turned {
			turnedPages++
		}
	}
	if turnedPages == 0 {
		t.Error("no page is turned")
	}
	for _, key := range []string{"Title", "Subject"} {
		says := func(r *reader) (n int) {
			for _, value := range r.strings(key) {
				n += strings.Count(value, draftWord)
			}
			return n
		}
		if says(is) != 1 || says(was) != 0 {
			t.Errorf("%s: %q, final %q", key, is.strings(key), was.strings(key))
		}
	}
}
