package outputs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// deciding is a year folder whose decisions a run adds a line to.
func deciding(t *testing.T, has string) (year, out string, j *Decisions) {
	t.Helper()
	year = filepath.Join(t.TempDir(), "2021")
	out = filepath.Join(year, "成果")
	if err := os.MkdirAll(out, 0o755); err != nil {
		t.Fatal(err)
	}
	if has != "" {
		if err := os.WriteFile(filepath.Join(year, "核定.jsonl"), []byte(has), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sum, err := sumOf(filepath.Join(year, "核定.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	return year, out, &Decisions{Year: year, Before: sum, Lines: []byte("{\"id\":\"b\"}\n")}
}

func ledgerIs(text string) []Output { return []Output{{Name: "台账.xlsx", Data: []byte(text)}} }

func TestDecisionsAreAppendedWithTheOutputs(t *testing.T) {
	for has, want := range map[string]string{"": "{\"id\":\"b\"}\n", "{\"id\":\"a\"}\n": "{\"id\":\"a\"}\n{\"id\":\"b\"}\n", "{\"id\":\"a\"}": "{\"id\":\"a\"}\n{\"id\":\"b\"}\n"} {
		year, out, j := deciding(t, has)
		if _, err := Write(t.Context(), out, ledgerIs("new"), j, nil); err != nil {
			t.Fatal(err)
		}
		if got := read(t, filepath.Join(year, "核定.jsonl")); got != want {
			t.Errorf("%q: %q", has, got)
		}
		if got := files(t, year); len(got) != 2 {
			t.Errorf("left behind: %v", got)
		}
	}
}

// Where the outputs can't be placed, the decisions are as they were.
func TestDecisionsGoBackWithTheOutputs(t *testing.T) {
	for _, has := range []string{"", "{\"id\":\"a\"}\n"} {
		year, out, j := deciding(t, has)
		s := stage{out}
		if err := s.open(); err != nil {
			t.Fatal(err)
		}
		rec, err := s.prepare(t.Context(), ledgerIs("new"), nil)
		if err == nil {
			rec.Decided, err = j.recorded(out)
		}
		if err == nil {
			err = s.commit(rec)
		}
		if err == nil {
			err = s.placeAll(rec, year)
		}
		if err == nil {
			err = s.takeBack(rec, year)
		}
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(year, "核定.jsonl"))
		if has == "" && !os.IsNotExist(err) || string(data) != has {
			t.Errorf("%q: %q, %v", has, data, err)
		}
	}
}

// What came in meanwhile is not passed over.
func TestDecisionsThatCameInMeanwhile(t *testing.T) {
	year, out, j := deciding(t, "{\"id\":\"a\"}\n")
	if err := os.WriteFile(filepath.Join(year, "核定.jsonl"), []byte("{\"id\":\"a\"}\n{\"id\":\"c\"}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(t.Context(), out, ledgerIs("new"), j, nil); err == nil || !strings.Contains(err.Error(), "再运行一次") {
		t.Errorf("%v", err)
	}
	if got := files(t, out); len(got) != 0 {
		t.Errorf("left behind: %v", got)
	}
}

// A run that was killed behind its commit is ended by the next of its own year, wherever that
// lies by then, and by no other's.
func TestDecisionsOfAKilledRun(t *testing.T) {
	year, _, j := deciding(t, "{\"id\":\"a\"}\n")
	out := filepath.Join(t.TempDir(), "共用")
	kill := func() {
		t.Helper()
		if err := os.MkdirAll(out, 0o755); err != nil {
			t.Fatal(err)
		}
		s := stage{out}
		if err := s.open(); err != nil {
			t.Fatal(err)
		}
		rec, err := s.prepare(t.Context(), ledgerIs("new"), nil)
		if err == nil {
			rec.Decided, err = j.recorded(out)
		}
		if err == nil {
			err = s.commit(rec)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	kill()
	other, _, _ := deciding(t, "")
	if err := Recover(out, other); err == nil || !strings.Contains(err.Error(), year) {
		t.Errorf("another year's: %v", err)
	}
	if _, err := os.Stat(filepath.Join(other, "核定.jsonl")); !os.IsNotExist(err) {
		t.Error("the other year has decisions now")
	}
	moved := filepath.Join(t.TempDir(), "2021")
	if err := os.Rename(year, moved); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := Recover(out, moved); err != nil {
			t.Fatal(err)
		}
		if got := read(t, filepath.Join(moved, "核定.jsonl")); got != "{\"id\":\"a\"}\n{\"id\":\"b\"}\n" {
			t.Errorf("%q", got)
		}
	}
}
