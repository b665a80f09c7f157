package outputs

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"taizhang/importer/period"
)

// Fill fills a folder that is missing or empty, wholly or not at all, whatever ends
// the program: as Write does, but nothing is there to be replaced, so that whatever
// somebody puts there meanwhile stays. A run that was killed is ended by Resume.
func Fill(folder string, fill func(stage string) error) (paths []string, err error) {
	done, err := claim(folder)
	if err != nil {
		return nil, err
	}
	defer func() { done(err) }()
	s := stage{folder}
	if err := s.open(); err != nil {
		return nil, fmt.Errorf("写不进文件夹 %s：%w", folder, err)
	}
	defer s.drop()
	if err := fill(s.path("new")); err != nil {
		return nil, fmt.Errorf("写不下 %s：%w", folder, err)
	}
	rec, err := s.filled()
	if err != nil {
		return nil, err
	}
	if err := s.commit(rec); err != nil {
		return nil, fmt.Errorf("写不进文件夹 %s：%w", folder, err)
	}
	if err := s.fill(rec); err != nil {
		return nil, errors.Join(fmt.Errorf("写不进文件夹 %s：%w", folder, err), s.empty(rec))
	}
	if err := s.done(); err != nil {
		return nil, fmt.Errorf("收不了尾 %s：%w", folder, err)
	}
	return rec.paths(folder), nil
}

// filled records what lies in the stage, in the order in which a year has it.
func (s stage) filled() (record, error) {
	rec := record{Start: true}
	entries, err := os.ReadDir(s.path("new"))
	if err != nil {
		return rec, err
	}
	slices.SortStableFunc(entries, func(a, b os.DirEntry) int { return cmp.Compare(quarterOf(a), quarterOf(b)) })
	for _, e := range entries {
		p := placing{Name: e.Name(), Folder: e.IsDir(), Fresh: true}
		if p.Folder {
			inside, err := os.ReadDir(s.fresh(p.Name))
			if err != nil {
				return rec, err
			}
			for _, f := range inside {
				p.Files = append(p.Files, f.Name())
			}
			if err := syncFolder(s.fresh(p.Name)); err != nil {
				return rec, err
			}
		}
		rec.Outputs = append(rec.Outputs, p)
	}
	return rec, nil
}

// fill puts what the stage holds into the folder, each where there is nothing yet. It can be
// repeated.
func (s stage) fill(rec record) error {
	for _, p := range rec.Outputs {
		if !p.Folder || !exists(s.at(p.Name)) {
			if err := moveNew(s.fresh(p.Name), s.at(p.Name)); err != nil {
				return err
			}
			continue
		}
		for _, name := range p.Files {
			if err := moveNew(filepath.Join(s.fresh(p.Name), name), filepath.Join(s.at(p.Name), name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// moveNew moves what is there to a place where nothing is.
func moveNew(from, to string) error {
	if !exists(from) || exists(to) {
		return nil
	}
	return os.Rename(from, to)
}

// empty undoes fill, as far as nobody has put anything there meanwhile: where it can't, the
// record stays, and the next run goes on.
func (s stage) empty(rec record) error {
	for _, p := range slices.Backward(rec.Outputs) {
		if exists(s.fresh(p.Name)) || !exists(s.at(p.Name)) {
			continue
		}
		if !p.Folder {
			if err := os.Rename(s.at(p.Name), s.fresh(p.Name)); err != nil {
				return err
			}
			continue
		}
		if err := os.Mkdir(s.fresh(p.Name), 0o755); err != nil {
			return err
		}
		for _, name := range p.Files {
			if err := os.Rename(filepath.Join(s.at(p.Name), name), filepath.Join(s.fresh(p.Name), name)); err != nil {
				return err
			}
		}
		if err := os.Remove(s.at(p.Name)); err != nil {
			return err
		}
	}
	return os.Remove(s.path(committed))
}

// quarterOf orders the folders of the quarters as a year has them, not as their names
// compare; 0 for anything else, which comes first.
func quarterOf(e os.DirEntry) int {
	q, ok := period.ParseQuarter(e.Name())
	if !ok {
		return 0
	}
	return q.N
}
