package book

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/templates/forms"

	"github.com/xuri/excelize/v2"
)

// Form is what one department is asked in a quarter: the 报送表 that it fills in.
type Form struct {
	Department string

	ledger  *ledger.Ledger
	quarter period.Quarter
	words   *forms.Wording
	asks    []ask
}

// ask is one requirement that a department answers for.
type ask struct {
	no    int
	role  ledger.Role
	alone bool // nobody else decides
}

// Forms returns a form for each department that is expected to report in the quarter, in
// the ledger's order. What was last said is taken from the ledger, as of the quarter
// before, where that lies within it.
func Forms(l *ledger.Ledger, q period.Quarter) []Form {
	asks := map[string][]ask{}
	for i := range l.Plan.Requirements {
		req := &l.Plan.Requirements[i]
		if !req.Active.In(q) {
			continue
		}
		a := l.Plan.Assigned(req, q)
		for _, side := range []struct {
			role  ledger.Role
			names []string
		}{{ledger.Lead, a.Lead}, {ledger.Joint, a.Joint}, {ledger.Support, a.Support}} {
			for _, name := range side.names {
				asks[name] = append(asks[name], ask{req.No, side.role, len(a.Deciders()) == 1})
			}
		}
	}
	words := forms.Default()
	var list []Form
	for _, d := range l.Departments {
		if d.Active.In(q) && len(asks[d.Name]) > 0 {
			list = append(list, Form{d.Name, l, q, words, asks[d.Name]})
		}
	}
	return list
}

// Columns of a form. The key stands between two others, so that whoever marks the table
// to sort or copy it takes the key along.
const (
	formKey      = 2
	formLast     = 6 // the last quarter
	formProgress = 7
	formStatus   = 8
	formPercent  = 9
	formDate     = 10
	formEnd      = 13
)

var formColumns = []struct {
	name   string // in the wording
	width  float64
	answer bool
}{
	{"序号", 5, false}, {"识别码", 9, false}, {"工作任务", 13, false}, {"具体要求", 34, false}, {"职责", 10, false}, {"上季度", 25, false},
	{"进展", 38, true}, {"状态", 9, true}, {"比例", 8, true}, {"日期", 15, true}, {"佐证", 19, true}, {"问题", 14, true}, {"措施", 14, true},
}

const (
	lockedFill = "F2F2F2"
	answerFill = "FFE699"
)

// Write writes the form: what is asked is locked, what is answered is open, and each row
// carries its key in a hidden column.
func (f Form) Write(w io.Writer) error {
	b := blank(f.ledger, 0)
	defer b.file.Close()
	b.grows = true
	title := f.fill(f.words.Form.Title)
	b.check(b.properties(title, f.Department, f.words.Form.Sheet, f.quarter, ""))
	var widths []float64
	for _, c := range formColumns {
		widths = append(widths, c.width)
	}
	s := b.sheet(f.words.Form.Sheet, page{title: f.Department, landscape: true, head: [2]int{4, 4}, freeze: 4, tab: "BF8F00",
		foot: f.quarter.Label()}, widths...)
	s.hide(func(col int) bool { return col == formKey })
	s.put(34, []cell{{value: title, look: look{font: hei, size: 18, align: "center", middle: true, nowrap: true}, span: formEnd}})
	s.put(22, []cell{{value: f.fill(f.words.Form.Lead), look: look{color: "9C5700", middle: true, nowrap: true}, span: formEnd}})
	f.head(s)
	s.heading(f.headings())
	first := s.next
	for _, a := range f.asks {
		s.row(f.row(a)...)
	}
	f.validate(s, first, s.next-1)
	f.foot(s)
	f.protect(s)
	s.close()
	f.baseSheets(b)
	return b.write(w)
}

// fill puts into a text what is the same on the whole form.
func (f Form) fill(text string) string {
	until := f.words.Form.NoDeadline
	if due := f.ledger.Plan.Settings.Deadline.For(f.quarter); !due.IsZero() {
		until = due.Label() + "前"
	}
	return forms.Fill(text, "单位", f.ledger.Unit, "季度", f.quarter.Label(), "截止", until, "部门", f.Department,
		"例", f.quarter.Last().String(), "起", f.yearStart().String(), "止", f.quarter.Last().String())
}

func (f Form) yearStart() period.Date { return period.Date{Year: f.quarter.Year, Month: 1, Day: 1} }

var (
	formLabel  = look{align: "right", middle: true, nowrap: true}
	formValue  = look{font: hei, middle: true, nowrap: true, quoted: true}
	formOpen   = look{middle: true, frame: true, open: true, fill: "FFFBEF"}
	formLocked = look{middle: true, frame: true, fill: lockedFill}
)

