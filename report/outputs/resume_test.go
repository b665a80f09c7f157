package outputs

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
)

// halfMade leaves what a start leaves that is killed when it has all ready and placed the
// list, and returns the folder.
func halfMade(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "2021")
	year := fstest.MapFS{"任务清单.xlsx": {Data: []byte("list")}, "第一季度/办公室.xlsx": {Data: []byte("one")}, "第二季度/办公室.xlsx": {Data: []byte("two")}}
	if _, err := Fill(folder, func(stage string) error { return os.CopyFS(stage, year) }); err != nil {
		t.Fatal(err)
	}
	s := stage{folder}
	if err := s.open(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"任务清单.xlsx", "第一季度", "第二季度"} {
		if err := os.Rename(s.at(name), s.fresh(name)); err != nil {
			t.Fatal(err)
		}
	}
	rec, err := s.filled()
	if err == nil {
		err = s.commit(rec)
	}
	if err == nil {
		err = os.Rename(s.fresh("任务清单.xlsx"), s.at("任务清单.xlsx"))
	}
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestResumeEndsAStart(t *testing.T) {
	folder := halfMade(t)
	paths, err := Resume(folder)
	if err != nil || len(paths) != 3 {
		t.Fatal(paths, err)
	}
	if got := files(t, folder); !slices.Equal(got, []string{"任务清单.xlsx", "第一季度", "第二季度"}) || read(t, filepath.Join(folder, "第二季度", "办公室.xlsx")) != "two" {
		t.Errorf("made %v", got)
	}
	if paths, err := Resume(folder); err != nil || len(paths) != 0 {
		t.Errorf("once more: %v %v", paths, err)
	}
}

// Whatever somebody has put into the folder meanwhile stays as it is.
func TestResumeReplacesNothing(t *testing.T) {
	folder := halfMade(t)
	mine := map[string]string{"任务清单.xlsx": "my list", "第一季度/办公室.xlsx": "mine", "第一季度/人事股.xlsx": "mine too"}
	for name, data := range mine {
		at := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Resume(folder); err != nil {
		t.Fatal(err)
	}
	mine["第二季度/办公室.xlsx"] = "two"
	for name, data := range mine {
		if got := read(t, filepath.Join(folder, filepath.FromSlash(name))); got != data {
			t.Errorf("%s holds %q, want %q", name, got, data)
		}
	}
}

// What is not of a start stays, though it is called like that: the settings of another
// program, and the outputs of a run that was killed.
func TestResumeKeepsItsHandsOff(t *testing.T) {
	for name, data := range map[string]string{"config": "x", "undo.json": "{}", committed: `{"outputs":[{"name":"台账.xlsx"}]}`} {
		folder := t.TempDir()
		at := filepath.Join(folder, stageName, name)
		if err := os.Mkdir(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		if paths, err := Resume(folder); err != nil || len(paths) > 0 || read(t, at) != data {
			t.Errorf("%s: %v %v", name, paths, err)
		}
	}
}

// What a start has placed it can take back, and nothing else.
func TestEmptyTakesBackItsOwn(t *testing.T) {
	folder := halfMade(t)
	s := stage{folder}
	rec, err := readRecord(s.path(committed))
	if err == nil {
		err = s.fill(rec)
	}
	if err != nil {
		t.Fatal(err)
	}
	mine := filepath.Join(folder, "第一季度", "人事股.xlsx")
	if err := os.WriteFile(mine, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := s.empty(rec); err == nil || read(t, mine) != "mine" || !exists(s.path(committed)) {
		t.Errorf("a folder that somebody uses is taken back: %v", err)
	}
	if err := os.Remove(mine); err != nil {
		t.Fatal(err)
	}
	if _, err := Resume(folder); err != nil {
		t.Fatal(err)
	}
	if got := files(t, folder); len(got) != 3 {
		t.Errorf("left %v", got)
	}
}
