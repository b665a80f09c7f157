package main

import (
	"bytes"
	"strings"
	"testing"
)

// A font that is named and not there is told, with what prints instead.
func TestMissingFontIsTold(t *testing.T) {
	var stderr bytes.Buffer
	c := &call{stderr: &stderr}
	fonts := c.faces("仿宋：字体/没有.ttf", t.TempDir())
	if got, want := stderr.String(), "taizhang: 字体 字体/没有.ttf 没有用上：没有这个文件；仿宋改用内置字体\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if fonts.String() != "内置" {
		t.Errorf("fonts: %s", fonts)
	}
}

// Only what prints the annex reads a font: the rest of the program starts without.
func TestStartReadsNoFont(t *testing.T) {
	var out strings.Builder
	most := testing.AllocsPerRun(3, func() { run(t.Context(), []string{"--version"}, &out, &out) })
	with := testing.AllocsPerRun(3, func() { (&call{stderr: &out}).faces("内置", "") })
	if most >= with {
		t.Errorf("the start takes %v allocations, fonts alone %v", most, with)
	}
}

func BenchmarkStart(b *testing.B) {
	for range b.N {
		var out strings.Builder
		run(b.Context(), []string{"--version"}, &out, &out)
	}
}
