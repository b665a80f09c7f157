package desk

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// stampOf sums up the names, sizes and times of the files of a folder: what has another stamp is
// read again. Paths that are left out do not count. The content of files says what they are, their times only that they were touched.
func stampOf(folder string, leftOut ...string) string {
	sum := sha256.New()
	var room [16]byte
	filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil // what can't be looked at is named by the reading
		}
		name := d.Name()
		if path != folder && strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") {
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if slices.Contains(leftOut, path) {
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			sum.Write([]byte(path))
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return nil
		}
		sum.Write([]byte(path))
		binary.LittleEndian.PutUint64(room[:8], uint64(info.Size()))
		binary.LittleEndian.PutUint64(room[8:], uint64(info.ModTime().UnixNano()))
		sum.Write(room[:])
		return nil
	})
	return hex.EncodeToString(sum.Sum(nil)[:8])
}
