package chars

import "strings"

// Run is a piece of a cell's text in one font.
type Run struct {
	Text    string
	Struck  bool
	Own     bool // the run says by itself whether it is struck out, and not the cell's look
	OwnFont bool // the run says by itself in which font it is; signs are written as what they look like
}

// WithoutStruck parts a text into what is left of it and what is struck out of it. A sign that
// only parted the two (已完成 / and 未完成, struck out) goes with what is struck out.
func WithoutStruck(runs []Run) (seen, struck string) {
	var out, cut strings.Builder
	open := false // what is struck out stands right before
	for _, r := range runs {
		switch {
		case r.Text == "":
		case r.Struck && Blank(r.Text):
			out.WriteString(r.Text)
		case r.Struck:
			if cut.Len() > 0 && !open {
				cut.WriteByte('\n')
			}
			cut.WriteString(r.Text)
			open = true
		default:
			text := r.Text
			if before := out.String(); open && (Blank(before) || endsParted(before)) {
				text = strings.TrimLeft(text, parting)
			}
			out.WriteString(text)
			open = open && Blank(r.Text)
		}
	}
	seen = out.String()
	if open {
		seen = strings.TrimRight(seen, parting)
	}
	return seen, cut.String()
}

// StruckPieces are what is struck out of a text that is gathered piece by piece, in their order.
type StruckPieces []struckPiece

// struckPiece stands where so many bytes of the text were seen before it.
type struckPiece struct {
	at   int
	text []byte
}

// Add takes in a piece that is struck out behind so many bytes of what is seen.
func (s *StruckPieces) Add(at int, text string) {
	if n := len(*s); n > 0 && (*s)[n-1].at == at {
		(*s)[n-1].text = append((*s)[n-1].text, text...)
		return
	}
	*s = append(*s, struckPiece{at, []byte(text)})
}

// Split parts a text, of which only what is seen was gathered, as WithoutStruck does.
func (s StruckPieces) Split(shown string) (seen, struck string) {
	if len(s) == 0 {
		return shown, ""
	}
	runs := make([]Run, 0, 2*len(s)+1)
	from := 0
	for _, p := range s {
		runs = append(runs, Run{Text: shown[from:p.at]}, Run{Text: string(p.text), Struck: true})
		from = p.at
	}
	return WithoutStruck(append(runs, Run{Text: shown[from:]}))
}

// parting are the signs between alternatives of which one is struck out, and space.
const parting = " \t\u3000/／|｜\\、"

// endsParted reports whether a text ends in a sign between alternatives.
func endsParted(s string) bool {
	return strings.ContainsAny(s[len(strings.TrimRight(s, parting)):], "/／|｜\\、")
}
