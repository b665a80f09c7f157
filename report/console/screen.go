package console

import (
	"fmt"
	"io"
	"os"

	"taizhang/report/console/window"

	"golang.org/x/term"
)

// Screen is where lines go, with what is known of it. The zero values are those of a file
// or a pipe: nothing is coloured, wrapped, shortened or drawn again.
type Screen struct {
	io.Writer
	Width  int  // display columns, in which a Chinese character takes two; 0 where there is no terminal
	Colour bool // escape sequences for colours are obeyed
	Live   bool // a line can be wiped and drawn again
}

// ScreenOf finds out what w is. A terminal gets colours unless NO_COLOR is set
// (https://no-color.org); one that calls itself dumb gets neither colours nor progress.
func ScreenOf(w io.Writer, getenv func(string) string) Screen {
	s := Screen{Writer: w}
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return s
	}
	if s.Width = 80; getenv("TERM") == "dumb" {
		return s
	}
	if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
		s.Width = width
	}
	s.Live = true
	s.Colour = getenv("NO_COLOR") == "" && window.Escapes(f)
	return s
}

// Colours, by their parameters of the sequence SGR. Only what has to be acted on has one.
const (
	red    = "1;31"
	yellow = "33"
)

// paint colours a text where the screen has colours.
func (s Screen) paint(colour, text string) string {
	if !s.Colour || colour == "" {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

// Say prints a line that may name files.
func (s Screen) Say(text string) { fmt.Fprintln(s, shown(text, "\n")) }

// Fault prints a sentence about a run that could not be carried out.
func Fault(s Screen, text string) {
	const head = "taizhang: "
	s.paragraph(len(head), head, text)
}
