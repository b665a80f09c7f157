package xlsx

import (
	"strconv"
	"strings"

	"taizhang/report/xlsx/fit"
	"taizhang/report/xlsx/press"
)

// texts are the texts of a workbook. Each is made fit for a cell, measured and written
// once, however many cells show it; cells refer to it by number. The first is the empty
// text, which no cell refers to.
type texts struct {
	out     press.Stream
	list    []text
	known   map[string]int // index in list, by the text as it came
	written int
	used    int // by cells
}

// text is one of them.
type text struct {
	clean  string
	number int     // for cells, counting from 1; 0 until one refers to it
	room   float64 // in ems, that lines was worked out for
	lines  int
}

// newTexts makes room for about n texts.
func newTexts(n int) *texts {
	w := &texts{list: make([]text, 1, n+1), known: make(map[string]int, n+1)}
	w.known[""] = 0
	return w
}

// of returns the index of a text.
func (w *texts) of(s string) int {
	i, ok := w.known[s]
	if ok {
		return i
	}
	clean := fit.Clean(s)
	if i, ok = w.known[clean]; !ok {
		i = len(w.list)
		w.list = append(w.list, text{clean: clean})
		w.known[clean] = i
	}
	w.known[s] = i
	return i
}

// clean returns s as a cell shows it.
func (w *texts) clean(s string) string { return w.list[w.of(s)].clean }

// lines returns how many lines a text takes in so many ems. Mostly it is asked for the
// same room again.
func (w *texts) lines(i int, room float64) int {
	t := &w.list[i]
	if t.room != room {
		t.room, t.lines = room, fit.Lines(t.clean, room)
	}
	return t.lines
}

// appendNumber appends the number by which a cell refers to a text, which is written now
// where it has not been before.
func (w *texts) appendNumber(b []byte, i int) []byte {
	w.used++
	t := &w.list[i]
	if t.number == 0 {
		w.write(t)
	}
	return strconv.AppendInt(b, int64(t.number-1), 10)
}

func (w *texts) write(t *text) {
	w.written++
	t.number = w.written
	b := append(w.out.Room(), "<si><t"...)
	if strings.Trim(t.clean, " \n") != t.clean {
		b = append(b, ` xml:space="preserve"`...)
	}
	b = appendText(append(b, '>'), t.clean)
	w.out.Take(append(b, "</t></si>"...))
}
