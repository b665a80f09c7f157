package letters

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/plan/sheets"
	"taizhang/importer/ruling"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
	"taizhang/templates/forms"
)

// Master writes a 任务清单.xlsx to start a year from: the plan's list with merged cells as
// lists are issued, its roster, every setting with what it is for, and the sheets 报送登记,
// 敏感词 and 词表, still empty. from is the year that it goes on from, nil for none. A zero year
// is left to be filled in.
func Master(w io.Writer, p *plan.Plan, from *plan.Carried) error {
	return writeMaster(w, p, from, func(m *master, title string) { m.list(title) })
}

// Issued writes a 任务清单.xlsx with a list as it was issued, at its own addresses, beside what the year
// keeps there. The list has at most MostOfList rows.
func Issued(w io.Writer, p *plan.Plan, from *plan.Carried, list *grid.Sheet) error {
	return writeMaster(w, p, from, func(m *master, title string) { m.issued(title, list) })
}

// MostOfList is how many rows of a list are drawn.
const MostOfList = mostRows

func writeMaster(w io.Writer, p *plan.Plan, from *plan.Carried, list func(m *master, title string)) error {
	year := period.Quarter{Year: cmp.Or(p.Year, undated), N: 4}
	m := &master{plan: p, words: &forms.Default().Year, from: from}
	m.Workbook = xlsx.NewWorkbook(xlsx.Options{Unit: p.Unit, Foot: m.fill(m.words.Foot)})
	if m.from == nil {
		m.from = &plan.Carried{}
	}
	defer m.Close()
	title := m.fill(m.words.ListTitle)
	m.Describe(xlsx.Properties{Unit: p.Unit, Title: title, Subject: m.fill("{年度}"), Category: "任务清单", Day: year.Last()})
	list(m, title)
	m.roster()
	m.settings()
	m.receipts()
	m.sensitive()
	m.taught()
	return m.Write(w)
}

type master struct {
	*xlsx.Workbook
	plan  *plan.Plan
	words *forms.Year
	from  *plan.Carried // empty for none
}

// undated dates the properties of a workbook whose year is still to be filled in.
const undated = 2000

// fill puts the year into a text, and nothing where it is not known.
func (m *master) fill(text string) string {
	if m.plan.Year == 0 {
		return strings.TrimSpace(forms.Fill(text, "年度", ""))
	}
	return forms.Fill(text, "年度", strconv.Itoa(m.plan.Year))
}

// begin starts a sheet with its title, a note and the headings.
func (m *master) begin(name, title, note string, columns []string, widths ...float64) *xlsx.Worksheet {
	s := m.Add(name, xlsx.Paper{Title: title, Landscape: true, Head: [2]int{3, 3}, Tab: "305496"}, widths...)
	wide := len(widths)
	s.Put(32, []xlsx.Cell{{Value: title, Style: xlsx.Style{Font: xlsx.Hei, Size: 16, Align: "center", Middle: true, Nowrap: true}, Span: wide}})
	s.Row(xlsx.Cell{Value: note, Style: xlsx.Style{Color: "595959", Middle: true}, Span: wide})
	s.Heading(xlsx.Heads(columns...))
	return s
}

// note says what to do with the list: with an example, and with an empty one.
func (m *master) note() string {
	if len(m.plan.Requirements) == 0 {
		return m.words.EmptyNote
	}
	return m.words.ListNote
}

