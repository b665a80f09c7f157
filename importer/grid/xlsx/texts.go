package xlsx

import (
	"strconv"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/markup"
)

// texts are the shared strings of a workbook. Where only some sheets are asked for, a text
// is worked out when a cell asks for it: a ledger shares a hundred thousand, and its
// rulings are a few.
type texts struct {
	known []string
	runs  map[int][]chars.Run // of texts of which some may be struck out or written in signs

	part, src, tag string // where the others stand
	from           []int  // in src, behind the start of the element; -1 for an empty one
	strikes        bool   // the part, or a style, may do either
}

// mostTexts is how many texts a workbook shares at the most, used or not; textWeight is what
// one takes beside its bytes.
const (
	mostTexts  = 1_000_000
	textWeight = 16
)

// read reads the part; later leaves its texts to at. strikes says that some style strikes its text
// out, or writes it in signs.
func (t *texts) read(zip *archive.Zip, part string, later, strikes bool) *grid.Refusal {
	x, bad := zip.XML(part)
	if bad != nil {
		return bad
	}
	t.strikes = strikes || mayStrike(x.Source())
	x.Hold(len(x.Source())) // the texts, at the most
	for range x.Children() {
		for tag := range x.Children() {
			if tag != "si" {
				continue
			}
			if t.len() == mostTexts {
				return grid.TooLarge("文字过多", strconv.Itoa(mostTexts)+" 条")
			}
			x.Hold(textWeight)
			if !later {
				text, runs := richText(x, t.strikes)
				if runs != nil {
					if t.runs == nil {
						t.runs = map[int][]chars.Run{}
					}
					t.runs[len(t.known)] = runs
				}
				t.known = append(t.known, strings.Clone(text)) // one that is kept does not keep the part
				continue
			}
			tag, from := x.Inside()
			t.part, t.src, t.tag = part, x.Source(), tag
			t.from = append(t.from, from)
		}
	}
	return x.Bad
}

func (t *texts) len() int { return max(len(t.known), len(t.from)) }

// at returns a text by its number, which is below len, and its runs where some may be struck out.
func (t *texts) at(i int) (string, []chars.Run, *grid.Refusal) {
	if t.from == nil {
		if t.runs == nil {
			return t.known[i], nil, nil
		}
		return t.known[i], t.runs[i], nil
	}
	if t.from[i] < 0 {
		return "", nil, nil
	}
	if text, _, ok := markup.OnlyChild(t.src[t.from[i]:], "t"); ok {
		return chars.Tidy(unescape(strings.Clone(text))), nil, nil
	}
	x := markup.ScannerInside(t.part, t.src, t.tag, t.from[i])
	text, runs := richText(x, t.strikes)
	return strings.Clone(text), runs, x.Bad
}
