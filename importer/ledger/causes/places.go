package causes

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/finding"
)

// who names the return: the department and the quarter, the department alone where it is about
// several quarters, else the file.
func (t telling) who() string {
	department, file, quarter := t.lead.Department, t.lead.Place.File(), t.lead.Quarter
	for _, f := range t.all {
		if f.Department != t.lead.Department {
			department = ""
		}
		if f.Quarter != quarter {
			quarter = ""
		}
		if f.Place.File() != file {
			file = ""
		}
	}
	switch {
	case department != "" && quarter != "":
		return department + t.quarter() + "的报表"
	case department != "":
		return department
	case t.lead.Place.Row() > 0 || len(t.files()) < 2:
		return "" // the places say it
	}
	return file
}

// where says in which files the findings stand, in brackets; "" where in none.
func (t telling) where() string {
	switch files := t.files(); {
	case len(t.all) == 1 || len(files) == 1:
		return t.bracketed()
	case len(files) > 1:
		return fmt.Sprintf("，在 %d 份文件里", len(files))
	}
	return ""
}

func (t telling) files() []string {
	return t.distinct(func(f *finding.Finding) string { return f.Place.File() })
}

// places lists the cells of a single sheet, the first of many; else it counts the files.
func (t telling) places() string {
	sheet := t.lead.Place.At(0, 0)
	if slices.ContainsFunc(t.all, func(f *finding.Finding) bool { return f.Place.At(0, 0) != sheet }) {
		if files := t.files(); len(files) > 1 {
			return fmt.Sprintf("%d 份文件", len(files))
		}
		return t.lead.Place.File()
	}
	cells := t.distinct(func(f *finding.Finding) string { return f.Place.Cell() })
	if len(cells) > mostPlaces {
		return sheet.String() + strings.Join(cells[:mostPlaces], "、") + "等"
	}
	return sheet.String() + strings.Join(cells, "、")
}

func (t telling) bracketed() string { return optional("（%s）", t.places()) }
