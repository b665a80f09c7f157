package answer

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// takeNumber reads the number of a row, or the numbers that it answers together.
func (t *Taker) takeNumber(row *returns.Row, col *table.Column, read grid.Read[string]) {
	if cited := table.Cited(read.Said); len(cited) > 1 {
		row.Cites, read.Value = cited, ""
		row.Number = read
		return
	}
	if row.Number.Given() && row.Text.Given() && row.Number.At == row.Text.At {
		return // the text says its number itself
	}
	read.Value = t.number(read.Said)
	if cited := table.Cited(read.Said); read.Value == "" && len(cited) == 1 && t.Tables.Has(cited[0]) {
		read.Value = cited[0] // 1.1
	}
	row.Number = read
	if read.Value != "" && (strings.Contains(read.Said, "第") || col != nil && t.made.listNumber.Get(col.Heading, table.AsksListNumber)) && t.Tables.Has(read.Value) {
		row.Cites = []string{read.Value} // the list's number in so many words
	}
}

// takeRequirement reads the text of a row: a requirement, with or without its number, or the
// numbers of several.
func (t *Taker) takeRequirement(row *returns.Row, read grid.Read[string]) {
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
	if rest, cited, sure := table.CitedAtEnd(read.Said); cited != nil && t.AllListed(cited) {
		named := len(cited) == 1 && t.Names(cited[0], rest)
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
	read.Said = t.takeStatusBehind(row, read)
	if m := taskNumber.FindStringSubmatch(read.Said); m != nil && t.Names(m[1], m[2]) {
		row.Cites = []string{m[1]}
		row.Number = grid.Read[string]{Value: m[1], Said: m[1], At: read.At}
		row.Text = grid.Read[string]{Value: m[2], Said: read.Said, At: read.At}
		return
	}
	if m := severalBefore.FindStringSubmatch(read.Said); m != nil {
		if cited := table.Cited(m[1]); len(cited) > 1 && t.AllListed(cited) {
			row.Cites = cited
			row.Text = grid.Read[string]{Value: m[2], Said: read.Said, At: read.At}
			return
		}
	}
	if cited, name := t.severalGlued(read.Said); len(cited) > 1 {
		row.Cites = cited
		row.Text = grid.Read[string]{Value: name, Said: read.Said, At: read.At}
		return
	}
	number, rest := t.numberOff(read.Said)
	if said := strings.TrimSpace(read.Said); number == "" && said != "" && said[0] >= '0' && said[0] <= '9' {
		if m := gluedNumber.FindStringSubmatch(said); m != nil && t.Names(digits(m[1]), m[2]) {
			number, rest = digits(m[1]), m[2]
		}
	}
	read.Value = rest
	if row.Text.Given() {
		read.Value, read.Said, read.At = row.Text.Value+"\n"+read.Value, row.Text.Said+"\n"+read.Said, row.Text.At
	}
	row.Text = read
	if number != "" { // it goes before a column that may count the rows
		row.Number = grid.Read[string]{Value: number, Said: number, At: read.At}
	}
}

// asksNumber reports whether the heading of the requirement's column asks for the list's number.
func (t *Taker) asksNumber() bool {
	for _, c := range t.Of(words.Requirement) {
		if t.made.listNumber.Get(t.Column(c).Heading, table.AsksListNumber) {
			return true
		}
	}
	return false
}

// gluedNumber is a number right before a name: 32公文与政务公开. It may as well count something, so that
// the two must name one requirement.
var gluedNumber = regexp.MustCompile(`^([0-9]{1,3})(\p{Han}.+)$`)

// severalBefore is several numbers of the list before what a writer calls them: 17、18 低价游整治、双随机.
var severalBefore = regexp.MustCompile(`^([0-9]{1,3}(?:\s*[、,，和及]\s*[0-9]{1,3})+)[\s　.．:：]+(\p{Han}.*)$`)

// severalGlued reads several numbers of the list right before as many names, each of which is a name of one of
// them: 25、26低价游整治和双随机. Without a name for each, a figure may count something.
func (t *Taker) severalGlued(said string) (cited []string, name string) {
	m := gluedSeveral.FindStringSubmatch(strings.TrimSpace(said))
	if m == nil {
		return nil, ""
	}
	cited = table.Cited(m[1])
	if len(cited) < 2 || !t.AllListed(cited) {
		return nil, ""
	}
	names := strings.FieldsFunc(m[2], func(r rune) bool { return strings.ContainsRune("和与及、,，", r) })
	for _, number := range cited {
		if !slices.ContainsFunc(names, func(name string) bool { return t.Names(number, name) }) {
			return nil, ""
		}
	}
	return cited, m[2]
}

var gluedSeveral = regexp.MustCompile(`^([0-9]{1,3}(?:\s*[、,，和及]\s*[0-9]{1,3}){1,4})(\p{Han}.{1,60})$`)

// statusBehind is what stands in a bracket behind a name, or behind its last comma: 补贴培训（协办，常态化）.
var statusBehind = regexp.MustCompile(`^(.*\p{Han}.*)[（(](?:[^（()）]*[，,、；;]\s*)?([^（()），,、；;]{2,10})[)）]\s*$`)

// takeStatusBehind takes a status off the end of a requirement's short name, and returns what is left. The
// list's own words are left whole.
func (t *Taker) takeStatusBehind(row *returns.Row, read grid.Read[string]) string {
	if !strings.HasSuffix(read.Said, "）") && !strings.HasSuffix(read.Said, ")") {
		return read.Said
	}
	m := statusBehind.FindStringSubmatch(read.Said)
	if m == nil || !t.Grammar.Is(m[2]) || t.IsListText(read.Said) {
		return read.Said
	}
	if !row.Status.Given() {
		row.Status = grid.Read[status.Status]{Value: t.Grammar.Cell(m[2]).Status, Said: m[2], At: read.At}
	}
	return strings.TrimSpace(m[1])
}

// taskNumber is the list's number before a name: 任务11 出租汽车服务提升.
var taskNumber = regexp.MustCompile(`^(?:任务|清单|事项)\s*([0-9]{1,3})[\s:：、.．]+(\p{Han}.*)$`)
