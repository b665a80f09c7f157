package importer

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"taizhang/importer/disk"
	"taizhang/importer/grid/open"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/returns/reader"
	"taizhang/templates/words"
)

// leastOfList is how many requirements with somebody who answers for them make a table a list.
const leastOfList = 2

// listNamedOtherwise returns the file at the top of a folder that holds a list under another name than
// 任务清单, "" where none does: tasks with who answers for them, and nobody's answers.
func listNamedOtherwise(folder string, w *words.Words) string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return ""
	}
	for _, e := range entries {
		name := disk.Legible(e.Name())
		if !e.Type().IsRegular() || disk.HiddenName(name) || !slices.Contains(listEndings, strings.ToLower(filepath.Ext(name))) {
			continue
		}
		book, _, err := open.File(filepath.Join(folder, e.Name()), name)
		if err != nil || book == nil {
			continue
		}
		p, _, err := plan.Read(plan.Sources{List: book, Words: w, Year: lookedAtYear})
		if err != nil {
			continue
		}
		assigned := 0
		for _, r := range p.Requirements {
			if d := r.Duty; len(d.Lead)+len(d.Joint) > 0 {
				assigned++
			}
		}
		if assigned >= leastOfList && assigned*2 >= len(p.Requirements) && !answers(reader.New(p, w, nil).Read(book)) {
			return name
		}
	}
	return ""
}

// lookedAtYear stands for the year of a list that is only looked at.
const lookedAtYear = 2000

// listEndings are those of what a list may stand in.
var listEndings = []string{".xlsx", ".xls", ".et", ".ods", ".csv", ".docx", ".txt"}

// answers reports whether somebody has answered in one of the returns, or left a column for it.
func answers(read returns.Reading) bool {
	for _, ret := range read.Returns {
		for _, row := range ret.Rows {
			if row.Progress.Given() || row.Status.Said != "" || row.Percent.Said != "" {
				return true
			}
		}
	}
	return false
}
