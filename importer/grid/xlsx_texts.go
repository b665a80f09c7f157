package grid

import (
	"strconv"
	"strings"
)

// texts are the shared strings of a workbook. Where only some sheets are asked for, a text
// is worked out when a cell asks for it: a ledger shares a hundred thousand, and its
// rulings are a few.
type texts struct {
	known []string

	part, src, tag string // where the others stand
	from           []int  // in src, behind the start of the element; -1 for an empty one
}

// read reads the part; later leaves its texts to at.
func (t *texts) read(zip *archive, part string, later bool) *refusal {
	x, bad := zip.xml(part)
	if bad != nil {
		return bad
	}
	for range x.children() {
		for tag := range x.children() {
			if tag != "si" {
				continue
			}
			if t.len() == maxCells {
				return tooLarge("文字过多", strconv.Itoa(maxCells)+" 条")
			}
			if !later {
				t.known = append(t.known, strings.Clone(x.richText())) // one that is kept does not keep the part
				continue
			}
			from := x.pos
			if x.single {
				from = -1
			}
			t.part, t.src, t.tag = part, x.src, x.open[len(x.open)-1]
			t.from = append(t.from, from)
		}
	}
	return x.bad
}

func (t *texts) len() int { return max(len(t.known), len(t.from)) }

// at returns a text by its number, which is below len.
func (t *texts) at(i int) (string, *refusal) {
	if t.from == nil {
		return t.known[i], nil
	}
	if t.from[i] < 0 {
		return "", nil
	}
	if text, _, ok := onlyChild(t.src[t.from[i]:], "t"); ok {
		return tidy(unescape(strings.Clone(text))), nil
	}
	x := newScanner(t.part, t.src)
	x.pos, x.open, x.rooted = t.from[i], append(x.open, t.tag), true
	text := strings.Clone(x.richText())
	return text, x.bad
}
