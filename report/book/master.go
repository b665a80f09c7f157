package book

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
	"taizhang/templates/forms"

	"github.com/xuri/excelize/v2"
)

// Master writes a 任务清单.xlsx to start a year from: the plan's list with merged cells as
// lists are issued, its roster, every setting with what it is for, and the sheets 报送登记,
// 敏感词 and 词表, still empty. from is the year that it goes on from, nil for none. A zero year
// is left to be filled in.
func Master(w io.Writer, p *plan.Plan, from *plan.Carried) error {
	year := period.Quarter{Year: cmp.Or(p.Year, undated), N: 4}
	m := &master{book: blank(&ledger.Ledger{Year: p.Year, Unit: p.Unit, AsOf: year, Plan: p}, 0), words: &forms.Default().Year, from: from}
	if m.from == nil {
		m.from = &plan.Carried{}
	}
	defer m.file.Close()
	title := m.fill(m.words.ListTitle)
	m.check(m.properties(title, m.fill("{年度}"), "任务清单", year, ""))
	m.list(title)
	m.roster()
	m.settings()
	m.receipts()
	m.sensitive()
	m.taught()
	return m.write(w)
}

type master struct {
	*book
	words *forms.Year
	from  *plan.Carried // empty for none
}

// undated dates the properties of a workbook whose year is still to be filled in.
const undated = 2000

// fill puts the year into a text, and nothing where it is not known.
func (m *master) fill(text string) string {
	if m.Year == 0 {
		return strings.TrimSpace(forms.Fill(text, "年度", ""))
	}
	return forms.Fill(text, "年度", strconv.Itoa(m.Year))
}

// foot is what stands at the foot of each page.
func (m *master) foot() string { return m.fill(m.words.Foot) }

// begin starts a sheet with its title, a note and the headings.
func (m *master) begin(name, title, note string, columns []string, widths ...float64) *sheet {
	s := m.sheet(name, page{title: title, landscape: true, head: [2]int{3, 3}, tab: "305496", foot: m.foot()}, widths...)
	wide := len(widths)
	s.put(32, []cell{{value: title, look: look{font: hei, size: 16, align: "center", middle: true, nowrap: true}, span: wide}})
	s.row(cell{value: note, look: look{color: "595959", middle: true}, span: wide})
	s.heading(heads(columns...))
	return s
}

// note says what to do with the list: with an example, and with an empty one.
func (m *master) note() string {
	if len(m.Plan.Requirements) == 0 {
		return m.words.EmptyNote
	}
	return m.words.ListNote
}

// list writes the requirements; a task, and a duty that the list does not repeat, stands
// in one merged cell.
func (m *master) list(title string) {
	s := m.begin("任务清单", title, m.note(), []string{"工作任务", "具体要求", "责任部门", "启用", "停用", "调整说明"}, 26, 78, 34, 11, 11, 22)
	top := s.next
	for i := range m.Plan.Requirements {
		req := &m.Plan.Requirements[i]
		task := cell{value: m.Plan.Tasks[req.Task-1].Title.Said, look: labelLook, tall: m.shares(i+1, true)}
		duty := cell{value: req.Duty.Said.Value, look: labelLook, tall: m.shares(i+1, false)}
		if m.shares(i, true) {
			task.value = nil
		}
		if m.shares(i, false) {
			duty.value = nil
		}
		s.row(task, cell{value: req.Text.Said, look: labelLook}, duty, cell{look: midLook}, cell{look: midLook}, cell{look: labelLook})
	}
	for _, col := range []int{1, 3} {
		from := top
		for i := range m.Plan.Requirements {
			if !m.shares(i+1, col == 1) {
				s.mergeDown(col, from, top+i)
				from = top + i + 1
			}
		}
	}
	if len(m.Plan.Requirements) == 0 {
		s.room(40, labelLook, labelLook, labelLook, midLook, midLook, labelLook)
	}
	s.offer(area(4, 4, 5, lastOffered), quarterNames()...)
	s.close()
}

// shares reports whether the requirement at the index stands under the task, or the duty,
// of the one before.
func (m *master) shares(i int, task bool) bool {
	reqs := m.Plan.Requirements
	if i < 1 || i >= len(reqs) {
		return false
	}
	if task {
		return reqs[i].Task == reqs[i-1].Task
	}
	return slices.Contains(reqs[i].Inherited, "责任部门")
}

