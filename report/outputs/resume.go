package outputs

import (
	"errors"
	"io/fs"
	"os"
	"slices"
)

// Resume ends what Start or Sample has left in a folder when it was killed: where all was
// ready, the folder is filled, and the paths are returned; else what lies there half made
// goes. Anything else in the folder stays as it is, and so does what another program, or a
// run that writes outputs, keeps under the same name.
func Resume(folder string) (paths []string, err error) {
	s := stage{folder}
	if !s.started() && !exists(s.at(lockName)) {
		return nil, nil
	}
	release, err := lock(folder)
	if err != nil {
		return nil, err
	}
	defer release()
	if !s.started() {
		return nil, nil
	}
	rec, err := readRecord(s.path(committed))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err := finishEarlier(folder, ""); err != nil {
		return nil, err
	}
	return rec.paths(folder), nil
}

// started reports whether the stage is one that fillFolder has left, by all that it holds.
func (s stage) started() bool {
	entries, err := os.ReadDir(s.path())
	if err != nil {
		return false
	}
	for _, e := range entries {
		if !slices.Contains([]string{"new", "old", "record", committed}, e.Name()) {
			return false
		}
	}
	rec, err := readRecord(s.path(committed))
	return errors.Is(err, fs.ErrNotExist) || err == nil && rec.Start
}
