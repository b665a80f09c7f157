package chart

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Of more than mostBars departments the first shownBars are shown: nobody compares hundreds of bars over
// several pages, and the table beside the figure has them all.
const mostBars, shownBars = 60, 30

// Departments shows how each department stands with its own requirements: a stacked bar
// each, as long as it has requirements, with their number and the completion rate. More
// rows than a page holds give several charts to one scale.
func Departments(e publish.Edition, page Page) []Chart {
	title := fmt.Sprintf("%d年各部门具体要求落实进度，未完成多的在前", e.Year)
	shown, rest := inFigure(e.Departments)
	if e.Departments = shown; rest != "" {
		title = fmt.Sprintf("%d年具体要求未完成最多的%d个部门", e.Year, len(shown))
	}
	names := make([]string, len(e.Departments))
	counts := make([]map[status.Status]int, len(e.Departments))
	most := 1
	for i, d := range e.Departments {
		names[i], counts[i] = d.Name, d.Tally.Counts
		most = max(most, d.Tally.Of)
	}
	remark := CutOff(e) + "。条上为各部门负责和配合的项数，按其最近一次填报；完成率不计常态化、不适用的。" + rest
	if slices.ContainsFunc(e.Departments, func(d publish.Department) bool { return !d.Tally.Rated }) {
		remark += fmt.Sprintf("计入完成率的不足%d项的、还没有填报的，不计算完成率，写“—”。", ledger.SmallestBase)
	}
	if len(e.Departments) == 0 {
		p := &pen{Page: page, y: 1}
		p.nothing("没有责任部门", 12)
		return []Chart{p.chart(title, CutOff(e)+"。")}
	}
	keys := statusKeys(counts...)
	var charts []Chart
	blocks := page.blocks(names, 0.38, keys)
	for _, r := range blocks {
		p := &pen{Page: page}
		p.legend(keys)
		totals := p.width("100项", r.size, Strong) + 1
		rates := p.width("100.0%", r.size, Plain) + 2
		left := r.nameWidth + rowNameGap
		right := page.Width - totals - rates
		p.y += 4
		p.text(right+totals, p.y-2, Right, "合计", smallest, Plain, black)
		p.text(page.Width, p.y-2, Right, "完成率", smallest, Plain, black)
		p.add(Line{Point{left, p.y}, Point{left, p.y + r.pitch*float64(r.to-r.from)}, hairline, frame})
		for _, d := range e.Departments[r.from:r.to] {
			middle := p.y + r.pitch/2
			p.name(r, 0, middle, d.Name)
			x, height := left, r.pitch*0.84
			for _, s := range status.Statuses {
				w := (right - left) * float64(d.Tally.Counts[s]) / float64(most)
				p.labelled(x, middle-height/2, w, height, statusLook(s), itoa(d.Tally.Counts[s]), min(r.size, label))
				x += w
			}
			p.text(right+totals, middle, Right, fmt.Sprintf("%d项", d.Tally.Of), r.size, Strong, black)
			share := "—"
			if d.Tally.Rated {
				share = fmt.Sprintf("%.1f%%", d.Tally.Rate)
			}
			p.text(page.Width, middle, Right, share, r.size, Plain, black)
			p.y += r.pitch
		}
		p.y++
		charts = append(charts, p.chart(title, remark))
	}
	return charts
}

// inFigure returns the departments that the figure shows, in its order, and what is said of the others.
func inFigure(departments []publish.Department) (shown []publish.Department, rest string) {
	shown = byUnfinished(departments)
	if n := len(shown); n > mostBars {
		return shown[:shownBars], fmt.Sprintf("其余%d个部门未完成的不多于所列的。", n-shownBars)
	}
	return shown, ""
}

// byUnfinished sorts departments: those with most unfinished requirements first, then the lower rate,
// then as the roster has them.
func byUnfinished(departments []publish.Department) []publish.Department {
	sorted := slices.Clone(departments)
	slices.SortStableFunc(sorted, func(a, b publish.Department) int {
		return cmp.Or(cmp.Compare(b.Tally.RateOf-b.Tally.RateDone, a.Tally.RateOf-a.Tally.RateDone), cmp.Compare(a.Tally.Rate, b.Tally.Rate))
	})
	return sorted
}
