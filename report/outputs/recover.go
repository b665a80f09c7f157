package outputs

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Recover ends what a run that was killed has left in an output folder: a run that had all
// its outputs ready is finished, any other is forgotten. Whoever reads the ledger of the
// folder, or the decisions of the year folder, calls it first. Without such a run it does not
// touch the folder.
func Recover(folder, year string) error {
	if !exists(stage{folder}.path()) {
		return nil
	}
	release, err := lock(folder)
	if err != nil {
		return err
	}
	defer release()
	return finishEarlier(folder, year)
}

// finishEarlier is Recover for who holds the lock; a year of "" is the one that the run wrote
// for.
func finishEarlier(folder, year string) error {
	s := stage{folder}
	for _, state := range []string{committed, takenBack} {
		rec, err := readRecord(s.path(state))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil && state == takenBack {
			err = s.takeBack(rec, year)
		} else if err == nil {
			err = s.finish(rec, year)
		}
		if err != nil {
			return fmt.Errorf("上一次运行中断了，没能替它收尾：%w", err)
		}
	}
	if err := removeAll(s.path()); err != nil {
		return fmt.Errorf("清不掉上一次运行留下的文件夹：%w", err)
	}
	return nil
}

// finish places what a killed run had ready. A ledger that somebody has saved since then
// stays as it is: it is the newest, and the run that follows reads it.
func (s stage) finish(rec record, year string) error {
	if rec.Start {
		if err := s.fill(rec); err != nil {
			return err
		}
		return s.done()
	}
	for _, p := range rec.Outputs {
		if p.Before == "" || !exists(s.fresh(p.Name)) {
			continue
		}
		switch sum, err := sumOf(s.at(p.Name)); {
		case err != nil:
			return err
		case sum != p.Before && sum != absent:
			if err := os.Remove(s.fresh(p.Name)); err != nil {
				return err
			}
		}
	}
	if err := s.placeAll(rec, year); err != nil {
		return err
	}
	return s.done()
}

func readRecord(path string) (record, error) {
	var rec record
	data, err := os.ReadFile(path)
	if err != nil {
		return rec, err
	}
	if err := json.Unmarshal(data, &rec); err != nil {
		return rec, fmt.Errorf("%s 的内容坏了，请把文件夹 %s 移走：%w", path, filepath.Dir(path), err)
	}
	for _, p := range rec.Outputs {
		for _, name := range []string{p.Name, p.Kept} {
			if name != "" && filepath.Base(name) != name {
				return rec, fmt.Errorf("%s 的内容坏了，请把文件夹 %s 移走", path, filepath.Dir(path))
			}
		}
	}
	return rec, nil
}