func (m *master) roster() {
	s := m.begin("部门名录", m.words.RosterTitle, m.words.RosterNote, []string{"部门名称", "类别", "别名", "启用", "停用", "承接"}, 42, 12, 46, 12, 12, 42)
	for _, d := range m.Plan.Roster.Departments {
		s.row(cell{value: d.Name, look: labelLook}, cell{value: string(d.Kind), look: midLook},
			cell{value: strings.Join(d.Aliases, "、"), look: labelLook}, cell{value: quarterName(d.Active.From), look: midLook},
			cell{value: quarterName(d.Active.Until), look: midLook}, cell{value: strings.Join(d.Past, "、"), look: labelLook})
	}
	s.room(10, labelLook, midLook, labelLook, midLook, midLook, labelLook)
	s.offer(area(2, 4, 2, lastOffered), string(plan.Section), string(plan.Affiliate), string(plan.Outside))
	s.offer(area(4, 4, 5, lastOffered), quarterNames()...)
	s.close()
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
			value = m.Unit
		}
		at := s.row(cell{value: set.Item, look: labelLook}, cell{value: value, look: labelLook}, cell{value: set.Note, look: labelLook})
		switch set.Item {
		case "截至季度":
			s.offer(name(2, at), quarterNames()...)
		case "无牵头时":
			s.offer(name(2, at), "共同负责", "首位牵头")
		}
	}
	for _, own := range m.from.Settings { // of the office's own, and of versions to come
		if !slices.ContainsFunc(m.words.Settings, func(set forms.Setting) bool { return set.Item == own[0] }) {
			s.row(cell{value: own[0], look: labelLook}, cell{value: own[1], look: labelLook}, cell{look: labelLook})
		}
	}
	s.close()
}

func (m *master) receipts() {
	s := m.begin("报送登记", m.words.ReceiptsTitle, m.words.ReceiptsNote, []string{"部门", "季度", "收到日期"}, 42, 16, 20)
	s.room(40, labelLook, midLook, dayLook)
	s.offer(area(2, 4, 2, lastOffered), quarterNames()...)
	names := excelize.NewDataValidation(true)
	names.SetSqref(area(1, 4, 1, lastOffered))
	names.SetSqrefDropList(fmt.Sprintf("部门名录!$A$4:$A$%d", lastOffered))
	s.check(s.file.AddDataValidation(s.name, names))
	s.close()
}

// sensitive writes the one sheet without a title: every line of its first column is a word.
func (m *master) sensitive() {
	s := m.sheet("敏感词", page{title: m.words.SensitiveTitle, landscape: true, head: [2]int{1, 1}, tab: "305496", foot: m.foot()}, 30, 4, 90)
	s.put(24, []cell{{value: "敏感词", look: headLook}, {}, {value: m.words.SensitiveNote, look: noteLook}})
	for _, word := range m.Plan.Sensitive {
		s.row(cell{value: word, look: labelLook})
	}
	s.room(20, labelLook)
	s.close()
}

// taught writes 词表, where the office says what words mean that departments use. What may
// stand under 作为 hangs on the kind, so that its list offers the most common and other words
// may be typed.
func (m *master) taught() {
	s := m.begin(plan.TaughtSheet, m.words.TaughtTitle, m.words.TaughtNote, plan.TaughtColumns, 12, 40, 24, 34)
	for _, line := range m.from.Taught {
		var cells []cell
		for i, look := range []look{midLook, labelLook, midLook, labelLook} {
			cells = append(cells, cell{value: line[i], look: look})
		}
		s.row(cells...)
	}
	s.room(20, midLook, labelLook, midLook, labelLook)
	s.offer(area(1, 4, 1, lastOffered), plan.TaughtKinds()...)
	s.offer(area(3, 4, 3, lastOffered), slices.Concat(ruling.Roles(), statusWords())...)
	s.close()
}

func statusWords() []string {
	var words []string
	for _, st := range ruling.Statuses {
		words = append(words, st.Label())
	}
	return words
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

// room leaves framed rows to be filled in.
func (s *sheet) room(rows int, looks ...look) {
	for range rows {
		var cells []cell
		for _, k := range looks {
			cells = append(cells, cell{look: k})
		}
		s.row(cells...)
	}
}

// offer gives cells a list to choose from; something else may be typed all the same.
func (s *sheet) offer(ref string, words ...string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(ref)
	s.check(v.SetDropList(words))
	s.check(s.file.AddDataValidation(s.name, v))
}
