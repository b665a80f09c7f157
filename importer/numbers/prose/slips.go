package prose

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/numbers"
	"taizhang/templates/tables"
)

// sectionHead is the title of a section of a report: 二、主动公开政府信息情况.
var sectionHead = regexp.MustCompile(`^\s*([一二三四五六七八九十])[、.．]\s*(\S.*?)[。：:]?\s*$`)

// longestTitle is how many characters the title of a section has at the most.
const longestTitle = 30

// slips reads a report: the titles of its sections, the rows of its official tables and the years that
// its text speaks of. A book that has not most of the form's sections is no report.
func Slips(form *tables.Form, year int, book *grid.Book, rows []numbers.Slip) (slips []numbers.Slip) {
	titles := sections(form, book)
	if len(form.Sections) == 0 || 2*len(titles) < len(form.Sections) {
		return nil
	}
	slips = append(append(slips, titleSlips(form, titles)...), rows...)
	return append(append(slips, yearSlips(form, year, book)...), classSlips(form, book)...)
}

// classSlips names sentences that tell a whole and its parts, where the parts don't add up to it.
func classSlips(form *tables.Form, book *grid.Book) (slips []numbers.Slip) {
	rule := form.Rule(tables.Classes)
	if rule == nil || rule.About == nil || rule.Unless == nil || rule.About.NumSubexp() != 2 {
		return nil
	}
	for _, p := range book.Prose {
		for _, sentence := range strings.FieldsFunc(fold.Text(p.Text), func(c rune) bool { return strings.ContainsRune("。；;", c) }) {
			m := rule.About.FindStringSubmatchIndex(sentence)
			if m == nil || rule.Unless.MatchString(sentence) {
				continue
			}
			whole, _, ok := numbers.ParseAmount(sentence[m[2]:m[3]])
			sum, n := numbers.Amount(0), 0
			for _, part := range counted(sentence[m[1]:], sentence[m[4]:m[5]]) {
				sum += part
				n++
			}
			if ok && n > 1 && sum != whole {
				slips = append(slips, numbers.Slip{Check: tables.Classes, Said: fmt.Sprintf("“%s”各类相加是 %s", finding.Brief(strings.TrimSpace(sentence)), sum), Want: whole.String(), At: p.At})
			}
		}
	}
	return slips
}

var anyCount = regexp.MustCompile(`([0-9]+) ?(\p{Han})`)

// counted returns the counts of a unit in a text.
func counted(text, unit string) (found []numbers.Amount) {
	for _, m := range anyCount.FindAllStringSubmatch(text, -1) {
		if a, _, ok := numbers.ParseAmount(m[1]); ok && m[2] == unit {
			found = append(found, a)
		}
	}
	return found
}

// title is the title of a section as it stands.
type title struct {
	number, text string
	at           finding.Place
}

// sections returns the titles of a book's sections that are like those of the form.
func sections(form *tables.Form, book *grid.Book) (titles []title) {
	for _, p := range book.Prose {
		m := sectionHead.FindStringSubmatch(p.Text)
		if m == nil || utf8.RuneCountInString(m[2]) > longestTitle {
			continue
		}
		if slices.ContainsFunc(form.Sections, func(s string) bool { return fold.Of(fold.Key(m[2])).Likeness(fold.Of(fold.Key(s))) >= 0.5 }) {
			titles = append(titles, title{m[1], m[2], p.At})
		}
	}
	return titles
}

const chineseDigits = "一二三四五六七八九十"

// titleSlips names titles that are not the form's, and sections that are not there.
func titleSlips(form *tables.Form, titles []title) (slips []numbers.Slip) {
	for i, want := range form.Sections {
		number := string([]rune(chineseDigits)[i])
		k := slices.IndexFunc(titles, func(t title) bool { return t.number == number })
		want = number + "、" + want
		switch {
		case k < 0:
			slips = append(slips, numbers.Slip{Check: tables.Wording, Said: "没有“" + want + "”这一部分", Want: want, At: titles[0].at})
		case fold.Key(titles[k].text) != fold.Key(form.Sections[i]):
			slips = append(slips, numbers.Slip{Check: tables.Wording, Said: "标题写的是“" + finding.Brief(number+"、"+titles[k].text) + "”", Want: want, At: titles[k].at})
		}
	}
	return slips
}

// thisYear is how a sentence speaks of the year of its report without naming it.
var thisYear = regexp.MustCompile(`今年|本年`)

// yearSlips names sentences that tell this year's work under another year. One that names the report's
// year too compares the two.
func yearSlips(form *tables.Form, report int, book *grid.Book) (slips []numbers.Slip) {
	rule := form.Rule(tables.YearNamed)
	if rule == nil || rule.About == nil || rule.Unless == nil {
		return nil
	}
	own := fmt.Sprintf("%d年", report)
	for _, p := range book.Prose {
		for _, sentence := range strings.FieldsFunc(fold.Text(p.Text), func(c rune) bool { return strings.ContainsRune("。；;", c) }) {
			if !rule.About.MatchString(sentence) || thisYear.MatchString(sentence) {
				continue
			}
			for _, clause := range yearClauses(sentence) {
				if rule.Unless.MatchString(clause) {
					continue
				}
				if year := NamedYear(clause); year > 0 && year != report && !strings.Contains(sentence, own) {
					slips = append(slips, numbers.Slip{Check: tables.YearNamed, Said: "写的是“" + finding.Brief(strings.TrimSpace(sentence)) + "”", Want: own, At: p.At})
					break
				}
			}
		}
	}
	return slips
}

// shortClause is how many characters a clause has at the most that only dates the next one: 2021年度.
const shortClause = 8

// yearClauses returns the clauses of a sentence, each that only dates the next one together with it.
func yearClauses(sentence string) (clauses []string) {
	before := ""
	for _, c := range strings.FieldsFunc(sentence, func(c rune) bool { return c == ',' || c == '，' || c == ':' || c == '：' }) {
		if before += c; utf8.RuneCountInString(c) > shortClause || NamedYear(c) == 0 {
			clauses, before = append(clauses, before), ""
		}
	}
	if before != "" {
		clauses = append(clauses, before)
	}
	return clauses
}
