package importer

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"taizhang/importer/finding"
	"taizhang/importer/lookback"
	"taizhang/importer/plan"
)

// readLast reads last year's ledger, from --last or from where it lies in a year folder. A
// file that is there and can't be used is a finding, and the year goes without.
func readLast(o Options, p *plan.Plan) (*lookback.Year, []finding.Finding) {
	path := o.Last
	if path == "" {
		path = filepath.Join(o.Folder, "上年", "台账.json")
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
	}
	y, err := openLast(path, nameIn(o.Folder, path))
	if err != nil {
		f := finding.New(finding.UnreadableFile, finding.In(nameIn(o.Folder, path), ""), reason(err), "")
		f.Hint = "请放上年成果里的 台账.json（不是 台账.xlsx）；这次没有与上年比较。"
		return nil, []finding.Finding{f}
	}
	fits, found := y.Fits(p.Unit, p.Year)
	if !fits {
		y = nil
	}
	return y, found
}

func openLast(path, name string) (*lookback.Year, error) {
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

// nameIn is how findings name a file: from the year folder where it lies in it, else
// without its way.
func nameIn(folder, path string) string {
	if rel, err := filepath.Rel(folder, path); err == nil && filepath.IsLocal(rel) {
		return legible(filepath.ToSlash(rel))
	}
	return legible(filepath.Base(path))
}
