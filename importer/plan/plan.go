// Package plan is what the year was meant to be: the task list as issued, the roster of
// departments and the office's settings. It says how it understood the list: who leads,
// who supports, what is due when, and which values were inherited from a merged cell.
package plan

import (
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/roster"
	"taizhang/templates/words"
)

// Plan is the year as issued.
type Plan struct {
	Year         int
	Unit         string // 单位名称, "" where nobody said it
	Source       string // file of the list, relative to the year folder; the embedded list's name
	Embedded     bool   // the embedded list is used
	Sample       bool   // the list is the embedded one, also where it stands in a file of its own
	Name         string // what the list is of, as documents call it: 政务公开工作要点
	Tasks        []Task
	Requirements []Requirement // no 1..n is index 0..n-1
	Roster       roster.Roster
	Settings     Settings
	Receipts     []Receipt
	Sensitive    []string     // sheet 敏感词
	Taught       words.Taught // sheet 词表
}

// Task is a 工作任务 of the list.
type Task struct {
	No           int               // 1..n in list order
	Title        grid.Read[string] // without 一、 and final 。
	Group        string            // the heading above, "" for none
	Requirements []int             // numbers (no) of its requirements
}

// Requirement is a 具体要求 of the list.
type Requirement struct {
	No        int               // 1..n in list order
	Number    string            // what the list prints, "" for none
	Key       string            // short hash of folded task and text; see Key
	Task      int               // no of its task
	Text      grid.Read[string] // without its number, otherwise as written
	Duty      duty.Duty         // who answers for it
	Due       period.Due        // a date, or a recurring phrase, or neither
	Active    roster.Active
	Inherited []string // headings whose value comes from a merged cell above, as written (责任部门)
}

// Assigned is who answers for a requirement in one quarter: roster names, collectives
// expanded, no name twice, in the list's order. See Plan.Assigned.
type Assigned struct{ Lead, Support, Joint []string }

// Deciders returns those whose word settles the standing: the leads, else all joint
// departments.
func (a Assigned) Deciders() []string {
	if len(a.Lead) > 0 {
		return a.Lead
	}
	return a.Joint
}

// All returns everybody who answers for the requirement, deciders first.
func (a Assigned) All() []string {
	all := append([]string(nil), a.Deciders()...)
	return append(all, a.Support...)
}

// Settings is the sheet 设置. A zero field was not set.
type Settings struct {
	Unit       string
	AsOf       period.Quarter
	Deadline   period.Deadline // 报送截止日
	FirstLeads bool            // 无牵头时 = 首位牵头
	Phone      string          // 公开电话, may stand in the annex
	Fonts      string          // 字体: 内置 or file names

	Annex     string // 附件号: 1, 2-1; "" where the annex has no number
	FirstPage int    // 起始页码: the number of the annex's first page, 0 where nobody said it

	PublishReturns bool // 公开报送情况 = 是: who reported, and when, may stand in public
}

// Receipt is a line of 报送登记: when a department's return came in.
type Receipt struct {
	Department string
	Quarter    period.Quarter
	On         grid.Read[period.Date]
}
