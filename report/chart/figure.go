package chart

import (
	"fmt"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

// Figure is a chart by its name, drawn for whatever page a printer has.
type Figure struct {
	Title string   // its message, without 图1
	Alt   string   // what it shows, in words, for who can't see it
	Notes []string // printed under it
	Draw  func(Page) []Chart
}

// Names are the figures that can be made of an edition, by the names that a template calls them.
var Names = []string{"构成", "部门", "趋势", "任务", "报送"}

// Of returns a figure of the edition; says is false where it would say nothing: everything is of
// one kind, or there is less than a base of five to show.
func Of(name string, e publish.Edition) (f Figure, says bool) {
	one := func(draw func(publish.Edition, Page) Chart) func(Page) []Chart {
		return func(p Page) []Chart { return []Chart{draw(e, p)} }
	}
	several := func(draw func(publish.Edition, Page) []Chart) func(Page) []Chart {
		return func(p Page) []Chart { return draw(e, p) }
	}
	switch name {
	case "构成":
		f.Draw, f.Alt = one(Composition), "一根横条，按进度分段："+told(e.Now().Tally)
		says = tells(e.Now().Tally)
	case "趋势":
		f.Draw, f.Alt = one(Trend), "每个季度末一根柱，按进度分段："+quarterly(e)
		says = len(e.Quarters) > 1 && tells(e.Now().Tally)
	case "部门":
		f.Draw, f.Alt = several(Departments), "每个部门一根横条，按进度分段："+departmental(e)
		sum := map[status.Status]int{}
		for _, d := range e.Departments {
			for s, n := range d.Tally.Counts {
				sum[s] += n
			}
		}
		says = len(e.Departments) > 1 && tells(ledger.TallyOf(sum, 0))
	case "任务":
		f.Draw, f.Alt = several(Tasks), "每项工作任务一行，每个季度一格，写明已完成项数和应完成项数。"
		says = len(e.Tasks) > 1 && len(e.Quarters) > 1 && tells(e.Now().Tally)
	case "报送":
		f.Draw, f.Alt = several(Coverage), "每个部门一行，每个季度一格，写明按时、迟报或者未报。"
		says = e.Returns && e.Receipts().Expected >= ledger.SmallestBase
	default:
		return Figure{}, false
	}
	if !says {
		return f, false
	}
	plain := Page{Width: 156, MaxHeight: 1e6, Measure: Squares}
	first := f.Draw(plain)[0]
	f.Title, f.Notes = first.Title, first.Notes
	return f, true
}

// tells reports whether a composition has something to tell.
func tells(t ledger.Tally) bool {
	kinds := 0
	for _, n := range t.Counts {
		if n > 0 {
			kinds++
		}
	}
	return kinds > 1 && t.Of >= ledger.SmallestBase
}

// told lists a composition in words.
func told(t ledger.Tally) string {
	var parts []string
	for _, s := range status.Statuses {
		if n := t.Counts[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s%d项", s.Label(), n))
		}
	}
	return strings.Join(parts, "，") + "。"
}

func quarterly(e publish.Edition) string {
	var b strings.Builder
	for _, q := range e.Quarters {
		b.WriteString(q.Quarter.Short() + "末，" + told(q.Tally))
	}
	return b.String()
}

func departmental(e publish.Edition) string {
	var b strings.Builder
	shown, rest := inFigure(e.Departments)
	for _, d := range shown {
		b.WriteString(d.Name + "，" + told(d.Tally))
	}
	return b.String() + rest
}

// Squares measures type as if a Chinese character were a square and any other half of one.
func Squares(text string, size float64, _ Font) float64 {
	ems := 0.0
	for _, r := range text {
		if r < 0x2000 {
			ems += 0.55
		} else {
			ems++
		}
	}
	return ems * size * MM
}
