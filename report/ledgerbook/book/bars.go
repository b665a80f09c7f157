package book

import (
	"taizhang/importer/status"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
)

// Bars are the series of a chart by status; counts gives what a category has of one.
func Bars(statuses []status.Status, categories int, counts func(category int, s status.Status) int) []xlsx.Series {
	var list []xlsx.Series
	for _, st := range statuses {
		fill, label := inks(st)
		one := xlsx.Series{Word: signs.StatusWord(st), Fill: fill, Label: label}
		for i := range categories {
			one.Counts = append(one.Counts, counts(i, st))
		}
		list = append(list, one)
	}
	return list
}

// inks tell statuses apart by lightness too; the label's colour goes with it.
func inks(s status.Status) (fill, label string) {
	switch s {
	case status.Completed:
		return "3F7F3A", "FFFFFF"
	case status.InProgress:
		return "9DC3E6", "000000"
	case status.Ongoing:
		return "D0CECE", "000000"
	case status.Behind:
		return "C55A11", "FFFFFF"
	case status.NotStarted:
		return "FFD966", "000000"
	case status.NotApplicable:
		return "E4D7F0", "000000"
	default:
		return "7B7B7B", "FFFFFF"
	}
}
