// Package content says what the answers of a column look like, as shares of the cells that are
// looked at, and how well they suit each role.
package content

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table/block"
	"taizhang/importer/table/known"
)

// Reader looks at answers. It is safe for use by several goroutines.
type Reader struct{ *known.Facts }

// New returns a reader that holds answers against what is known.
func New(k *known.Facts) *Reader { return &Reader{Facts: k} }

// Shares is what a column's answers look like: shares of those that were looked at, 0 to 1.
type Shares struct {
	N      int // answers that were looked at
	Filled int // answers of the column

	Cited                                                                                float64 // citations in so many words: 第25项
	Own                                                                                  float64 // the list's own texts, whole or nearly
	Requirement, Task, names, status, Percent, Date, Due, evidence, person, phone, score float64
	Number, Plain, Tick                                                                  float64 // whole numbers, any numbers, ticks and boxes
	said, word, rising, Distinct                                                         float64
	Prose, problem, Future, Past, Tally, short, Pieces                                   float64
	Length                                                                               float64 // characters, on average
	large                                                                                bool    // a number over 100
	recounts                                                                             bool    // counts anew for each of several things: 1, 2, 1, 2, 3
	Grouped                                                                              float64 // begins with 一、 or （一）
}

// MostJudged is how many answers of a column are looked at, spread over its length.
const MostJudged = 12

// Of looks at the answers of a column of a block.
func (r *Reader) Of(b *block.Block, c int) Shares { return r.Within(b, c, MostJudged) }

// Within looks at no more than so many answers.
func (r *Reader) Within(b *block.Block, c, most int) Shares {
	cells := Answers(b, c, r.Words)
	k := Shares{Filled: len(cells)}
	if len(cells) == 0 {
		return k
	}
	cells = spread(cells, most)
	k.N = len(cells)
	one := 1 / float64(k.N)
	seen := map[string]bool{}
	last, up := -1.0, 0
	ones, steps := 0, true
	for _, cell := range cells {
		text := strings.TrimSpace(cell.Text)
		key := fold.Key(text)
		if !seen[key] {
			seen[key] = true
			k.Distinct += one
		}
		size := utf8.RuneCountInString(text)
		k.Length += float64(size) * one
		r.judge(&k, b.Legend, cell, text, key, size, one)
		if n, ok := numberOf(cell); ok {
			k.large = k.large || n > 100
			if n > last {
				up++
			}
			if n == 1 {
				ones++
			} else if n != last+1 {
				steps = false
			}
			last = n
		} else {
			steps = false
		}
	}
	k.recounts = steps && ones > 1
	k.rising = float64(up) * one
	return k
}

// numberOf returns the number that a cell holds, also as text.
func numberOf(cell grid.Cell) (float64, bool) {
	if cell.Kind == grid.Number {
		return cell.Number, true
	}
	n, err := strconv.ParseFloat(strings.Trim(fold.Text(cell.Text), "第条项号、.．()（）"), 64)
	return n, err == nil
}
