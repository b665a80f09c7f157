package ledger

import (
	"iter"
	"slices"
	"strings"

	"taizhang/importer/parallel"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
)

// keyRows gives each row the key and the sum by which a ruling finds it again. Of rows
// that say the same of their requirement, what they answer decides which comes first:
// neither a new name of a file nor a new place in it changes their keys.
func (m *merge) keyRows() {
	parallel.Shares(len(m.manned), func(share iter.Seq[int]) {
		texts, keys, same := folded{}, ruling.Keys{}, sameLines[*line, string]{}
		var content []byte
		for i := range share {
			at := m.manned[i]
			lines := m.desks[at]
			for _, l := range lines {
				content, l.progress = l.row.AppendContent(content[:0])
				l.key, l.sum = keys.OnlyRow(at.department, at.quarter.String(), texts.key(keyText(l.row)), content)
				l.only = true
			}
			for _, twins := range same.groups(lines, func(l *line) (string, bool) { return l.key, true }) {
				slices.SortStableFunc(twins, func(a, b *line) int { return strings.Compare(a.sum, b.sum) })
				for i, l := range twins {
					l.only = false
					l.key = ruling.RowKey(at.department, at.quarter.String(), keyText(l.row), i+1)
				}
			}
		}
	})
}

// keyText is what a row says of its requirement, without its number where it has a text:
// numbers change when rows are added.
func keyText(row *returns.Row) string {
	switch {
	case row.Text.Value != "":
		return row.Text.Value
	case row.Text.Said != "":
		return row.Text.Said
	case len(row.Cites) > 1:
		return row.Task.Value + strings.Join(row.Cites, "、")
	case row.Task.Value != "" || row.Number.Value != "":
		return row.Task.Value + row.Number.Value
	case row.Progress.Value != "":
		return row.Progress.Value
	}
	return row.Status.Said
}
