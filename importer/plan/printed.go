package plan

import "taizhang/importer/plan/numbering"

// SplitNumber takes the number off a task or requirement as it is printed, in a list or in
// a return: 3.及时公开… is number 3, （十二）… is number 12, ③… is number 3. number is in
// ASCII digits, "" where the text begins with none; text is what remains, trimmed.
func SplitNumber(s string) (number, text string) {
	n := numbering.Split(s)
	return n.Number, n.Text
}

// Title returns a heading without its number and its final full stop, as tasks are named.
func Title(s string) string { return numbering.Title(s) }
