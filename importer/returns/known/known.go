// Package known is what returns are read against: the plan, the vocabulary and the list as tables know
// it, and the questions to a short text that need them: is it a name, a requirement, a date, nothing?
package known

import (
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/plan"
	"taizhang/importer/returns/formkey"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// Facts is what is known before a return is opened: the plan, the vocabulary, and what has been
// made of texts already. They are safe for use by several goroutines.
type Facts struct {
	Plan    *plan.Plan
	Words   *words.Words
	Grammar *status.Grammar
	Tables  *table.Reader

	groups map[string]bool       // folded words for several departments: 各股室
	texts  map[string]fold.Shape // of requirements, by key
	keys   map[string]string     // of requirements, by folded text
	duties map[string]bool       // folded texts of the list's own 责任部门 cells
	memo   memos
}

// Office is what the office said that a heading means; see table.Known.
type Office func(table.Asked) (words.Role, bool)

// New returns what is known by a plan and a vocabulary. office may be nil.
func New(p *plan.Plan, w *words.Words, office Office) *Facts {
	r := &Facts{Plan: p, Words: w, Grammar: status.New(w), duties: map[string]bool{}, groups: map[string]bool{}}
	r.texts, r.keys = map[string]fold.Shape{}, map[string]string{}
	for name, wordings := range w.Collectives {
		for _, wording := range append(wordings, name) {
			r.groups[fold.Key(wording)] = true
		}
	}
	var items []table.Item
	var tasks []string
	for _, req := range p.Requirements {
		shape := fold.Of(req.Text.Value)
		r.texts[req.Key], r.keys[shape.Key] = shape, req.Key
		items = append(items, table.Item{No: req.No, Number: req.Number, Text: req.Text.Value})
		r.duties[fold.Key(req.Duty.Said.Said)] = true
	}
	for _, t := range p.Tasks {
		tasks = append(tasks, t.Title.Value)
	}
	r.Tables = table.New(table.Known{
		Words: w, Status: r.Grammar, List: table.NewList(items, tasks), Year: p.Year, Office: office,
		Names:    func(text string) bool { return r.memo.names.Get(text, r.IsNames) },
		Mentions: func(text string) bool { return len(p.Roster.FindIn(text)) > 0 },
		Key:      func(text string) bool { _, ok := formkey.Parse(text); return ok },
	})
	return r
}

// IsListText reports whether a text is a requirement's, to the letter.
func (r *Facts) IsListText(text string) bool { return r.keys[fold.Key(text)] != "" }

// BeginsListText reports whether a requirement begins with a text, to the letter, and goes on.
func (r *Facts) BeginsListText(text string) bool {
	begun := fold.Key(text)
	if begun == "" {
		return false
	}
	for key := range r.keys {
		if len(key) > len(begun) && strings.HasPrefix(key, begun) {
			return true
		}
	}
	return false
}

// IsDuty reports whether a text is a 责任部门 cell of the list.
func (r *Facts) IsDuty(text string) bool { return r.duties[fold.Key(text)] }

// believedFrom is the likeness of a row's text to its key's requirement from which the key is
// believed.
const believedFrom = 0.5

// Fits reports whether a text may be that of the requirement with the key. No text and an
// unknown requirement contradict nothing.
func (r *Facts) Fits(text, key string) bool {
	own, known := r.texts[key]
	if said := fold.Of(text); known && said.Key != "" && said.Key != own.Key {
		return r.keys[said.Key] == "" && said.Likeness(own) >= believedFrom
	}
	return true
}
