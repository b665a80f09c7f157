package returns

import (
	"regexp"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// rows reads every row under the heading that holds anything. Lines that a merged
// requirement spans are one row, their texts joined.
func (r *Reader) rows(t *table) []Row {
	rows := make([]Row, 0, max(t.end-t.body+1, 0))
	var group grid.Read[string]
	shares := r.scaleOf(t)
	notes := false
	for line := t.body; line <= t.end; {
		if blankRow(t.sheet, line) {
			line++
			continue
		}
		end := t.lastLine(line)
		reason := r.furniture(t, line, notes)
		if reason == "" && end > line && t.isRepeatedHeading(end) {
			reason = RepeatedHeading // of two rows
		}
		row := Row{At: t.sheet.Place().At(line, 0), Ignored: reason}
		switch reason {
		case "":
			r.fill(t, &row, line, end, shares)
			r.takeKey(t, &row, line, end)
			if !row.Task.Given() {
				row.Task = group
			}
			row.Ignored = r.unanswered(row)
		case GroupTitle:
			group = firstText(t.sheet, line)
			group.Value = r.title(group.Value)
			row.Text = grid.Read[string]{Said: group.Said, At: group.At}
		default:
			row.Text = grid.Read[string]{Said: firstText(t.sheet, line).Said, At: firstText(t.sheet, line).At}
		}
		notes = reason == Note || notes && reason == Signature
		rows = append(rows, row)
		line = end + 1
	}
	return rows
}

// lastLine returns the last line of the row that begins at line: as far as the merge of
// its requirement (or, without that column, of its number) reaches down.
func (t *table) lastLine(line int) int {
	cols := t.of(words.Requirement)
	if len(cols) == 0 {
		cols = t.of(words.Number)
	}
	if len(cols) == 0 {
		return line
	}
	anchor := t.sheet.Cell(line, cols[len(cols)-1]).Anchor()
	end := line
	for end < t.end {
		next := t.sheet.Cell(end+1, cols[len(cols)-1])
		if next.IsEmpty() || !next.Covered() || next.Anchor() != anchor {
			break
		}
		end++
	}
	return end
}

// fill reads the values of a row that spans the given lines.
func (r *Reader) fill(t *table, row *Row, line, end int, shares scale) {
	for c := 1; c <= t.sheet.Width(); c++ {
		col := t.columns[c]
		if col.role == "" {
			continue
		}
		for n := line; n <= end; n++ {
			cell := t.sheet.Cell(n, c)
			if cell.IsEmpty() || sideways(cell) || n > line && cell.Covered() {
				continue
			}
			r.take(row, col, cell, shares)
		}
	}
	if !row.Status.Given() {
		row.Status = r.leadingStatus(row.Progress)
	}
	if !row.Percent.Given() && row.Status.Given() {
		if p, ok := percentWithin(row.Status.Said); ok {
			row.Percent = grid.Read[float64]{Value: p, Said: row.Status.Said, At: row.Status.At}
		}
	}
	r.percentSpeaks(row)
}

// take puts a cell into the field of its column.
func (r *Reader) take(row *Row, col column, cell grid.Cell, shares scale) {
	text := strings.TrimSpace(cell.String())
	if col.role != words.Progress && col.role != words.Evidence {
		text = r.memo.text.get(text, func(text string) string { return text })
	}
	whole := grid.Words{Value: text, At: cell.Anchor()}
	read := grid.Read[string]{Value: text, Said: text, At: whole.At}
	switch col.role {
	case words.Number:
		read.Value = r.memo.number.get(text, digits)
		row.Number = read
	case words.Task:
		read.Value = r.title(text)
		row.Task = read
	case words.Requirement:
		n := r.memo.requirement.get(text, numberOff)
		number, rest := n.number, n.rest
		row.Text = grid.Read[string]{Value: rest, Said: text, At: cell.Anchor()}
		if number != "" {
			row.Number = grid.Read[string]{Value: number, Said: number, At: cell.Anchor()}
		}
	case words.Department, words.Lead:
		row.Departments = together(row.Departments, whole)
	case words.Progress:
		row.Progress = together(row.Progress, whole)
	case words.Status:
		r.takeStatus(row, col, cell)
	case words.Percent:
		r.takePercent(row, cell, shares)
	case words.Completed:
		r.takeDate(row, cell)
	case words.Evidence:
		r.takeEvidence(row, cell)
	case words.Problems:
		row.Problems = together(row.Problems, whole)
	case words.NextSteps:
		row.NextSteps = together(row.NextSteps, whole)
	case words.Remarks:
		row.Remarks = together(row.Remarks, whole)
	}
	if cell.Kind == grid.Failed && cell.Formula == "" { // #REF!; grid reports formulas without a result
		row.Findings = append(row.Findings, finding.New(finding.FormulaWithoutValue, cell.Anchor(), text, ""))
	}
}

// together adds a further text to a field; the first cell stays its address.
func together(a, b grid.Words) grid.Words {
	if !a.Given() {
		return b
	}
	a.Value += "\n" + b.Value
	return a
}

// unanswered returns why a row with a place in the table is no answer: it holds only a
// number, or it names a requirement and says nothing of it.
func (r *Reader) unanswered(row Row) Reason {
	for _, said := range []string{row.Status.Said, row.Percent.Said, row.CompletedOn.Said, row.Progress.Value,
		row.Problems.Value, row.NextSteps.Value, row.Remarks.Value} {
		if !r.nothing(said) {
			return ""
		}
	}
	for _, e := range row.Evidence {
		if !r.nothing(e.Value) {
			return ""
		}
	}
	if r.declines(row.Status.Said) || r.declines(row.Progress.Value) {
		return "" // 无, / and 不涉及 in the answer's own columns are an answer: not applicable
	}
	if row.Text.Value == "" && row.Task.Value == "" {
		return EmptyNumbered
	}
	return Unanswered
}

// nothing reports whether a cell's text says nothing: empty, 同上, 见附件, 略, 无.
func (r *Reader) nothing(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), "。.；;，,")
	return s == "" || r.words.IsUnanswered(s) || r.words.IsNothing(s) || pointsElsewhere(s)
}

