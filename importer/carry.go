package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"taizhang/importer/decisions"
	"taizhang/importer/disk"
	"taizhang/importer/earlier"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
)

// Carried is what a new year folder takes over from an earlier one.
type Carried struct {
	*plan.Carried
	Ledger    []byte // its 台账.json, nil where it has none
	Decisions []byte // lines of 核定.jsonl: what headings mean, nil for none
}

// Carry reads a year folder for the year that follows it: roster, settings, words and what
// the office decided on headings, with its ledger. out is where that lies, "" for the usual
// place. The error is a *UsageError where there is no list of its own to go on from.
func Carry(folder, out string) (*Carried, error) {
	if err := isFolder(folder); err != nil {
		return nil, err
	}
	o, err := Options{Folder: folder, Out: out}.real()
	if err != nil {
		return nil, err
	}
	if o.Out == "" {
		o.Out = filepath.Join(o.Folder, OutFolder)
	}
	if disk.ListIn(o.Folder) == "" {
		return nil, &UsageError{folder + " 里没有任务清单，不是年度文件夹", "--from 后面请写上一年的年度文件夹，里面要有 任务清单.xlsx。"}
	}
	p, w, _, err := readPlan(o)
	if err != nil {
		return nil, err
	}
	sources, _, err := findList(o, w)
	if err != nil {
		return nil, err
	}
	c := &Carried{}
	if c.Carried, err = plan.Carry(sources); err != nil {
		return nil, err
	}
	office, err := decisions.Read(o.Folder, o.Out)
	if err != nil {
		return nil, err
	}
	c.Decisions = office.Journal.Lasting(ruling.NewReadings(p, office.Rulings).Answers())
	c.Ledger, err = ledgerOf(filepath.Join(o.Out, "台账.json"))
	return c, err
}

// ledgerOf reads a 台账.json that can be looked back on, nil where there is none.
func ledgerOf(path string) ([]byte, error) {
	_, err := earlier.Open(path, filepath.Base(path))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, &UsageError{fmt.Sprintf("%s 用不了：%s", path, disk.Reason(err)), "请先用 taizhang build 重新生成上一年的成果，或把这个文件移走。"}
	}
	return os.ReadFile(path)
}
