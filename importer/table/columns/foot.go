package columns

import (
	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/templates/words"
)

// LabelFoot finds the lines below the rows of a table that answers one requirement which hold a label with its
// value, and what each is for:
//
//	月份      实际做到
//	4月       招标
//	目前状态  推进中
//	下一步    7月进场
func (r *Reader) LabelFoot(b *block.Block) {
	if b.Topic.IsEmpty() || b.Shape != block.Upright || len(b.Columns) < block.LeastShaped {
		return
	}
	first := &b.Columns[0]
	if first.Role != words.OtherText || first.Quarter != 0 {
		return
	}
	foot := map[int]words.Role{}
	line := b.End
	for ; line > b.Body; line-- {
		cells := b.Filled(line)
		if len(cells) < 2 && len(foot) == 0 {
			continue // what signs the table
		}
		role := words.Role("")
		if len(cells) == 2 && cells[0].Kind == grid.Text && b.ColumnOf(cells[0]) == first.Col {
			role = r.footRole(cells[0], cells[1])
		}
		if role == "" {
			break
		}
		foot[line] = role
	}
	if len(foot) > 0 && !b.Cell(line, first.Col).IsEmpty() {
		b.Foot = foot
	}
}

// footRole returns what a label asks for whose value stands beside it, "" where it is no such label.
func (r *Reader) footRole(label, value grid.Cell) words.Role {
	switch role := r.Label(label.Text); role {
	case words.Status:
		if r.Status.Is(value.Text) {
			return role
		}
	case words.Problems, words.NextSteps, words.Remarks, words.Evidence:
		return role
	}
	return ""
}
