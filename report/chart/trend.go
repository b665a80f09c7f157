package chart

import (
	"fmt"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

// Trend shows the standings at the end of each quarter up to the cut-off: a stacked column
// a quarter, every part named and counted, the number of requirements and the completion
// rate above.
func Trend(e publish.Edition, page Page) Chart {
	const (
		head   = 9.0  // mm for the words above a column
		tall   = 34.0 // mm of the longest column
		foot   = 5.5
		column = 18.0
		beside = 17.0 // mm for the words at the side of a column
	)
	title := trendTitle(e)
	p := &pen{Page: page, y: 0.5}
	if len(e.Quarters) == 0 {
		p.nothing("没有列入统计的季度", 12)
		return p.chart(title, CutOff(e)+"。")
	}
	most := 0
	for _, q := range e.Quarters {
		most = max(most, q.Of)
	}
	height := max(20, min(tall, page.MaxHeight-head-foot-12))
	if most == 0 {
		most, height = 1, 2
	}
	// The columns stand in the middle; their words need room at the right of the last one.
	n := float64(len(e.Quarters))
	w := min(column, (page.Width-2*beside)/n)
	step := w + beside + 7
	if n > 1 {
		step = min(step, (page.Width-2*beside-w)/(n-1))
	}
	edge := (page.Width - step*(n-1) - w) / 2
	var left []string // quarters that have no rate
	base := p.y + head + height
	for i, q := range e.Quarters {
		x := edge + step*float64(i)
		p.column(q.Tally, x, w, min(beside, step-w), base, height/float64(most))
		top := base - height*float64(q.Of)/float64(most)
		p.text(x+w/2, top-6.4, Centre, fmt.Sprintf("共%d项", q.Of), label, Strong, black)
		if leftRate(q.Tally) {
			left = append(left, q.Quarter.Short())
		} else {
			p.text(x+w/2, top-2.6, Centre, rateText(q.Tally), label, Plain, black)
		}
		p.text(x+w/2, base+foot/2, Centre, q.Quarter.Short(), label, Plain, black)
	}
	p.add(Line{Point{edge - 4, base}, Point{page.Width - edge + 4, base}, 0.25, frame})
	p.y = base + foot + 0.5
	note := "。各季度末的状态，单位：项；完成率不计常态化、不适用的，各季度的分母相同。"
	if left != nil {
		note += strings.Join(left, "、") + "已完成的，有的后来转为不计完成率的，该季度不列完成率。"
	}
	return p.chart(title, CutOff(e)+note)
}

// leftRate reports whether some of what a quarter counts as completed left the rate since, as what became
// 常态化: the rate would stand beside a count that it is not of.
func leftRate(t ledger.Tally) bool { return t.Rated && t.RateDone != t.Counts[status.Completed] }

func rateText(t ledger.Tally) string {
	if !t.Rated {
		return "完成率—"
	}
	return fmt.Sprintf("完成率%.1f%%", t.Rate)
}

// column draws one quarter from base upwards; a part too low for its label is labelled at
// the side, where there are room millimetres.
func (p *pen) column(t ledger.Tally, x, w, room, base, scale float64) {
	const line = label * MM * 1.2
	var beside []status.Status
	var wanted, sizes []float64
	y := base
	for _, s := range status.Statuses {
		h := scale * float64(t.Counts[s])
		if h == 0 {
			continue
		}
		y -= h
		if !p.labelled(x, y, w, h, statusLook(s), fmt.Sprintf("%s %d", s.Label(), t.Counts[s]), label) {
			// From the top down, as spread counts.
			beside = append([]status.Status{s}, beside...)
			wanted = append([]float64{y + h/2}, wanted...)
			sizes = append([]float64{line}, sizes...)
		}
	}
	for i, at := range spread(wanted, sizes, 0, base) {
		text, size := p.fit(fmt.Sprintf("%s %d", beside[i].Label(), t.Counts[beside[i]]), room-3.2, label, Plain)
		p.add(Line{Point{x + w, wanted[i]}, Point{x + w + 2.4, at}, hairline, frame})
		p.text(x+w+2.8, at, Left, text, size, Plain, black)
	}
}

// trendTitle says how what is completed grew over the year.
func trendTitle(e publish.Edition) string {
	if len(e.Quarters) == 0 {
		return fmt.Sprintf("%d年各季度末落实进度", e.Year)
	}
	first, last := e.Quarters[0], e.Quarters[len(e.Quarters)-1]
	was, is := first.Counts[status.Completed], last.Counts[status.Completed]
	change := "增至"
	switch {
	case len(e.Quarters) == 1:
		return fmt.Sprintf("%d年%s末落实进度", e.Year, first.Quarter.Short())
	case was == is:
		return fmt.Sprintf("%d年%s末与%s末已完成的均为%d项", e.Year, first.Quarter.Short(), last.Quarter.Short(), is)
	case is < was:
		change = "减至"
	}
	return fmt.Sprintf("%d年已完成的具体要求由%s末的%d项%s%s末的%d项", e.Year, first.Quarter.Short(), was, change, last.Quarter.Short(), is)
}
