package returns

import (
	"taizhang/importer/fold"
	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// Reader reads returns against one plan and one vocabulary. It is safe for use by several
// goroutines.
type Reader struct {
	plan    *plan.Plan
	words   *words.Words
	grammar *status.Grammar
	groups  map[string]bool // folded words for several departments: 各股室
	tables  *table.Reader
	texts   map[string]fold.Shape // of requirements, by key
	keys    map[string]string     // of requirements, by folded text
	duties  map[string]bool       // folded texts of the list's own 责任部门 cells
	memo    memos
	office  func(file, sheet string) Told // nil for nobody
}

// Office is what the office said that a heading means; see table.Known.
type Office func(table.Asked) (words.Role, bool)

// NewReader returns a reader for the plan's roster and year. office may be nil.
func NewReader(p *plan.Plan, w *words.Words, office Office) *Reader {
	r := &Reader{plan: p, words: w, grammar: status.New(w), duties: map[string]bool{}, groups: map[string]bool{}}
	r.texts, r.keys = formKeys(p)
	for name, wordings := range w.Collectives {
		for _, wording := range append(wordings, name) {
			r.groups[fold.Key(wording)] = true
		}
	}
	var items []table.Item
	var tasks []string
	for _, req := range p.Requirements {
		items = append(items, table.Item{No: req.No, Number: req.Number, Text: req.Text.Value})
		r.duties[fold.Key(req.Duty.Said.Said)] = true
	}
	for _, t := range p.Tasks {
		tasks = append(tasks, t.Title.Value)
	}
	r.tables = table.New(table.Known{
		Words: w, Status: r.grammar, List: table.NewList(items, tasks), Year: p.Year, Office: office,
		Names:    func(text string) bool { return r.memo.names.get(text, r.isNames) },
		Mentions: func(text string) bool { return len(p.Roster.FindIn(text)) > 0 },
		Key:      func(text string) bool { _, ok := ParseFormKey(text); return ok },
	})
	return r
}
