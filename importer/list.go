package importer

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"taizhang/importer/disk"
	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/plan"
	"taizhang/templates/words"
)

// findList finds the list of the year: --tasks, else the folder's 任务清单, else the
// embedded one. Roster and settings come from the folder's 任务清单.xlsx whatever the list.
func findList(o Options, w *words.Words) (plan.Sources, []finding.Finding, error) {
	base, err := filepath.Abs(o.Folder)
	if err != nil {
		return plan.Sources{}, nil, fmt.Errorf("看不懂路径 %s：%w", o.Folder, err)
	}
	list := listOf(o)
	s := plan.Sources{Words: w}
	if list == "" {
		s = plan.Embedded(w)
	}
	s.Year, s.Unit, s.Folder = o.Year, o.Unit, filepath.Base(base)
	var found []finding.Finding
	master := MasterIn(o.Folder)
	if info, err := os.Stat(master); err == nil && info.Mode().IsRegular() {
		if s.Master, found, err = openList(o.Folder, master); err != nil {
			return s, nil, err
		}
	}
	switch {
	case list == master && s.Master != nil: // it may be gone since it was found
		s.List = s.Master
	case list != "":
		book, more, err := openList(o.Folder, list)
		if err != nil {
			return s, nil, err
		}
		s.List, found = book, append(found, more...)
	}
	return s, found, nil
}

// listOf is where the list of a run stands, "" for none. Beside a workbook that holds roster and settings
// and no list it is the folder's other 任务清单.
func listOf(o Options) string {
	if o.Tasks != "" {
		return o.Tasks
	}
	lists := disk.ListsIn(o.Folder)
	if len(lists) == 0 {
		return ""
	}
	if len(lists) > 1 && lists[0] == MasterIn(o.Folder) {
		if book, _, err := open.File(lists[0], disk.NameIn(o.Folder, lists[0])); err == nil && book != nil && !plan.HoldsList(book) {
			return lists[1]
		}
	}
	return lists[0]
}

// MasterIn is where a folder's roster and settings stand, whatever its list is.
func MasterIn(folder string) string {
	if in := disk.ListIn(folder); strings.EqualFold(filepath.Ext(in), ".xlsx") {
		return in
	}
	return filepath.Join(folder, "任务清单.xlsx")
}

// openList opens the list or the workbook with the roster. Without it there is nothing to
// merge onto, so what is wrong with it ends the run.
func openList(folder, path string) (*grid.Book, []finding.Finding, error) {
	name := disk.NameIn(folder, path)
	book, found, err := open.File(path, name)
	if err != nil {
		return nil, nil, fmt.Errorf("打不开任务清单 %s：%w", path, err)
	}
	if book == nil {
		f := found[0]
		return nil, nil, &UsageError{"任务清单读不了：" + name + "：" + f.Message, "请用 Excel 或 WPS 打开，另存为 任务清单.xlsx，放在年度文件夹里。"}
	}
	return book, found, nil
}
