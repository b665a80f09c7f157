package returns

import (
	"regexp"
	"sort"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/templates/words"
)

// info is what stands above and below the table: labelled values and titles.
type info struct {
	values []labelled
	titles []grid.Read[string]
}

type labelled struct {
	label words.Label
	value grid.Read[string]
}

func (i info) of(label words.Label) []grid.Read[string] {
	var vs []grid.Read[string]
	for _, v := range i.values {
		if v.label == label {
			vs = append(vs, v.value)
		}
	}
	return vs
}

func (i info) voices(label words.Label, rank string) []voice {
	var vs []voice
	for _, v := range i.of(label) {
		vs = append(vs, voice{rank: rank, text: v, exact: label == words.Whose})
	}
	return vs
}

// info reads the rows above the heading and the labelled values at the foot. A value
// stands in its label's cell after a colon, several to a cell, or in the next cell.
func (r *Reader) info(t *table) info {
	var in info
	for row := t.top; row < t.head; row++ {
		r.infoRow(t.sheet, row, &in, true)
	}
	for row := t.body; row <= t.end; row++ {
		if r.signed(t, row) {
			r.infoRow(t.sheet, row, &in, false)
		}
	}
	return in
}

func (r *Reader) infoRow(s *grid.Sheet, row int, in *info, titles bool) {
	for c := 1; c <= s.Width(); c++ {
		cell := s.Cell(row, c)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if label := r.bareLabel(cell); label != "" {
			if next := r.nextValue(s, row, c); !next.IsEmpty() {
				text := next.String()
				in.values = append(in.values, labelled{label, grid.Read[string]{Value: strings.TrimSpace(text), Said: text, At: next.At()}})
				c = next.At().Col()
			}
			continue
		}
		if found := r.labelsIn(cell); len(found) > 0 {
			in.values = append(in.values, found...)
			continue
		}
		if titles {
			text := cell.String()
			in.titles = append(in.titles, grid.Read[string]{Value: text, Said: text, At: cell.At()})
		}
	}
}

const colons = ":：︰"

var plainColon = strings.NewReplacer("：", ":", "︰", ":")

// bareLabel returns the label of a cell that holds nothing but a label.
func (r *Reader) bareLabel(cell grid.Cell) words.Label {
	label, value, _ := strings.Cut(plainColon.Replace(strings.TrimSpace(cell.Text)), ":")
	if strings.TrimSpace(value) != "" {
		return ""
	}
	return r.words.Label(label)
}

func (r *Reader) nextValue(s *grid.Sheet, row, c int) grid.Cell {
	for n := c + 1; n <= s.Width(); n++ {
		cell := s.Cell(row, n)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if r.bareLabel(cell) != "" {
			break
		}
		return cell
	}
	return grid.Cell{}
}

// labelledPart is a label with its colon: 填报单位（盖章）：.
var labelledPart = regexp.MustCompile(`[\p{Han}]{2,8}(?:[(（][^)）:：]{0,8}[)）])?\s*[:：︰]`)

// labelsIn splits a cell that holds labels with their values: 填报单位：办公室  填报日期：….
func (r *Reader) labelsIn(cell grid.Cell) []labelled {
	if cell.Kind != grid.Text || !strings.ContainsAny(cell.Text, colons) {
		return nil
	}
	text := cell.Text
	if strings.ContainsAny(text, " 　") {
		text = spaced.ReplaceAllStringFunc(text, func(s string) string { return strings.Join(strings.Fields(s), "") })
	}
	var found []labelled
	spans := labelledPart.FindAllStringIndex(text, -1)
	sort.Slice(spans, func(a, b int) bool { return spans[a][0] < spans[b][0] })
	for i, span := range spans {
		label := r.words.Label(strings.TrimRight(text[span[0]:span[1]], ":：︰ "))
		if label == "" {
			continue
		}
		end := len(text)
		if i+1 < len(spans) {
			end = spans[i+1][0]
		}
		value := strings.TrimSpace(text[span[1]:end])
		if label == words.Whose {
			value = firstPart(value)
		}
		found = append(found, labelled{label, grid.Read[string]{Value: value, Said: value, At: cell.At()}})
	}
	return found
}

// spaced is a label whose characters are spread: 填 报 单 位：.
var spaced = regexp.MustCompile(`\p{Han}(?:[ 　]\p{Han})+[ 　]?[:：]`)

// firstPart drops what stands behind a wide gap: 办公室      （单位公章）.
func firstPart(s string) string {
	if i := wideGap.FindStringIndex(s); i != nil && i[0] > 0 {
		return s[:i[0]]
	}
	return s
}

var wideGap = regexp.MustCompile(`[ 　\t]{2,}`)

// signed is isSignature for a line of a table, which is asked about it more than once.
func (r *Reader) signed(t *table, line int) bool {
	signed, asked := t.signed[line]
	if !asked {
		if t.signed == nil {
			t.signed = map[int]bool{}
		}
		signed = r.isSignature(t.sheet, line)
		t.signed[line] = signed
	}
	return signed
}

// isSignature reports whether a row below the heading is a signature line: it begins with
// a label of the office's paperwork and a colon.
func (r *Reader) isSignature(s *grid.Sheet, row int) bool {
	first, filled := grid.Cell{}, 0
	for c := 1; c <= s.Width(); c++ {
		cell := s.Cell(row, c)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if filled == 0 {
			first = cell
		}
		filled++
	}
	if filled == 0 || first.Kind != grid.Text {
		return false
	}
	colon := strings.ContainsAny(first.Text, colons)
	if colon && r.bareLabel(first) != "" {
		return true
	}
	if colon && len(r.labelsIn(first)) > 0 && labelledPart.FindStringIndex(strings.TrimSpace(first.Text)) != nil {
		return strings.HasPrefix(strings.TrimSpace(first.Text), labelledPart.FindString(first.Text))
	}
	if filled == 1 {
		key := fold.Key(first.Text)
		for _, w := range r.words.Signatures {
			if strings.HasPrefix(key, fold.Key(w)) {
				return true
			}
		}
		if _, ok := r.dateOf(first); ok {
			return true // the date under a signature
		}
	}
	return false
}
