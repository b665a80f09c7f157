package reader

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"taizhang/importer/returns"
	"taizhang/importer/returns/answer"
	"taizhang/importer/returns/origin"
	"taizhang/importer/returns/rows"
	"taizhang/importer/status"
)

// ofColumns reads the columns of one department in a table that has columns of several. Where the list
// does not ask the department, a dash, an empty cell or 不涉及 is nothing; what else it writes there is
// a row like any other.
func (f *file) ofColumns(t answer.Taker, base returns.Return, o origin.Origin) []part {
	all, _ := rows.Read(f.paragraphs, t, false)
	base.Department = o.Department
	asked := false
	for _, row := range all {
		owes := base.Department.Value == "" || f.owes(base, row)
		if !owes && saysNothing(row) {
			continue
		}
		if owes && row.Ignored == "" && saysNothing(row) && !strings.ContainsFunc(row.Status.Said, unicode.IsLetter) {
			row.Ignored = returns.Unanswered
		}
		asked = asked || row.Ignored == "" || row.Ignored == returns.Unanswered
		base.Rows = append(base.Rows, row)
	}
	if !asked {
		return nil
	}
	return []part{{base, o}}
}

// saysNothing reports a row without an answer, or that only declines one.
func saysNothing(row returns.Row) bool {
	if row.Ignored == returns.Unanswered || row.Ignored == returns.EmptyNumbered {
		return true
	}
	declines := row.Ignored == "" && row.Status.Value == status.NotApplicable && !row.CompletedOn.Given() && row.Evidence == nil
	return declines && (!row.Progress.Given() || row.Progress.Value == row.Status.Said) && !row.Problems.Given() && !row.NextSteps.Given()
}

// owes reports whether the list asks a department for what a row names, or may: of a row that names no
// requirement for sure nobody knows.
func (f *file) owes(ret returns.Return, row returns.Row) bool {
	numbers := f.named(row)
	if len(numbers) == 0 {
		return true
	}
	return slices.ContainsFunc(numbers, func(no int) bool {
		return slices.Contains(f.facts.Plan.Assigned(&f.facts.Plan.Requirements[no-1], ret.Quarter.Value).All(), ret.Department.Value)
	})
}

// named returns the requirements that a row names: by the list's numbers, or by its text.
func (f *file) named(row returns.Row) (numbers []int) {
	cited := row.Cites
	if no, _ := f.facts.Tables.Requirement(row.Text.Value); no != 0 {
		return []int{no}
	}
	if len(cited) == 0 && row.Number.Value != "" && !row.Serial {
		cited = []string{row.Number.Value}
	}
	for i := range f.facts.Plan.Requirements {
		if r := &f.facts.Plan.Requirements[i]; slices.Contains(cited, r.Number) || r.Number == "" && slices.Contains(cited, strconv.Itoa(r.No)) {
			numbers = append(numbers, r.No)
		}
	}
	return numbers
}
