package table

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// knownOf is what a reader of a test knows: a list, its tasks and a roster.
func knownOf(w *words.Words, items []Item, tasks, roster []string) Known {
	isName := func(text string) bool {
		return slices.ContainsFunc(roster, func(name string) bool { return fold.Key(name) == fold.Key(text) })
	}
	duty := regexp.MustCompile(`(?:牵头|负责|配合)$`)
	return Known{
		Words: w, Status: status.New(w), List: NewList(items, tasks), Year: 2025,
		Names: func(text string) bool {
			pieces := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、，,；;\n 　", r) })
			for _, piece := range pieces {
				if name := duty.ReplaceAllString(piece, ""); name != "" && !isName(name) {
					return false
				}
			}
			return len(pieces) > 0
		},
		Mentions: func(text string) bool {
			return slices.ContainsFunc(roster, func(name string) bool { return strings.Contains(text, name) })
		},
	}
}

// itemsOf numbers texts in their order.
func itemsOf(texts ...string) []Item {
	var items []Item
	for i, text := range texts {
		items = append(items, Item{No: i + 1, Number: strconv.Itoa(i + 1), Text: text})
	}
	return items
}

// textTable makes a sheet of lines with their cells parted by |. A cell < goes on with the one
// to its left, ^ with the one above it, and {3} is the text of the third item.
func textTable(t testing.TB, name, text string, items []Item) *grid.Sheet {
	t.Helper()
	var rows [][]string
	var merges [][4]int
	owner := map[[2]int]int{} // index in merges by cell
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		var row []string
		for _, cell := range strings.Split(line, "|") {
			cell = strings.ReplaceAll(strings.TrimSpace(cell), `\n`, "\n")
			for i := range items {
				cell = strings.ReplaceAll(cell, "{"+strconv.Itoa(i+1)+"}", items[i].Text)
			}
			at := [2]int{len(rows) + 1, len(row) + 1}
			from := [2]int{}
			switch cell {
			case "<":
				from = [2]int{at[0], at[1] - 1}
			case "^":
				from = [2]int{at[0] - 1, at[1]}
			}
			if from != [2]int{} {
				i, ok := owner[from]
				if !ok {
					i = len(merges)
					merges = append(merges, [4]int{from[0], from[1], from[0], from[1]})
					owner[from] = i
				}
				owner[at] = i
				merges[i][2], merges[i][3] = max(merges[i][2], at[0]), max(merges[i][3], at[1])
				cell = ""
			}
			row = append(row, cell)
		}
		rows = append(rows, row)
	}
	return grid.FromRows("表.xlsx", name, rows, merges...)
}

// marked counts the cells of blocks: no cell may stand in two of them.
func marked(t testing.TB, u *Sheet) {
	t.Helper()
	in := map[string]int{}
	for i, b := range u.Blocks {
		own := map[string]bool{}
		for line := b.Head; line <= b.End; line++ {
			for c := b.Left(); c <= b.Right(); c++ {
				if cell := b.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
					own[cell.At().Cell()] = true
				}
			}
		}
		for at := range own {
			if other, twice := in[at]; twice {
				t.Fatalf("%s stands in blocks %d and %d", at, other+1, i+1)
			}
			in[at] = i
		}
	}
}
