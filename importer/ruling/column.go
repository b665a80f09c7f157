package ruling

import (
	"cmp"
	"slices"
	"strconv"

	"taizhang/importer/finding"
)

// Sheets of the ledger in which the office decides, and the one that says what each is for.
const (
	OverviewSheet = "总台账"
	FindingsSheet = "待核对"
	NotesSheet    = "说明"
	NumbersSheet  = "年报数据"
	OwnTable      = "附表 " // begins the names of the sheets with an office's own numbers
	RulesSheet    = "勾稽核对"
)

// Headings that several sheets share.
const (
	choiceHeading = "核定"
	statusHeading = "采用状态"
	valueHeading  = "核定内容"
	textHeading   = "要求原文"
	markHeading   = "印记"
)

// ResultHeading is of the column, behind those that the office fills in, that says what became
// of a decision.
const ResultHeading = "核定结果"

// former are the headings that ledgers of earlier versions had for a column: in 总台账 and 读法
// the act followed from the column.
var former = map[string]string{statusHeading: "核定状态", valueHeading: "改读作"}

// Columns that ledgers of earlier versions don't have, by sheet.
var newer = map[string][]string{
	OverviewSheet: {choiceHeading, valueHeading, textHeading, markHeading},
	FindingsSheet: {valueHeading, markHeading},
	ReadingsSheet: {choiceHeading, markHeading},
}

// LineTyped are the columns of 待核对 that the office fills in.
var LineTyped = Columns[Line]{
	{choiceHeading, func(l *Line) string { return l.Choice }, func(l *Line, s string) { l.Choice = s }},
	{"按第几项", func(l *Line) string { return l.Item }, func(l *Line, s string) { l.Item = s }},
	{statusHeading, func(l *Line) string { return l.Status }, func(l *Line, s string) { l.Status = s }},
	{valueHeading, func(l *Line) string { return l.Value }, func(l *Line, s string) { l.Value = s }},
	{"核定理由", func(l *Line) string { return l.Reason }, func(l *Line, s string) { l.Reason = s }},
	{"核定人", func(l *Line) string { return l.By }, func(l *Line, s string) { l.By = s }},
	{"核定日期", func(l *Line) string { return l.On }, func(l *Line, s string) { l.On = s }},
}

// LineHidden are the hidden columns of 待核对 that say what a line is about.
var LineHidden = Columns[Line]{
	{"行键", func(l *Line) string { return l.RowKey }, func(l *Line, s string) { l.RowKey = s }},
	{"代码", func(l *Line) string { return string(l.Code) }, func(l *Line, s string) { l.Code = finding.Code(s) }},
	{"同类第几", func(l *Line) string { return number(l.Nth) }, func(l *Line, s string) { l.Nth, _ = strconv.Atoi(s) }},
	{"所属部门", func(l *Line) string { return l.Department }, func(l *Line, s string) { l.Department = s }},
	{"所属季度", func(l *Line) string { return l.Quarter }, func(l *Line, s string) { l.Quarter = s }},
	{"来源文件", func(l *Line) string { return l.File }, func(l *Line, s string) { l.File = s }},
	{"来源工作表", func(l *Line) string { return l.Sheet }, func(l *Line, s string) { l.Sheet = s }},
	{"内容指纹", func(l *Line) string { return l.Sum }, func(l *Line, s string) { l.Sum = s }},
	{"项次和键", func(l *Line) string { return l.Ref }, func(l *Line, s string) { l.Ref = s }},
	{"类别", func(l *Line) string { return string(l.Kind) }, func(l *Line, s string) { l.Kind = Kind(s) }},
	{markHeading, func(l *Line) string { return l.Mark }, func(l *Line, s string) { l.Mark = s }},
}

// WholeTyped and WholeHidden are the same of 总台账.
var (
	WholeTyped = Columns[Whole]{
		{choiceHeading, func(w *Whole) string { return w.Choice }, func(w *Whole, s string) { w.Choice = s }},
		{statusHeading, func(w *Whole) string { return w.Status }, func(w *Whole, s string) { w.Status = s }},
		{valueHeading, func(w *Whole) string { return w.Value }, func(w *Whole, s string) { w.Value = s }},
		{"核定理由", func(w *Whole) string { return w.Reason }, func(w *Whole, s string) { w.Reason = s }},
		{"核定人", func(w *Whole) string { return w.By }, func(w *Whole, s string) { w.By = s }},
		{"核定日期", func(w *Whole) string { return w.On }, func(w *Whole, s string) { w.On = s }},
	}
	WholeHidden = Columns[Whole]{
		{"项次和键", func(w *Whole) string { return w.Ref }, func(w *Whole, s string) { w.Ref = s }},
		{"核定季度", func(w *Whole) string { return w.Quarter }, func(w *Whole, s string) { w.Quarter = s }},
		{textHeading, func(w *Whole) string { return w.Text }, func(w *Whole, s string) { w.Text = s }},
		{markHeading, func(w *Whole) string { return w.Mark }, func(w *Whole, s string) { w.Mark = s }},
	}
)

// Columns are columns of a sheet, each with its heading and the part of a line that
// stands in it. Writer and reader go by the same ones, so that they can't disagree.
type Columns[L any] []column[L]

type column[L any] struct {
	heading string
	get     func(*L) string
	set     func(*L, string)
}

// Headings returns the headings in the order of the columns.
func (cs Columns[L]) Headings() []string {
	var list []string
	for _, c := range cs {
		list = append(list, c.heading)
	}
	return list
}

// Always returns the headings that ledgers of every version have on a sheet, and Formerly
// those as an earlier version called them.
func (cs Columns[L]) Always(sheet string) []string {
	return slices.DeleteFunc(cs.Headings(), func(h string) bool { return slices.Contains(newer[sheet], h) })
}

func (cs Columns[L]) Formerly(sheet string) []string {
	list := cs.Always(sheet)
	for i, h := range list {
		list[i] = cmp.Or(former[h], h)
	}
	return list
}

// Cells returns what stands in the columns of a line.
func (cs Columns[L]) Cells(line L) []string {
	var list []string
	for _, c := range cs {
		list = append(list, c.get(&line))
	}
	return list
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
