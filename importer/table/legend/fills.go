package legend

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/status"
)

// Unknown returns the words that a line of colours side by side puts into a colour whose status nobody knows,
// under # and the colour: 颜色说明： | 已办结 | 在办 | 没任务. means is what the sheet's colours mean; two of the line's
// are among them, else it is no such line.
func Unknown(s *grid.Sheet, means map[string]status.Status) map[string]string {
	if !hasFills(means) {
		return nil
	}
	lines := map[int][]grid.Cell{}
	for cell := range s.Cells() {
		if cell.Fill() != "" && !cell.IsEmpty() && !cell.Covered() {
			lines[cell.At().Row()] = append(lines[cell.At().Row()], cell)
		}
	}
	named := map[string]string{}
	for _, row := range slices.Sorted(maps.Keys(lines)) {
		known, open, fills := 0, map[string]string{}, map[string]bool{}
		for _, cell := range lines[row] {
			text := strings.TrimSpace(cell.Text)
			if fills[cell.Fill()] || utf8.RuneCountInString(text) > longestSwatch {
				known = 0
				break // a row in its colour
			}
			fills[cell.Fill()] = true
			if means["#"+cell.Fill()] != status.NoStatus {
				known++
			} else if text != "" {
				open["#"+cell.Fill()] = text
			}
		}
		if known >= 2 {
			maps.Copy(named, open)
		}
	}
	return named
}

// longestSwatch is how many characters the words in a colour have at the most.
const longestSwatch = 10

func hasFills(means map[string]status.Status) bool {
	for sign := range means {
		if strings.HasPrefix(sign, "#") {
			return true
		}
	}
	return false
}
