package heads

import (
	"taizhang/importer/table/block"
)

// ShapedHead looks upward from the first line that names a requirement for a heading that no
// vocabulary knows; ok is false where there is none. first is where the lines of the table
// begin without one.
func (r *Reader) ShapedHead(v block.View, from, anchor int) (h Head, first int, ok bool) {
	first = anchor
	counted := 0 // a line below the heading that counts its columns
	for line := anchor - 1; line >= max(from, anchor-SearchedHeads); line-- {
		if v.Blank(line) {
			if line < anchor-1 && first == line+1 {
				break
			}
			continue
		}
		if r.IsLabelLine(v, line) {
			break
		}
		if v.CountsColumns(line) {
			first, counted = line, line
			continue
		}
		if r.LooksLikeHeading(v, line, first) {
			h = r.KnownHead(v, line, nil, false)
			h.Body = max(line+1, counted+1, min(h.Body, anchor))
			return h, max(first, h.Body), true
		}
		if _, n := v.Shown(line); n < 2 {
			if first == anchor || line < first-2 {
				continue // a banner or a note between heading and rows
			}
			break
		}
		first = line
	}
	if counted != 0 {
		return Head{First: counted, Body: counted + 1}, counted + 1, true // nothing else heads the columns
	}
	return Head{}, first, false
}
