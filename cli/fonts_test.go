package cli

import (
	"bytes"
	"runtime"
	"strings"
	"testing"

	"taizhang/report/console"
)

// A font that is named and not there is told, with what prints instead.
func TestMissingFontIsTold(t *testing.T) {
	var stderr bytes.Buffer
	c := &call{stderr: console.Screen{Writer: &stderr}}
	fonts := c.faces("仿宋：字体/没有.ttf", t.TempDir())
	if got, want := stderr.String(), "taizhang: 字体 字体/没有.ttf 没有用上：没有这个文件；仿宋改用内置字体\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if fonts.String() != "内置" {
		t.Errorf("fonts: %s", fonts)
	}
}

// Only what prints the annex reads a font: the smallest of them is larger than all that the
// start takes.
func TestStartReadsNoFont(t *testing.T) {
	var out strings.Builder
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Run(t.Context(), []string{"--version"}, &out, &out, nil)
	runtime.ReadMemStats(&after)
	if taken := after.TotalAlloc - before.TotalAlloc; taken > 1<<20 {
		t.Errorf("the start takes %d bytes of memory", taken)
	}
}

func BenchmarkStart(b *testing.B) {
	for range b.N {
		var out strings.Builder
		Run(b.Context(), []string{"--version"}, &out, &out, nil)
	}
}
