package answer

import (
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// takeColour takes the status that a row's colour stands for. Where the sheet puts words beside the colour that
// nobody knows, the words are asked about.
func (t *Taker) takeColour(row *returns.Row, line, end int) {
	if row.Status = t.colourStatus(line, end); row.Status.Given() {
		return
	}
	for n := line; n <= end; n++ {
		for c := t.Left(); c <= t.Right(); c++ {
			cell := t.Cell(n, c)
			words := t.Sheet.Named["#"+cell.Fill()]
			if words == "" {
				continue
			}
			said := grid.ColorName(cell.Fill()) + "色"
			row.Status = grid.Read[status.Status]{Said: words, At: cell.Anchor()}
			f := finding.New(finding.StatusUnknown, cell.Anchor(), words, said)
			f.Message = "看不出完成状态：填充" + said + "（表上注明是“" + words + "”）。"
			f.Cause = "word:" + fold.Key(words)
			row.Findings = append(row.Findings, f)
			return
		}
	}
}

// colourStatus reads the status that the fill or the font of a row stands for, by the legend
// on its sheet: 绿色：已完成；黄色：推进中.
func (t *Taker) colourStatus(line, end int) grid.Read[status.Status] {
	var found grid.Read[status.Status]
	if !t.hasColours() {
		return found
	}
	for n := line; n <= end; n++ {
		for c := t.Left(); c <= t.Right(); c++ {
			if col := t.Column(c); t.PerQuarter && col != nil && col.Quarter != 0 && col.Quarter != t.Quarter {
				continue // another quarter's colour
			}
			cell := t.Cell(n, c)
			for _, hex := range []string{cell.Fill(), cell.Color()} {
				name := grid.ColorName(hex)
				s, ok := t.Sheet.Legend["#"+hex]
				if !ok {
					s, ok = t.Sheet.Legend[name]
				}
				if hex == "" || name == "" || !ok {
					continue
				}
				if found.Given() && found.Value != s {
					return grid.Read[status.Status]{} // two colours in a row say nothing that can be believed
				}
				found = grid.Read[status.Status]{Value: s, Said: name + "色", At: cell.Anchor()}
			}
		}
	}
	return found
}

// hasColours reports whether the legend of the sheet explains colours.
func (t *Taker) hasColours() bool {
	for key := range t.Sheet.Legend {
		if colours[key] || strings.HasPrefix(key, "#") {
			return true
		}
	}
	return false
}

var colours = map[string]bool{"红": true, "橙": true, "黄": true, "绿": true, "蓝": true, "紫": true, "灰": true, "黑": true}
