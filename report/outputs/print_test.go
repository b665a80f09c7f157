package outputs

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// Where several outputs fail, it is always the first in their order that is named.
func TestFirstThatFailsIsNamed(t *testing.T) {
	good := func(w io.Writer) error { _, err := io.WriteString(w, "good"); return err }
	bad := func(io.Writer) error { return errors.New("no ink") }
	folder := t.TempDir()
	_, err := writeAll(folder, []Output{{Name: "a", Print: good}, {Name: "b", Print: bad}})
	if err == nil || !strings.Contains(err.Error(), "写不下 b：no ink") {
		t.Errorf("error %v", err)
	}
	if got := files(t, folder); len(got) != 0 {
		t.Errorf("left behind: %v", got)
	}
}

func TestEachOutputIsPrintedOnce(t *testing.T) {
	s := stage{t.TempDir()}
	if err := s.open(); err != nil {
		t.Fatal(err)
	}
	var outputs []Output
	sent := Output{Name: "f", Folder: true}
	for i := range 50 {
		print := func(w io.Writer) error { _, err := fmt.Fprint(w, i); return err }
		outputs = append(outputs, Output{Name: fmt.Sprint("o", i), Print: print})
		sent.Files = append(sent.Files, Output{Name: fmt.Sprint("s", i), Print: print})
	}
	outputs[7].Keeps = true
	sums, err := s.print(t.Context(), append(outputs, sent), nil)
	if err != nil {
		t.Fatal(err)
	}
	if sum, err := sumOf(s.fresh("o7")); err != nil || len(sums) != 1 || sums["o7"] != sum {
		t.Errorf("sums %v, want %s", sums, sum)
	}
	for i := range 50 {
		for _, name := range []string{fmt.Sprint("o", i), filepath.Join("f", fmt.Sprint("s", i))} {
			if got := read(t, s.fresh(name)); got != fmt.Sprint(i) {
				t.Errorf("%s holds %q", name, got)
			}
		}
	}
}

// What stands there already is not printed again; what is older, or something else, is.
func TestWhatStandsIsNotPrintedAgain(t *testing.T) {
	folder, program := t.TempDir(), time.Now().Add(-time.Hour)
	path, prints := filepath.Join(folder, "f", "a"), 0
	write := func() {
		t.Helper()
		print := func(w io.Writer) error { prints++; _, err := io.WriteString(w, "right"); return err }
		same := func(path string, written time.Time) bool { return written.After(program) && read(t, path) == "right" }
		if _, err := writeAll(folder, []Output{{Name: "f", Folder: true, Files: []Output{{Name: "a", Print: print, Same: same}}}}); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct {
		what   string
		change func() error
		prints int
	}{
		{"the beginning", func() error { return nil }, 1},
		{"nothing", func() error { return nil }, 1},
		{"it was lost", func() error { return os.Remove(path) }, 2},
		{"it was changed", func() error { return os.WriteFile(path, []byte("wrong"), 0o644) }, 3},
		{"it is older than the program", func() error { return os.Chtimes(path, program.Add(-time.Hour), program.Add(-time.Hour)) }, 4},
		{"nothing again", func() error { return nil }, 4},
	} {
		if err := step.change(); err != nil {
			t.Fatal(err)
		}
		write()
		if got := read(t, path); got != "right" || prints != step.prints {
			t.Errorf("after %s: %q, printed %d times, want %d", step.what, got, prints, step.prints)
		}
		if got := files(t, folder); !slices.Equal(got, []string{"f"}) && !slices.Equal(got, []string{"f", "历史"}) {
			t.Errorf("after %s there is %q", step.what, got)
		}
	}
}

// A fault of the program while it prints is an error like any other: nothing is replaced.
func TestFaultWhilePrintingLeavesOutputs(t *testing.T) {
	folder := t.TempDir()
	write := func(print func(io.Writer) error) error {
		_, err := writeAll(folder, []Output{{Name: "a", Print: print}, {Name: "b", Data: []byte("b")}})
		return err
	}
	if err := write(func(w io.Writer) error { _, err := io.WriteString(w, "whole"); return err }); err != nil {
		t.Fatal(err)
	}
	if err := write(func(io.Writer) error { panic("fault") }); err == nil || !strings.Contains(err.Error(), "程序内部出错") {
		t.Errorf("error %v", err)
	}
	if got := read(t, filepath.Join(folder, "a")); got != "whole" {
		t.Errorf("a holds %q", got)
	}
}
