package progress

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns"
	"taizhang/report/ledgerbook/book"
)

// readAs is what columns were taken for whose texts the ledger has no column for: 谁负责 is 责任人. A column
// is found by a cell of it in row 0.
type readAs map[finding.Place]string

func readAsOf(b *book.Book) readAs {
	roles := readAs{}
	for i := range b.Returns {
		for _, c := range b.Returns[i].Columns {
			if string(c.Role) == book.OthersColumn || c.At == (finding.Place{}) {
				continue
			}
			at := c.At.At(0, c.At.Col())
			if was, known := roles[at]; known && was != string(c.Role) {
				roles[at] = "" // columns of two tables
			} else {
				roles[at] = string(c.Role)
			}
		}
	}
	return roles
}

// others are the texts of columns that the ledger has none for, each behind its heading, and behind what that
// was read as.
func (r readAs) others(e *ledger.Entry) string {
	return under(e.Row.Other, func(o returns.Other) string {
		heading := strings.Join(strings.Fields(o.Heading), "")
		if role := r[o.At.At(0, o.At.Col())]; role != "" && heading != "" && !strings.Contains(heading, role) {
			return heading + "（" + role + "）"
		}
		return heading
	})
}

// comments are the comments on the cells of an entry, each behind the heading of its cell.
func comments(e *ledger.Entry) string {
	return under(e.Row.Comments, func(o returns.Other) string { return strings.Join(strings.Fields(o.Heading), "") })
}

// under writes texts, each behind its heading.
func under(texts []returns.Other, heading func(returns.Other) string) string {
	var list []string
	for _, o := range texts {
		if name := heading(o); name != "" {
			list = append(list, name+"："+o.Text)
			continue
		}
		list = append(list, o.Text)
	}
	return strings.Join(list, "\n")
}
