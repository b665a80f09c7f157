package earlier

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"taizhang/importer/disk"
	"taizhang/importer/finding"
	"taizhang/importer/lookback"
	"taizhang/importer/plan"
)

// Ledger reads last year's ledger, from path, or for "" from where it lies in a year folder. A
// file that is there and can't be used is a finding, and the year goes without.
func Ledger(folder, path string, p *plan.Plan) (*lookback.Year, []finding.Finding) {
	if path == "" {
		path = filepath.Join(folder, "上年", "台账.json")
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	y, err := Open(path, disk.NameIn(folder, path))
	if err != nil {
		f := finding.New(finding.UnreadableFile, finding.In(disk.NameIn(folder, path), ""), disk.Reason(err), "")
		f.Hint = "请放上年成果里的 台账.json（不是 台账.xlsx）；这次没有与上年比较。"
		return nil, []finding.Finding{f}
	}
	fits, found := y.Fits(p.Unit, p.Year)
	if !fits {
		y = nil
	}
	return y, found
}

func Open(path, name string) (*lookback.Year, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &lookback.Refusal{Why: "不是文件"}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return lookback.Read(f, name)
}
