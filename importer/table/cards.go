package table

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// longestLabel is how many characters a label of a card has at the most.
const longestLabel = 16

// cards gathers cards (一事一表), stacked on a sheet or one on it: a requirement beside a label,
// and the answers beside or below labels of their own. A card becomes a line, a label a column.
// It returns nil where the sheet is no such thing.
func (r *Reader) cards(s *grid.Sheet, found []anchor, in Context) *Block {
	v := whole(s)
	columns := r.labelColumns(v, found, in.Labels)
	starts := r.starts(v, found, columns)
	if len(starts) == 0 || !r.oneOfSeveral(v, starts[0], columns) {
		return nil
	}
	labels := r.recurring(v, starts)
	for cell := range s.Cells() {
		if key := fold.Key(cell.Text); in.Labels[key] && r.mayLabel(cell) && (v.line(cell) > starts[0].line || !r.isTitle(v, cell)) {
			labels[key] = true
		}
	}
	r.inLabelColumns(v, columns, labels)
	first := starts[0].line
	for first > 1 && r.pairs(v, first-1, labels) != nil && !r.saysWhose(v, first-1) && len(v.Filled(first-1)) > 1 {
		first--
	}
	if len(starts) > 1 && starts[1].line-starts[0].line < 2 {
		return nil
	}
	lead := starts[0].line - first // lines of a card above its requirement
	c := gathering{reader: r, view: v, labels: labels, at: map[string]int{}}
	for i, a := range starts {
		end := s.LastRow()
		if i+1 < len(starts) {
			end = starts[i+1].line - lead - 1
		}
		c.card(max(1, a.line-lead), end)
	}
	if len(c.headings) < 2 {
		return nil
	}
	return c.block(s, first)
}

// namedCard gathers the one card of a sheet that is named after the requirement which it answers, or that
// stands under a title which names it: 18质量监督 over 状态 | 推进中, 情况 | ….
func (r *Reader) namedCard(s *grid.Sheet, in Context) *Block {
	if r.known.List == nil || s.LastRow() > longestCard {
		return nil
	}
	v, topic := whole(s), grid.Cell{}
	if !r.namesSheet(s.Name) {
		if topic = r.namedTitle(v); topic.IsEmpty() {
			return nil
		}
	}
	columns, labels := r.labelColumns(v, nil, in.Labels), map[string]bool{}
	r.inLabelColumns(v, columns, labels)
	c := gathering{reader: r, view: v, labels: labels, at: map[string]int{}}
	first := 1
	if !topic.IsEmpty() {
		first = topic.At().Row() + 1
	}
	for first <= s.LastRow() && (r.pairs(v, first, labels) == nil || r.saysWhose(v, first)) {
		first++
	}
	c.card(first, s.LastRow())
	if len(c.headings) < 2 || len(c.lines) != 1 || c.headings[0].At().Row() == c.headings[len(c.headings)-1].At().Row() {
		return nil // labels of one line head a table
	}
	b := c.block(s, first)
	b.Named, b.Topic = topic.IsEmpty(), topic
	return b
}

// namedTitle returns the title of a sheet that names a requirement by its number and a short name.
func (r *Reader) namedTitle(v View) grid.Cell {
	for line := 1; line <= min(mostHeadRows, v.bottom); line++ {
		cell, n := v.Shown(line)
		if n != 1 {
			return grid.Cell{}
		}
		m := titleNumber.FindStringSubmatch(strings.TrimSpace(cell.Text))
		if m != nil && r.known.List.Named(m[1], strings.TrimSpace(bracketed.ReplaceAllString(m[2], ""))) != 0 {
			return cell
		}
	}
	return grid.Cell{}
}

var titleNumber = regexp.MustCompile(`^(?:任务|清单|事项|第)\s*([0-9]{1,3})[条项号]?[\s.．、：:_-]*(\p{Han}.*)$`)

