package returns

import (
	"regexp"
	"strconv"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/plan"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// listNumber is a heading that asks for the list's number and not for a count.
var listNumber = regexp.MustCompile(`清单|条目|第几|哪.?条|任务[编序]?号|事项[编序]?号`)

// takeNumber reads the number of a row, or the numbers that it answers together.
func (t *reading) takeNumber(row *Row, col *table.Column, read grid.Read[string]) {
	if cited := table.Cited(read.Said); len(cited) > 1 {
		row.Cites, read.Value = cited, ""
		row.Number = read
		return
	}
	if row.Number.Given() && row.Text.Given() && row.Number.At == row.Text.At {
		return // the text says its number itself
	}
	read.Value = t.memo.number.get(read.Said, digits)
	if cited := table.Cited(read.Said); read.Value == "" && len(cited) == 1 && t.Reader.tables.Has(cited[0]) {
		read.Value = cited[0] // 1.1
	}
	row.Number = read
	if read.Value != "" && (strings.Contains(read.Said, "第") || col != nil && listNumber.MatchString(col.Heading)) && t.Reader.tables.Has(read.Value) {
		row.Cites = []string{read.Value} // the list's number in so many words
	}
}

// takeRequirement reads the text of a row: a requirement, with or without its number, or the
// numbers of several.
func (t *reading) takeRequirement(row *Row, read grid.Read[string]) {
	if cited := table.Cited(read.Said); len(cited) > 0 {
		if len(cited) > 1 {
			row.Cites = cited
		} else {
			if strings.Contains(read.Said, "第") {
				row.Cites = cited
			}
			row.Number = grid.Read[string]{Value: cited[0], Said: read.Said, At: read.At}
		}
		return
	}
	if rest, cited, sure := table.CitedAtEnd(read.Said); cited != nil && t.allListed(cited) {
		named := len(cited) == 1 && t.names(cited[0], rest)
		if sure || named || t.asksNumber() {
			row.Cites = cited
			if named {
				row.Text = grid.Read[string]{Value: rest, Said: read.Said, At: read.At}
			}
			if len(cited) == 1 && row.Number.Value == "" {
				row.Number = grid.Read[string]{Value: cited[0], Said: read.Said, At: read.At}
			}
			return
		}
	}
	n := t.memo.requirement.get(read.Said, numberOff)
	if said := strings.TrimSpace(read.Said); n.number == "" && said != "" && said[0] >= '0' && said[0] <= '9' {
		if m := gluedNumber.FindStringSubmatch(said); m != nil && t.names(digits(m[1]), m[2]) {
			n = numbered{digits(m[1]), m[2]}
		}
	}
	read.Value = n.rest
	if row.Text.Given() {
		read.Value, read.Said, read.At = row.Text.Value+"\n"+read.Value, row.Text.Said+"\n"+read.Said, row.Text.At
	}
	row.Text = read
	if n.number != "" { // it goes before a column that may count the rows
		row.Number = grid.Read[string]{Value: n.number, Said: n.number, At: read.At}
	}
}

// asksNumber reports whether the heading of the requirement's column asks for the list's number.
func (t *reading) asksNumber() bool {
	for _, c := range t.Of(words.Requirement) {
		if listNumber.MatchString(t.Column(c).Heading) {
			return true
		}
	}
	return false
}

// title returns a task without its number and full stop.
func (r *Reader) title(text string) string {
	return r.memo.title.get(text, plan.Title)
}

// gluedNumber is a number right before a name: 32公文与政务公开. It may as well count something, so that
// the two must name one requirement.
var gluedNumber = regexp.MustCompile(`^([0-9]{1,3})(\p{Han}.+)$`)

var spacedNumber = regexp.MustCompile(`^\s*([0-9０-９]{1,3})(?:[ 　\t]+|\s*[#＃]\s*)([\p{Han}“《0-9].*)$`)

var (
	// numberedName is a number with its name in a bracket: 3（撂荒地复耕）.
	numberedName = regexp.MustCompile(`^第?([0-9]{1,3})[项条号]?\s*[（(【]([^（(）)】]{2,40})[)）】]$`)
	// countedItem is how a card counts itself: 事项一：….
	countedItem = regexp.MustCompile(`^\s*(?:事项|任务|项目|工作|要点|举措)\s*[0-9一二三四五六七八九十]{1,3}\s*[:：、.．]\s*`)
)

// numbered is a requirement's text with its number taken off.
type numbered struct{ number, rest string }

func numberOff(text string) numbered {
	number, rest := splitNumber(text)
	if bare := table.WithoutRemark(rest); bare != "" {
		rest = bare
	}
	return numbered{number, rest}
}

// splitNumber takes the number off the beginning of a requirement, as the list does, and
// also where only a space parts them: 7 积极推进….
func splitNumber(text string) (number, rest string) {
	if m := numberedName.FindStringSubmatch(strings.TrimSpace(text)); m != nil {
		return digits(m[1]), m[2]
	}
	text = countedItem.ReplaceAllString(text, "")
	if number, rest = plan.SplitNumber(text); number != "" {
		return number, rest
	}
	if m := spacedNumber.FindStringSubmatch(text); m != nil {
		return digits(m[1]), m[2]
	}
	return "", text
}

// wholeNumber is a cell of a number column: 7, 第7条, （7）.
var wholeNumber = regexp.MustCompile(`^第?[(]?([0-9]{1,6})[)]?[.、]?[条项号]?$`)

// digits returns the number of a cell in ASCII without leading zeros, "" where the cell
// holds no whole number (24.1, 24-25).
func digits(s string) string {
	m := wholeNumber.FindStringSubmatch(strings.ReplaceAll(fold.Text(s), " ", ""))
	if m == nil {
		number, rest := plan.SplitNumber(s)
		if rest == "" {
			return number
		}
		return ""
	}
	n, _ := strconv.Atoi(m[1])
	return strconv.Itoa(n)
}
