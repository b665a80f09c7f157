package outputs

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"taizhang/report/xlsx/own"
)

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// files lists what lies in a folder.
func files(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func writeAll(folder string, outputs []Output) ([]string, error) {
	return Write(context.Background(), folder, outputs, nil, nil)
}

func TestWriteAllReplaces(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "成果")
	for _, text := range []string{"one", "two"} {
		paths, err := writeAll(folder, []Output{{Name: "台账.xlsx", Data: []byte(text)}, {Name: "台账.json", Data: []byte(text)}})
		if err != nil || len(paths) != 2 {
			t.Fatal(paths, err)
		}
		for _, p := range paths {
			if got := read(t, p); got != text {
				t.Errorf("%s holds %q, want %q", p, got, text)
			}
		}
	}
	if got := files(t, folder); len(got) != 2 {
		t.Errorf("left behind: %v", got)
	}
}

// A place that can't be taken (here: a folder that isn't empty) undoes the whole run.
func TestWriteAllOrNothing(t *testing.T) {
	folder := t.TempDir()
	if _, err := writeAll(folder, []Output{{Name: "台账.xlsx", Data: []byte("old")}}); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(folder, "台账.json", "occupied"), 0o755); err != nil {
		t.Fatal(err)
	}
	_, err := writeAll(folder, []Output{{Name: "台账.xlsx", Data: []byte("new")}, {Name: "年报附件.pdf", Data: []byte("new")}, {Name: "台账.json", Data: []byte("new")}})
	if err == nil {
		t.Fatal("no error")
	}
	if got := read(t, filepath.Join(folder, "台账.xlsx")); got != "old" {
		t.Errorf("台账.xlsx holds %q, want the old one", got)
	}
	if got := files(t, folder); len(got) != 2 {
		t.Errorf("left behind: %v", got)
	}
}

// slipFolder is the folder of slips with the given departments' files in it.
func slipFolder(text string, names ...string) Output {
	o := Output{Name: "退回单", Folder: true}
	for _, n := range names {
		o.Files = append(o.Files, Output{Name: n + ".xlsx", Data: workbook(text, own.Application)})
	}
	return o
}

// workbook is as much of a workbook as tells which program wrote it.
func workbook(text, program string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range map[string]string{"docProps/app.xml": "<Properties><Application>" + program + "</Application></Properties>"} {
		w, _ := z.Create(name) // into memory
		w.Write([]byte(data))
	}
	z.SetComment(text)
	z.Close()
	return b.Bytes()
}

