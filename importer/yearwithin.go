package importer

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/disk"
	"taizhang/importer/period"
)

// yearInName is a year as the name of a folder has it.
var yearInName = regexp.MustCompile(`(?:19|20)[0-9]{2}`)

// yearWithinHint is what to do with a whole year folder that lies inside another.
const yearWithinHint = "是别的年度的，请移出这个年度文件夹，单独运行；是今年的报表，请把里面各部门的表放进对应的季度文件夹，再运行一次。"

// yearWithin returns why a folder below root is a whole year of its own, "" where it is none: it holds
// a list beside a folder that only a year has (成果, 下发), or beside quarters, where the way to it
// has named a quarter or the folder itself a year. A department's folder may hold a copy of the list and its quarters.
func yearWithin(root, path string) string {
	list := disk.ListIn(path)
	if list == "" {
		return ""
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return ""
	}
	var own, quarters []string
	for _, e := range entries {
		switch base := disk.Legible(e.Name()); {
		case !e.IsDir():
		case base != voidFolder && slices.Contains(notReturns, base):
			own = append(own, base)
		case namesQuarter(base):
			quarters = append(quarters, base)
		}
	}
	rel, err := filepath.Rel(root, path)
	if err != nil || len(own) == 0 && len(quarters) == 0 {
		return ""
	}
	parts := strings.Split(filepath.ToSlash(disk.Legible(rel)), "/")
	if len(own) == 0 && !slices.ContainsFunc(parts, namesQuarter) && !yearInName.MatchString(parts[len(parts)-1]) {
		return ""
	}
	return "这里放着一个完整的年度文件夹（里面有 " + disk.Legible(filepath.Base(list)) + " 和 " + someOf(append(quarters, own...)) + "），" + filesBelow(path) + "都没有读取"
}

// namesQuarter reports whether the name of a folder is that of a quarter.
func namesQuarter(name string) bool { return len(period.Mentions(name)) > 0 }

// filesBelow counts the files in a folder, for a person.
func filesBelow(path string) string {
	n := 0
	_ = filepath.WalkDir(path, func(_ string, d fs.DirEntry, err error) error { // what can't be opened is not counted
		if err == nil && !d.IsDir() && !disk.HiddenName(d.Name()) {
			n++
		}
		return nil
	})
	return fmt.Sprintf("里面的 %d 个文件", n)
}
