package outputs

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/report/xlsx/own"
)

// handover is a folder with the outputs of one run, a slip that somebody has filled in, and
// what the next run writes.
func handover(t *testing.T) (folder string, next []Output) {
	t.Helper()
	folder = t.TempDir()
	if _, err := writeAll(folder, []Output{{Name: "台账.xlsx", Data: []byte("old")}, {Name: "台账.json", Data: []byte("old")}, slipFolder("old", "办公室", "文化馆")}); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"文化馆.xlsx": workbook("filled", "Microsoft Excel"), "已发.txt": []byte("记录")} {
		if err := os.WriteFile(filepath.Join(folder, "退回单", name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder, []Output{{Name: "台账.xlsx", Data: []byte("new"), Keeps: true}, {Name: "年报附件.pdf", Data: []byte("new")}, {Name: "台账.json", Data: []byte("new")}, slipFolder("new", "文化馆", "图书馆")}
}

// at gives the tree below a folder by relative paths, so that two folders can be compared.
func at(t *testing.T, folder string) (list []string) {
	for _, line := range tree(t, folder) {
		list = append(list, strings.TrimPrefix(line, filepath.ToSlash(folder)))
	}
	return list
}

// interrupted brings a folder to where a run stands after so many steps behind its commit,
// and returns false where there are none.
func interrupted(t *testing.T, folder string, outputs []Output, steps int) (stage, record, bool) {
	t.Helper()
	s := stage{folder}
	if err := s.open(); err != nil {
		t.Fatal(err)
	}
	rec, err := s.prepare(t.Context(), outputs, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.commit(rec); err != nil {
		t.Fatal(err)
	}
	slips := rec.Outputs[len(rec.Outputs)-1]
	do := []func() error{func() error { return s.placeKept(rec.Outputs[0]) }}
	for _, p := range rec.Outputs[:len(rec.Outputs)-1] {
		do = append(do, func() error { return s.place(p) })
	}
	do = append(do,
		func() error { return os.Rename(s.at(slips.Name), s.aside(slips.Name)) },
		func() error { return os.Rename(s.fresh(slips.Name), s.at(slips.Name)) },
		func() error {
			return os.Rename(filepath.Join(s.aside(slips.Name), "已发.txt"), filepath.Join(s.at(slips.Name), "已发.txt"))
		},
		func() error { return s.carryOver(slips) })
	for i := range min(steps, len(do)) {
		if err := do[i](); err != nil {
			t.Fatal(err)
		}
	}
	return s, rec, steps <= len(do)
}

// A run that is killed behind its commit is finished by the next.
func TestRecoverFinishes(t *testing.T) {
	folder, next := handover(t)
	if _, err := writeAll(folder, next); err != nil {
		t.Fatal(err)
	}
	want := at(t, folder)
	for steps := 0; ; steps++ {
		folder, next := handover(t)
		if _, _, more := interrupted(t, folder, next, steps); !more {
			break
		}
		if err := Recover(folder, ""); err != nil {
			t.Fatalf("after %d steps: %v", steps, err)
		}
		if got := at(t, folder); !slices.Equal(got, want) {
			t.Errorf("after %d steps there is\n%q, want\n%q", steps, got, want)
		}
	}
}

// A run that can't place all its outputs takes back those it has placed, also where it is
// killed while it does so. A copy of what somebody has filled in may stay in 历史.
func TestRecoverTakesBack(t *testing.T) {
	before, _ := handover(t)
	want := at(t, before)
	for steps := 0; ; steps++ {
		folder, next := handover(t)
		s, rec, more := interrupted(t, folder, next, steps)
		if !more {
			break
		}
		if err := os.Rename(s.path(committed), s.path(takenBack)); err != nil {
			t.Fatal(err)
		}
		if steps%2 == 1 { // part of it is taken back already
			if err := s.takeBackOne(rec.Outputs[len(rec.Outputs)-1]); err != nil {
				t.Fatal(err)
			}
		}
		if err := Recover(folder, ""); err != nil {
			t.Fatalf("after %d steps: %v", steps, err)
		}
		got := slices.DeleteFunc(at(t, folder), func(line string) bool {
			return line == "/历史" || strings.HasPrefix(line, "/历史/文化馆-")
		})
		if !slices.Equal(got, want) {
			t.Errorf("after %d steps there is\n%q, want\n%q", steps, got, want)
		}
	}
}

// A run that is killed before its commit is forgotten.
func TestRecoverForgets(t *testing.T) {
	folder, next := handover(t)
	want := at(t, folder)
	s := stage{folder}
	if err := s.open(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.prepare(t.Context(), next[:1], nil); err != nil {
		t.Fatal(err)
	}
	if err := Recover(folder, ""); err != nil {
		t.Fatal(err)
	}
	if got := at(t, folder); !slices.Equal(got, want) {
		t.Errorf("there is\n%q, want\n%q", got, want)
	}
}

// What somebody saves between a kill and the next run stays.
func TestRecoverLeavesWhatWasSavedSince(t *testing.T) {
	folder, next := handover(t)
	interrupted(t, folder, next, 0)
	filled := workbook("filled since", "WPS")
	for name, data := range map[string][]byte{"台账.xlsx": []byte("with rulings"), "退回单/办公室.xlsx": filled} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := Recover(folder, ""); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"台账.xlsx": "with rulings", "台账.json": "new", "退回单/办公室.xlsx": string(filled),
		"退回单/文化馆.xlsx": string(workbook("new", own.Application)), "退回单/已发.txt": "记录"} {
		if got := read(t, filepath.Join(folder, name)); got != want {
			t.Errorf("%s holds %q", name, got)
		}
	}
}

// A damaged record is never half followed.
func TestRecoverRefusesADamagedRecord(t *testing.T) {
	for _, text := range []string{"", "{", `{"outputs":[{"name":"../x","fresh":true}]}`} {
		folder, next := handover(t)
		s, _, _ := interrupted(t, folder, next, 0)
		if err := os.WriteFile(s.path(committed), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		want := at(t, folder)
		if err := Recover(folder, ""); err == nil || !strings.Contains(err.Error(), "移走") {
			t.Errorf("%q: %v", text, err)
		}
		if got := at(t, folder); !slices.Equal(got, want) {
			t.Errorf("%q: there is\n%q, want\n%q", text, got, want)
		}
	}
}

func TestTwoRunsAtOnce(t *testing.T) {
	folder, next := handover(t)
	release, err := lock(folder)
	if err != nil {
		t.Fatal(err)
	}
	want := at(t, folder)
	if _, err := writeAll(folder, next); err == nil || !strings.Contains(err.Error(), "另一个 taizhang") {
		t.Errorf("error %v", err)
	}
	if got := at(t, folder); !slices.Equal(got, want) {
		t.Errorf("there is %q", got)
	}
	release()
	if _, err := writeAll(folder, next); err != nil {
		t.Error(err)
	}
	if got := files(t, folder); slices.Contains(got, lockName) || slices.Contains(got, stageName) {
		t.Errorf("left %q", got)
	}
}

// Rulings that are saved while a run is at work would be lost with the ledger.
func TestALedgerSavedMeanwhileIsNotReplaced(t *testing.T) {
	for _, before := range []string{absent, strings.Repeat("0", 64)} {
		folder, next := handover(t)
		next[0].Before = before
		want := at(t, folder)
		if _, err := writeAll(folder, next); err == nil || !strings.Contains(err.Error(), "请再运行一次") {
			t.Errorf("error %v", err)
		}
		if got := at(t, folder); !slices.Equal(got, want) {
			t.Errorf("there is %q", got)
		}
	}
}

// A failure while outputs are written (here: a name that no system takes) leaves nothing,
// not even the folders made for them.
func TestAFailedStageLeavesNothing(t *testing.T) {
	root := t.TempDir()
	bad := Output{Name: "零\x00"}
	if _, err := writeAll(filepath.Join(root, "a", "成果"), []Output{{Name: "台账.xlsx"}, bad}); err == nil {
		t.Error("no error")
	}
	if got := files(t, root); len(got) != 0 {
		t.Errorf("left %q", got)
	}
	folder, next := handover(t)
	want := at(t, folder)
	if _, err := writeAll(folder, append(next, bad)); err == nil {
		t.Error("no error")
	}
	if got := at(t, folder); !slices.Equal(got, want) {
		t.Errorf("there is %q", got)
	}
}

// A slip that is open in a program can't be replaced.
func TestAnOpenSlipStopsTheRun(t *testing.T) {
	folder, next := handover(t)
	if err := os.WriteFile(filepath.Join(folder, "退回单", "~$文化馆.xlsx"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	want := at(t, folder)
	if _, err := writeAll(folder, next); err == nil || !strings.Contains(err.Error(), "文化馆.xlsx 正在") {
		t.Errorf("error %v", err)
	}
	if got := at(t, folder); !slices.Equal(got, want) {
		t.Errorf("there is %q", got)
	}
}
