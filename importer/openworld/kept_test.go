package openworld

import (
	"fmt"
	"slices"
	"strings"
)

// What a finding of these codes speaks of is not lost: the clerk is told where it stands.
var (
	ofFile   = []string{"unreadable-file", "unsupported-format", "no-table"}
	ofSheet  = []string{"department-unknown", "quarter-unknown", "duplicate-return", "return-misfiled", "sheet-unread"}
	ofRow    = []string{"row-unmatched", "row-ambiguous", "duplicate-row"}
	ofColumn = []string{"column-unused", "column-ambiguous"}
)

// kept checks that each text that was written stands in an entry, a held row or a finding.
func (c *checker) kept(f *fact) {
	if f.sample || f.twin != nil {
		return
	}
	for _, p := range f.places {
		if !c.tally(f.job.layout).share("texts", c.in(f, p)) {
			c.miss(f.job.layout, "texts", fmt.Sprintf("%s「%s」%d:%d, %s of %s is nowhere", p.book, p.sheet, p.row, p.col, p.role, f.department))
		}
	}
}

func (c *checker) in(f *fact, p place) bool {
	for i := range c.Entries {
		for _, text := range c.Entries[i].texts() {
			if strings.Contains(text, p.token) {
				return true
			}
		}
	}
	if c.fateAt(p) == "held" {
		return true // a held row is shown whole
	}
	for _, x := range c.Findings {
		if strings.Contains(x.Message, p.token) {
			return true
		}
		if x.File != p.book {
			continue
		}
		row, col := x.at()
		here := x.Sheet == "" || c.same(p, x.File, x.Sheet)
		switch {
		case slices.Contains(ofFile, x.Code),
			slices.Contains(ofSheet, x.Code) && here,
			slices.Contains(ofRow, x.Code) && here && row == p.row,
			slices.Contains(ofColumn, x.Code) && here && col == p.col:
			return true
		}
	}
	return false
}

// fateAt returns what became of the row that a place belongs to: the last that begins at it or above
// it. A card is one row of several lines.
func (c *checker) fateAt(p place) (fate string) {
	at := 0
	for _, r := range c.Rows {
		if c.same(p, r.File, r.Sheet) && r.Row <= p.row && r.Row >= at {
			at, fate = r.Row, r.Fate
		}
	}
	return fate
}

// same reports whether the place stands on the sheet; a file that has no sheets has no
// name for one that is worth comparing.
func (c *checker) same(p place, file, sheet string) bool {
	return p.book == file && (p.sheet == sheet || c.byFile[file].kind != "xlsx")
}

// there returns the facts that stand in a row.
func (c *checker) there(file, sheet string, row int) []*fact {
	var facts []*fact
	for _, f := range c.facts {
		if slices.ContainsFunc(f.places, func(p place) bool { return p.row == row && c.same(p, file, sheet) }) && !f.sample {
			facts = append(facts, f)
		}
	}
	return facts
}

// wrote reports whether the fact was written with a text of the role.
func (f *fact) wrote(role string) bool {
	return slices.ContainsFunc(f.places, func(p place) bool { return p.role == role })
}

// blame checks that nobody is told that she left out what she wrote.
func (c *checker) blame() {
	blamed := func(layout, text string) {
		c.tally(layout).Counts["blame"]++
		c.miss(layout, "blame", text)
	}
	for _, r := range c.Rows {
		if r.Fate != "ignored" || r.Reason != "unanswered" {
			continue
		}
		for _, f := range c.there(r.File, r.Sheet, r.Row) {
			blamed(f.job.layout, fmt.Sprintf("%s「%s」%d is unanswered", r.File, r.Sheet, r.Row))
			break
		}
	}
	for _, x := range c.Findings {
		at := fmt.Sprintf("%s %s「%s」%s %s %s: %s", x.Code, x.File, x.Sheet, x.Cell, x.Department, x.Quarter, x.Message)
		if layout, said := c.contradicted(x); said {
			blamed(layout, at)
		}
	}
}

// contradicted reports whether the finding says that something is missing which stands
// there, with the layout that it stands in.
func (c *checker) contradicted(x finding) (layout string, said bool) {
	row, _ := x.at()
	switch x.Code {
	case "return-missing":
		for _, f := range c.facts {
			if f.wroteAnything() && f.department == x.Department && quarter(c.list.year, f.quarter) == x.Quarter {
				return f.job.layout, true
			}
		}
		for _, b := range c.books {
			if slices.ContainsFunc(b.covers, func(v voice) bool {
				return v.department == x.Department && quarter(c.list.year, v.quarter) == x.Quarter
			}) {
				return "nil-return", true
			}
		}
		return "", false
	case "requirement-missing":
		for _, f := range c.facts {
			if f.requirement != nil && f.wroteAnything() && f.department == x.Department && quarter(c.list.year, f.quarter) == x.Quarter &&
				strings.Contains(x.Message, opening(f.requirement.text)) {
				return f.job.layout, true
			}
		}
		return "", false
	case "empty-return":
		b := c.byFile[x.File]
		if b != nil && len(b.covers) > 0 {
			return "nil-return", true
		}
		for _, f := range c.facts {
			if !f.sample && slices.ContainsFunc(f.places, func(p place) bool { return p.book == x.File && (x.Sheet == "" || c.same(p, x.File, x.Sheet)) }) {
				return f.job.layout, true
			}
		}
		return "", false
	}
	if row == 0 || !leftOut(x) {
		return "", false
	}
	facts := c.there(x.File, x.Sheet, row)
	for _, f := range facts {
		if !f.contradicts(x) {
			return "", false
		}
		layout = f.job.layout
	}
	return layout, len(facts) > 0
}

// opening is how a quoted requirement begins.
func opening(text string) string {
	rs := []rune(text)
	return string(rs[:min(6, len(rs))])
}

func leftOut(x finding) bool {
	for _, words := range []string{"没有写", "没有填", "没填", "未填", "没写"} {
		if strings.Contains(x.Message, words) {
			return true
		}
	}
	return x.Code == "evidence-missing"
}

// contradicts reports whether the fact was written with what the finding misses.
func (f *fact) contradicts(x finding) bool {
	switch {
	case x.Code == "evidence-missing":
		return f.wrote("evidence")
	case strings.Contains(x.Message, "日期") || strings.Contains(x.Message, "时间"):
		return f.dateWritten
	case strings.Contains(x.Message, "状态"):
		return f.accepted != nil
	}
	return f.wrote("progress")
}
