// Package plan is what the year was meant to be: the task list as issued, the roster of
// departments and the office's settings. It says how it understood the list: who leads,
// who supports, what is due when, and which values were inherited from a merged cell.
package plan

import (
	"crypto/sha256"
	"encoding/hex"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/roster"
	"taizhang/importer/plan/sheets"
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
	Settings     sheets.Settings
	Receipts     []sheets.Receipt
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

// Key returns the requirement's key: the first 12 hex digits of the SHA-256 of the folded
// task, a line feed and the folded text. Forms, rulings and the look back go by it, so it
// must never change for the same words.
func Key(task, text string) string {
	sum := sha256.Sum256([]byte(fold.Key(task) + "\n" + fold.Key(text)))
	return hex.EncodeToString(sum[:])[:12]
}

// ScopeNamed returns the scope that a person names: a department of the roster, or a file with
// its ending, from the year folder where it names a folder.
func (p *Plan) ScopeNamed(said string) (words.Scope, bool) { return sheets.ScopeNamed(&p.Roster, said) }
