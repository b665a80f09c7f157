package prose

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/table"
)

// bareHead is a number that begins a paragraph, and no figure of it: 16、, 18：, 9.
var bareHead = regexp.MustCompile(`^[（(【\[]?([0-9０-９]{1,3})(?:[)）】\]]\s*[.．、:：]?|\s*[.．、:：])\s*`)

// listNumbers returns the bare numbers that begin paragraphs, where these are the list's: two or
// more, each of the list's and each once, that do not merely count the paragraphs, and under
// none of which other words name another requirement. It is nil where they are not.
func (f *Reader) listNumbers(s *grid.Sheet, last int) map[string]bool {
	numbers := map[string]bool{}
	counted := true
	for row := 1; row <= last; row++ {
		cell, n := rowText(s, row)
		if n != 1 {
			continue
		}
		number, rest, ok := cutNumber(strings.TrimSpace(cell.String()))
		if !ok {
			continue
		}
		if numbers[number] || !f.Tables.Has(number) {
			return nil
		}
		name, _ := cutName(rest)
		if no, how := f.Tables.Requirement(name); no != 0 && how != table.ByShort && f.Plan.Requirements[no-1].Number != number {
			return nil
		}
		numbers[number] = true
		counted = counted && number == strconv.Itoa(len(numbers))
	}
	if counted || len(numbers) < 2 {
		return nil
	}
	return numbers
}

// cutNumber cuts a bare number off the beginning of a paragraph.
func cutNumber(text string) (number, rest string, ok bool) {
	m := bareHead.FindStringSubmatchIndex(text)
	if m == nil {
		return "", "", false
	}
	rest = text[m[1]:]
	if r, _ := utf8.DecodeRuneInString(rest); isDigit(r) && strings.ContainsAny(text[m[3]:m[1]], ".．") {
		return "", "", false // 3.5万元
	}
	cited := table.Cited(text[m[2]:m[3]])
	if len(cited) != 1 {
		return "", "", false
	}
	return cited[0], rest, true
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// isNumbered takes a paragraph that begins with a number of the list's, where bare numbers are
// that; and one that cites it behind its first words.
func (w *walk) isNumbered() bool {
	if number, rest, ok := cutNumber(w.text); ok && w.numbers[number] {
		if it, known := w.topic(w.text, w.level > 0); known && it.matched {
			return false // with its name
		}
		w.begin(w.citedTopic([]string{number}, rest))
		return true
	}
	it, ok := w.citedWithin(w.text)
	if ok {
		w.begin(it)
		w.called = -1
		if len(w.p.items) == 1 || w.level > 0 {
			w.called = w.open
		}
	}
	return ok
}

// citedEarly is a paragraph that cites the list in a bracket behind its first words:
// “全省通办”窗口（第19项）已于3月27日开通.
var citedEarly = regexp.MustCompile(`^([^，。；：:,;（）()]{2,30})[（(]((?:对应)?(?:清单|任务清单|任务|序号|编号)?(?:第\s*[0-9]{1,3}\s*[项条号]|(?:清单|序号|编号)\s*[0-9]{1,3}\s*[项条号]?))[)）]`)

// citedWithin reads such a paragraph. What stands before the bracket stays a part of the answer.
func (f *Reader) citedWithin(text string) (item, bool) {
	bare := ownCount.ReplaceAllString(WithoutBullet(text), "")
	m := citedEarly.FindStringSubmatchIndex(bare)
	if m == nil || strings.IndexAny(bare[m[1]:], "：:。\n") == 0 || strings.TrimSpace(bare[m[1]:]) == "" {
		return item{}, false // a heading, or a name before a colon
	}
	_, cited, sure := table.CitedAtEnd(bare[m[2]:m[1]])
	if len(cited) != 1 || !sure || !f.AllListed(cited) {
		return item{}, false
	}
	it := item{matched: true, number: cited[0], cites: cited, heading: bare[m[2]:m[3]]}
	if f.Names(cited[0], it.heading) {
		it.name = it.heading
	}
	it.add(bare)
	return it, true
}

// answersCall takes a line of one department under a title that asks all of them about one
// requirement: 节前安全检查（清单36）请各股室接龙, 1. 人事股 查干部周转房….
func (w *walk) answersCall() bool {
	if w.called < 0 {
		return false
	}
	bare := strings.TrimSpace(ownCount.ReplaceAllString(w.text, ""))
	whose, rest, ok := w.departmentBefore(bare)
	if !ok {
		if name, after := cutTitle(bare); after != "" {
			d, found := w.Plan.Roster.Find(name, period.Quarter{})
			whose, rest, ok = d.Name, after, found
		}
	}
	if !ok || rest == "" {
		return false
	}
	asked := w.p.items[w.called]
	if asked.at.At().Row() > 0 && w.called == len(w.p.items)-1 && asked.whose == "" { // the title answers nothing itself
		w.p.items = w.p.items[:w.called]
		w.matched--
		w.info = append(w.info, asked.at)
	}
	it := item{number: asked.number, cites: asked.cites, name: asked.name, heading: asked.heading, matched: true, whose: whose}
	it.add(rest)
	w.begin(it)
	w.called = w.open
	w.open = -1
	return true
}