// list writes the requirements; a task, and a duty that the list does not repeat, stands
// in one merged cell.
func (m *master) list(title string) {
	s := m.begin("任务清单", title, m.note(), []string{"工作任务", "具体要求", "责任部门", "启用", "停用", "调整说明"}, 22, 66, 30, 9, 9, 20)
	top := s.Next
	for i := range m.plan.Requirements {
		req := &m.plan.Requirements[i]
		task := xlsx.Cell{Value: m.plan.Tasks[req.Task-1].Title.Said, Style: xlsx.LabelStyle, Tall: m.shares(i+1, true)}
		duty := xlsx.Cell{Value: req.Duty.Said.Value, Style: xlsx.LabelStyle, Tall: m.shares(i+1, false)}
		if m.shares(i, true) {
			task.Value = nil
		}
		if m.shares(i, false) {
			duty.Value = nil
		}
		s.Row(task, xlsx.Cell{Value: req.Text.Said, Style: xlsx.LabelStyle}, duty, xlsx.Cell{Style: xlsx.MidStyle}, xlsx.Cell{Style: xlsx.MidStyle}, xlsx.Cell{Style: xlsx.LabelStyle})
	}
	for _, col := range []int{1, 3} {
		from := top
		for i := range m.plan.Requirements {
			if !m.shares(i+1, col == 1) {
				s.MergeDown(col, from, top+i)
				from = top + i + 1
			}
		}
	}
	if len(m.plan.Requirements) == 0 {
		freeRows(s, 40, xlsx.LabelStyle, xlsx.LabelStyle, xlsx.LabelStyle, xlsx.MidStyle, xlsx.MidStyle, xlsx.LabelStyle)
	}
	s.Offer(xlsx.Area(4, 4, 5, lastOffered), quarterNames()...)
	s.Close()
}

// issued draws a list as it was issued.
func (m *master) issued(title string, list *grid.Sheet) {
	o := Slip{}.original(list)
	at := xlsx.Paper{Title: title, Landscape: true, Narrow: true, Across: o.pages(), Tab: "305496"}
	if o.head <= deepest {
		at.Head = [2]int{o.head, o.under}
	}
	s := m.Add("任务清单", at, o.wide...)
	o.cells(s)
	s.Close()
}

// shares reports whether the requirement at the index stands under the task, or the duty,
// of the one before.
func (m *master) shares(i int, task bool) bool {
	reqs := m.plan.Requirements
	if i < 1 || i >= len(reqs) {
		return false
	}
	if task {
		return reqs[i].Task == reqs[i-1].Task
	}
	return slices.Contains(reqs[i].Inherited, "责任部门")
}

func (m *master) roster() {
	s := m.begin("部门名录", m.words.RosterTitle, m.words.RosterNote, []string{"部门名称", "类别", "别名", "启用", "停用", "承接"}, 38, 11, 42, 11, 11, 42)
	for _, d := range m.plan.Roster.Departments {
		s.Row(xlsx.Cell{Value: d.Name, Style: xlsx.LabelStyle}, xlsx.Cell{Value: string(d.Kind), Style: xlsx.MidStyle},
			xlsx.Cell{Value: strings.Join(d.Aliases, "、"), Style: xlsx.LabelStyle}, xlsx.Cell{Value: quarterName(d.Active.From), Style: xlsx.MidStyle},
			xlsx.Cell{Value: quarterName(d.Active.Until), Style: xlsx.MidStyle}, xlsx.Cell{Value: strings.Join(d.Past, "、"), Style: xlsx.LabelStyle})
	}
	freeRows(s, 10, xlsx.LabelStyle, xlsx.MidStyle, xlsx.LabelStyle, xlsx.MidStyle, xlsx.MidStyle, xlsx.LabelStyle)
	s.Offer(xlsx.Area(2, 4, 2, lastOffered), string(plan.Section), string(plan.Affiliate), string(plan.Outside))
	s.Offer(xlsx.Area(4, 4, 5, lastOffered), quarterNames()...)
	s.Close()
}

func (m *master) settings() {
	s := m.begin("设置", m.words.SettingsTitle, m.words.SettingsNote, []string{"项目", "值", "说明"}, 16, 40, 78)
	for _, set := range m.words.Settings {
		value := m.fill(set.Value)
		for _, own := range m.from.Settings {
			if own[0] == set.Item {
				value = own[1]
			}
		}
		if set.Item == "单位名称" {
			value = m.plan.Unit
		}
		at := s.Row(xlsx.Cell{Value: set.Item, Style: xlsx.LabelStyle}, xlsx.Cell{Value: value, Style: xlsx.LabelStyle}, xlsx.Cell{Value: set.Note, Style: xlsx.LabelStyle})
		if all := Offers(set.Item); all != nil {
			s.Offer(xlsx.Name(2, at), all...)
		}
	}
	for _, own := range m.from.Settings { // of the office's own, and of versions to come
		if !slices.ContainsFunc(m.words.Settings, func(set forms.Setting) bool { return set.Item == own[0] }) {
			s.Row(xlsx.Cell{Value: own[0], Style: xlsx.LabelStyle}, xlsx.Cell{Value: own[1], Style: xlsx.LabelStyle}, xlsx.Cell{Style: xlsx.LabelStyle})
		}
	}
	s.Close()
}