// pointsElsewhere reports an answer that only names an attachment. Most do not even begin so.
func pointsElsewhere(s string) bool {
	return (strings.HasPrefix(s, "详见") || strings.HasPrefix(s, "见") || strings.HasPrefix(s, "参见")) && attached.MatchString(s)
}

// attached is an answer that only points elsewhere: 详见附件2, 见《……》附表.
var attached = regexp.MustCompile(`^(详见|见|参见)[^，。；]{0,12}(附件|附表|材料|附后)[^，。；]{0,6}$`)

func (r *Reader) declines(s string) bool {
	return r.statuses[fold.Key(s)] == status.NotApplicable
}

var spacedNumber = regexp.MustCompile(`^\s*([0-9０-９]{1,3})[ 　\t]+(\p{Han}.*)$`)

// title returns a task without its number and full stop.
func (r *Reader) title(text string) string {
	return r.memo.title.get(text, plan.Title)
}

// numbered is a requirement's text with its number taken off.
type numbered struct{ number, rest string }

func numberOff(text string) numbered {
	number, rest := splitNumber(text)
	return numbered{number, rest}
}

// splitNumber takes the number off the beginning of a requirement, as the list does, and
// also where only a space parts them: 7 积极推进….
func splitNumber(text string) (number, rest string) {
	if number, rest = plan.SplitNumber(text); number != "" {
		return number, rest
	}
	if m := spacedNumber.FindStringSubmatch(text); m != nil {
		return digits(m[1]), m[2]
	}
	return "", text
}

// wholeNumber is a cell of a number column: 7, 第7条, （7）.
var wholeNumber = regexp.MustCompile(`^第?[(]?([0-9]{1,6})[)]?[.、]?[条项号]?$`)

// digits returns the number of a cell in ASCII without leading zeros, "" where the cell
// holds no whole number (24.1, 24-25).
func digits(s string) string {
	m := wholeNumber.FindStringSubmatch(strings.ReplaceAll(fold.Text(s), " ", ""))
	if m == nil {
		number, rest := plan.SplitNumber(s)
		if rest == "" {
			return number
		}
		return ""
	}
	n, _ := strconv.Atoi(m[1])
	return strconv.Itoa(n)
}
