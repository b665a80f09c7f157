package table

import (
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/templates/words"
)

// card reads the lines of one card. Lines without a label go on with the value above them.
func (g *gathering) card(from, to int) {
	line := make([]grid.Cell, len(g.headings), len(g.headings)+8)
	last, label := -1, grid.Cell{}
	g.foot = nil
	for row := from; row <= to; row++ {
		cells := g.view.Filled(row)
		if len(cells) == 0 {
			continue
		}
		if last >= 0 && g.isOutside(label, row) {
			if len(cells) > 1 || !fold.Longer(cells[0].Text, longestFoot) {
				g.foot = append(g.foot, cells...) // a longer one is named as unread
			}
			continue
		}
		if last >= 0 && len(cells) == 1 && g.signs(label, cells[0]) {
			g.foot = append(g.foot, cells[0])
			continue
		}
		ps := g.reader.pairs(g.view, row, g.labels)
		if len(ps) == 0 {
			if last >= 0 && len(cells) == 1 && line[last].IsEmpty() && !g.reader.saysWhose(g.view, row) {
				line[last] = cells[0] // the value stands below its label
			}
			continue
		}
		if g.reader.saysWhose(g.view, row) && len(g.lines) == 0 && last < 0 {
			continue
		}
		for _, p := range ps {
			key := fold.Key(strings.TrimRight(p.label.Text, ":："))
			col, ok := g.at[key]
			if !ok || col < len(line) && !line[col].IsEmpty() {
				if ok {
					continue // a label that comes twice in a card speaks once
				}
				col = len(g.headings)
				g.at[key] = col
				g.headings = append(g.headings, p.label)
			}
			for len(line) < len(g.headings) {
				line = append(line, grid.Cell{})
			}
			g.used = append(g.used, p.label)
			line[col], last, label = p.value, col, p.label
			g.foot = nil // what stands above a label is within the card
		}
	}
	g.lines = append(g.lines, line)
}

// isOutside reports whether a line is a paragraph below the table that a label stands in.
func (g *gathering) isOutside(label grid.Cell, row int) bool {
	s := g.view.sheet
	return s.Outside(row) && !s.Outside(label.At().Row())
}

// signs reports whether a cell alone on its line is a date or the name of a department that the
// label above it doesn't ask for.
func (g *gathering) signs(label, cell grid.Cell) bool {
	text := strings.TrimSpace(cell.String())
	asks := g.reader.headings.of(label.Text)
	switch {
	case period.IsDate(text, g.reader.known.Year):
		return asks.best(words.Completed, words.Due) < knownFrom
	case g.reader.known.Names != nil && g.reader.known.Names(text):
		return asks.best(words.Department, words.Lead) < knownFrom
	}
	return false
}

// longestFoot is how many characters a line of a signature has at the most.
const longestFoot = 24
