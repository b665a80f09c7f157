package legend

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/status"
)

// Piece is a sign, folded, and the few words that stand beside it.
type Piece struct{ Sign, Words string }

// Signs are the signs that stand alone in cells of a sheet, folded, and how often.
type Signs map[string]int

// SignsOf collects them.
func SignsOf(s *grid.Sheet) Signs {
	signs := Signs{}
	for cell := range s.Cells() {
		if cell.Kind == grid.Text && !cell.Covered() && isSign(strings.TrimSpace(cell.Text)) {
			signs[fold.Key(strings.TrimSpace(cell.Text))]++
		}
	}
	return signs
}

// Explained counts the signs that a text explains, whether or not anybody knows the words: all that are
// in it, where it is nothing but signs that are used, each with its words. It is 0 for any other text.
func (s Signs) Explained(text string) int {
	pieces := Pieces(text)
	for _, p := range pieces {
		if s[p.Sign] == 0 {
			return 0
		}
	}
	return len(pieces)
}

// Named returns the words that a sheet puts beside signs, where it does so once: in one cell (○ 正在做
// △ 慢了), or in the cell behind the sign. used are the signs that stand alone somewhere.
func Named(s *grid.Sheet, used Signs) map[string]string {
	named, twice := map[string]string{}, map[string]bool{}
	name := func(p Piece) {
		if was, known := named[p.Sign]; known && was != p.Words {
			twice[p.Sign] = true
		}
		named[p.Sign] = p.Words
	}
	for cell := range s.Cells() {
		if cell.Kind != grid.Text || cell.Covered() || utf8.RuneCountInString(cell.Text) > longestLine {
			continue
		}
		if used.Explained(cell.Text) > 0 {
			for _, p := range Pieces(cell.Text) {
				name(p)
			}
		}
	}
	if pairs := used.pairs(s); len(pairs) > 1 {
		for _, p := range pairs {
			name(p)
		}
	}
	for sign := range twice {
		delete(named, sign)
	}
	return named
}

// pairs returns the signs of a sheet that stand in a cell by themselves, with their words in the next and
// nothing else in the row, and that are used elsewhere.
func (s Signs) pairs(sheet *grid.Sheet) (pairs []Piece) {
	for row := 1; row <= sheet.LastRow(); row++ {
		if text := Pair(sheet, row); text != "" {
			if ps := Pieces(text); len(ps) == 1 && s[ps[0].Sign] > 1 {
				pairs = append(pairs, ps[0])
			}
		}
	}
	return pairs
}

// Pair returns the text of a row that holds a sign, and words in the cell behind it, and nothing else.
func Pair(s *grid.Sheet, row int) string {
	first, n := 0, 0
	for col := 1; col <= s.Width(); col++ {
		if c := s.Cell(row, col); !c.IsEmpty() && !c.Covered() {
			if n++; n == 1 {
				first = col
			}
		}
	}
	if n != 2 || !isSign(strings.TrimSpace(s.Cell(row, first).Text)) || s.Cell(row, first+1).Kind != grid.Text {
		return ""
	}
	return s.Cell(row, first).Text + " " + s.Cell(row, first+1).Text
}

const (
	longestLine  = 80 // characters of a line that explains signs
	longestWords = 8  // of what stands beside a sign
)

var (
	pieceLabel = regexp.MustCompile(`^\s*[【\[〔(（]?\s*(?:注|备注|图例|\p{Han}{0,6}(?:说明|图例|含义|注释))\s*[】\]〕)）]?\s*[:：]?\s*`)
	pieceLink  = regexp.MustCompile(`^\s*(?:表示|代表|意为|即|指|为|[-—－:：=＝]+)?\s*`)
)

// Pieces takes a text apart that is nothing but signs, each with a few words behind it: 说明：√完成，○正在做，
// △慢了. It is nil for any other.
func Pieces(text string) (pieces []Piece) {
	rest := text[len(pieceLabel.FindString(text)):]
	for rest = strings.TrimLeft(rest, between); rest != ""; rest = strings.TrimLeft(rest, between) {
		sign, size := utf8.DecodeRuneInString(rest)
		if !isSign(string(sign)) {
			return nil
		}
		rest = rest[size:]
		rest = rest[len(pieceLink.FindString(rest)):]
		end := strings.IndexFunc(rest, func(r rune) bool { return isSign(string(r)) })
		if end < 0 {
			end = len(rest)
		}
		words := strings.Trim(rest[:end], between)
		if n := utf8.RuneCountInString(words); n == 0 || n > longestWords || strings.ContainsAny(words, between+"0123456789") {
			return nil
		}
		pieces, rest = append(pieces, Piece{fold.Key(string(sign)), words}), rest[end:]
	}
	return pieces
}

// boxes are those of status.HoldsEmptyBox.
const boxes = "□☐⬜▢"

// between are the marks that part pieces.
const between = " \t\n\r　，,；;、。.|｜/／()（）"

// isSign reports whether a text is one sign, no name of a colour and no box, which is printed to be ticked.
func isSign(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	return size == len(text) && size > 0 && !fold.IsIdeograph(r) && status.IsSymbol(text) && !strings.ContainsAny(text, boxes+"☑☒")
}
