package chart

import (
	"fmt"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

const (
	barHeight = 14.0 // mm
	leader    = 6.0  // mm between the bar and the labels under it
	partGap   = 2.5  // mm between these labels
)

// Composition shows how the year's requirements stand at the cut-off: one bar of the
// whole, each part with its name, count and share, inside the bar where they go in and
// under it where they don't.
func Composition(e publish.Edition, page Page) Chart {
	t := e.Now().Tally
	title := compositionTitle(e)
	p := &pen{Page: page, y: 0.5}
	if t.Of == 0 {
		p.nothing("没有列入统计的具体要求", barHeight)
		return p.chart(title, CutOff(e)+"。")
	}
	var outside []part
	x := 0.0
	for _, s := range status.Statuses {
		w := page.Width * float64(t.Counts[s]) / float64(t.Of)
		if w == 0 {
			continue
		}
		one := part{status: s, text: partText(t, s), middle: x + w/2}
		p.box(x, p.y, w, barHeight, statusLook(s))
		if !p.inside(one, w) {
			outside = append(outside, one)
		}
		x += w
	}
	p.y += barHeight
	p.under(outside)
	remark := CutOff(e) + "，" + rate(t)
	if t.Of >= ledger.SmallestBase {
		remark = fmt.Sprintf("%s，占比以共%d项为100%%%s；%s", CutOff(e), t.Of, rounded(t), rate(t))
	}
	return p.chart(title, remark)
}

// partText is what a part is labelled with: its count, and its share where there is a base for one.
func partText(t ledger.Tally, s status.Status) string {
	if t.Of < ledger.SmallestBase {
		return fmt.Sprintf("%d项", t.Counts[s])
	}
	return fmt.Sprintf("%d项 %.1f%%", t.Counts[s], t.Shares[s])
}

// rounded says why the shares do not sum to 100%, where they do not.
func rounded(t ledger.Tally) string {
	if t.Rounded() {
		return "（因四舍五入，分项之和可能不等于100%）"
	}
	return ""
}

// part is a part of the bar.
type part struct {
	status status.Status
	text   string  // count and share
	middle float64 // mm from the left
}

func (p *pen) partWidth(one part, size float64) float64 {
	return max(p.width(one.status.Label(), size, Strong), p.width(one.text, size, Strong))
}

// inside writes a part's label into the bar, w wide, and reports whether it went in.
func (p *pen) inside(one part, w float64) bool {
	const size = 9.0
	tw, line := p.partWidth(one, size), size*MM*1.35
	if tw+2 > w {
		return false
	}
	look := statusLook(one.status)
	if look.pitch > 0 {
		fill := look.fill
		p.add(Rect{X: one.middle - tw/2 - 0.7, Y: p.y + barHeight/2 - line, W: tw + 1.4, H: 2 * line, Fill: &fill})
	}
	p.text(one.middle, p.y+barHeight/2-line/2, Centre, one.status.Label(), size, Strong, look.words)
	p.text(one.middle, p.y+barHeight/2+line/2, Centre, one.text, size, Strong, look.words)
	return true
}

// under writes labels under the bar, each at the end of a line from its part. What doesn't
// fit beside each other takes two rows by turns.
func (p *pen) under(parts []part) {
	if len(parts) == 0 {
		p.y++
		return
	}
	size, rows, total := 9.0, 1, 0.0
	for _, one := range parts {
		total += p.partWidth(one, size) + partGap
	}
	if total > p.Width {
		size, rows = smallest, 2
	}
	line := size * MM * 1.3
	for row := range rows {
		var list []part
		var wanted, sizes []float64
		for i := row; i < len(parts); i += rows {
			list = append(list, parts[i])
			wanted = append(wanted, parts[i].middle)
			sizes = append(sizes, p.partWidth(parts[i], size)+partGap)
		}
		y := p.y + leader + float64(row)*(2*line+1)
		for k, at := range spread(wanted, sizes, -partGap/2, p.Width+partGap/2) {
			p.add(Line{Point{wanted[k], p.y}, Point{at, p.y + leader - 1}, hairline, frame},
				Line{Point{at, p.y + leader - 1}, Point{at, y - 0.2}, hairline, frame})
			p.text(at, y+line*0.5, Centre, list[k].status.Label(), size, Strong, black)
			p.text(at, y+line*1.5, Centre, list[k].text, size, Plain, black)
		}
	}
	p.y += leader + float64(rows)*(2*line+1) + 0.5
}

// nothing draws an empty frame that says so.
func (p *pen) nothing(text string, height float64) {
	p.add(Rect{X: 0.1, Y: p.y, W: p.Width - 0.2, H: height, Stroke: hairline, Outline: faint})
	text, size := p.fit(text, p.Width-2, 9, Plain)
	p.text(p.Width/2, p.y+height/2, Centre, text, size, Plain, dim)
	p.y += height + 1
}

// CutOff is the date that every chart names.
func CutOff(e publish.Edition) string {
	if e.CutOff.IsZero() {
		return "截止日期不详"
	}
	return "截至" + e.CutOff.Label()
}

// rate states the completion rate with its denominator.
func rate(t ledger.Tally) string {
	if t.RateOf == 0 {
		return "没有计入完成率的具体要求。"
	}
	if !t.Rated {
		return fmt.Sprintf("计入完成率的不足%d项，或者还没有填报，不计算完成率。", ledger.SmallestBase)
	}
	return fmt.Sprintf("完成率%.1f%%＝%d÷%d，常态化、不适用的不计入。", t.Rate, t.RateDone, t.RateOf)
}

// compositionTitle says what the composition shows before anything else: what is done, what is late.
func compositionTitle(e publish.Edition) string {
	t := e.Now().Tally
	title := fmt.Sprintf("%d年%d项具体要求中%d项已完成", e.Year, t.Of, t.Counts[status.Completed])
	late, unclear := t.Overdue, 0
	for _, r := range e.Overdue() {
		if r.Unverified { // nobody knows whether it is done
			late, unclear = late-1, unclear+1
		}
	}
	if late > 0 {
		title += fmt.Sprintf("，%d项逾期", late)
	}
	if unclear > 0 {
		title += fmt.Sprintf("，%d项到期待核实", unclear)
	}
	return title
}