// head writes whose form it is and for which quarter, and asks for the day.
func (f Form) head(s *sheet) {
	words := f.words.Form.Head
	day := formOpen
	day.format, day.align = dayFormat, "center"
	s.put(24, []cell{
		{value: words["单位"] + "：", look: formLabel, span: 3}, {value: f.Department, look: formValue, span: 2},
		{value: words["季度"] + "：", look: formLabel}, {value: f.quarter.Label(), look: formValue},
		{value: words["日期"] + "：", look: formLabel, span: 2}, {look: day},
	})
	s.check(s.file.AddDataValidation(s.name, f.prompt(f.words.Form.StatedOn, name(formDate, 3), func(v *excelize.DataValidation) error {
		return v.SetRange(serial(f.quarter.First()), serial(period.Date{Year: f.quarter.Year + 1, Month: 12, Day: 31}),
			excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)
	})))
}

func (f Form) headings() []cell {
	var cells []cell
	for _, c := range formColumns {
		k := headLook
		if c.answer {
			k.fill = answerFill
		}
		cells = append(cells, cell{value: f.words.Form.Columns[c.name], look: k})
	}
	return cells
}

// row writes a requirement: what is asked, what was last said, and room for the answer.
func (f Form) row(a ask) []cell {
	req := f.ledger.Requirement(a.no)
	key := returns.FormKey{Requirement: req.Key, Quarter: f.quarter, Department: f.Department}
	number := req.Number
	if number == "" {
		number = strconv.Itoa(req.No)
	}
	centered, last := formLocked, formLocked.small()
	centered.align, last.color = "center", "595959"
	status, share, day := formOpen, formOpen, formOpen
	status.align, share.align, day.align = "center", "center", "center"
	share.format, day.format = "0%", dayFormat
	return []cell{
		{value: number, look: centered}, {value: key.String(), look: formLocked, tall: true},
		{value: f.ledger.Task(req.Task).Title.Value, look: formLocked}, {value: req.Text.Value, look: formLocked},
		{value: asked(a, req), look: centered}, {value: f.lastSaid(a.no), look: last},
		{look: formOpen}, {look: status}, {look: share}, {look: day}, {look: formOpen}, {look: formOpen}, {look: formOpen},
	}
}

// asked says what a department is to a requirement, and until when.
func asked(a ask, req *plan.Requirement) string {
	text := a.role.Label()
	if a.role == ledger.Joint && a.alone {
		text = "负责"
	}
	switch {
	case !req.Due.On.IsZero():
		text += "\n" + req.Due.On.Label()
	case req.Due.Recurring != "":
		text += "\n" + req.Due.Recurring
	}
	return text
}

// lastWords is how many letters of the last quarter's text stand beside the answer.
const lastWords = 150

// lastSaid is the department's own word as of the quarter before; in the first quarter, where
// the requirement stood at the end of last year. Of departments whose past it carries on each
// has its say.
func (f Form) lastSaid(no int) string {
	before := period.Quarter{Year: f.quarter.Year, N: f.quarter.N - 1}
	if before.N < 1 {
		return f.lastYear(no)
	}
	if f.ledger.AsOf.Before(before) || !f.ledger.Standing(no, before).Active {
		return f.words.Form.First
	}
	st := f.ledger.Standing(no, before)
	past := f.ledger.Plan.Roster.Past(f.Department)
	var said []string
	silent := false
	for _, v := range slices.Concat(st.Deciders, st.Supporting) {
		if v.Department != f.Department && !slices.Contains(past, v.Department) {
			continue
		}
		if silent = v.Entry == nil; silent {
			continue
		}
		text := f.saidBy(v)
		if name := v.Entry.Department; name != f.Department {
			text = name + "：" + text
		}
		if v.Department == f.Department {
			return text
		}
		said = append(said, text)
	}
	switch {
	case len(said) > 0:
		return strings.Join(said, "\n")
	case silent:
		return f.words.Form.Silent
	}
	return f.words.Form.First
}

func (f Form) lastYear(no int) string {
	if f.ledger.LastYear == nil {
		return f.words.Form.First
	}
	then, known := f.ledger.LastYear.Then[no]
	if !known {
		return f.words.Form.First
	}
	text := forms.Fill(f.words.Form.LastYear, "状态", statusWord(then.Status))
	if then.Overdue {
		text += f.words.Form.LateThen
	}
	return text
}

// saidBy is what a department said last: its status and its words.
func (f Form) saidBy(v ledger.Voice) string {
	text := statusWord(v.Status())
	if v.Carried {
		text += forms.Fill(f.words.Form.Carried, "季度", v.Entry.Quarter.Short())
	}
	progress := []rune(strings.TrimSpace(v.Entry.Row.Progress.Value))
	if len(progress) > lastWords {
		progress = append(progress[:lastWords:lastWords], []rune("……")...)
	}
	return strings.TrimSpace(text + "\n" + string(progress))
}
