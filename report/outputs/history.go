package outputs

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"taizhang/importer/parallel"
	"taizhang/report/xlsx/own"
)

// historyFolder keeps what a run replaced, where an output asks for it.
const historyFolder = "历史"

// IsKept reports of a path that Write returned whether it is the copy of what was replaced.
func IsKept(path string) bool { return filepath.Base(filepath.Dir(path)) == historyFolder }

// sumOf returns the SHA-256 of a file in hex, absent where there is none.
func sumOf(path string) (string, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return absent, nil
	}
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func sumOfBytes(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// keptName returns the name under which a file with the sum is kept in 历史: its own with the
// day on which it was saved and the first digits of the sum. known is true where the same
// bytes are there already, from whatever day.
func keptName(folder, name, sum string) (kept string, known bool, err error) {
	ext := filepath.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	entries, err := os.ReadDir(filepath.Join(folder, historyFolder))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", false, err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), stem+"-") && strings.HasSuffix(e.Name(), "-"+sum[:8]+ext) {
			if there, err := sumOf(filepath.Join(folder, historyFolder, e.Name())); err != nil || there == sum {
				return e.Name(), true, err
			}
		}
	}
	day := ""
	if info, err := os.Stat(filepath.Join(folder, name)); err == nil {
		day = "-" + info.ModTime().Format(time.DateOnly)
	}
	for _, digits := range []int{8, len(sum)} {
		kept = stem + day + "-" + sum[:digits] + ext
		if !exists(filepath.Join(folder, historyFolder, kept)) {
			return kept, false, nil
		}
	}
	return kept, false, fmt.Errorf("历史 里的 %s 被改动过，请移走它", kept)
}

// placeKept puts the copy of what is replaced into 历史.
func (s stage) placeKept(p placing) error {
	if p.Kept == "" || !exists(s.fresh(p.Kept)) {
		return nil
	}
	if err := os.Mkdir(s.at(historyFolder), 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if err := os.Rename(s.fresh(p.Kept), s.at(filepath.Join(historyFolder, p.Kept))); err != nil {
		return err
	}
	return syncFolder(s.at(historyFolder))
}

// carryOver takes what lay in a folder that was replaced into the new one. Spreadsheets as
// an earlier run wrote them go with the stage; whatever somebody has filled in or put there
// comes along, or is kept in 历史 where its name is taken.
func (s stage) carryOver(p placing) error {
	entries, err := os.ReadDir(s.aside(p.Name))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	ours := make([]bool, len(entries))
	parallel.Each(len(entries), func(i int) {
		ours[i] = !entries[i].IsDir() && own.Untouched(filepath.Join(s.aside(p.Name), entries[i].Name()))
	})
	for i, e := range entries {
		from, to := filepath.Join(s.aside(p.Name), e.Name()), filepath.Join(s.at(p.Name), e.Name())
		if ours[i] {
			continue
		}
		if exists(to) && e.Type().IsRegular() {
			if err := s.archive(from); err != nil {
				return err
			}
			continue
		}
		if err := os.Mkdir(s.at(p.Name), 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		if err := os.Rename(from, to); err != nil {
			return err
		}
	}
	if !exists(s.at(p.Name)) {
		return nil
	}
	return syncFolder(s.at(p.Name))
}

// carryBack undoes carryOver.
func (s stage) carryBack(p placing) error {
	if !exists(s.aside(p.Name)) {
		return nil // nothing was moved aside
	}
	entries, err := os.ReadDir(s.at(p.Name))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		if slices.Contains(p.Files, e.Name()) {
			continue
		}
		if err := os.Rename(filepath.Join(s.at(p.Name), e.Name()), filepath.Join(s.aside(p.Name), e.Name())); err != nil {
			return err
		}
	}
	if !p.Fresh && len(entries) > 0 {
		return os.Remove(s.at(p.Name))
	}
	return nil
}

// archive puts a copy of a file into 历史.
func (s stage) archive(path string) error {
	sum, err := sumOf(path)
	if err != nil {
		return err
	}
	name, known, err := keptName(s.folder, filepath.Base(path), sum)
	if err != nil || known {
		return err
	}
	os.Remove(s.fresh(name)) // of a run that was killed here
	if err := copySynced(path, s.fresh(name)); err != nil {
		return err
	}
	return s.placeKept(placing{Kept: name})
}

// LockOf returns the file that Excel, WPS or LibreOffice lays beside an open workbook, ""
// where there is none.
func LockOf(folder, name string) string {
	for _, lock := range []string{"~$" + name, ".~" + name, ".~lock." + name + "#"} {
		path := filepath.Join(folder, lock)
		if _, err := os.Lstat(path); err == nil {
			return path
		}
	}
	return ""
}