// What a department or the office has filled in is not lost with the slips of an earlier
// run: it comes along, or is kept in 历史 where a new slip takes its name.
func TestFilledSlipsAreKept(t *testing.T) {
	folder := t.TempDir()
	slips := filepath.Join(folder, "退回单")
	write := func(o Output) {
		t.Helper()
		if _, err := writeAll(folder, []Output{{Name: "台账.json", Data: []byte("x")}, o}); err != nil {
			t.Fatal(err)
		}
	}
	write(slipFolder("one", "办公室"))
	filled := workbook("filled in", "Microsoft Excel")
	for _, name := range []string{"办公室.xlsx", "办公室(修订).xlsx"} {
		if err := os.WriteFile(filepath.Join(slips, name), filled, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(slipFolder("two", "办公室"))
	if got := read(t, filepath.Join(slips, "办公室(修订).xlsx")); got != string(filled) {
		t.Error("the answer saved beside the slip is gone")
	}
	if got := read(t, filepath.Join(slips, "办公室.xlsx")); got != string(workbook("two", own.Application)) {
		t.Error("the new slip is not in its place")
	}
	kept := files(t, filepath.Join(folder, "历史"))
	if len(kept) != 1 || read(t, filepath.Join(folder, "历史", kept[0])) != string(filled) {
		t.Errorf("历史 holds %v", kept)
	}
}

func TestAFolderIsReplacedAsAWhole(t *testing.T) {
	folder := t.TempDir()
	slips := filepath.Join(folder, "退回单")
	write := func(o Output) {
		t.Helper()
		if _, err := writeAll(folder, []Output{{Name: "台账.json", Data: []byte("x")}, o}); err != nil {
			t.Fatal(err)
		}
	}
	write(slipFolder("one", "办公室", "文化馆"))
	if err := os.WriteFile(filepath.Join(slips, "已发.txt"), []byte("办公室的记录"), 0o644); err != nil {
		t.Fatal(err)
	}
	write(slipFolder("two", "文化馆", "图书馆"))
	if got := files(t, slips); !slices.Equal(got, []string{"图书馆.xlsx", "已发.txt", "文化馆.xlsx"}) {
		t.Errorf("the folder holds %v", got)
	}
	if got := read(t, filepath.Join(slips, "文化馆.xlsx")); got != string(workbook("two", own.Application)) {
		t.Errorf("文化馆.xlsx holds %q", got)
	}
	write(slipFolder("three"))
	if got := files(t, slips); !slices.Equal(got, []string{"已发.txt"}) {
		t.Errorf("where nothing is due the folder holds %v", got)
	}
	if err := os.Remove(filepath.Join(slips, "已发.txt")); err != nil {
		t.Fatal(err)
	}
	write(slipFolder("four"))
	if got := files(t, folder); !slices.Equal(got, []string{"台账.json"}) {
		t.Errorf("where nothing is due there is %v", got)
	}
}

// The folder and the history are undone with the rest.
func TestAFolderIsPutBack(t *testing.T) {
	for _, before := range []Output{slipFolder("old", "办公室"), slipFolder("old")} {
		folder := t.TempDir()
		if _, err := writeAll(folder, []Output{{Name: "台账.xlsx", Data: []byte("old")}, before}); err != nil {
			t.Fatal(err)
		}
		if len(before.Files) > 0 {
			if err := os.WriteFile(filepath.Join(folder, "退回单", "已发.txt"), nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.MkdirAll(filepath.Join(folder, "台账.json", "occupied"), 0o755); err != nil {
			t.Fatal(err)
		}
		want := tree(t, folder)
		_, err := writeAll(folder, []Output{{Name: "台账.xlsx", Data: []byte("new"), Keeps: true}, slipFolder("new", "文化馆"), {Name: "台账.json", Data: []byte("new")}})
		if err == nil {
			t.Fatal("no error")
		}
		if got := tree(t, folder); !slices.Equal(got, want) {
			t.Errorf("left\n%v, was\n%v", got, want)
		}
	}
}

// tree lists all that lies below a folder, with what it holds.
func tree(t *testing.T, folder string) (list []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		switch name := filepath.ToSlash(path); {
		case err != nil:
		case d.IsDir() || d.Name() == lockName: // Windows lets nobody read what is locked
			list = append(list, name)
		default:
			list = append(list, name+" "+read(t, path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// undated takes the day on which a file was saved out of its name in 历史.
func undated(name string) string {
	return regexp.MustCompile(`-\d{4}-\d\d-\d\d`).ReplaceAllString(name, "")
}

// kept reads the file of 历史 whose name is this but for its day.
func kept(t *testing.T, folder, name string) string {
	t.Helper()
	for _, f := range files(t, filepath.Join(folder, "历史")) {
		if undated(f) == name && f != name {
			return read(t, filepath.Join(folder, "历史", f))
		}
	}
	t.Fatalf("%s is not kept", name)
	return ""
}

func TestTheLedgerBeforeIsKept(t *testing.T) {
	folder := t.TempDir()
	for _, step := range []struct {
		text  string
		paths int
		kept  []string
	}{
		{"one", 1, nil},
		{"one", 1, nil}, // the same bytes
		{"two", 2, []string{"台账-7692c3ad.xlsx"}},
		{"one", 2, []string{"台账-3fc4ccfe.xlsx", "台账-7692c3ad.xlsx"}},
		{"two", 2, []string{"台账-3fc4ccfe.xlsx", "台账-7692c3ad.xlsx"}}, // one is kept already
	} {
		paths, err := writeAll(folder, []Output{{Name: "台账.xlsx", Data: []byte(step.text), Keeps: true}})
		if err != nil || len(paths) != step.paths {
			t.Fatal(paths, err)
		}
		if len(step.kept) == 0 {
			continue
		}
		got := files(t, filepath.Join(folder, "历史"))
		for i, name := range got {
			got[i] = undated(name)
		}
		if slices.Sort(got); !slices.Equal(got, step.kept) {
			t.Errorf("after %s: kept %v, want %v", step.text, got, step.kept)
		}
	}
	if got := kept(t, folder, "台账-7692c3ad.xlsx"); got != "one" {
		t.Errorf("kept %q", got)
	}
}

// Of a ledger that lies elsewhere what it holds is kept, not the link to it.
func TestTheLedgerBehindALinkIsKept(t *testing.T) {
	folder, elsewhere := t.TempDir(), filepath.Join(t.TempDir(), "台账.xlsx")
	if err := os.WriteFile(elsewhere, []byte("one"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, filepath.Join(folder, "台账.xlsx")); err != nil {
		t.Skip("no links here: ", err)
	}
	if _, err := os.Lstat(filepath.Join(folder, "台账.xlsx")); err != nil {
		t.Skip("no links here: ", err) // some systems say that they have made one
	}
	if _, err := writeAll(folder, []Output{{Name: "台账.xlsx", Data: []byte("two"), Keeps: true}}); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(elsewhere); err != nil {
		t.Fatal(err)
	}
	if got := kept(t, folder, "台账-7692c3ad.xlsx"); got != "one" {
		t.Errorf("kept %q", got)
	}
}

// A workbook that is open elsewhere is left alone, and so is all the rest.
func TestAnOpenLedgerStopsTheRun(t *testing.T) {
	for _, lock := range []string{"~$台账.xlsx", ".~台账.xlsx", ".~lock.台账.xlsx#"} {
		folder := t.TempDir()
		old := []Output{{Name: "台账.xlsx", Data: []byte("old"), Keeps: true}, {Name: "台账.json", Data: []byte("old")}, slipFolder("old", "办公室")}
		if _, err := writeAll(folder, old); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, lock), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		before := tree(t, folder)
		_, err := writeAll(folder, []Output{{Name: "台账.json", Data: []byte("new")}, {Name: "台账.xlsx", Data: []byte("new"), Keeps: true}, slipFolder("new")})
		if err == nil || !strings.Contains(err.Error(), "正在 Excel 或 WPS 中打开") || !strings.Contains(err.Error(), lock) {
			t.Errorf("%s: %v", lock, err)
		}
		if got := tree(t, folder); !slices.Equal(got, before) {
			t.Errorf("left %v, was %v", got, before)
		}
	}
}

// A run that is ended while it writes, or between writing and placing, has changed nothing.
func TestAnEndedRunChangesNothing(t *testing.T) {
	for what, when := range map[string]int{"at the first file": 1, "at the last file": 3} {
		folder := filepath.Join(t.TempDir(), "成果")
		old := []Output{{Name: "台账.xlsx", Data: []byte("old")}, {Name: "退回单", Folder: true, Files: []Output{{Name: "人事股.xlsx", Data: []byte("old")}}}}
		if _, err := writeAll(folder, old); err != nil {
			t.Fatal(err)
		}
		ctx, end := context.WithCancel(t.Context())
		said := 0
		next := []Output{{Name: "台账.xlsx", Data: []byte("new"), Keeps: true}, {Name: "台账.json", Data: []byte("new")}, {Name: "退回单", Folder: true, Files: []Output{{Name: "人事股.xlsx", Data: []byte("new")}}}}
		_, err := Write(ctx, folder, next, nil, func(done, total int, name string) {
			if said++; done == when {
				end()
			}
			if total != 3 || done != said || name == "" {
				t.Errorf("%s: it says %d of %d, %s", what, done, total, name)
			}
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", what, err)
		}
		if got := files(t, folder); !slices.Equal(got, []string{"台账.xlsx", "退回单"}) || read(t, filepath.Join(folder, "台账.xlsx")) != "old" || read(t, filepath.Join(folder, "退回单", "人事股.xlsx")) != "old" {
			t.Errorf("%s: there lie %v", what, got)
		}
	}
}

// What prints on and on is cut off where the context ends.
func TestALongOutputIsCutOff(t *testing.T) {
	ctx, end := context.WithCancel(t.Context())
	_, err := Write(ctx, t.TempDir(), []Output{{Name: "台账.json", Print: func(w io.Writer) error {
		for n := 0; ; n++ {
			if _, err := w.Write(make([]byte, 1<<16)); err != nil {
				return err
			}
			if n == 3 {
				end()
			}
			if n > 1000 {
				return errors.New("nobody cuts it off")
			}
		}
	}}}, nil, nil)
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
