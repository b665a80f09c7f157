package chart

import (
	"fmt"

	"taizhang/importer/grid/chars"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/publish"
)

// cell is one field of a grid of rows and quarters.
type cell struct {
	look look
	text string
}

// matrix is a grid with a row for each name and a column for each quarter.
type matrix struct {
	title    string
	names    []string
	quarters []period.Quarter
	cells    func(row, quarter int) cell
	last     string           // head of a column behind the quarters, "" for none
	sum      func(int) string // what stands in it
	keys     []key
	remark   string
	empty    string  // what to say where there are no rows
	nameEdge float64 // share of the width that names may take
}

// draw gives as many charts as the rows need.
func (m matrix) draw(page Page) []Chart {
	if len(m.names) == 0 || len(m.quarters) == 0 {
		p := &pen{Page: page, y: 1}
		p.nothing(m.empty, 12)
		return []Chart{p.chart(m.title, m.remark)}
	}
	var charts []Chart
	blocks := page.blocks(m.names, m.nameEdge, m.keys)
	for _, r := range blocks {
		p := &pen{Page: page}
		p.legend(m.keys)
		left, right := r.nameWidth+rowNameGap, page.Width-0.1
		if m.last != "" {
			right -= max(p.width(m.last, label, Plain), p.width("100/100", r.size, Strong)) + 2
		}
		wide := min((right-left)/float64(len(m.quarters)), 30)
		// A narrow grid stands in the middle.
		shift := (right - left - wide*float64(len(m.quarters))) / 2
		left += shift
		p.y += 5
		for k, q := range m.quarters {
			text, size := p.fit(q.Short(), wide-0.5, label, Plain)
			p.text(left+wide*(float64(k)+0.5), p.y-2.5, Centre, text, size, Plain, black)
		}
		end := left + wide*float64(len(m.quarters)) + 2
		if m.last != "" {
			p.text(end, p.y-2.5, Left, m.last, label, Plain, black)
		}
		for row := r.from; row < r.to; row++ {
			middle := p.y + r.pitch/2
			p.name(r, shift, middle, m.names[row])
			for k := range m.quarters {
				c := m.cells(row, k)
				p.labelled(left+wide*float64(k), p.y, wide, r.pitch, c.look, c.text, min(r.size, label))
			}
			if m.last != "" {
				p.text(end, middle, Left, m.sum(row), r.size, Strong, black)
			}
			p.y += r.pitch
		}
		p.y++
		charts = append(charts, p.chart(m.title, m.remark))
	}
	return charts
}

func quartersOf(e publish.Edition) []period.Quarter {
	var list []period.Quarter
	for _, q := range e.Quarters {
		list = append(list, q.Quarter)
	}
	return list
}

// Tasks is the heat map of tasks and quarters: how many of a task's requirements were
// completed by the end of each quarter.
func Tasks(e publish.Edition, page Page) []Chart {
	m := matrix{title: fmt.Sprintf("%d年各项工作任务分季度完成情况", e.Year), quarters: quartersOf(e), empty: "没有工作任务", nameEdge: 0.5,
		remark: CutOff(e) + "。格内为已完成项数/应完成项数（常态化、不适用的不计入）；“—”为没有应完成的项目。"}
	for _, d := range degrees {
		m.keys = append(m.keys, key{d.look, d.name})
	}
	for _, t := range e.Tasks {
		m.names = append(m.names, chars.Numeral(t.No)+"、"+t.Title)
	}
	m.cells = func(row, quarter int) cell {
		if quarter >= len(e.Tasks[row].Quarters) {
			return cell{look{fill: white, words: dim}, "—"}
		}
		q := e.Tasks[row].Quarters[quarter]
		if q.Of == 0 {
			return cell{look{fill: white, words: dim}, "—"}
		}
		return cell{degreeOf(q.Done, q.Of).look, fmt.Sprintf("%d/%d", q.Done, q.Of)}
	}
	return m.draw(page)
}

// Coverage is the map of departments and quarters: whether a return came, and in time.
func Coverage(e publish.Edition, page Page) []Chart {
	m := matrix{title: fmt.Sprintf("%d年各部门分季度报送情况", e.Year), quarters: quartersOf(e), empty: "没有应报送的部门", nameEdge: 0.4, last: "已报/应报",
		remark: CutOff(e) + "。“已报”为已报送、日期或期限不详；“—”为该季度无须报送。"}
	seen := map[ledger.CoverageState]bool{}
	for _, d := range e.Departments {
		m.names = append(m.names, d.Name)
		for _, s := range d.Coverage {
			seen[s] = true
		}
	}
	for _, s := range []ledger.CoverageState{ledger.OnTime, ledger.Late, ledger.Undated, ledger.Missing} {
		if seen[s] {
			look, _ := stateLook(s)
			m.keys = append(m.keys, key{look, s.Label()})
		}
	}
	m.cells = func(row, quarter int) cell {
		state := ledger.NotExpected
		if list := e.Departments[row].Coverage; quarter < len(list) {
			state = list[quarter]
		}
		look, text := stateLook(state)
		return cell{look, text}
	}
	m.sum = func(row int) string {
		r := e.Departments[row].Returns
		return fmt.Sprintf("%d/%d", r.Reported, r.Expected)
	}
	return m.draw(page)
}
