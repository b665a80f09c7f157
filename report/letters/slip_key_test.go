package letters

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
)

// Whatever a slip says shows in its key, so that none stays that would be written otherwise.
func TestSlipKeyTellsSlipsApart(t *testing.T) {
	l, _ := mended(t)
	all := Slips(l, "v1")
	if len(all) == 0 || len(all[0].problems) == 0 || len(all[0].sums) == 0 {
		t.Fatal("nothing to tell apart")
	}
	seen := map[string]string{}
	for _, s := range all {
		if again := seen[s.Key()]; again != "" {
			t.Errorf("%s and %s have one key", s.Department, again)
		}
		seen[s.Key()] = s.Department
	}
	if key := Slips(l, "v1")[0].Key(); key != all[0].Key() {
		t.Error("one slip has two keys")
	}
	for what, change := range map[string]func(*Slip, *problem){
		"department":  func(s *Slip, _ *problem) { s.Department += "二" },
		"version":     func(s *Slip, _ *problem) { s.version = "v2" },
		"unit":        func(s *Slip, _ *problem) { s.unit += "二" },
		"as of":       func(s *Slip, _ *problem) { s.asOf = period.Quarter{Year: 2021, N: 4} },
		"until":       func(_ *Slip, p *problem) { p.until = "明天" },
		"quarter":     func(_ *Slip, p *problem) { p.quarter = period.Quarter{Year: 2021, N: 1} },
		"cause":       func(_ *Slip, p *problem) { p.cause += "x" },
		"words":       func(s *Slip, _ *problem) { w := *s.words; w.Cut += "。"; s.words, s.wording = &w, wordingOf(&w) },
		"opening":     func(s *Slip, _ *problem) { w := *s.words; w.Opening += "x"; s.words, s.wording = &w, wordingOf(&w) },
		"return":      func(s *Slip, _ *problem) { s.sums[0] = "00" },
		"one fewer":   func(s *Slip, _ *problem) { s.problems = s.problems[1:] },
		"order":       func(s *Slip, _ *problem) { slices.Reverse(s.problems) },
		"found":       func(_ *Slip, p *problem) { p.Found += "x" },
		"wanted":      func(_ *Slip, p *problem) { p.Wanted += "x" },
		"message":     func(_ *Slip, p *problem) { p.Message += "x" },
		"held":        func(_ *Slip, p *problem) { p.Held = !p.Held },
		"code":        func(_ *Slip, p *problem) { p.Code = finding.Overdue },
		"of the list": func(_ *Slip, p *problem) { p.Place = p.Place.At(9, 9) },
		"cell":        func(_ *Slip, p *problem) { p.at = p.at.At(p.at.Row()+1, p.at.Col()) },
		"sheet":       func(_ *Slip, p *problem) { p.at = finding.In(p.at.File(), "别的").At(p.at.Row(), p.at.Col()) },
		"do":          func(_ *Slip, p *problem) { p.mend.Do += "x" },
		"deadline":    func(_ *Slip, p *problem) { p.mend.Deadline += "x" },
		"asked":       func(_ *Slip, p *problem) { p.asked += "x" },
	} {
		s := all[0]
		s.sums, s.problems = slices.Clone(s.sums), slices.Clone(s.problems)
		if change(&s, &s.problems[0]); s.Key() == all[0].Key() {
			t.Errorf("another %s does not show", what)
		}
	}
}

// Only the very slip, whole and as this program wrote it, is taken for written.
func TestASlipThatIsWritten(t *testing.T) {
	l, book := mended(t)
	open := func(string) *grid.Book { return book }
	at := func(data []byte) string {
		path := filepath.Join(t.TempDir(), "x.xlsx")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	slips := Slips(l, "test")
	i := slices.IndexFunc(slips, func(s Slip) bool { return len(s.sums) > 0 })
	slip := slips[i]
	data := slipOf(t, l, slip.Department, open)
	if !slip.Written(at(data)) {
		t.Error("the slip itself is not taken for written")
	}
	other := slip
	other.unit = "另一个单位"
	if other.Written(at(data)) {
		t.Error("another slip is taken for written")
	}
	if gone := slipOf(t, l, slip.Department, func(string) *grid.Book { return nil }); slip.Written(at(gone)) {
		t.Error("a slip that could not draw the return is taken for written")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		from, err := f.DataOffset()
		if err != nil {
			t.Fatal(err)
		}
		damaged := bytes.Clone(data)
		damaged[from+int64(f.CompressedSize64)/2] ^= 0x10
		if slip.Written(at(damaged)) {
			t.Errorf("with damage in %s it is taken for written", f.Name)
		}
	}
	foreign := bytes.ReplaceAll(data, []byte("docProps/app.xml"), []byte("docProps/oth.xml"))
	if slip.Written(at(foreign)) {
		t.Error("a workbook of another program is taken for written")
	}
	if slip.Written(at(data[:len(data)/2])) || slip.Written(at(nil)) || slip.Written(filepath.Join(t.TempDir(), "none")) {
		t.Error("what is no workbook is taken for written")
	}
}
