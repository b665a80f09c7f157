package ledger

import (
	"iter"
	"slices"
	"strings"

	"taizhang/importer/abreast"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
)

// keyRows gives each row the key and the sum by which a ruling finds it again. Of rows
// that say the same of their requirement, what they answer decides which comes first:
// neither a new name of a file nor a new place in it changes their keys.
func (m *merge) keyRows() {
	abreast.Shares(len(m.lines), func(share iter.Seq[int]) {
		texts, keys := folded{}, ruling.Keys{}
		for i := range share {
			l := m.lines[i]
			content := l.row.Content()
			l.key, l.sum = keys.OnlyRow(l.ret.Department.Value, l.ret.Quarter.Value.String(), texts.key(keyText(l.row)), content)
			l.only, l.progress = true, progressIn(content)
		}
	})
	first := make(map[string]*line, len(m.lines))
	same := map[string][]*line{} // where there are several
	for _, l := range m.lines {
		f := first[l.key]
		switch {
		case f == nil:
			first[l.key] = l
			continue
		case same[l.key] == nil:
			same[l.key] = []*line{f}
		}
		same[l.key] = append(same[l.key], l)
	}
	for _, twins := range same {
		slices.SortStableFunc(twins, func(a, b *line) int { return strings.Compare(a.sum, b.sum) })
		for i, l := range twins {
			l.only = false
			l.key = ruling.RowKey(l.ret.Department.Value, l.ret.Quarter.Value.String(), keyText(l.row), i+1)
		}
	}
}

// keyText is what a row says of its requirement, without its number where it has a text:
// numbers change when rows are added.
func keyText(row *returns.Row) string {
	switch {
	case row.Text.Value != "":
		return row.Text.Value
	case row.Text.Said != "":
		return row.Text.Said
	case row.Task.Value != "" || row.Number.Value != "":
		return row.Task.Value + row.Number.Value
	case row.Progress.Value != "":
		return row.Progress.Value
	}
	return row.Status.Said
}

// progressIn cuts out of returns.Row.Content what was done, folded: it is by far the
// longest part, and need not be folded once more to be compared.
func progressIn(content string) string {
	parts := strings.SplitN(content, "\x00", 4) // status, percentage, progress, the rest
	return parts[2]
}
