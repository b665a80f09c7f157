package table

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// tickGroups gives the columns under one upper heading their roles where they hold ticks and
// nothing else: each is headed with a status, in words or in a sign that the legend explains. A
// tick under a heading that is not understood stays a text: it is no word for done.
func (r *Reader) tickGroups(b *Block) {
	if r.known.List == nil {
		return
	}
	for from := 0; from < len(b.Columns); {
		to := from + 1
		for to < len(b.Columns) && b.sameGroup(&b.Columns[from], &b.Columns[to]) && r.mayTick(b, from, to) {
			to++
		}
		if group := b.Columns[from:to]; len(group) > 1 && r.ticksOnly(b, group) {
			r.headTicks(b, group)
		}
		from = to
	}
}

// sameGroup reports whether two columns stand under the same upper heading, or both under none.
func (b *Block) sameGroup(x, y *Column) bool {
	return x.Upper == y.Upper && x.Quarter == y.Quarter
}

// mayTick reports whether two columns may be of one group of ticks. Under an upper heading any
// may; without one each must be headed with a status, and hold nothing but ticks.
func (r *Reader) mayTick(b *Block, x, y int) bool {
	if b.Columns[x].Upper != "" {
		return true
	}
	for _, i := range []int{x, y} {
		if col := &b.Columns[i]; r.meansOf(b, col) == status.NoStatus || !r.onlyTicks(b, col) {
			return false
		}
	}
	return true
}

// onlyTicks reports whether a column holds ticks or nothing.
func (r *Reader) onlyTicks(b *Block, col *Column) bool {
	for _, cell := range b.answers(col.Col, r.known.Words) {
		if cell.Kind != grid.Bool && !isTick(cell.Text) {
			return false
		}
	}
	return true
}

// meansOf returns what a tick in a column says by its heading or by the legend.
func (r *Reader) meansOf(b *Block, col *Column) status.Status {
	lowest := col.Heading[len(col.Upper):]
	if s, ok := b.legend[fold.Key(lowest)]; ok {
		return s
	}
	if s, _ := r.statusHeading(col); s != status.NoStatus {
		return s
	}
	return r.known.Status.Meaning(lowest)
}

// ticksOnly reports whether some column of a group holds a tick, and none anything else.
func (r *Reader) ticksOnly(b *Block, group []Column) bool {
	ticks := 0
	for _, col := range group {
		for _, cell := range b.answers(col.Col, r.known.Words) {
			if cell.Kind != grid.Bool && !isTick(cell.Text) {
				return false
			}
			ticks++
		}
	}
	return ticks > 0
}

// isTick reports whether a text may stand in a column of ticks: a tick, an empty box, a word for
// either.
func isTick(text string) bool {
	text = strings.TrimSpace(text)
	return status.MarkOf(text) != status.NoMark || tickLike.MatchString(text)
}

// headTicks reads what a tick in each column of a group means. It leaves the group alone where
// fewer than two are understood.
func (r *Reader) headTicks(b *Block, group []Column) {
	means := make([]status.Status, len(group))
	known := 0
	for i := range group {
		if means[i] = r.meansOf(b, &group[i]); means[i] != status.NoStatus {
			known++
		}
	}
	if known < 2 && !begun(group, means) {
		return
	}
	for i := range group {
		col := &group[i]
		col.Role, col.By, col.Sure, col.Tick = words.Tick, ByHeading, 1, means[i]
		if means[i] == status.NoStatus {
			col.Role, col.By, col.Sure = words.OtherText, ByContent, 0
		}
	}
}

// begun reads headings that are the first characters of status words, 完 | 推 | 滞, where three at least
// stand side by side and no two say the same.
func begun(group []Column, means []status.Status) bool {
	stands := map[status.Status]bool{}
	for i, col := range group {
		s := status.Begun(col.Heading[len(col.Upper):])
		if s == status.NoStatus {
			s = means[i]
		}
		if s != status.NoStatus && stands[s] {
			return false
		}
		means[i], stands[s] = s, true
	}
	delete(stands, status.NoStatus)
	return len(stands) > 2
}

// isNoteLine reports a line that answers nothing: one that shows how to fill in the form; one
// of the legend, its sign beside its meaning; or one cell, and that a note, a signature below the
// table or, under another such line, a piece of the legend.
func (b *Block) isNoteLine(line int, w *words.Words) bool {
	first, n := b.Shown(line)
	if n > 0 && ShowsHow(first.Text) || n == 2 && len(b.legend) > 0 && status.IsSymbol(first.Text) {
		return true
	}
	if n != 1 || first.At() == (finding.Place{}) {
		return false
	}
	if w.IsNote(first.Text) || signedBy(first.Text, w) {
		return true
	}
	_, above := b.Shown(line - 1)
	if above == 0 && line > b.Body && line+2 > b.End && len(b.Columns) > 2 {
		return true // 综合规划科 骆工 4月2日, below an empty line
	}
	return len(b.legend) > 0 && line > b.Body && above <= 1 && utf8.RuneCountInString(first.Text) <= longestPiece
}

var (
	sampleMark   = map[string]bool{"例": true, "示例": true, "样例": true, "范例": true, "举例": true, "例如": true, "例子": true}
	samplePrefix = regexp.MustCompile(`^[（(【\[]?(?:示例|样例|范例|举例|填写示例|例)[）)】\]:：]`)
)

// ShowsHow reports whether a cell marks what stands beside it as an example: 例, （示例）….
func ShowsHow(text string) bool {
	text = strings.TrimSpace(text)
	r, _ := utf8.DecodeRuneInString(text)
	if !strings.ContainsRune("例示样范举填（(【[", r) || text == "" {
		return false
	}
	return sampleMark[strings.Trim(fold.Key(text), "()")] || samplePrefix.MatchString(text)
}

// signedBy reports a short text that signs the table: 青石所 联系人：胡大勇.
func signedBy(text string, w *words.Words) bool {
	head, _, ok := strings.Cut(strings.ReplaceAll(text, "：", ":"), ":")
	return ok && utf8.RuneCountInString(text) <= longestTitle && slices.ContainsFunc(w.Signatures, func(word string) bool { return strings.HasSuffix(strings.TrimSpace(head), word) })
}

const longestPiece = 8 // characters of a cell of a legend