// namesSheet reports whether a sheet's name names a requirement: by its number and its name, or in so
// many words.
func (r *Reader) namesSheet(name string) bool {
	if m := sheetNumber.FindStringSubmatch(strings.TrimSpace(name)); m != nil && r.known.List.Named(m[1], m[2]) != 0 {
		return true
	}
	if cited := Cited(name); len(cited) == 1 && strings.HasPrefix(name, "第") {
		return r.known.List.Has(cited[0])
	}
	no, how := r.requirement(name)
	return no != 0 && how != ByShort
}

var sheetNumber = regexp.MustCompile(`^第?([0-9]{1,3})[条项号]?[\s.．、_-]*(\p{Han}.*)$`)

// leastLabels is how many short texts stand in a column of labels of which one is known.
const leastLabels = 4

// before returns the cell that stands before a column in its line, a merge being one cell.
func (v View) before(line, col int) grid.Cell {
	own := v.Cell(line, col).Anchor()
	for c := col - 1; c >= v.left; c-- {
		if cell := v.Cell(line, c); !cell.IsEmpty() && cell.Anchor() != own {
			return cell
		}
	}
	return grid.Cell{}
}

// isCardLabel reports whether a cell may label the one beside it.
func (r *Reader) isCardLabel(cell grid.Cell) bool {
	if cell.Kind != grid.Text {
		return false
	}
	text := strings.TrimSpace(cell.Text)
	if utf8.RuneCountInString(strings.Join(strings.Fields(text), "")) > longestLabel {
		return false
	}
	if strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：") {
		return true
	}
	if len(r.headings.whole(text)) > 0 && r.known.Status.Word(text) == "" && r.labelFit(text) >= 0.6 {
		return true
	}
	return r.mayLabel(cell) && r.labelFit(text) >= 0.6 && r.known.Status.Word(text) == "" && !r.known.Status.Is(text)
}

// labelFit is how well a text names any role but those that stand in info lines.
func (r *Reader) labelFit(text string) float64 {
	if r.known.List.Task(text) || r.known.Names != nil && r.known.Names(text) || Cited(text) != nil {
		return 0
	}
	return r.headings.of(text).best(words.Requirement, words.Task, words.Progress, words.Status, words.Percent, words.Completed, words.Due,
		words.Evidence, words.Problems, words.NextSteps, words.Department, words.Lead, words.Remarks, words.Number)
}

// isTitle reports whether a cell is all that its line shows.
func (r *Reader) isTitle(v View, cell grid.Cell) bool {
	first, n := v.Shown(v.line(cell))
	return n == 1 && first.At() == cell.At()
}

// starts returns the requirements of the cards, one a card: those behind one and the same label.
// What names a requirement behind another label is an answer. A requirement without a label that
// is more than a short name says that the sheet holds no cards.
func (r *Reader) starts(v View, found []anchor, columns map[int]bool) []anchor {
	byLabel := map[string][]anchor{}
	best, asks := "", false
	for _, a := range found {
		label := v.before(a.line, a.col)
		if below := v.Cell(a.line+1, v.column(label)); below.Covered() && below.Anchor() == label.At() && !v.Cell(a.line+1, a.col).Covered() {
			return nil // one cell before several lines groups the rows of a table
		}
		if !r.isCardLabel(label) && !(columns[v.column(label)] && r.mayLabel(label)) {
			if a.how != ByShort && !columns[a.col] {
				return nil
			}
			continue
		}
		key := fold.Key(strings.TrimRight(label.Text, ":："))
		byLabel[key] = append(byLabel[key], a)
		asked := r.headings.of(label.Text).best(words.Requirement, words.Task) >= 0.6
		if best == "" || asked && !asks || asked == asks && len(byLabel[key]) > len(byLabel[best]) {
			best, asks = key, asked
		}
	}
	for key, others := range byLabel {
		if key != best && slices.ContainsFunc(others, func(a anchor) bool { return a.how == ByText }) {
			return nil // requirements in full behind labels of several kinds: a table whose first column is short
		}
	}
	return byLabel[best]
}

