package importer

import (
	"cmp"
	"path/filepath"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/plan"
)

// Issued is a list as it was issued, with what a year's 任务清单.xlsx keeps beside it.
type Issued struct {
	Plan   *plan.Plan    // the list as it is understood
	Sheet  *grid.Sheet   // on which it stands
	Whole  bool          // the file has a roster and settings of its own, and is a workbook of today's kind
	Beside *plan.Carried // what stands beside it from now on
	Fresh  []string      // departments that were taken into the roster because the list names them
}

// ReadIssued reads a list that a year folder is to have for its own, "" for the one that lies there. name
// is what the file is called. Roster, settings and words are those of the year; where it has no roster,
// or that of the example which a new year is made with, the departments are those that the list
// names. A *UsageError says why the file is no list.
func ReadIssued(folder, name string, data []byte) (*Issued, error) {
	o := Options{Folder: folder}
	w, err := readWords(folder)
	if err != nil {
		return nil, err
	}
	sources, _, err := findList(o, w)
	if err != nil {
		return nil, err
	}
	book := sources.List
	if name != "" {
		var why []string
		read, found := open.Parse(name, data)
		for _, f := range found {
			why = append(why, f.Message)
		}
		if read == nil {
			return nil, &UsageError{name + " 读不了：" + strings.Join(why, ""), "请用 Excel 或 WPS 打开，另存为 .xlsx 再放。"}
		}
		book = read
	}
	fresh := plan.Sources{List: book, Words: w, Folder: sources.Folder}
	kept := plan.Sources{List: sources.Master, Master: sources.Master, Words: w}
	is := &Issued{Sheet: plan.ListSheet(fresh), Beside: &plan.Carried{}}
	if plan.HasBeside(book) {
		kept.Master, is.Whole = book, strings.EqualFold(filepath.Ext(name), ".xlsx")
	}
	if kept.Master != nil {
		is.Beside = plan.Beside(kept)
	}
	fresh.Year = is.Beside.Year
	if is.Plan, _, err = plan.Read(fresh); err != nil || is.Sheet == nil {
		return nil, &UsageError{cmp.Or(name, book.File) + " 里没有读到任务清单", "清单要有每条具体要求和它的责任部门，例如“工作任务、具体要求、责任部门、完成时限”几栏；这是部门报来的表的，请放到“收表”。"}
	}
	if len(is.Beside.Departments) == 0 || plan.ExampleRoster(is.Beside.Departments) {
		is.Fresh = is.Plan.Named()
		is.Beside.Departments = nil
		for _, name := range is.Fresh {
			is.Beside.Departments = append(is.Beside.Departments, plan.Department{Name: name})
		}
	}
	is.Plan.Unit, is.Plan.Sensitive = is.Beside.Unit, is.Beside.Sensitive
	is.Plan.Roster.Unit, is.Plan.Roster.Departments = is.Plan.Unit, is.Beside.Departments
	return is, nil
}
