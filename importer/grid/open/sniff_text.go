package open

import (
	"strings"

	"taizhang/importer/grid/delimited"
)

// textFormat tells a table between bars from one between tabs or commas. Commas stand in
// prose too: without a name that says so, all lines must agree on the number of cells.
func textFormat(text, file string) format {
	switch ending(file) {
	case ".csv", ".tsv", ".tab":
		return formatCSV
	}
	lines, barred, tabbed := 0, 0, 0
	for _, s := range delimited.Lines(text) {
		if strings.TrimSpace(s) == "" {
			continue
		}
		lines++
		if strings.ContainsAny(s, "|｜") {
			barred++
		}
		if strings.Contains(strings.TrimSpace(s), "\t") {
			tabbed++
		}
	}
	switch {
	case barred*2 >= lines:
		return formatText
	case tabbed*2 >= lines:
		return formatCSV
	case lines > 1 && delimited.Agreement(text, ',') >= 3*min(lines, 60) && delimited.Uniform(text, ','):
		return formatCSV
	}
	return formatText
}
