package rows

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/returns/prose"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// topicOf reads a banner or title that names a requirement, which the rows below it answer.
func (t *reading) topicOf(cell grid.Cell) (row returns.Row) {
	if cell.IsEmpty() {
		return row
	}
	text := t.withoutLabel(strings.TrimSpace(cell.String()))
	if m := numberedTitle.FindStringSubmatch(text); m != nil {
		if name := t.bareTitle(strings.TrimSpace(bracketed.ReplaceAllString(m[2], ""))); t.Names(m[1], name) {
			row.Text, row.Cites = grid.Read[string]{Value: name, Said: text, At: cell.At()}, []string{m[1]}
			row.Number = grid.Read[string]{Value: m[1], Said: m[1], At: cell.At()}
			return row
		}
	}
	it, ok := t.topics.NamedIn(text)
	if !ok {
		return row
	}
	name := it.Name
	if name == "" {
		name = text
	}
	name = t.bareTitle(name)
	row.Text = grid.Read[string]{Value: name, Said: text, At: cell.At()}
	if it.Number != "" {
		row.Number = grid.Read[string]{Value: it.Number, Said: it.Number, At: cell.At()}
	}
	if row.Cites = it.Cites; row.Cites == nil && it.Number != "" && strings.HasPrefix(text, "第") {
		row.Cites = []string{it.Number} // the list's number in so many words
	}
	return row
}

// withoutLabel takes a label off a title that asks what is answered: 任务：完成实地调查.
func (t *reading) withoutLabel(title string) string {
	i := strings.IndexAny(title, ":：")
	if i <= 0 {
		return title
	}
	rest := strings.TrimSpace(strings.TrimLeft(title[i:], ":："))
	if no, how := t.Tables.Requirement(rest); no != 0 && how != table.ByShort && t.Tables.Label(title[:i]).Asks() {
		return rest
	}
	return title
}

// bareTitle takes off a title what stands behind the requirement that it names, or around its quotes:
// 打造“红盾先锋”党建品牌 各单位二季度落实情况汇总, 二季度“落实安全生产责任”各部门情况汇总.
func (t *reading) bareTitle(title string) string {
	if before, _, ok := strings.Cut(title, " "); ok {
		if no, _ := t.Tables.Requirement(before); no != 0 {
			return before
		}
	}
	if m := quoted.FindStringSubmatch(title); m != nil {
		if no, _ := t.Tables.Requirement(m[1]); no != 0 {
			return m[1]
		}
	}
	return title
}

// numberedTitle is a title that opens with the list's number and a name: 任务33 学习教育（二季度）.
var (
	numberedTitle = regexp.MustCompile(`^(?:任务|清单|事项|第)\s*([0-9]{1,3})[条项号]?[\s.．、：:_-]*(\p{Han}.*)$`)
	bracketed     = regexp.MustCompile(`[（(][^（()）]*[)）]`)
)

// quoted is what a title names in quotes.
var quoted = regexp.MustCompile(`[“"「]([^”"」]{6,})[”"」]`)

// glued is a number right before a name: 18质量监督.
var glued = regexp.MustCompile(`^([0-9]{1,3})(\p{Han}.*)$`)

// nameBySheet gives the only answer of a sheet the requirement that the sheet is named after: 第25项,
// 15春灌.
func (t *reading) nameBySheet(rows []returns.Row) {
	at := -1
	for i := range rows {
		if rows[i].Ignored != "" {
			continue
		}
		if at >= 0 || rows[i].Number.Value != "" || rows[i].Cites != nil {
			return
		}
		at = i
	}
	if at < 0 {
		return
	}
	name := strings.TrimSpace(t.Sheet.Grid.Name)
	row, place := &rows[at], t.Sheet.Grid.Place()
	if m := glued.FindStringSubmatch(name); m != nil && !row.Text.Given() && t.Names(m[1], m[2]) {
		row.Number, row.Cites = grid.Read[string]{Value: m[1], Said: name, At: place}, []string{m[1]}
		row.Text = grid.Read[string]{Value: m[2], Said: name, At: place}
		return
	}
	it, ok := t.topics.NamedIn(name)
	if !ok {
		return
	}
	if it.Number != "" || len(it.Cites) > 0 {
		row.Cites = it.Cites
		row.Number = grid.Read[string]{Value: it.Number, Said: name, At: place}
	}
	if !row.Text.Given() && it.Name != "" {
		row.Text = grid.Read[string]{Value: it.Name, Said: name, At: place}
	}
}