// oneOfSeveral reports whether the label of a card is one of several in its column, and no cell
// of a column beside the requirement's under a common heading.
func (r *Reader) oneOfSeveral(v View, start anchor, columns map[int]bool) bool {
	col := v.column(v.before(start.line, start.col))
	labels := 0
	for line := v.top; line <= v.bottom; line++ {
		cell := v.Cell(line, col)
		if !cell.IsEmpty() && !cell.Covered() && (r.isCardLabel(cell) || columns[col] && r.mayLabel(cell)) {
			labels++
		}
	}
	return labels >= 2
}

// recurring returns the folded texts that stand in every card, or that are labels by themselves.
func (r *Reader) recurring(v View, starts []anchor) map[string]bool {
	count := map[string]int{}
	for cell := range v.sheet.Cells() {
		if cell.Kind == grid.Text && !cell.Covered() && utf8.RuneCountInString(cell.Text) <= longestLabel {
			count[fold.Key(cell.Text)]++
		}
	}
	labels := map[string]bool{}
	for key, n := range count {
		if len(starts) > 1 && n >= len(starts) && r.known.Status.Word(key) == "" && !r.isValue(key) {
			labels[key] = true
		}
	}
	return labels
}

// labelColumns returns the columns in which labels stand: at least two that are known or that
// other sheets of the file print in the same place, and no values. One is enough before a
// requirement in full, where nothing but short texts stands below it.
func (r *Reader) labelColumns(v View, found []anchor, shared map[string]bool) map[int]bool {
	columns := map[int]bool{}
	firm := map[int]bool{} // columns right before a requirement in full, or behind one label again and again
	again := map[string]int{}
	for _, a := range found {
		label := v.before(a.line, a.col)
		if a.how == ByNumber && !label.IsEmpty() {
			again[label.Text]++
		}
		if a.how == ByText || a.how == ByLikeness || again[label.Text] > 1 {
			firm[v.column(label)] = true
		}
	}
	titles := v.titles()
	for c := v.left; c < v.right; c++ {
		known, other, values := 0, 0, 0
		for line := v.top; line <= v.bottom; line++ {
			cell := v.Cell(line, c)
			if cell.IsEmpty() || cell.Covered() || titles[line-v.top] == c && !(len(found) > 0 && shared[fold.Key(cell.Text)] && line > found[0].line) {
				continue // what stands alone below a requirement is a label without a value
			}
			switch {
			case r.isCardLabel(cell), shared[fold.Key(cell.Text)] && r.mayLabel(cell):
				known++
			case r.mayLabel(cell):
				other++
			default:
				values++
			}
		}
		columns[c] = known >= 2 && known+1 >= other && known > values || firm[c] && known >= 1 && known+other >= leastLabels && values == 0
	}
	return columns
}

// titles returns the column of each line's title, a cell that is all that its line shows, and
// 0 for a line that shows more. A line is looked through once, however wide it is.
func (v View) titles() []int {
	columns := make([]int, max(v.bottom-v.top+1, 0))
	for i := range columns {
		if first, n := v.Shown(v.top + i); n == 1 {
			columns[i] = v.column(first)
		}
	}
	return columns
}

// mayLabel reports whether a cell is made as a label is: short, no value, no figures.
func (r *Reader) mayLabel(cell grid.Cell) bool {
	text := strings.TrimSpace(cell.Text)
	return cell.Kind == grid.Text && utf8.RuneCountInString(text) <= longestLabel && !strings.ContainsAny(text, "0123456789。；，") &&
		!r.isValue(text) && r.known.Status.Word(text) == "" && !r.known.Status.Is(text) && !r.known.List.Task(text)
}

