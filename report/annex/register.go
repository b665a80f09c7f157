package annex

import (
	"fmt"
	"strings"

	"taizhang/report/annex/wording"
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
	_, _, left, _ := t.sheet.area()
	for _, col := range t.columns {
		left -= col.width
	}
	t.columns[3].width = left
	c.table(t)
	return nil
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
