package table

import (
	"maps"
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// Reader understands sheets. It is safe for use by several goroutines.
type Reader struct {
	known    Known
	headings *headings
	anchors  *memo
}

// New returns a reader that holds sheets against what is known.
func New(k Known) *Reader {
	return &Reader{known: k, headings: newHeadings(k.Words), anchors: newMemo()}
}

// Context is what is known of a sheet beside itself.
type Context struct {
	File       string
	Department string                   // whose it is by the names around it, "" where nothing says so
	Labels     map[string]bool          // folded short texts that several sheets of the file print in the same place
	Before     *Block                   // the last block before it in the file, nil for none
	Legend     map[string]status.Status // of the file's other sheets, for one that explains nothing itself
}

// Understand finds the tables of a sheet and gives their columns roles.
func (r *Reader) Understand(s *grid.Sheet, in Context) *Sheet {
	u := &Sheet{Grid: s, Account: NewAccount(s)}
	switch {
	case s.LastRow() == 0:
		u.State = IsEmpty
		return u
	case r.isSample(s):
		u.State = IsSample
		u.Account.All(Furniture)
		return u
	}
	if u.Legend = r.legend(s); u.Legend == nil {
		u.Legend = in.Legend
	}
	for _, l := range r.layouts(s, in) {
		for _, b := range r.find(l, in) {
			b.legend = u.Legend
			r.classify(b, in)
			r.labelLines(b)
			if !b.Asks() && b.Topic.IsEmpty() || !b.Answers() && !b.prose() {
				continue
			}
			b.mark(u.Account)
			u.Blocks = append(u.Blocks, b)
			in.Before = b
		}
	}
	u.State = IsTable
	if len(u.Blocks) == 0 {
		u.State = IsUnread
	}
	return u
}

// prose reports whether some column holds text that nobody has a name for: it may be the
// answer.
func (b *Block) prose() bool {
	for i := range b.Columns {
		if c := &b.Columns[i]; c.Filled > 0 && !c.Role.Asks() && c.Role != "" {
			return true
		}
	}
	return false
}

// mark accounts for the heading, and for what stands above it.
func (b *Block) mark(a *Account) {
	for line := b.Top; line < b.Body; line++ {
		fate := Info
		if line >= b.Head {
			fate = Heading
		}
		for c := b.left; c <= b.right; c++ {
			a.Mark(b.Cell(line, c), fate)
		}
	}
	for _, cell := range b.titles {
		a.Mark(cell, Info)
	}
	for _, cell := range b.labels {
		a.Mark(cell, Heading)
	}
	if v, from, to := b.Above(); b.Shape == Cards {
		for line := from; line <= to; line++ {
			for _, cell := range v.Filled(line) {
				a.Mark(cell, Info)
			}
		}
	}
}

// Legend returns what a sheet says that symbols, words and colours mean, nil for nothing.
func (r *Reader) Legend(s *grid.Sheet) map[string]status.Status { return r.legend(s) }

// isSample reports a sheet that shows how to fill in a form: its name or its title says so.
func (r *Reader) isSample(s *grid.Sheet) bool {
	if r.saysSample(s.Name) {
		return true
	}
	v := whole(s)
	for line := 1; line <= min(3, s.LastRow()); line++ {
		if cells := v.Filled(line); len(cells) == 1 && r.saysSample(cells[0].Text) {
			return true
		}
	}
	return false
}

// saysSample reports whether a name or title begins or ends with a word for a sample.
func (r *Reader) saysSample(text string) bool {
	key := fold.Key(text)
	if utf8.RuneCountInString(key) > longestTitle {
		return false
	}
	for _, word := range r.known.Words.Samples {
		w := fold.Key(word)
		if strings.HasPrefix(key, w) && (utf8.RuneCountInString(key) <= utf8.RuneCountInString(w)+4) || strings.HasSuffix(key, w) {
			return true
		}
	}
	return false
}

// longestTitle is how many characters a title has at the most.
const longestTitle = 60

// legend reads what symbols, words and colours mean on the sheet: in one text, in cells side by
// side or under each other, or by the colour that each status is shown in.
func (r *Reader) legend(s *grid.Sheet) map[string]status.Status {
	legend := map[string]status.Status{}
	add := func(text string) {
		if len(text) < 8 || len(text) > 1800 || !mayExplain(text) {
			return
		}
		if strings.ContainsAny(text, "—－-") {
			text = dashes.ReplaceAllString(text, "：")
		}
		for symbol, stands := range r.known.Status.Legend(text) {
			legend[symbol] = stands
		}
		if strings.ContainsAny(text, "“\"「『") {
			for _, m := range explained.FindAllStringSubmatch(text, -1) {
				if stands := r.known.Status.Cell(m[2]).Status; stands != status.NoStatus {
					legend[fold.Key(m[1])] = stands
				}
			}
		}
		if !strings.ContainsAny(text, "=＝") && !lettered.MatchString(text) {
			return
		}
		words := map[string]status.Status{}
		for _, m := range equated.FindAllStringSubmatch(text, -1) {
			if stands := r.known.Status.Meaning(m[3]); stands != status.NoStatus {
				words[fold.Key(m[1]+m[2])] = stands
			}
		}
		if len(words) > 1 {
			maps.Copy(legend, words)
		}
	}
	var pairs []string // short texts that may be pieces of a legend
	fills := map[string]status.Status{}
	for cell := range s.Cells() {
		if cell.Kind != grid.Text || cell.Covered() || len(cell.Text) > 1800 {
			continue
		}
		size := utf8.RuneCountInString(cell.Text)
		paired := strings.ContainsFunc(cell.Text, isPairing)
		if size > 5 && (paired || strings.ContainsFunc(cell.Text, isExplaining)) {
			add(cell.Text)
		}
		if size > longestPair {
			continue
		}
		if (paired || size > 2 && r.opensWithSign(cell.Text)) && len(pairs) < mostPairs {
			pairs = append(pairs, cell.Text)
		}
		fill := cell.Fill()
		if swatch := s.Cell(cell.At().Row(), cell.At().Col()-1); cell.At().Col() > 1 {
			named := status.IsSymbol(swatch.Text)
			if fill == "" && (named || swatch.IsEmpty()) {
				fill = swatch.Fill()
			}
			if named && len(pairs) < mostPairs {
				pairs = append(pairs, swatch.Text+"："+cell.Text) // 绿灯 | 完成
			}
		}
		if fill != "" && size <= 10 {
			if stands := r.known.Status.Cell(afterColon(cell.Text)).Status; stands != status.NoStatus {
				fills[fill] = stands
			}
		}
	}
	if len(pairs) > 1 {
		add(strings.Join(pairs, "；"))
	}
	if len(fills) > 1 {
		for fill, stands := range fills {
			legend["#"+fill] = stands
		}
	}
	if len(legend) == 0 {
		return nil
	}
	return legend
}

// isPairing reports whether a character may stand between a symbol and its meaning.
func isPairing(r rune) bool {
	switch r {
	case '：', ':', '=', '＝', '—':
		return true
	}
	return false
}

// isExplaining reports whether a character stands in what says a meaning, but for isPairing.
func isExplaining(r rune) bool {
	switch r {
	case '表', '为', '是', '指', '●', '○', '◐', '★', '▲', '△', '◎', '√', '×':
		return true
	}
	return false
}

// opensWithSign reports whether a short text is a sign and the status that it stands for: ◐ 在做.
func (r *Reader) opensWithSign(text string) bool {
	sign, size := utf8.DecodeRuneInString(text)
	return (sign < 0x4E00 || sign > 0x9FFF) && status.IsSymbol(text[:size]) && r.known.Status.Meaning(text[size:]) != status.NoStatus
}

// mayExplain is a quick look: whether a text holds a sign, a colour, a quoted word or an equation, as
// legends do and answers seldom.
func mayExplain(text string) bool {
	capital := false
	for i, r := range text {
		switch r {
		case '●', '○', '◐', '◑', '◎', '★', '☆', '▲', '△', '▼', '◆', '◇', '■', '□', '√', '×', '✓', '✔', '✗', '✘', '☑', '⊙', '①', '②',
			'红', '黄', '绿', '蓝', '灰', '橙', '紫', '=', '＝', '“', '"', '「', '『', '填':
			return true
		case '表', '代', '图':
			if rest := text[i:]; strings.HasPrefix(rest, "表示") || strings.HasPrefix(rest, "代表") || strings.HasPrefix(rest, "图例") {
				return true
			}
		}
		capital = capital || r >= 'A' && r <= 'Z'
	}
	return capital && (lettered.MatchString(text) || letters.MatchString(text))
}

// dashes part a colour from its meaning: 绿色——已完成.
var dashes = regexp.MustCompile(`\s*(?:—{1,2}|－{1,2}|-{2})\s*`)

// explained is a word whose meaning a note states: “达到”指本季度节点按期做到.
var explained = regexp.MustCompile(`[“"「『]([^”"」』]{1,6})[”"」』](?:栏)?\s*(?:指|表示|为|即|是指|是|[=＝：:])([^；;。“"「『]{2,30})`)

// letters are several letters, each with its meaning: A已完成 B推进中.
var letters = regexp.MustCompile(`A\s*[-－—:：.、]?\s*\p{Han}[^A-Z]*B\s*[-－—:：.、]?\s*\p{Han}`)

// lettered is a letter with its meaning behind a space.
var lettered = regexp.MustCompile(`[A-Z]\s+\p{Han}`)

// equated is a word or a letter whose meaning a note gives without marks: 在办=正在推进, A 已办结.
var equated = regexp.MustCompile(`(?:^|[；;。，,、：:\s])(?:([\p{Han}]{1,4}|[A-Z])\s*[=＝]|([A-Z])\s+)\s*([^；;。，,、“"「『=＝(（]{2,20})`)

const (
	longestPair = 14 // characters of a sign with its meaning
	mostPairs   = 60
)

func afterColon(text string) string {
	if i := strings.IndexAny(text, ":：=＝—"); i >= 0 {
		return strings.TrimLeft(text[i:], ":：=＝— ")
	}
	return text
}

// anchor is a cell that names a requirement of the list.
type anchor struct {
	line, col int // of the sheet
	no        int
	how       string
}

// mostAnchored is how many cells of a sheet are held against the list. Returns have some
// hundreds; a sheet of a hundred thousand texts is none.
const mostAnchored = 6000

// anchorsOf finds the cells of a sheet that name requirements.
func (r *Reader) anchorsOf(s *grid.Sheet) []anchor {
	if r.known.List == nil {
		return nil
	}
	var found []anchor
	v := whole(s)
	looked := 0
	for cell := range s.Cells() {
		if cell.Kind != grid.Text || cell.Covered() || len(cell.Text) < 3*namedFrom {
			continue
		}
		if looked++; looked > mostAnchored {
			break
		}
		no, how := r.requirement(cell.Text)
		if no == 0 || how == ByShort {
			if n := r.besideNumber(v, cell); n != 0 {
				no, how = n, ByNumber
			}
		}
		if no == 0 || how == ByShort && r.known.Status.Is(cell.Text) || how != ByText && r.known.Names != nil && r.known.Names(cell.Text) {
			continue
		}
		if len(cell.Text) <= 3*longestHeading && (r.headed(cell) || period.IsDate(cell.Text, r.known.Year) || period.IsDue(cell.Text, r.known.Year)) {
			continue
		}
		found = append(found, anchor{cell.At().Row(), cell.At().Col(), no, how})
	}
	return found
}

// besideNumber returns the requirement whose number stands beside a short name, before it in
// its row or above it in its column; 0 for none.
func (r *Reader) besideNumber(v View, cell grid.Cell) int {
	if utf8.RuneCountInString(cell.Text) > 2*shortTo {
		return 0
	}
	row, col := cell.At().Row(), cell.At().Col()
	for c := col - 1; c >= max(v.left, col-numberNear); c-- {
		if n := r.listNumber(v.sheet.Cell(row, c)); n != "" {
			for between := c + 1; between < col; between++ {
				if r.known.List.Named(n, v.sheet.Cell(row, between).Text) != 0 {
					return 0 // the name stands before it, and this is the answer
				}
			}
			return r.known.List.Named(n, cell.Text)
		}
	}
	for c := col + 1; c <= min(v.right, col+numberNear); c++ {
		if n := r.listNumber(v.sheet.Cell(row, c)); n != "" {
			return r.known.List.Named(n, cell.Text)
		}
	}
	for _, line := range []int{row - 1, row + 1} {
		if n := r.listNumber(v.sheet.Cell(line, col)); n != "" {
			return r.known.List.Named(n, cell.Text)
		}
	}
	return 0
}

// numberNear is how many columns from a short name its number stands at the most.
const numberNear = 4

// listNumber returns the number of the list that a cell holds by itself, "" for none.
func (r *Reader) listNumber(cell grid.Cell) string {
	if cell.IsEmpty() || len(cell.Text) > 24 {
		return ""
	}
	if cited := Cited(cell.Text); len(cited) == 1 && r.known.List.Has(cited[0]) {
		return cited[0]
	}
	return ""
}

// requirement returns the requirement that a text names, its number taken off or not.
func (r *Reader) requirement(text string) (no int, how string) {
	if r.known.List == nil {
		return 0, ""
	}
	return r.anchors.get(text, func(text string) (int, string) {
		if no, how := r.known.List.Requirement(text); no != 0 && how != ByShort {
			return no, how
		}
		if rest, cited, sure := CitedAtEnd(strings.TrimSpace(text)); len(cited) == 1 {
			if no := r.known.List.Named(cited[0], rest); no != 0 || sure && r.known.List.Has(cited[0]) {
				return max(no, r.known.List.numbered(cited[0])), ByNumber
			}
		}
		if m := citedBefore.FindStringSubmatch(strings.TrimSpace(text)); m != nil {
			if cited := Cited(m[1]); len(cited) == 1 && r.known.List.Has(cited[0]) {
				return r.known.List.numbered(cited[0]), ByNumber
			}
		}
		text = remarked.ReplaceAllString(labelBefore.ReplaceAllString(strings.TrimSpace(text), ""), "")
		if rest := numberBefore.ReplaceAllString(strings.TrimSpace(text), ""); rest != "" && rest != text {
			no, how := r.known.List.Requirement(rest)
			if no != 0 && how != ByShort {
				return no, how
			}
			if cited := Cited(strings.TrimSpace(text[:len(text)-len(rest)])); len(cited) == 1 {
				if no := r.known.List.Named(cited[0], rest); no != 0 {
					return no, ByNumber
				}
			}
			if no != 0 {
				return no, how
			}
		}
		return r.known.List.Requirement(text)
	})
}

// IsTask reports whether a text is the title of a task of the list.
func (r *Reader) IsTask(text string) bool { return r.known.List.Task(text) }

// Requirement returns the requirement that a text names, with its number or without, and how;
// 0 for none.
func (r *Reader) Requirement(text string) (no int, how string) { return r.requirement(text) }

// Named returns the requirement that a number and a short name name together, 0 for none.
func (r *Reader) Named(number, name string) int { return r.known.List.Named(number, name) }

// Has reports whether a requirement of the list prints the number.
func (r *Reader) Has(number string) bool { return r.known.List.Has(number) }

// IsWord reports whether a label is a word of the vocabulary, with or without what surrounds it.
func (r *Reader) IsWord(label string) bool { return len(r.headings.known(label)) > 0 }

// IsSureLabel reports whether a text is a label, and not a name that ends in the word of one:
// 存在的问题和困难, and no 信访投诉办理.
func (r *Reader) IsSureLabel(label string) bool {
	for role, fit := range r.headings.of(label) {
		if fit >= knownFrom || fit >= sureLabel && (role == words.Problems || role == words.NextSteps) {
			return true
		}
	}
	return false
}

const sureLabel = 0.7 // of what a heading fits

// Label returns what a label says that stands before a text, "" where it is none that a return
// has.
func (r *Reader) Label(label string) words.Role {
	best, fit := words.Role(""), 0.55
	for _, role := range words.ColumnRoles {
		if f := r.headings.of(label)[role]; f > fit {
			best, fit = role, f
		}
	}
	return best
}
