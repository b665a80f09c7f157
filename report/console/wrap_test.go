package console

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, text string
		room       int
		want       []string
	}{
		{"fits", "办公室", 6, []string{"办公室"}},
		{"Chinese characters take two places", "办公室已报送", 7, []string{"办公室", "已报送"}},
		{"a comma begins no line", "办公室，人事股", 6, []string{"办公", "室，人", "事股"}},
		{"a bracket ends no line", "见报表（附件）", 7, []string{"见报表", "（附", "件）"}},
		{"a code stays whole", "没有佐证 [evidence-missing]", 20, []string{"没有佐证", "[evidence-missing]"}},
		{"no space at the end", "办办 ", 4, []string{"办办"}},
		{"what is too long is cut", "http://example.com", 10, []string{"http://", "example.co", "m"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wrap(c.text, c.room); strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("wrap(%q, %d) = %q, want %q", c.text, c.room, got, c.want)
			}
		})
	}
}

// TestWrapKeepsAll: no line is wider than there is room, and only spaces get lost.
func TestWrapKeepsAll(t *testing.T) {
	letters := rapid.SampledFrom([]rune("办公室第一季度，。、“”（）「」→…·abc-/._ 12é😀"))
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(letters, 0, 60).Draw(t, "text"))
		room := rapid.IntRange(4, 40).Draw(t, "room")
		lines := wrap(text, room)
		for _, line := range lines {
			if places.StringWidth(line) > room {
				t.Fatalf("%q is wider than %d", line, room)
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := bare(strings.Join(lines, "")); got != bare(text) {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

func TestParagraph(t *testing.T) {
	for _, c := range []struct {
		name  string
		width int
		want  string
	}{
		{"a pipe gets one line", 0, "  [强制] 这一行对不上清单里的任何一条要求\n"},
		{"further lines hang", 30, "  [强制] 这一行对不上清单里的\n         任何一条要求\n"},
		{"a sliver of a window is left to itself", 20, "  [强制] 这一行对不上清单里的任何一条要求\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			Screen{Writer: &b, Width: c.width}.paragraph(9, "  [强制] ", "这一行对不上清单里的任何一条要求")
			if b.String() != c.want {
				t.Errorf("got\n%swant\n%s", b.String(), c.want)
			}
		})
	}
}
