package annex

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"taizhang/report/annex/wording"
	"taizhang/report/face"
	"taizhang/report/publish"
)

// register adds a table that the program makes. The list of all requirements has wide
// texts, two to a row: it stands on turned pages, where a row of it is half as high.
func (c *composer) register(b wording.Block) error {
	if b.Name != "具体要求" {
		return fmt.Errorf("annex.md：没有名为“%s”的表，可用的有：具体要求", b.Name)
	}
	caption := b.Text
	if caption == "" {
		caption = fmt.Sprintf("%d年具体要求落实情况一览表", c.edition.Year)
	}
	t := table{
		sheet: turned, label: b.Label, caption: caption, size: wuhao, mark: &bookmark{0, c.caption(b.Label, caption, false)},
		columns: []column{{11 * mm, true}, {0, false}, {30 * mm, false}, {18 * mm, true}, {18 * mm, true}, {0, false}},
		head:    []string{"序号", "具体要求", "责任部门", "完成时限", "进度", "落实情况"},
		remark:  "注：进度截至" + c.edition.CutOff.Label() + "。完成时限照清单所写，没有写明的空着。",
	}
	for _, task := range c.edition.Tasks {
		t.rows = append(t.rows, row{group: wording.Chinese(task.No) + "、" + task.Title})
		for _, no := range task.Requirements {
			if no >= 1 && no <= len(c.edition.Requirements) {
				t.rows = append(t.rows, row{cells: requirementCells(c.edition.Requirements[no-1])})
			}
		}
	}
	c.share(t, 1, 5)
	c.table(t)
	return nil
}

// share gives two columns of a table what the others leave, so divided that the table
// becomes as short as it can.
func (c *composer) share(t table, a, b int) {
	_, _, left, _ := t.sheet.area()
	for _, col := range t.columns {
		left -= col.width
	}
	role := t.style(face.Body, false).role
	height := func(width float64) float64 {
		lines := 0.0
		for _, r := range t.rows {
			if r.group == "" {
				inA := math.Ceil(c.ink.width(r.cells[a], role, t.size) / (width - 2*cellSide))
				inB := math.Ceil(c.ink.width(r.cells[b], role, t.size) / (left - width - 2*cellSide))
				lines += max(inA, inB, 1)
			}
		}
		return lines
	}
	best := left / 2
	const steps, narrowest = 20, 6
	for i := narrowest; i <= steps-narrowest; i++ {
		if w := left * float64(i) / steps; height(w) < height(best) {
			best = w
		}
	}
	t.columns[a].width, t.columns[b].width = best, left-best
}

func requirementCells(r publish.Requirement) []string {
	due := strings.Replace(r.Due.Label(), "年", "年\n", 1)
	if r.Due.IsZero() {
		due = r.Recurring
	}
	standing := r.Label
	if r.Overdue {
		standing += "\n（逾期）"
	}
	return []string{fmt.Sprint(r.No), r.Text, r.Duty, due, standing, r.Done}
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

// columns gives each column what its longest text wants, and shares out the rest. Where
// that is more than there is, it gives up at the larger size; at the smaller the widest
// give way and break their texts.
func (c *composer) columns(b wording.Block, size float64) []column {
	wants := make([]float64, len(b.Rows[0]))
	sum := 0.0
	for i := range wants {
		for _, cells := range b.Rows {
			if i < len(cells) {
				wants[i] = max(wants[i], c.ink.width(cells[i], face.Heading, size))
			}
		}
		wants[i] = max(wants[i], 2*size) + 2*cellSide
		sum += wants[i]
	}
	if sum > areaWidth && size > wuhao {
		return nil
	}
	rest := max(areaWidth-sum, 0) / float64(len(wants))
	widest := level(wants, areaWidth)
	columns := make([]column, len(wants))
	for i, w := range wants {
		columns[i] = column{width: min(w, widest) + rest, centre: i < len(b.Right) && b.Right[i]}
	}
	return columns
}

// level returns the most that each may take so that all together take no more than there is.
func level(wants []float64, all float64) float64 {
	left := all
	for i, w := range slices.Sorted(slices.Values(wants)) {
		if share := left / float64(len(wants)-i); w > share {
			return share
		}
		left -= w
	}
	return all
}
