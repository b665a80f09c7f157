package place

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/likeness"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
)

// byOwnText finds the requirement whose very text the row holds, wherever it stands in it.
func (p *placing) byOwnText(i int) (Outcome, bool) {
	row, a := p.rows[i], p.asked[i]
	if nos := p.byText[p.keys.Of(a.text)]; len(nos) > 0 {
		if other := p.elsewhere(row); other != nil && !slices.ContainsFunc(other, func(no int) bool { return slices.Contains(nos, no) }) {
			return p.ambiguous(row, append(slices.Clone(nos), other...)), true
		}
		return p.exact(row, a, nos), true
	}
	if nos := p.elsewhere(row); nos != nil {
		if rival := p.alikeOther(a.text, nos); rival != 0 {
			return p.ambiguous(row, append(slices.Clone(nos), rival)), true
		}
		return p.exact(row, a, nos), true
	}
	return p.withRemark(i)
}

// exact places a row on the requirements of one text. Where several share it, the number,
// the task or the department must tell them apart.
func (p *placing) exact(row *returns.Row, a asked, nos []int) Outcome {
	nos = p.narrow(nos, a)
	switch {
	case len(nos) > 1:
		return p.ambiguous(row, nos)
	case a.number != "" && a.number == p.plan.Requirements[nos[0]-1].Number:
		return Outcome{No: nos[0], Match: ledger.Match{By: "number_text", Score: 1}}
	}
	return Outcome{No: nos[0], Match: ledger.Match{By: "text", Score: 1}}
}

// narrow keeps the candidates that the row's number and task, and the department, speak for.
func (p *placing) narrow(nos []int, a asked) []int {
	keep := func(ok func(no int) bool) {
		var kept []int
		for _, no := range nos {
			if ok(no) {
				kept = append(kept, no)
			}
		}
		if len(nos) > 1 && len(kept) > 0 {
			nos = kept
		}
	}
	keep(func(no int) bool { return slices.Contains(a.inTask, no) })
	keep(func(no int) bool { return a.number != "" && a.number == p.plan.Requirements[no-1].Number })
	keep(func(no int) bool { return p.own[no-1] })
	return nos
}

// elsewhere returns the requirements whose text stands in a cell of the row that was not
// taken for the requirement: in the task's, or in one that nobody knows. It is nil where
// these cells name none, or not one alone.
func (p *placing) elsewhere(row *returns.Row) []int {
	var nos []int
	if task := p.keys.Of(row.Task.Value); task != "" && !slices.ContainsFunc(p.tasks, func(t fold.Shape) bool { return t.Key == task }) {
		nos = p.byText[task]
	}
	for _, other := range row.Other {
		more := p.byText[p.keys.Of(other.Text)]
		switch {
		case len(more) == 0 || len(nos) > 0 && slices.Equal(nos, more):
		case len(nos) > 0:
			return nil
		default:
			nos = more
		}
	}
	if len(nos) == 0 {
		return nil
	}
	return nos
}

// alikeOther returns the requirement that a text is surely like, 0 for none and for one of nos.
func (p *placing) alikeOther(text string, nos []int) int {
	if text == "" {
		return 0
	}
	said := likeness.Of(text)
	for j, full := range p.texts {
		if !slices.Contains(nos, j+1) && likeness.Alike(said, full) >= sureAlone {
			return j + 1
		}
	}
	return 0
}

const (
	shortestWhole = 8    // characters of a requirement that is looked for in a longer text
	mostPieces    = 24   // a text of more pieces is no requirement
	mostRemark    = 2    // a remark is no longer than so many times the requirement
	mostBetween   = 0.25 // the most that stands around several requirements, of all
)

// withRemark places a row whose text holds a requirement's whole text and a remark beside
// it. Where the text is made of several requirements, the row answers each of them.
func (p *placing) withRemark(i int) (Outcome, bool) {
	row, a := p.rows[i], p.asked[i]
	groups, rest := p.wholes(a.text)
	if len(groups) == 0 {
		return Outcome{}, false
	}
	size, left := utf8.RuneCountInString(fold.Key(a.text)), utf8.RuneCountInString(fold.Key(rest))
	var nos []int
	for _, group := range groups {
		group = p.narrow(group, a)
		if len(group) > 1 {
			return p.ambiguous(row, group), true
		}
		nos = append(nos, group[0])
	}
	switch {
	case len(nos) > 1 && float64(left) > mostBetween*float64(size):
		return p.ambiguous(row, nos), true
	case len(nos) > 1:
		return p.several(i, nos, "text", likeness.WholePart), true
	case left > mostRemark*(size-left):
		return Outcome{}, false
	}
	if rival := p.alikeOther(rest, nos); rival != 0 {
		return p.ambiguous(row, append(nos, rival)), true
	}
	if a.number != "" && a.number == p.plan.Requirements[nos[0]-1].Number {
		return Outcome{No: nos[0], Match: ledger.Match{By: "number_text", Score: likeness.WholePart}}, true
	}
	return Outcome{No: nos[0], Match: ledger.Match{By: "text", Score: likeness.WholePart}}, true
}

// wholes returns the requirements whose whole text stands in a text between stops, those
// that share a text together, and what is left of the text. Of texts that overlap the
// longest counts. A comma is no stop: what follows it may be another matter.
func (p *placing) wholes(text string) (groups [][]int, rest string) {
	pieces := strings.FieldsFunc(fold.Text(text), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("。；;：:()（）[]【】", r) })
	if len(pieces) < 2 || len(pieces) > mostPieces {
		return nil, text
	}
	taken := make([]bool, len(pieces))
	for size := len(pieces); size >= 1; size-- {
		for from := 0; from+size <= len(pieces); from++ {
			span := pieces[from : from+size]
			if slices.Contains(taken[from:from+size], true) {
				continue
			}
			nos := p.wholeText(strings.Join(span, ""))
			if nos == nil {
				continue
			}
			for k := range span {
				taken[from+k] = true
			}
			if !slices.ContainsFunc(groups, func(g []int) bool { return slices.Equal(g, nos) }) {
				groups = append(groups, nos)
			}
		}
	}
	var left []string
	for k, piece := range pieces {
		if !taken[k] {
			left = append(left, piece)
		}
	}
	return groups, strings.Join(left, " ")
}

// wholeText returns the requirements that have a text, with or without a number before it.
func (p *placing) wholeText(text string) []int {
	_, plain := plan.SplitNumber(text)
	for _, s := range []string{text, plain} {
		key := fold.Key(s)
		if nos := p.byText[key]; len(nos) > 0 && utf8.RuneCountInString(key) >= shortestWhole {
			return nos
		}
	}
	return nil
}
