package wording

import (
	"fmt"
	"regexp"

	"taizhang/importer/grid/chars"
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
		b.Text = [3]string{chars.Numeral(counts[0]) + "、", "（" + chars.Numeral(counts[1]) + "）", fmt.Sprintf("%d.", counts[2])}[level] + b.Text
	}
	return blocks
}

// label gives figures and tables their labels, each kind in the order of the text, and
// returns them by name: 图:构成 is 图1.
func label(blocks []Block) map[string]string {
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
	return labels
}
