package cards

import (
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/table/block"
	"taizhang/importer/table/heading"
	"taizhang/templates/words"
)

// gathering is a block of cards in the making.
type gathering struct {
	reader   *Reader
	view     block.View
	labels   map[string]bool
	headings []grid.Cell    // label cells of the first card that has them
	at       map[string]int // column by folded label
	lines    [][]grid.Cell
	used     []grid.Cell // all label cells
	foot     []grid.Cell // below the card: whose it is, when, who signed
	titled   bool        // the first column holds the titles, which no label heads
}

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
		if g.titled && last >= 0 && len(cells) == 1 && g.reader.Words.IsNote(cells[0].Text) {
			g.foot = append(g.foot, cells[0])
			continue
		}
		ps := g.reader.pairs(g.view, row, g.labels)
		if len(ps) == 0 {
			switch {
			case last < 0 || len(cells) != 1:
			case g.headsCards(cells[0]):
				g.used = append(g.used, cells[0])
			case line[last].IsEmpty() && !g.reader.saysWhose(g.view, row):
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

// headsCards reports whether a cell says what stands above the first card, once more above the next.
func (g *gathering) headsCards(cell grid.Cell) bool {
	for row := g.view.First(); row < cell.At().Row() && row <= searchedTitles; row++ {
		if first, n := g.view.Shown(row); n == 1 && first.Kind == grid.Text && fold.Key(first.Text) == fold.Key(cell.Text) {
			return true
		}
	}
	return false
}

// searchedTitles is within how many lines the title above the first card stands.
const searchedTitles = 6

// isOutside reports whether a line is a paragraph below the table that a label stands in.
func (g *gathering) isOutside(label grid.Cell, row int) bool {
	s := g.view.Grid()
	return s.Outside(row) && !s.Outside(label.At().Row())
}

// signs reports whether a cell alone on its line is a date or the name of a department that the
// label above it doesn't ask for.
func (g *gathering) signs(label, cell grid.Cell) bool {
	text := strings.TrimSpace(cell.String())
	asks := g.reader.Headings.Of(label.Text)
	switch {
	case period.IsDate(text, g.reader.Year):
		return asks.Best(words.Completed, words.Due) < heading.KnownFrom
	case g.reader.Names != nil && g.reader.Names(text):
		return asks.Best(words.Department, words.Lead) < heading.KnownFrom
	}
	return false
}

// longestFoot is how many characters a line of a signature has at the most.
const longestFoot = 24

// pair is a label with its value; the value is empty where nothing was filled in.
type pair struct{ label, value grid.Cell }

// pairs reads a line of a card as labels and values, nil where it is none: 任务 | … , or
// 完成状态 | … | 完成时间 | ….
func (r *Reader) pairs(v block.View, line int, labels map[string]bool) []pair {
	cells := v.Filled(line)
	isLabel := func(cell grid.Cell) bool {
		return cell.Kind == grid.Text && (labels[fold.Key(cell.Text)] || r.isCardLabel(cell))
	}
	if len(cells) == 0 || !isLabel(cells[0]) {
		return nil
	}
	var ps []pair
	for i := 0; i < len(cells); i++ {
		if !isLabel(cells[i]) && !(i > 0 && r.MayLabel(cells[i]) && i+1 < len(cells)) {
			return ps
		}
		p := pair{label: cells[i]}
		if i+1 < len(cells) && !(isLabel(cells[i+1]) && (labels[fold.Key(cells[i+1].Text)] || v.OpenBetween(line, cells[i], cells[i+1]))) {
			p.value = cells[i+1]
			i++
		}
		ps = append(ps, p)
	}
	return ps
}

// block makes the block of the cards.
func (g *gathering) block(s *grid.Sheet, first int) *block.Block {
	n := len(g.headings)
	for i := range g.lines {
		for len(g.lines[i]) < n {
			g.lines[i] = append(g.lines[i], grid.Cell{})
		}
	}
	b := &block.Block{View: block.Gathered(s, n, g.lines), Shape: block.Cards, Top: 1, Head: 1, Body: 1,
		End: len(g.lines), Labels: g.used, AboveLast: first - 1}
	for i, cell := range g.headings {
		col := block.Column{Col: i + 1, At: cell.At(), Heading: strings.TrimRight(strings.TrimSpace(cell.Text), ":：")}
		if g.titled && i == 0 {
			col.Heading = ""
		}
		for _, line := range g.lines {
			if !line[i].IsEmpty() {
				col.Filled++
				if len(col.Samples) < block.MostSamples {
					col.Samples = append(col.Samples, line[i].String())
				}
			}
		}
		col.Quarter, col.Month = heading.Quarter(col.Heading)
		b.Columns = append(b.Columns, col)
	}
	b.Notes = g.foot
	b.Index()
	return b
}
