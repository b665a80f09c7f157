package returns

import (
	"regexp"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
)

// shortMonth is a date typed as a number whose last zero is lost: 2021.10 becomes 2021.1,
// 9.30 becomes 9.3. It may be either, and is not guessed.
var shortMonth = regexp.MustCompile(`^(\d{4}\.[1]|\d{1,2}\.[123])$`)

// dateOf reads a cell as a day.
func (r *Reader) dateOf(cell grid.Cell) (period.Date, bool) {
	if cell.Kind == grid.Number {
		if d, ok := cell.Date(); ok {
			return d, true
		}
		if shortMonth.MatchString(cell.Text) {
			return period.Date{}, false
		}
	}
	d := r.memo.dates.get(cell.Text, func(text string) parsedDate {
		d, ok := period.ParseDate(text, r.plan.Year)
		return parsedDate{d, ok}
	})
	return d.date, d.ok
}

// parsedDate is what a text says as a date.
type parsedDate struct {
	date period.Date
	ok   bool
}

// deadline marks a time that something is to be done by, or that has no end.
var deadline = regexp.MustCompile(`前$|前完成|年内|全年|长期|持续|常年|常态|每[年半季月周日]|年底$|预计|计划|拟`)

// isDeadline reports whether a text says by when something is to be done, and not when it
// was: 年底前, 2021年11月20日前, 全年.
func (r *Reader) isDeadline(s string) bool { return r.memo.deadline.brief(s, r.saysDeadline) }

func (r *Reader) saysDeadline(s string) bool {
	plain := fold.Text(s)
	if !deadline.MatchString(plain) {
		return false
	}
	_, ok := period.ParseDue(plain, r.plan.Year)
	return ok || r.statuses[fold.Key(s)] != status.NoStatus || strings.ContainsAny(plain, "预计划拟")
}

// takeDate reads a cell of a completion date column. A time without an end (长期) and one
// still to come (年底前) are no completion date and no mistake.
func (r *Reader) takeDate(row *Row, cell grid.Cell) {
	said := strings.TrimSpace(cell.String())
	if cell.Kind == grid.Text && r.isDeadline(said) {
		return
	}
	if d, ok := r.dateOf(cell); ok {
		if row.CompletedOn.Given() && row.CompletedOn.Value != d {
			row.Findings = append(row.Findings, finding.New(finding.DateUnreadable, cell.Anchor(), row.CompletedOn.Said+"和"+said, ""))
			return
		}
		row.CompletedOn = grid.Read[period.Date]{Value: d, Said: said, At: cell.Anchor()}
		return
	}
	if r.nothing(said) || r.statuses[fold.Key(said)] != status.NoStatus {
		return
	}
	row.Findings = append(row.Findings, finding.New(finding.DateUnreadable, cell.Anchor(), said, ""))
}
