package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// writing is what a line of a file is written in, as far as the line alone can tell.
type writing uint8

const (
	plain  writing = iota // ASCII: whatever the file is written in
	asUTF8                // UTF-8 without doubt
	asGB18030
	unclear // valid as both, as neither, or damaged
)

// leastHan is how many Chinese characters in UTF-8 a line holds at least where there is no
// doubt: bytes of GB18030 are those of so many by no accident.
const leastHan = 3

// writingOf says what one line is written in.
func writingOf(line []byte) writing {
	han, others, broken := 0, 0, 0
	for rest := line; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n >= 3:
			han++
		case n > 1:
			others++
		}
		rest = rest[n:]
	}
	switch {
	case han+others+broken == 0:
		return plain
	case broken == 0 && han >= leastHan && others <= han:
		return asUTF8
	case broken > 4*han && broken >= 2*leastHan:
		if _, ok := FromGB18030(line); ok {
			return asGB18030
		}
	}
	return unclear
}

// byLine turns a file of which some lines are UTF-8 and some GB18030 into UTF-8, as one is that
// was put together of several. mixed reports whether it is such a file, and ok is false where
// a line of it may be either. A line that can't tell by itself is written as both its
// neighbours are.
func byLine(data []byte) (text string, mixed, ok bool) {
	count := [unclear + 1]int{}
	for line := range bytes.Lines(data) {
		count[writingOf(line)]++
	}
	if count[asUTF8] == 0 || count[asGB18030] == 0 {
		return "", false, false
	}
	var b strings.Builder
	var waiting []byte // lines that can't tell, since the last one that can
	before := plain    // what that one is written in
	write := func(lines []byte, kind writing) bool {
		if kind != asGB18030 {
			b.Write(lines)
			return utf8.Valid(lines)
		}
		piece, ok := FromGB18030(lines)
		b.WriteString(piece)
		return ok
	}
	for line := range bytes.Lines(data) {
		kind := writingOf(line)
		if kind == plain || kind == unclear {
			waiting = append(waiting, line...)
			continue
		}
		if before != plain && before != kind && !ascii(waiting) {
			return "", true, false
		}
		if !write(waiting, kind) || !write(line, kind) {
			return "", true, false
		}
		waiting, before = waiting[:0], kind
	}
	ok = write(waiting, before)
	return b.String(), true, ok
}

func ascii(text []byte) bool {
	return !bytes.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf })
}
