package book

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
	"taizhang/report/xlsx/fit"
)

// RoundedWords say why shares do not sum to 100%.
const RoundedWords = "；因四舍五入，分项之和可能不等于100%"

// Share turns a share in percent to 0.1 into what a percent format shows.
func Share(x float64) float64 { return math.Round(x*10) / 1000 }

// Rate is the completion rate, or a dash where there is none to be said.
func Rate(t ledger.Tally, link xlsx.Target) xlsx.Cell {
	if !t.Rated {
		return xlsx.Cell{Value: "—", Style: xlsx.MidStyle}
	}
	k := xlsx.ShareStyle
	if !link.None() {
		k.Color = xlsx.Blue
	}
	return xlsx.Cell{Value: Share(t.Rate), Style: k, Link: link}
}

// Standing is the cell of a status, 不计 where the requirement does not count in the quarter.
func Standing(s *ledger.Standing) xlsx.Cell {
	if !s.Active {
		return xlsx.Cell{Value: "不计", Style: signs.StatusStyle(status.NotApplicable)}
	}
	return xlsx.Cell{Value: signs.StatusWord(s.Status), Style: signs.StatusStyle(s.Status)}
}

// Percent writes a share in percent to 0.1.
func Percent(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// Tally is the ledger's count at the as-of quarter.
func (b *Book) Tally() ledger.Tally {
	for _, q := range b.Quarters {
		if q.Quarter == b.AsOf {
			return q.Tally
		}
	}
	return ledger.Tally{}
}

// Duty says who answers for a requirement, as the list writes it. firstLeads is the
// office's setting for lists that mark nobody as leading.
func Duty(d plan.Duty, firstLeads bool) (lead, support string) {
	if len(d.Lead) > 0 {
		return parties(d.Lead), parties(d.Support)
	}
	if firstLeads && len(d.Joint) > 1 {
		return parties(d.Joint[:1]), parties(slices.Concat(d.Joint[1:], d.Support))
	}
	if joint := parties(d.Joint); joint != "" {
		if len(d.Joint) == 1 && d.Joint[0].Collective == "" {
			return joint, parties(d.Support)
		}
		return "共同负责：" + joint, parties(d.Support)
	}
	return "（清单未写）", parties(d.Support)
}

func parties(list []plan.Party) string {
	var all []string
	for _, p := range list {
		all = append(all, p.Name)
	}
	return strings.Join(all, "、")
}

// CountIf is the formula that counts a word in a range.
func CountIf(ref, word string) string { return fmt.Sprintf(`COUNTIF(%s,"%s")`, ref, word) }

// Note writes a remark over so many columns, as tall as it needs.
func (s *Sheet) Note(text string, cols int) {
	k := xlsx.NoteStyle
	k.Nowrap = false
	cells := []xlsx.Cell{{Value: text, Style: k, Span: cols}}
	s.Put(max(s.Height(cells), 20), cells)
}

// OnScreen writes the line by which a sheet says that it is for the screen, and what prints instead.
// With what stands above it, it is all that goes on paper.
func (s *Sheet) OnScreen(instead string, cols int) {
	s.Put(20, []xlsx.Cell{{Value: "本表供屏幕查阅，不打印全表；" + instead + "。", Style: xlsx.NoteStyle}})
	s.Print(cols, s.Next-1)
}

// SectionHeight is how many points the heading of a part and the free row above it take.
const SectionHeight = 24 + fit.MinHeight

// Section writes the heading of a part of the sheet below a free row.
func (s *Sheet) Section(title string) {
	s.Skip(1)
	s.Put(SectionHeight-fit.MinHeight, []xlsx.Cell{{Value: title, Style: xlsx.SectionStyle}})
}

// HasNumbers reports whether anybody has given a number, or the office decided on one.
func (b *Book) HasNumbers() bool { return b.Numbers != nil && (b.Numbers.Any() || b.Where.numeric) }

// Spot is the cell that a reader wants to see: the progress, else the status, else the row.
func Spot(e *ledger.Entry) finding.Place {
	switch {
	case e.Row.Progress.Given() && e.Row.Progress.At.Row() > 0:
		return e.Row.Progress.At
	case e.Row.Status.Given() && e.Row.Status.At.Row() > 0:
		return e.Row.Status.At
	}
	return e.Row.At
}