// inLabelColumns adds the short texts that stand in a column of labels, before a value.
func (r *Reader) inLabelColumns(v View, columns map[int]bool, labels map[string]bool) {
	for c := v.left; c < v.right; c++ {
		for line := v.top; columns[c] && line <= v.bottom; line++ {
			if cell := v.Cell(line, c); !cell.IsEmpty() && !cell.Covered() && r.mayLabel(cell) {
				labels[fold.Key(cell.Text)] = true
			}
		}
	}
}

// saysWhose reports a line that states whose the sheet is or when, and belongs to no card: it
// holds a label for that, or several cells of which each has its label and its value in itself.
func (r *Reader) saysWhose(v View, line int) bool {
	cells := v.Filled(line)
	whole := 0
	for _, cell := range cells {
		label, value, _ := strings.Cut(strings.ReplaceAll(cell.Text, "：", ":"), ":")
		switch r.known.Words.Label(label) {
		case words.Whose, words.When, words.On:
			return true
		}
		if strings.TrimSpace(value) != "" {
			whole++
		}
	}
	return whole > 1 && whole == len(cells)
}

// pair is a label with its value; the value is empty where nothing was filled in.
type pair struct{ label, value grid.Cell }

// pairs reads a line of a card as labels and values, nil where it is none: 任务 | … , or
// 完成状态 | … | 完成时间 | ….
func (r *Reader) pairs(v View, line int, labels map[string]bool) []pair {
	cells := v.Filled(line)
	isLabel := func(cell grid.Cell) bool {
		return cell.Kind == grid.Text && (labels[fold.Key(cell.Text)] || r.isCardLabel(cell))
	}
	if len(cells) == 0 || !isLabel(cells[0]) {
		return nil
	}
	var ps []pair
	for i := 0; i < len(cells); i++ {
		if !isLabel(cells[i]) && !(i > 0 && r.mayLabel(cells[i]) && i+1 < len(cells)) {
			return ps
		}
		p := pair{label: cells[i]}
		if i+1 < len(cells) && !(isLabel(cells[i+1]) && labels[fold.Key(cells[i+1].Text)]) {
			p.value = cells[i+1]
			i++
		}
		ps = append(ps, p)
	}
	return ps
}

// gathering is a block of cards in the making.
type gathering struct {
	reader   *Reader
	view     View
	labels   map[string]bool
	headings []grid.Cell    // label cells of the first card that has them
	at       map[string]int // column by folded label
	lines    [][]grid.Cell
	used     []grid.Cell // all label cells
	foot     []grid.Cell // below the card: whose it is, when, who signed
}

// block makes the block of the cards.
func (g *gathering) block(s *grid.Sheet, first int) *Block {
	n := len(g.headings)
	for i := range g.lines {
		for len(g.lines[i]) < n {
			g.lines[i] = append(g.lines[i], grid.Cell{})
		}
	}
	b := &Block{View: View{sheet: s, left: 1, right: n, top: 1, bottom: len(g.lines), cards: g.lines}, Shape: Cards, Top: 1, Head: 1, Body: 1,
		End: len(g.lines), labels: g.used, above: first - 1}
	for i, cell := range g.headings {
		col := Column{Col: i + 1, At: cell.At(), Heading: strings.TrimRight(strings.TrimSpace(cell.Text), ":：")}
		for _, line := range g.lines {
			if !line[i].IsEmpty() {
				col.Filled++
				if len(col.Samples) < mostSamples {
					col.Samples = append(col.Samples, line[i].Text)
				}
			}
		}
		col.Quarter, col.Month = quarterOf(col.Heading)
		b.Columns = append(b.Columns, col)
	}
	b.titles = g.foot
	b.index()
	return b
}

// Above returns the lines of the sheet that stand above the block, as a view of the sheet
// itself: titles and info lines.
func (b *Block) Above() (v View, from, to int) {
	switch {
	case b.Shape == Cards:
		return whole(b.sheet), 1, b.above
	case b.Shape == Turned:
		return b.View, b.Top, b.Head - 1
	}
	return b.View, b.Top, b.Head - 1
}