// statusAbove is the status that a title right above the heading gives the rows: 一、已完成的.
func (t *reading) statusAbove() grid.Read[status.Status] {
	first, n := t.Shown(t.Head - 1)
	if t.Shape != table.Upright || t.Head <= t.Top || n != 1 {
		return grid.Read[status.Status]{}
	}
	return grid.Read[status.Status]{Value: t.bannerStatus(first.Text), Said: strings.TrimSpace(first.Text), At: first.At()}
}

// statedAbove is the status that stands behind its label between the topic of a table and its heading: 状态：推进中.
func (t *reading) statedAbove() (stated grid.Read[status.Status]) {
	if t.Shape != table.Upright || t.Topic.IsEmpty() {
		return stated
	}
	for line := t.Head - 1; line > t.LineAt(t.Topic); line-- {
		cell, n := t.Shown(line)
		i := strings.IndexAny(cell.Text, ":：")
		if n != 1 || i <= 0 || t.Tables.Label(strings.TrimSpace(cell.Text[:i])) != words.Status {
			continue
		}
		said := strings.TrimSpace(strings.TrimLeft(cell.Text[i:], ":："))
		if s := t.Grammar.Cell(said).Status; s != status.NoStatus {
			t.Sheet.Account.Mark(cell, table.Used)
			return grid.Read[status.Status]{Value: s, Said: said, At: cell.At()}
		}
	}
	return stated
}

// bannerStatus is the status that a banner gives the rows below it: 一、已完成的事项.
func (t *reading) bannerStatus(text string) status.Status {
	bare := strings.Trim(prose.WithoutBullet(t.Title(text)), "【】[]（）()：: ")
	for _, s := range []string{bare, banneredTail.ReplaceAllString(bare, "")} {
		if utf8.RuneCountInString(s) < 2 || utf8.RuneCountInString(s) > 12 {
			continue
		}
		if st := t.Grammar.Word(s); st != status.NoStatus {
			return st
		}
		if r := t.Grammar.Cell(s); r.Status != status.NoStatus && t.Grammar.Is(s) {
			return r.Status
		}
	}
	return status.NoStatus
}

// banneredTail is what a banner says behind its status, with a count or without.
var banneredTail = regexp.MustCompile(`(?:的)?(?:事项|任务|工作|项目|部分|内容|类|要求)?(?:[（(]?共?[0-9]+[项条个件][)）]?)?$`)

// isSection reports whether a banner names a department and little else: 一、办公室.
func (t *reading) isSection(text, name string) bool {
	bare := prose.WithoutBullet(t.Title(text))
	return utf8.RuneCountInString(fold.Key(bare)) <= utf8.RuneCountInString(fold.Key(name))+8
}

// isStrangeOffice reports whether a banner is the name of an office that the roster lacks.
func (t *reading) isStrangeOffice(text string) bool {
	return t.IsStrangeOffice(strings.Trim(prose.WithoutBullet(t.Title(text)), "【】[]：: "))
}

// sheetStatus is the status that a sheet is named after: 已完成, 尚未办. One that is named 全年 says of
// which time it is.
func (t *reading) sheetStatus() grid.Read[status.Status] {
	name := t.Sheet.Grid.Name
	if utf8.RuneCountInString(name) < 2 || !t.Grammar.Is(name) || len(period.Mentions(name)) > 0 {
		return grid.Read[status.Status]{}
	}
	return grid.Read[status.Status]{Value: t.Grammar.Cell(name).Status, Said: name, At: t.Sheet.Grid.Place()}
}
