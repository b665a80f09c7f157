package rows

import (
	"iter"
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/parallel"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
)

// Key gives each row the key and the sum by which a ruling finds it again. Of rows
// that say the same of their requirement, what they answer decides which comes first:
// neither a new name of a file nor a new place in it changes their keys.
func (r *Rows) Key() {
	parallel.Shares(len(r.manned), func(share iter.Seq[int]) {
		texts, keys, same := fold.KeyMemo{}, ruling.Keys{}, sameLines[*Line, string]{}
		var content []byte
		for i := range share {
			at := r.manned[i]
			lines := r.Desks[at]
			for _, l := range lines {
				content, l.Progress = l.Row.AppendContent(content[:0])
				l.Key, l.Sum = keys.OnlyRow(at.Department, at.Quarter.String(), texts.Of(keyText(l.Row)), content)
				l.Only, l.Wording = true, l.Key
			}
			for _, twins := range same.groups(lines, func(l *Line) (string, bool) { return l.Key, true }) {
				slices.SortStableFunc(twins, func(a, b *Line) int { return strings.Compare(a.Sum, b.Sum) })
				for i, l := range twins {
					l.Only = false
					l.Key = ruling.RowKey(at.Department, at.Quarter.String(), keyText(l.Row), i+1)
				}
			}
		}
	})
}

// Nth is the key that the line has as the nth of those that say the same of their requirement.
func (l *Line) Nth(n int) string {
	return ruling.RowKey(l.Ret.Department.Value, l.Ret.Quarter.Value.String(), keyText(l.Row), n)
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
