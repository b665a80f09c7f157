package manual

import (
	"fmt"
	"strings"
)

// Columns at which the second column of the help begins.
const (
	aboutCommands = 37
	aboutFlags    = 20
	aboutExamples = 37
)

// Usage is the help of the console: it fits into a window of 80 columns.
func Usage() string {
	var b strings.Builder
	fmt.Fprintf(&b, "taizhang 台账：%s。\n\n用法：\n", About)
	for _, c := range Commands {
		row(&b, c.line(), c.About, aboutCommands)
	}
	b.WriteString("\n选项：\n")
	for _, f := range Flags {
		row(&b, f.line(), f.About, aboutFlags)
	}
	b.WriteString("\n退出码：\n")
	for code, means := range Exits {
		fmt.Fprintf(&b, "  %d  %s\n", code, means)
	}
	b.WriteString("\n例：\n")
	for _, e := range Examples {
		row(&b, e[0], e[1], aboutExamples)
	}
	return b.String()
}

// row prints two columns; what is too long for the first has a line of its own.
func row(b *strings.Builder, first, second string, at int) {
	b.WriteString("  " + first)
	gap := at - 2 - width(first)
	if gap < 1 {
		b.WriteString("\n")
		gap = at
	}
	b.WriteString(strings.Repeat(" ", gap) + second + "\n")
}

// width counts the columns of a text on a terminal: what is not Latin takes two, but for …
func width(text string) (n int) {
	for _, r := range text {
		if n++; r >= 0x2E80 {
			n++
		}
	}
	return n
}
