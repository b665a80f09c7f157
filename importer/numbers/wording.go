package numbers

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/templates/tables"
)

// Slip is a place where the text of a report departs from what its form or its year asks for.
type Slip struct {
	Check               tables.Check // Year or Wording
	Said, Want          string
	At                  finding.Place
	Department, Quarter string
}

// sectionHead is the title of a section of a report: 二、主动公开政府信息情况.
var sectionHead = regexp.MustCompile(`^\s*([一二三四五六七八九十])[、.．]\s*(\S.*?)[。：:]?\s*$`)

// longestTitle is how many characters the title of a section has at the most.
const longestTitle = 30

// slips reads a report: the titles of its sections, the rows of its official tables and the years that
// its text speaks of. A book that has not most of the form's sections is no report.
func (r *Reader) slips(book *grid.Book, scans []*scan) (slips []Slip) {
	titles := r.sections(book)
	if len(r.form.Sections) == 0 || 2*len(titles) < len(r.form.Sections) {
		return nil
	}
	slips = append(slips, r.titleSlips(titles)...)
	for _, sc := range scans {
		slips = append(slips, sc.labelSlips()...)
	}
	return append(append(slips, r.yearSlips(book)...), r.classSlips(book)...)
}

// classSlips names sentences that tell a whole and its parts, where the parts don't add up to it.
func (r *Reader) classSlips(book *grid.Book) (slips []Slip) {
	rule := ruleOf(r.form, tables.Classes)
	if rule == nil || rule.About == nil || rule.Unless == nil || rule.About.NumSubexp() != 2 {
		return nil
	}
	for _, p := range book.Prose {
		for _, sentence := range strings.FieldsFunc(fold.Text(p.Text), func(c rune) bool { return strings.ContainsRune("。；;", c) }) {
			m := rule.About.FindStringSubmatchIndex(sentence)
			if m == nil || rule.Unless.MatchString(sentence) {
				continue
			}
			whole, _, ok := ParseAmount(sentence[m[2]:m[3]])
			sum, n := Amount(0), 0
			for _, part := range counted(sentence[m[1]:], sentence[m[4]:m[5]]) {
				sum += part
				n++
			}
			if ok && n > 1 && sum != whole {
				slips = append(slips, Slip{Check: tables.Classes, Said: fmt.Sprintf("“%s”各类相加是 %s", brief(strings.TrimSpace(sentence)), sum), Want: whole.String(), At: p.At})
			}
		}
	}
	return slips
}

var anyCount = regexp.MustCompile(`([0-9]+) ?(\p{Han})`)

// counted returns the counts of a unit in a text.
func counted(text, unit string) (found []Amount) {
	for _, m := range anyCount.FindAllStringSubmatch(text, -1) {
		if a, _, ok := ParseAmount(m[1]); ok && m[2] == unit {
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
func (r *Reader) sections(book *grid.Book) (titles []title) {
	for _, p := range book.Prose {
		m := sectionHead.FindStringSubmatch(p.Text)
		if m == nil || utf8.RuneCountInString(m[2]) > longestTitle {
			continue
		}
		if slices.ContainsFunc(r.form.Sections, func(s string) bool { return fold.Of(fold.Key(m[2])).Likeness(fold.Of(fold.Key(s))) >= 0.5 }) {
			titles = append(titles, title{m[1], m[2], p.At})
		}
	}
	return titles
}

const chineseDigits = "一二三四五六七八九十"

// titleSlips names titles that are not the form's, and sections that are not there.
func (r *Reader) titleSlips(titles []title) (slips []Slip) {
	for i, want := range r.form.Sections {
		number := string([]rune(chineseDigits)[i])
		k := slices.IndexFunc(titles, func(t title) bool { return t.number == number })
		want = number + "、" + want
		switch {
		case k < 0:
			slips = append(slips, Slip{Check: tables.Wording, Said: "没有“" + want + "”这一部分", Want: want, At: titles[0].at})
		case fold.Key(titles[k].text) != fold.Key(r.form.Sections[i]):
			slips = append(slips, Slip{Check: tables.Wording, Said: "标题写的是“" + brief(number+"、"+titles[k].text) + "”", Want: want, At: titles[k].at})
		}
	}
	return slips
}

// labelSlips names rows of an official table that are called otherwise than in the form.
func (sc *scan) labelSlips() (slips []Slip) {
	if sc.crossed < 2 {
		return nil
	}
	for _, c := range sc.labels {
		n := sc.index.find(c.Text)
		if n == nil || len(n.rows) != 1 || len(n.cols)+len(n.groups) > 0 {
			continue
		}
		name := sc.form.Tables[n.rows[0].table].Rows[n.rows[0].axis].Name
		if said := bare(c.Text); said != fold.Key(name) && said != fold.Key(withoutBrackets(name)) {
			slips = append(slips, Slip{Check: tables.Wording, Said: "行名写的是“" + brief(c.Text) + "”", Want: name, At: c.At()})
		}
	}
	return slips
}

var yearNamed = regexp.MustCompile(`(20[0-9]{2})\s*年`)

// yearSlips names sentences that tell this year's work under another year.
func (r *Reader) yearSlips(book *grid.Book) (slips []Slip) {
	rule := ruleOf(r.form, tables.YearNamed)
	if rule == nil || rule.About == nil || rule.Unless == nil {
		return nil
	}
	for _, p := range book.Prose {
		for _, sentence := range strings.FieldsFunc(fold.Text(p.Text), func(c rune) bool { return strings.ContainsRune("。；;", c) }) {
			if !rule.About.MatchString(sentence) || rule.Unless.MatchString(sentence) {
				continue
			}
			for _, m := range yearNamed.FindAllStringSubmatch(sentence, -1) {
				if year, _ := strconv.Atoi(m[1]); year != r.known.Year {
					slips = append(slips, Slip{Check: tables.YearNamed, Said: "写的是“" + brief(strings.TrimSpace(sentence)) + "”", Want: fmt.Sprintf("%d年", r.known.Year), At: p.At})
					break
				}
			}
		}
	}
	return slips
}

func ruleOf(f *tables.Form, check tables.Check) *tables.Rule {
	for i := range f.Rules {
		if f.Rules[i].Check == check {
			return &f.Rules[i]
		}
	}
	return nil
}

// checkSlips says where the texts of reports depart from their form.
func (s *settling) checkSlips(slips []Slip) {
	for _, slip := range slips {
		rule := s.rule(slip.Check)
		if rule == nil {
			continue
		}
		s.Results = append(s.Results, Result{Rule: rule, Scope: slip.Want, Label: slip.Want, Verdict: Broken, Department: slip.Department})
		f := finding.New(finding.NumberDoubtful, slip.At, slip.Said, "").For(slip.Department, slip.Quarter)
		f.Message = fmt.Sprintf("%s，%s：%s，应为“%s”。", rule.ID, rule.Says, slip.Said, slip.Want)
		f.Hint = rule.Hint
		s.Findings = append(s.Findings, f)
	}
}
