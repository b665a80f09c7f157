package acceptance

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"taizhang/cli"
	"taizhang/testdata/hostile"
)

var hostileLarge = flag.Bool("hostile-large", false, "TestHostileFolder builds the large folder")

// hostileYear is what a test of the ledger of a hostile folder looks at.
type hostileYear struct {
	Entries []hostileEntry
	Rows    []struct{ File, Fate string }
	Returns []struct {
		File string
		Rows struct{ Read, Merged, Held, Ignored int }
	}
	Findings []struct{ Code, File string }
	Totals   struct {
		Rows struct{ Read, Merged, Held, Ignored int }
	}
}

type hostileEntry struct {
	Requirement                           int
	Department, Quarter, Status, Progress string
	Percent                               any
	Evidence                              any
	Match                                 any
	Source                                struct {
		File, Sheet string
		Row         int
		Cells       map[string]string
	}
}

// TestHostileFolder: one bad file never stops the others. Of a folder of every disease that
// we know, each file is read as it stands, or named by a finding, or left aside as the
// contract says; the good returns are merged as if they stood alone; and nothing that a file
// says becomes a formula or a way out of the folder in what is written.
func TestHostileFolder(t *testing.T) {
	size := hostile.Small
	if *hostileLarge {
		size = hostile.Large
	}
	folder := filepath.Join(t.TempDir(), "2021")
	patients, err := hostile.Make(folder, size)
	if err != nil {
		t.Fatal(err)
	}
	got := hostileBuild(t, folder)

	byFile := map[string]hostile.Patient{}
	for _, p := range patients {
		byFile[printed(p.File)] = p
		hostileFate(t, got, p)
	}
	everythingKnown(t, folder, byFile)
	if sum := got.Totals.Rows; sum.Read != sum.Merged+sum.Held+sum.Ignored || sum.Read != len(got.Rows) {
		t.Errorf("%+v of %d rows: out of balance", sum, len(got.Rows))
	}

	aloneFolder := onlyGood(t, folder, patients)
	alone := hostileBuild(t, aloneFolder)
	good := func(e hostileEntry) bool { return byFile[e.Source.File].Good }
	mine := slices.DeleteFunc(slices.Clone(got.Entries), func(e hostileEntry) bool { return !good(e) })
	mineAlone := slices.DeleteFunc(slices.Clone(alone.Entries), func(e hostileEntry) bool { return !good(e) })
	if len(mine) == 0 || !reflect.DeepEqual(mine, mineAlone) {
		t.Errorf("the good returns give\n%+v\nand alone\n%+v", mine, mineAlone)
	}
	own := formulas(t, aloneFolder)
	for shape, where := range formulas(t, folder) {
		if own[shape] == "" {
			t.Errorf("a formula that the ledger does not count with: %.200q in %s", shape, where)
		}
	}
	for _, path := range workbooks(t, folder) {
		waysOut(t, path)
	}
	if annex, err := os.ReadFile(filepath.Join(folder, "成果", "年报附件.pdf")); err != nil || unsafeInPDF.Match(annex) {
		t.Errorf("年报附件.pdf: %v, %q", err, unsafeInPDF.Find(annex))
	}
}

// hostileBuild builds the year and reads its ledger.
func hostileBuild(t *testing.T, folder string) hostileYear {
	t.Helper()
	var said bytes.Buffer
	if code := run(context.Background(), []string{"build", folder, "--quiet"}, io.Discard, &said); code != cli.ExitDone {
		t.Fatalf("exit %d: %s", code, said.String())
	}
	data, err := os.ReadFile(filepath.Join(folder, "成果", "台账.json"))
	if err != nil {
		t.Fatal(err)
	}
	var year hostileYear
	if err := json.Unmarshal(data, &year); err != nil {
		t.Fatal(err)
	}
	return year
}

// hostileFate holds what happened to a file against what must happen.
func hostileFate(t *testing.T, year hostileYear, p hostile.Patient) {
	t.Helper()
	file := printed(p.File)
	var rows []hostile.Row
	for _, e := range year.Entries {
		if e.Source.File == file {
			rows = append(rows, hostile.Row{Requirement: e.Requirement, Progress: e.Progress})
		}
	}
	var codes []string
	for _, f := range year.Findings {
		if f.File == file {
			codes = append(codes, f.Code)
		}
	}
	isNamed := slices.ContainsFunc(p.Codes, func(code string) bool { return slices.Contains(codes, code) })
	slices.SortFunc(rows, func(a, b hostile.Row) int { return a.Requirement - b.Requirement })
	switch {
	case p.Skipped:
		if len(rows) > 0 || len(codes) > 0 {
			t.Errorf("%q is not left aside: %v %v", p.File, rows, codes)
		}
	case len(rows) > 0 && !p.Read:
		t.Errorf("%q is read: %v %v", p.File, rows, codes)
	case len(rows) > 0 && !p.Unsure && !reflect.DeepEqual(rows, p.Rows):
		t.Errorf("%q is misread: %.300s, want %.300s, %v", p.File, fmt.Sprint(rows), fmt.Sprint(p.Rows), codes)
	case len(rows) > 0 && p.Also != "" && !slices.Contains(codes, p.Also):
		t.Errorf("%q is read without %s: %v", p.File, p.Also, codes)
	case len(rows) == 0 && !isNamed:
		t.Errorf("%q is not read, and %v does not name it: want %v", p.File, codes, p.Codes)
	}
}

// everythingKnown walks the folder: what lies there is a patient, or a dot file that links
// of the patients point at.
func everythingKnown(t *testing.T, folder string, patients map[string]hostile.Patient) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join(folder, "第一季度"), func(path string, d fs.DirEntry, err error) error {
		if err != nil && d != nil && d.IsDir() {
			return nil // one that can't be opened is a patient itself
		}
		rel, relErr := filepath.Rel(folder, path)
		if relErr != nil {
			return relErr
		}
		if _, ok := patients[printed(filepath.ToSlash(rel))]; !ok && !d.IsDir() && !strings.HasPrefix(d.Name(), ".") {
			t.Errorf("nothing is said of %q", rel)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// onlyGood copies the list and the good returns into a year of their own.
func onlyGood(t *testing.T, folder string, patients []hostile.Patient) string {
	t.Helper()
	alone := filepath.Join(t.TempDir(), "2021")
	names := []string{"任务清单.xlsx"}
	for _, p := range patients {
		if p.Good {
			names = append(names, p.File)
		}
	}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(alone, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return alone
}

// printed is how the ledger writes a name: one in GBK as it was meant, bytes that are no
// text by their numbers.
func printed(name string) string {
	return strings.NewReplacer("坏编码\xB0\xEC\xFF", "坏编码%B0%EC%FF", "\xB1\xE0\xC2\xEB", "编码").Replace(name)
}
