package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/outputs"
	"taizhang/report/word"
)

// wordOutput is a Word file that people edit. A copy that somebody has edited stays as it is: the new
// one goes beside it, with the day of the run in its name, unless one with the same content lies there
// already. note says so, "" where nobody has edited it.
func wordOutput(folder, name string, day period.Date, print func(io.Writer) error) (list []outputs.Output, note string, err error) {
	at := filepath.Join(folder, name)
	data, err := os.ReadFile(at)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return []outputs.Output{{Name: name, Print: print, Before: ledger.NoLedger}}, "", nil
	case err != nil:
		return []outputs.Output{{Name: name, Print: print}}, "", nil // a folder, or in use: the transaction says it
	}
	sum := sha256.Sum256(data)
	if _, untouched := word.Sum(bytes.NewReader(data), int64(len(data))); untouched {
		return []outputs.Output{{Name: name, Print: print, Before: hex.EncodeToString(sum[:])}}, "", nil
	}
	var made bytes.Buffer
	if err := print(&made); err != nil {
		return nil, "", err
	}
	fresh, _ := word.Sum(bytes.NewReader(made.Bytes()), int64(made.Len()))
	base := strings.TrimSuffix(name, ".docx")
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, "", fmt.Errorf("打不开 %s：%w", folder, err)
	}
	for _, e := range entries {
		if beside := e.Name(); strings.HasPrefix(beside, base+"（") && strings.HasSuffix(beside, ".docx") {
			if sum, _ := sumOfWord(filepath.Join(folder, beside)); sum == fresh {
				return nil, fmt.Sprintf("%s 有人改过，保留不动；新内容与 %s 相同，没有再写", at, beside), nil
			}
		}
	}
	for n := 1; ; n++ {
		beside := base + "（" + day.Label() + "）"
		if n > 1 {
			beside += fmt.Sprint("-", n)
		}
		beside += ".docx"
		if _, untouched := sumOfWord(filepath.Join(folder, beside)); untouched || missing(filepath.Join(folder, beside)) {
			return []outputs.Output{{Name: beside, Data: made.Bytes()}}, fmt.Sprintf("%s 有人改过，保留不动；新的写在旁边：%s", at, beside), nil
		}
	}
}

func sumOfWord(path string) (sum string, untouched bool) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", false
	}
	return word.Sum(bytes.NewReader(data), int64(len(data)))
}

func missing(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}
