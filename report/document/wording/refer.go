package wording

import (
	"regexp"
	"strconv"
	"strings"
)

// The functions 图 and 表, and the numbers of requirements, leave in the text the name of
// what they speak of, between two characters that no text has.
const opens, closes = "\x01", "\x02"

var references = regexp.MustCompile(opens + "[^" + opens + closes + "]*" + closes)

// figure refers to a figure, which need not stand in this text: 趋势 is left out of a first
// quarter.
func figure(name string) (string, error) {
	return reference("图")(name), isFigure(name)
}

func reference(kind string) func(string) string {
	return func(name string) string { return opens + kind + ":" + name + closes }
}

// item is the number of a requirement. A template prints and compares it like any number.
type item int

// String returns the number as a reference.
func (n item) String() string { return reference("项")(strconv.Itoa(int(n))) }

// refer puts labels and numbers for the names in the text, and remembers where they stand.
func refer(blocks []Block, labels map[string]string) {
	for i := range blocks {
		b := &blocks[i]
		b.Text, b.Refs = resolve(b.Text, labels)
		for _, cells := range b.Rows {
			for k := range cells {
				cells[k], _ = resolve(cells[k], labels)
			}
		}
	}
}

// resolve returns a text with its references as they are printed. A number's reference
// takes in the 第 and 项 around it.
func resolve(text string, labels map[string]string) (string, []Ref) {
	var b strings.Builder
	var refs []Ref
	at := 0
	for _, m := range references.FindAllStringIndex(text, -1) {
		b.WriteString(text[at:m[0]])
		at = m[1]
		ref := Ref{From: b.Len(), Name: text[m[0]+len(opens) : m[1]-len(closes)]}
		kind, name, _ := strings.Cut(ref.Name, ":")
		printed, known := labels[ref.Name], true
		switch {
		case kind == "项":
			printed = name
			if strings.HasSuffix(b.String(), "第") {
				ref.From -= len("第")
			}
		case printed == "":
			printed, known = "下"+kind, false // nothing of that name stands in this text
		}
		b.WriteString(printed)
		ref.To = b.Len()
		if kind == "项" && strings.HasPrefix(text[at:], "项") {
			ref.To += len("项")
		}
		if known {
			refs = append(refs, ref)
		}
	}
	b.WriteString(text[at:])
	return b.String(), refs
}
