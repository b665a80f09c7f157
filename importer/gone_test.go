package importer

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns/reader"
)

// yearOf makes a year folder of returns in the folders of two quarters.
func yearOf(t *testing.T, files int) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "2021")
	for _, quarter := range []string{"第一季度", "第二季度"} {
		if err := os.MkdirAll(filepath.Join(folder, quarter), 0o755); err != nil {
			t.Fatal(err)
		}
		for n := range files {
			if err := os.WriteFile(filepath.Join(folder, quarter, fmt.Sprintf("办公室%d.csv", n)), []byte(goodReturn), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return folder
}

// What disappears or changes between the list of files and their reading is named, with what
// to do, and the others are read.
func TestFilesThatGoBeforeTheyAreRead(t *testing.T) {
	o, err := Options{Folder: yearOf(t, 4), Year: 2021}.real()
	if err != nil {
		t.Fatal(err)
	}
	p, w, _, err := readPlan(o)
	if err != nil {
		t.Fatal(err)
	}
	files, beside, err := walk(o.Folder, o)
	if err != nil || len(files) != 8 || len(beside.findings) > 0 {
		t.Fatal(files, beside, err)
	}
	if err := os.Remove(files[0].path); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(files[1].path, files[1].path+"x"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(files[2].path, nil, 0o644); err != nil { // saved anew, just now
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(o.Folder, "第二季度")); err != nil {
		t.Fatal(err)
	}
	read, err := readAll(context.Background(), files, reader.New(p, w, nil), nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, in := range read.inputs {
		left := i == 3
		if in.File != files[i].name || (in.State == ledger.FileRead) != left {
			t.Errorf("%+v", in)
		}
		at := slices.IndexFunc(read.findings, func(f finding.Finding) bool { return f.Place.File() == in.File && f.Code == finding.UnreadableFile })
		switch {
		case left != (at < 0):
			t.Errorf("%s: named %v", in.File, at >= 0)
		case i != 2 && !left && (!strings.Contains(read.findings[at].Message, goneWhy) || read.findings[at].Hint != goneHint):
			t.Errorf("%s: %v", in.File, read.findings[at])
		}
	}
}

// A folder that comes and goes while the year is looked through never ends the run, and what
// lies beside it is read each time.
func TestFolderThatGoesInTheWalk(t *testing.T) {
	folder := yearOf(t, 20)
	there, away := filepath.Join(folder, "第一季度"), filepath.Join(filepath.Dir(folder), "away")
	stop, stopped := make(chan struct{}), make(chan error)
	go func() {
		var err error
		for err == nil {
			select {
			case <-stop:
				stopped <- err
				return
			default:
			}
			if err = os.Rename(there, away); err == nil {
				err = os.Rename(away, there)
			}
		}
		<-stop
		stopped <- err
	}()
	named := 0
	for range 30 {
		l, err := Load(context.Background(), Options{Folder: folder, Year: 2021})
		if err != nil {
			t.Error(err)
			break
		}
		beside := 0
		for _, in := range l.Inputs {
			if strings.HasPrefix(in.File, "第二季度/") && in.State == ledger.FileRead {
				beside++
			}
			if in.State == ledger.FileFailed {
				named++
				if !slices.ContainsFunc(l.Findings, func(f finding.Finding) bool { return f.Place.File() == in.File && f.Code == finding.UnreadableFile }) {
					t.Errorf("nothing is said of %s", in.File)
				}
			}
		}
		if beside != 20 {
			t.Errorf("%d of 20 files beside it are read", beside)
		}
	}
	close(stop)
	if err := <-stopped; err != nil {
		t.Skip(err) // a system that keeps folders in use where they are
	}
	t.Logf("%d files were gone when they were read", named)
}
