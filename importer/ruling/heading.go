package ruling

import (
	"slices"

	"taizhang/importer/fold"
	"taizhang/importer/plan"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// ReadingsSheet is the sheet of the ledger in which the office says what headings mean.
const ReadingsSheet = "读法"

// ReadAs is the act as the office chooses it.
const ReadAs = "改读作"

// Column is the act that gives a heading its role.
const Column Act = "column" // 改读作

// What the column 适用 offers; the name of a department or of a file may stand there too.
const (
	ForAll        = "全部"
	ForDepartment = "部门"
	ForFile       = "本文件"
)

// Scopes lists what 适用 offers.
var Scopes = []string{ForAll, ForDepartment, ForFile}

// Roles returns what 改读作 offers.
func Roles() []string {
	names := make([]string, 0, len(words.Pointed))
	for _, role := range words.Pointed {
		names = append(names, string(role))
	}
	return names
}

// ByLabel says in the office's words by what a column was read.
func ByLabel(by table.By) string {
	switch by {
	case table.ByHeading:
		return "表头"
	case table.ByPart:
		return "部分"
	case table.ByContent:
		return "内容"
	case table.ByKey:
		return "识别码"
	case table.ByOffice:
		return "办公室核定"
	}
	return ""
}

// Heading is a line of 读法 as the office decides in it.
type Heading struct {
	Choice, Role, Scope, Reason, By, On string // typed by the office

	Said             string // the heading as it stood
	Left, Right      string // the headings beside it, where only they tell its column from another one
	Department, File string // what 部门 and 本文件 mean on this line
	Mark             string // see Mark
}

// HeadingTyped and HeadingHidden are the columns of 读法 that the office fills in, and those
// that say what a line is about.
var (
	HeadingTyped = Columns[Heading]{
		{choiceHeading, func(h *Heading) string { return h.Choice }, func(h *Heading, s string) { h.Choice = s }},
		{valueHeading, func(h *Heading) string { return h.Role }, func(h *Heading, s string) { h.Role = s }},
		{"适用", func(h *Heading) string { return h.Scope }, func(h *Heading, s string) { h.Scope = s }},
		{"核定理由", func(h *Heading) string { return h.Reason }, func(h *Heading, s string) { h.Reason = s }},
		{"核定人", func(h *Heading) string { return h.By }, func(h *Heading, s string) { h.By = s }},
		{"核定日期", func(h *Heading) string { return h.On }, func(h *Heading, s string) { h.On = s }},
	}
	HeadingHidden = Columns[Heading]{
		{"表头原文", func(h *Heading) string { return h.Said }, func(h *Heading, s string) { h.Said = s }},
		{"左邻", func(h *Heading) string { return h.Left }, func(h *Heading, s string) { h.Left = s }},
		{"右邻", func(h *Heading) string { return h.Right }, func(h *Heading, s string) { h.Right = s }},
		{"所属部门", func(h *Heading) string { return h.Department }, func(h *Heading, s string) { h.Department = s }},
		{"来源文件", func(h *Heading) string { return h.File }, func(h *Heading, s string) { h.File = s }},
		{markHeading, func(h *Heading) string { return h.Mark }, func(h *Heading, s string) { h.Mark = s }},
	}
)

// empty reports whether the office has typed nothing into the line.
func (h Heading) empty() bool {
	return h.Choice == "" && h.Role == "" && h.Scope == "" && h.Reason == "" && h.By == "" && h.On == ""
}

// Cells returns what stands in the typed columns, for the mark of the line; the act comes last,
// as in Whole.Said. The only one there is says nothing that the rest does not.
func (h Heading) Cells() []string {
	choice := h.Choice
	if fold.Key(choice) == ReadAs && h.Role != "" {
		choice = ""
	}
	return []string{h.Role, h.Scope, h.Reason, h.By, h.On, choice}
}

// ruling reads the line. What can't be carried out has a Why.
func (h Heading) ruling() Ruling {
	r := Ruling{Act: Column, Target: Target{Heading: h.Said, Beside: [2]string{h.Left, h.Right}}, State: Orphaned,
		Reason: h.Reason, By: h.By, On: h.On, Typed: Typed{Choice: h.Role, Item: h.Scope}}
	role, ok := words.RoleNamed(h.Role)
	if ok = ok && slices.Contains(words.Pointed, role); ok {
		r.Role, r.Typed.Choice = role, string(role)
	}
	switch fold.Key(h.Scope) {
	case ForDepartment:
		r.Target.Department = h.Department
	case ForFile:
		r.Target.File = h.File
	}
	switch {
	case h.Choice != "" && fold.Key(h.Choice) != ReadAs:
		r.Role, r.Why = "", "“"+h.Choice+"”不是可选的核定，这里只能选“"+ReadAs+"”"
	case h.Role == "":
		r.Why = "这一行填了内容，但“" + valueHeading + "”一栏没有选"
	case !ok:
		r.Why = "“" + h.Role + "”不是可选的读法"
	case fold.Key(h.Said) == "":
		r.Role, r.Why = "", "这一行没有对应的表头（行尾隐藏的几列被清空了）"
	case fold.Key(h.Scope) == ForDepartment && h.Department == "":
		r.Why = "这一行没有认出部门，“适用”请写部门的名称"
	case fold.Key(h.Scope) == ForFile && h.File == "":
		r.Why = "这一行没有文件，“适用”请写文件名"
	}
	r.Identify()
	return r
}

// Heading returns the line of 读法 that shows the answer again, as the office typed it.
func (r Ruling) Heading() Heading {
	t := r.Target
	return Heading{Choice: ReadAs, Role: r.Typed.Choice, Scope: r.Typed.Item, Reason: r.Reason, By: r.By, On: r.On,
		Said: t.Heading, Left: t.Beside[0], Right: t.Beside[1], Department: t.Department, File: t.File}
}

// resolved returns the answer with whom it is for: what the office named in 适用 is a
// department of the roster or a file.
func (r Ruling) resolved(p *plan.Plan) (Ruling, words.Scope) {
	switch key := fold.Key(r.Typed.Item); {
	case key == "", key == ForAll:
		return r, words.Scope{}
	case key == ForDepartment:
		return r, words.Scope{Department: r.Target.Department}
	case key == ForFile:
		return r, words.In(r.Target.File)
	}
	scope, ok := p.ScopeNamed(r.Typed.Item)
	if !ok {
		if r.Why == "" {
			r.Why = "适用“" + r.Typed.Item + "”既不是部门名录里的名称，也不是带后缀的文件名"
			r.Identify()
		}
		return r, scope
	}
	r.Target.Department, r.Target.File = scope.Department, scope.File
	if scope.File != "" {
		r.Target.File = scope.String()
	}
	r.Identify()
	return r, scope
}

// saysOfHeading returns the decision in the office's words.
func (r Ruling) saysOfHeading() string {
	says := "“" + r.Target.Heading + "”一栏读作“" + r.Typed.Choice + "”"
	if r.Role == words.Skip {
		says = "“" + r.Target.Heading + "”一栏不读"
	}
	for _, whose := range []string{r.Target.Department, r.Target.File} {
		if whose != "" {
			says += "（" + whose + "）"
		}
	}
	return says
}
