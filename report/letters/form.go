package letters

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns/formkey"
	"taizhang/report/signs"
	"taizhang/report/xlsx"
	"taizhang/templates/forms"
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
	asks := asked(l, q)
	words := forms.Default()
	var list []Form
	for _, d := range l.Departments {
		if roster := &l.Plan.Roster; roster.Known() && !roster.Lists(d.Name) {
			continue // nobody is asked before the office has said whose the name is
		}
		if d.Active.In(q) && len(asks[d.Name]) > 0 {
			list = append(list, Form{d.Name, l, q, words, asks[d.Name]})
		}
	}
	return list
}

// asked returns what each department answers for in the quarter, in the list's order.
func asked(l *ledger.Ledger, q period.Quarter) map[string][]ask {
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
	return asks
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

// The columns together are as wide as A4 takes at 9 points: whoever signs a form reads it on paper.
var formColumns = []struct {
	name   string // in the wording
	width  float64
	answer bool
}{
	{"序号", 5, false}, {"识别码", 9, false}, {"工作任务", 8, false}, {"具体要求", 24, false}, {"职责", 9, false}, {"上季度", 17, false},
	{"进展", 24, true}, {"状态", 8, true}, {"比例", 7, true}, {"日期", 11, true}, {"佐证", 11, true}, {"问题", 9, true}, {"措施", 9, true},
}

const (
	lockedFill = "F2F2F2"
	shortDay   = "yyyy-mm-dd"
	answerFill = "FFE699"
)

// Write writes the form: what is asked is locked, what is answered is open, and each row
// carries its key in a hidden column.
func (f Form) Write(w io.Writer) error {
	b := xlsx.NewWorkbook(xlsx.Options{Unit: f.ledger.Unit, Foot: f.quarter.Label(), Grows: true})
	defer b.Close()
	title := f.fill(f.words.Form.Title)
	b.Describe(xlsx.Properties{Unit: f.ledger.Unit, Title: title, Subject: f.Department, Category: f.words.Form.Sheet, Day: f.quarter.Last(), Key: f.Key().String()})
	var widths []float64
	for _, c := range formColumns {
		widths = append(widths, c.width)
	}
	s := b.Add(f.words.Form.Sheet, xlsx.Paper{Title: f.Department, Landscape: true, Narrow: true, Head: [2]int{4, 4}, Freeze: 4, Tab: "BF8F00"}, widths...)
	s.Hide(func(col int) bool { return col == formKey })
	s.Put(34, []xlsx.Cell{{Value: title, Style: xlsx.Style{Font: xlsx.Hei, Size: 18, Align: "center", Middle: true, Nowrap: true}, Span: formEnd}})
	s.Put(22, []xlsx.Cell{{Value: f.fill(f.words.Form.Lead), Style: xlsx.Style{Color: "9C5700", Middle: true, Nowrap: true}, Span: formEnd}})
	f.head(s)
	s.Heading(f.headings())
	first := s.Next
	for i, a := range f.asks {
		cells := f.row(a)
		if i > 0 && i == len(f.asks)-1 { // who signs doesn't sign a page on which nothing is said
			s.TogetherAsCounted(s.Height(cells) + f.footHeight())
		}
		s.Row(cells...)
	}
	f.validate(s, first, s.Next-1)
	f.foot(s)
	s.Protect()
	s.Close()
	f.baseSheets(b)
	return b.Write(w)
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
	formLabel  = xlsx.Style{Align: "right", Middle: true, Nowrap: true}
	formValue  = xlsx.Style{Font: xlsx.Hei, Middle: true, Nowrap: true, Quoted: true}
	formOpen   = xlsx.Style{Middle: true, Frame: true, Open: true, Fill: "FFFBEF"}
	formLocked = xlsx.Style{Middle: true, Frame: true, Fill: lockedFill}
)

// head writes whose form it is and for which quarter, and asks for the day.
func (f Form) head(s *xlsx.Worksheet) {
	words := f.words.Form.Head
	day := formOpen
	day.Format, day.Align = shortDay, "center"
	s.Put(24, []xlsx.Cell{
		{Value: words["单位"] + "：", Style: formLabel, Span: 3}, {Value: f.Department, Style: formValue, Span: 2},
		{Value: words["季度"] + "：", Style: formLabel}, {Value: f.quarter.Label(), Style: formValue},
		{Value: words["日期"] + "：", Style: formLabel, Span: 2}, {Style: day},
	})
	s.Validate(f.prompt(f.words.Form.StatedOn, xlsx.Name(formDate, 3), xlsx.DayBetween(f.quarter.First(), period.Date{Year: f.quarter.Year + 1, Month: 12, Day: 31})))
}

func (f Form) headings() []xlsx.Cell {
	var cells []xlsx.Cell
	for _, c := range formColumns {
		k := xlsx.HeadStyle
		if c.answer {
			k.Fill = answerFill
		}
		cells = append(cells, xlsx.Cell{Value: f.words.Form.Columns[c.name], Style: k})
	}
	return cells
}

// row writes a requirement: what is asked, what was last said, and room for the answer.
func (f Form) row(a ask) []xlsx.Cell {
	req := f.ledger.Requirement(a.no)
	key := formkey.Key{Requirement: req.Key, Quarter: f.quarter, Department: f.Department}
	number := req.Number
	if number == "" {
		number = strconv.Itoa(req.No)
	}
	centered, last := formLocked, formLocked
	centered.Align, last.Color = "center", "595959"
	status, share, day := formOpen, formOpen, formOpen
	status.Align, share.Align, day.Align = "center", "center", "center"
	share.Format, day.Format = "0%", shortDay
	return []xlsx.Cell{
		{Value: number, Style: centered}, {Value: key.String(), Style: formLocked, Tall: true},
		{Value: f.ledger.Task(req.Task).Title.Value, Style: formLocked}, {Value: req.Text.Value, Style: formLocked},
		{Value: charge(a, req), Style: centered}, {Value: f.lastSaid(a.no), Style: last},
		{Style: formOpen}, {Style: status}, {Style: share}, {Style: day}, {Style: formOpen}, {Style: formOpen}, {Style: formOpen},
	}
}

// charge says what a department is to a requirement, and until when.
func charge(a ask, req *plan.Requirement) string {
	text := a.role.Label()
	if a.role == ledger.Joint && a.alone {
		text = "负责"
	}
	switch {
	case !req.Due.On.IsZero():
		text += "\n" + req.Due.On.Label()
	case req.Due.Recurring != "":
		text += "\n" + req.Due.Recurring
	case req.Due.Said != "":
		text += "\n" + req.Due.Said
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
	text := forms.Fill(f.words.Form.LastYear, "状态", signs.StatusWord(then.Status))
	if then.Overdue {
		text += f.words.Form.LateThen
	}
	return text
}

// saidBy is what a department said last: its status and its words.
func (f Form) saidBy(v ledger.Voice) string {
	text := signs.StatusWord(v.Status())
	if v.Carried {
		text += forms.Fill(f.words.Form.Carried, "季度", v.Entry.Quarter.Short())
	}
	progress := []rune(strings.TrimSpace(v.Entry.Row.Progress.Value))
	if len(progress) > lastWords {
		progress = append(progress[:lastWords:lastWords], []rune("……")...)
	}
	return strings.TrimSpace(text + "\n" + string(progress))
}
