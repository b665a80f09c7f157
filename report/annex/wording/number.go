package wording

import (
	"fmt"
	"regexp"
	"strings"
)

var numbered = regexp.MustCompile(`^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．])`)

// number gives headings their numbers, each level anew below a higher one. A heading that
// brings one of its own keeps it.
func number(blocks []Block) []Block {
	var counts [3]int
	for i := range blocks {
		b := &blocks[i]
		level := int(b.Kind - Heading)
		if b.Kind < Heading || b.Kind > Item {
			continue
		}
		counts[level]++
		clear(counts[level+1:])
		if numbered.MatchString(b.Text) {
			continue
		}
		b.Text = [3]string{Chinese(counts[0]) + "、", "（" + Chinese(counts[1]) + "）", fmt.Sprintf("%d.", counts[2])}[level] + b.Text
	}
	return blocks
}

// Chinese returns a number from 1 to 99 in Chinese: 十五. Others come in digits.
func Chinese(n int) string {
	digits := []rune("零一二三四五六七八九")
	if n < 1 || n > 99 {
		return fmt.Sprint(n)
	}
	var b strings.Builder
	if n >= 20 {
		b.WriteRune(digits[n/10])
	}
	if n >= 10 {
		b.WriteRune('十')
	}
	if n%10 > 0 {
		b.WriteRune(digits[n%10])
	}
	return b.String()
}

// label gives figures and tables their labels, each kind in the order of the text, and
// puts them where the text refers to them by name.
func label(blocks []Block) {
	figures, tables, registers := 0, 0, 0
	for _, b := range blocks {
		if b.Kind == Register {
			registers++
		}
	}
	labels, attached := map[string]string{}, 0
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.Kind == Figure:
			figures++
			b.Label = fmt.Sprintf("图%d", figures)
			labels["图:"+b.Name] = b.Label
		case b.Kind == Table && b.Text != "":
			tables++
			b.Label = fmt.Sprintf("表%d", tables)
			labels["表:"+b.Name] = b.Label
		case b.Kind == Register:
			attached++
			b.Label = "附表"
			if registers > 1 {
				b.Label = fmt.Sprintf("附表%d", attached)
			}
			labels["表:"+b.Name] = b.Label
		}
	}
	for i := range blocks {
		blocks[i].Text = references.ReplaceAllStringFunc(blocks[i].Text, func(ref string) string {
			name := strings.Trim(ref, "\x01\x02")
			if l := labels[name]; l != "" {
				return l
			}
			what, _, _ := strings.Cut(name, ":")
			return "下" + what // nothing of that name stands in this text
		})
	}
}

// references finds what the functions 图 and 表 leave in the text: a name between two
// characters that no text has.
var references = regexp.MustCompile("\x01[^\x01\x02]*\x02")

func reference(kind string) func(string) string {
	return func(name string) string { return "\x01" + kind + ":" + name + "\x02" }
}
