package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"taizhang/report/manual"
)

// TestByMouse: a double click gives no argument, a drop gives full paths; what was typed
// never keeps a window open, for a script would wait for ever.
func TestByMouse(t *testing.T) {
	folder := t.TempDir()
	for _, c := range []struct {
		name string
		args []string
		want bool
	}{
		{"double click", nil, true},
		{"a folder dropped", []string{folder}, true},
		{"two folders dropped", []string{folder, folder}, true},
		{"a command", []string{"build", folder}, false},
		{"a flag", []string{folder, "--quiet"}, false},
		{"a relative path", []string{"."}, false},
		{"what isn't there", []string{filepath.Join(folder, "x")}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := byMouse(c.args); got != c.want {
				t.Errorf("byMouse(%q) = %v", c.args, got)
			}
		})
	}
}

func TestWaitsForEnter(t *testing.T) {
	in := strings.NewReader("\nmore")
	var said bytes.Buffer
	wait(in, &said)
	if !strings.Contains(said.String(), "按回车键关闭窗口") {
		t.Errorf("said %q", said.String())
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	said.Reset()
	hold(true, nil, r, &said) // not a keyboard: would wait for ever
	if said.Len() > 0 {
		t.Errorf("waits for a pipe: %q", said.String())
	}
}

// TestTextsFitTheWindow: help in 80 columns, and what a double click shows in 24 lines too.
func TestTextsFitTheWindow(t *testing.T) {
	for _, line := range strings.Split(manual.Usage()+welcome, "\n") {
		if w := runewidth.StringWidth(line); w >= 80 {
			t.Errorf("%d columns: %s", w, line)
		}
	}
	if n := strings.Count(welcome, "\n"); n > 20 {
		t.Errorf("%d lines", n)
	}
}
