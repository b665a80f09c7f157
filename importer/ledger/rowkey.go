package ledger

import (
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
	abreast.Each(len(m.lines), func(i int) {
		l := m.lines[i]
		l.key, l.sum = ruling.OnlyRow(l.ret.Department.Value, l.ret.Quarter.Value.String(), keyText(l.row), l.row.Content())
		l.only = true
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
	for _, s := range []string{row.Text.Value, row.Text.Said, row.Task.Value + row.Number.Value, row.Progress.Value} {
		if s != "" {
			return s
		}
	}
	return row.Status.Said
}
