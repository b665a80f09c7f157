// Package prose reads the text of a report: the numbers that it gives of its tables, the titles of its
// sections and the years that it speaks of.
package prose

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/templates/tables"
)

// of another time: what a clause says of last year, or of the time to come, is no claim about this
// year's table. 上年结转 is this year's.
var otherTime = regexp.MustCompile(`去年|上年[^结]|上一年[^结]|同比|增长|下降|增加|减少|较|其中|计划|预计|下一步|第[一二三四]季度|[0-9]+月`)

// claims reads what the paragraphs of a report say of the numbers in its tables.
func Claims(form *tables.Form, book *grid.Book) (claims []numbers.Claim) {
	for _, p := range book.Prose {
		for _, sentence := range strings.FieldsFunc(fold.Text(p.Text), func(c rune) bool { return strings.ContainsRune("。；;，,", c) }) {
			if otherTime.MatchString(sentence) || !strings.ContainsAny(sentence, "0123456789") {
				continue
			}
			for i := range form.Rules {
				for _, phrase := range form.Rules[i].Phrases {
					m := phrase.Pattern.FindStringSubmatch(sentence)
					if m == nil {
						continue
					}
					if a, _, ok := numbers.ParseAmount(m[1]); ok {
						claims = append(claims, numbers.Claim{Indicator: phrase.Indicator, Amount: a, Said: strings.TrimSpace(sentence), At: p.At})
					}
				}
			}
		}
	}
	return claims
}