// Offers are all that an item of 设置 can be, nil where it can be more.
func Offers(item string) []string {
	switch item {
	case "截至季度":
		return quarterNames()
	case "无牵头时":
		return []string{"共同负责", "首位牵头"}
	case "公开报送情况":
		return []string{"否", "是"}
	}
	return nil
}

func (m *master) receipts() {
	s := m.begin("报送登记", m.words.ReceiptsTitle, m.words.ReceiptsNote, []string{"部门", "季度", "收到日期"}, 42, 16, 20)
	for _, r := range m.from.Receipts {
		s.Row(xlsx.Cell{Value: r.Department, Style: xlsx.LabelStyle}, xlsx.Cell{Value: quarterName(r.Quarter), Style: xlsx.MidStyle}, xlsx.Cell{Value: r.On.Value, Style: xlsx.DayStyle})
	}
	freeRows(s, 40, xlsx.LabelStyle, xlsx.MidStyle, xlsx.DayStyle)
	s.Offer(xlsx.Area(2, 4, 2, lastOffered), quarterNames()...)
	s.Validate(xlsx.Validation{Ref: xlsx.Area(1, 4, 1, lastOffered), Allowed: xlsx.OneFrom(fmt.Sprintf("部门名录!$A$4:$A$%d", lastOffered))})
	s.Close()
}

// sensitive writes the one sheet without a title: every line of its first column is a word.
func (m *master) sensitive() {
	s := m.Add("敏感词", xlsx.Paper{Title: m.words.SensitiveTitle, Landscape: true, Head: [2]int{1, 1}, Tab: "305496"}, 30, 4, 90)
	s.Put(24, []xlsx.Cell{{Value: "敏感词", Style: xlsx.HeadStyle}, {}, {Value: m.words.SensitiveNote, Style: xlsx.NoteStyle}})
	for _, word := range m.plan.Sensitive {
		s.Row(xlsx.Cell{Value: word, Style: xlsx.LabelStyle})
	}
	freeRows(s, 20, xlsx.LabelStyle)
	s.Close()
}

// taught writes 词表, where the office says what words mean that departments use. What may
// stand under 作为 hangs on the kind, so that its list offers the most common and other words
// may be typed.
func (m *master) taught() {
	s := m.begin(plan.TaughtSheet, m.words.TaughtTitle, m.words.TaughtNote, sheets.TaughtColumns, 12, 40, 24, 34)
	for _, line := range m.from.Taught {
		var cells []xlsx.Cell
		for i, look := range []xlsx.Style{xlsx.MidStyle, xlsx.LabelStyle, xlsx.MidStyle, xlsx.LabelStyle} {
			cells = append(cells, xlsx.Cell{Value: line[i], Style: look})
		}
		s.Row(cells...)
	}
	freeRows(s, 20, xlsx.MidStyle, xlsx.LabelStyle, xlsx.MidStyle, xlsx.LabelStyle)
	s.Offer(xlsx.Area(1, 4, 1, lastOffered), sheets.TaughtKinds()...)
	s.Offer(xlsx.Area(3, 4, 3, lastOffered), slices.Concat(ruling.Roles(), signs.StatusWords())...)
	s.Close()
}

// lastOffered is the last row in which a new year folder offers a choice.
const lastOffered = 300

func quarterNames() []string {
	var names []string
	for _, q := range (period.Quarter{N: 4}).Until() {
		names = append(names, q.Short())
	}
	return names
}

func quarterName(q period.Quarter) string {
	if q.IsZero() {
		return ""
	}
	return q.String()
}

// freeRows leaves framed rows to be filled in.
func freeRows(s *xlsx.Worksheet, rows int, looks ...xlsx.Style) {
	for range rows {
		var cells []xlsx.Cell
		for _, k := range looks {
			cells = append(cells, xlsx.Cell{Style: k})
		}
		s.Row(cells...)
	}
}
