package outputs

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Names of the record in the stage: while it has the first, outputs go to their places;
// while it has the second, they are taken back.
const (
	committed = "commit.json"
	takenBack = "undo.json"
)

// record says what a run places. Each step of placing and of taking back can be repeated:
// it looks at what lies where, so that whoever comes later can go on.
type record struct {
	Outputs []placing  `json:"outputs"`
	Start   bool       `json:"start,omitempty"`   // a folder is filled that was empty: nothing is replaced
	Decided *appending `json:"decided,omitempty"` // lines for the decisions of the year
}

// placing is one output on its way to its place.
type placing struct {
	Name   string   `json:"name"`
	Folder bool     `json:"folder,omitempty"`
	Fresh  bool     `json:"fresh,omitempty"`  // something comes; else the folder only goes
	Files  []string `json:"files,omitempty"`  // of a folder that comes
	Before string   `json:"before,omitempty"` // SHA-256 of the file that is replaced, of one that is kept
	Kept   string   `json:"kept,omitempty"`   // name of its copy in 历史
	Known  bool     `json:"known,omitempty"`  // the copy was there before
}

// commit syncs the stage and puts the record into it: from here on the outputs are those
// of this run.
func (s stage) commit(rec record) error {
	data, err := json.Marshal(rec)
	if err != nil {
		return err
	}
	for _, dir := range []string{s.path("new"), s.path("old"), s.folder} {
		if err := syncFolder(dir); err != nil {
			return err
		}
	}
	if err := WriteFile(s.path("record"), data); err != nil {
		return err
	}
	if err := os.Rename(s.path("record"), s.path(committed)); err != nil {
		return err
	}
	return syncFolder(s.path())
}

// placeAll puts everything where it belongs: first the decisions, which nobody types twice,
// then the copies for 历史, which take time, and then the outputs in one go.
func (s stage) placeAll(rec record, year string) error {
	if rec.Decided != nil {
		year, err := rec.Decided.yearOf(s.folder, year)
		if err == nil {
			err = rec.Decided.add(s, year)
		}
		if err != nil {
			return fmt.Errorf("记不下核定：%w", err)
		}
	}
	for _, p := range rec.Outputs {
		if err := s.placeKept(p); err != nil {
			return fmt.Errorf("写不进 %s：%w", s.at(historyFolder), err)
		}
	}
	for _, p := range rec.Outputs {
		if err := s.place(p); err != nil {
			return fmt.Errorf("换不了 %s，它可能正在 Excel 或 WPS 中打开，请关闭后重试：%w", s.at(p.Name), err)
		}
	}
	return nil
}

func (s stage) place(p placing) error {
	if !p.Folder {
		if !exists(s.fresh(p.Name)) {
			return nil
		}
		return os.Rename(s.fresh(p.Name), s.at(p.Name))
	}
	if exists(s.fresh(p.Name)) || !p.Fresh && !exists(s.aside(p.Name)) {
		if err := os.Rename(s.at(p.Name), s.aside(p.Name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if exists(s.fresh(p.Name)) {
		if err := os.Rename(s.fresh(p.Name), s.at(p.Name)); err != nil {
			return err
		}
	}
	return s.carryOver(p)
}

// takeBack undoes what has been placed. Where it can't, the record stays, and the next run
// goes on.
func (s stage) takeBack(rec record, year string) error {
	if exists(s.path(committed)) {
		if err := os.Rename(s.path(committed), s.path(takenBack)); err != nil {
			return err
		}
	}
	for _, p := range slices.Backward(rec.Outputs) {
		if err := s.takeBackOne(p); err != nil {
			return fmt.Errorf("没能把 %s 换回来，请关闭它以后再运行一次：%w", s.at(p.Name), err)
		}
	}
	if rec.Decided != nil {
		year, err := rec.Decided.yearOf(s.folder, year)
		if err == nil {
			err = rec.Decided.takeBack(s, year)
		}
		if err != nil {
			return fmt.Errorf("没能把核定换回来：%w", err)
		}
	}
	return os.Remove(s.path(takenBack))
}

func (s stage) takeBackOne(p placing) error {
	if p.Folder {
		if err := s.carryBack(p); err != nil {
			return err
		}
	}
	if p.Fresh && !exists(s.fresh(p.Name)) && exists(s.at(p.Name)) {
		if err := os.Rename(s.at(p.Name), s.fresh(p.Name)); err != nil {
			return err
		}
	}
	if exists(s.aside(p.Name)) && !exists(s.at(p.Name)) {
		if err := os.Rename(s.aside(p.Name), s.at(p.Name)); err != nil {
			return err
		}
	}
	if p.Kept != "" && !p.Known && !exists(s.fresh(p.Kept)) && exists(s.at(filepath.Join(historyFolder, p.Kept))) {
		if err := os.Rename(s.at(filepath.Join(historyFolder, p.Kept)), s.fresh(p.Kept)); err != nil {
			return err
		}
		os.Remove(s.at(historyFolder)) // where this run made it, it is empty
	}
	return nil
}

// done makes the renames last and ends the commit.
func (s stage) done() error {
	if err := syncFolder(s.folder); err != nil {
		return err
	}
	if err := os.Remove(s.path(committed)); err != nil {
		return err
	}
	return syncFolder(s.path())
}

// paths lists what a run has placed.
func (rec record) paths(folder string) (paths []string) {
	var kept []string
	for _, p := range rec.Outputs {
		if p.Fresh {
			paths = append(paths, filepath.Join(folder, p.Name))
		}
		if p.Kept != "" {
			kept = append(kept, filepath.Join(folder, historyFolder, p.Kept))
		}
	}
	return append(paths, kept...)
}
