package read

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/table"
)

// footnote is how an explanation below a table begins.
var footnote = regexp.MustCompile(`^\s*[*＊※（(【]*(?:备注|说明|注|情况说明|原因)[0-9０-９]*[)）】]*\s*[:：]`)

// footnotes gives the explanations below a table to the numbers whose rows they name: 说明：上年结转
// 比上年年报多一件，因 …. One that names no row explains nothing.
func (sc part) footnotes(about []int) {
	sheet := table.Whole(sc.View.Grid())
	for _, line := range about {
		for _, c := range sheet.Filled(line) {
			at := footnote.FindStringIndex(c.Text)
			if at == nil {
				continue
			}
			text := strings.TrimSpace(c.Text[at[1]:])
			key := fold.Key(text)
			for i := range sc.Placed {
				if p := &sc.Placed[i]; p.Note == "" && sc.speaksOf(key, p.Indicator) {
					p.Note = text
				}
			}
		}
	}
}

// speaksOf reports whether a folded text names the row of an indicator, or what its column counts
// where that is a stock: 现行有效.
func (sc part) speaksOf(key string, indicator int) bool {
	ind := &sc.Form.Indicators()[indicator]
	t := &sc.Form.Tables[ind.Table]
	names := append([]string{t.Rows[ind.Row].Name}, t.Rows[ind.Row].Names...)
	if ind.Column >= 0 && !ind.Kind.Adds() {
		names = append(append(names, t.Columns[ind.Column].Name), t.Columns[ind.Column].Names...)
	}
	for _, name := range append(names, ind.Names...) {
		if n := fold.Key(name); utf8.RuneCountInString(n) >= 4 && strings.Contains(key, n) {
			return true
		}
	}
	return false
}
