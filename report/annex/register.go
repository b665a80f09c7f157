package annex

import (
	"fmt"
	"math"
	"strings"

	"taizhang/report/annex/wording"
	"taizhang/report/face"
	"taizhang/report/publish"
)

// register adds a table that the program makes. The list of all requirements stands on
// turned pages, each requirement over the whole width above what is said of it: a long
// text is read, searched and copied as one piece.
func (c *composer) register(b wording.Block) error {
	if b.Name != "具体要求" {
		return fmt.Errorf("年报附件没有表 %s", b.Name)
	}
	caption := c.registerCaption(b)
	t := table{
		sheet: turned, label: b.Label, caption: caption, size: wuhao, mark: &bookmark{0, c.caption(b.Label, caption, false)},
		columns: []column{{49.5 * mm, false}, {26 * mm, true}, {22 * mm, true}, {0, false}},
		lead:    "具体要求",
		head:    []string{"责任部门", "完成时限", "进度", "落实情况"},
		remark:  "注：进度截至" + c.edition.CutOff.Label() + "。完成时限照清单所写，没有写明的空着。",
	}
	for _, task := range c.edition.Tasks {
		t.rows = append(t.rows, row{group: wording.Chinese(task.No) + "、" + task.Title})
		for _, no := range task.Requirements {
			if no >= 1 && no <= len(c.edition.Requirements) {
				r := c.edition.Requirements[no-1]
				t.rows = append(t.rows, row{lead: fmt.Sprintf("%d. %s", r.No, r.Text), cells: requirementCells(r), anchor: fmt.Sprint("项:", r.No)})
			}
		}
	}
	c.shareOut(t)
	c.table(t)
	return nil
}

// shareOut gives the first and the last column of the register the widths at which its rows
// take the fewest lines: where names are long, the departments need more room.
func (c *composer) shareOut(t table) {
	const step, steps = 8 * mm, 4
	_, _, room, _ := t.sheet.area()
	first, last := &t.columns[0].width, &t.columns[len(t.columns)-1].width
	for _, col := range t.columns[:len(t.columns)-1] {
		room -= col.width
	}
	lines := func(text float64, width float64) float64 { return max(math.Ceil(text/(width-2*cellSide)), 1) }
	var sums [steps]float64
	for _, r := range t.rows {
		if len(r.cells) == len(t.columns) {
			duty, done := c.ink.width(r.cells[0], face.Body, t.size), c.ink.width(r.cells[len(r.cells)-1], face.Body, t.size)
			for i := range sums {
				more := step * float64(i)
				sums[i] += max(lines(duty, *first+more), lines(done, room-more))
			}
		}
	}
	best := 0
	for i, sum := range sums {
		if sum < sums[best] {
			best = i
		}
	}
	*first += step * float64(best)
	*last = room - step*float64(best)
}

func (c *composer) registerCaption(b wording.Block) string {
	if b.Text == "" {
		return fmt.Sprintf("%d年具体要求落实情况一览表", c.edition.Year)
	}
	return b.Text
}

func requirementCells(r publish.Requirement) []string {
	due := strings.Replace(r.Due.Label(), "年", "年\n", 1)
	if r.Due.IsZero() {
		due = r.Recurring
	}
	standing := r.Label
	if !r.Carried.IsZero() {
		standing += "\n（据" + r.Carried.Short() + "填报）"
	}
	if r.Overdue {
		standing += "\n（逾期）"
	}
	return []string{r.Duty, due, standing, r.Done}
}

// blockTable adds a table written in the wording. Its columns share the width by their
// longest texts.
func (c *composer) blockTable(b wording.Block) {
	if len(b.Rows) == 0 || len(b.Rows[0]) == 0 {
		return
	}
	t := table{label: b.Label, caption: b.Text, head: b.Rows[0], size: xiaosi}
	if t.columns = c.columns(b, t.size); t.columns == nil {
		t.size = wuhao
		t.columns = c.columns(b, t.size)
	}
	for _, cells := range b.Rows[1:] {
		t.rows = append(t.rows, row{cells: cells})
	}
	c.boxes = append(c.boxes, box{height: linePitch / 3, keep: true})
	c.table(t)
	c.boxes = append(c.boxes, box{height: linePitch / 3})
}
