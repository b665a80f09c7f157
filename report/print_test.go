package report

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// Where several outputs fail, it is always the first in their order that is named.
func TestFirstThatFailsIsNamed(t *testing.T) {
	good := func(w io.Writer) error { _, err := io.WriteString(w, "good"); return err }
	bad := func(io.Writer) error { return errors.New("no ink") }
	folder := t.TempDir()
	_, err := writeAll(folder, []output{{name: "a", print: good}, {name: "b", print: bad}})
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
	var outputs []output
	sent := output{name: "f", folder: true}
	for i := range 50 {
		print := func(w io.Writer) error { _, err := fmt.Fprint(w, i); return err }
		outputs = append(outputs, output{name: fmt.Sprint("o", i), print: print})
		sent.files = append(sent.files, output{name: fmt.Sprint("s", i), print: print})
	}
	outputs[7].keeps = true
	sums, err := s.print(append(outputs, sent))
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

// A fault of the program while it prints is an error like any other: nothing is replaced.
func TestFaultWhilePrintingLeavesOutputs(t *testing.T) {
	folder := t.TempDir()
	write := func(print printer) error {
		_, err := writeAll(folder, []output{{name: "a", print: print}, {name: "b", data: []byte("b")}})
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
