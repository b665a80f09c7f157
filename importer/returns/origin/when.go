package origin

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
)

// when settles the quarter. The narrowest scope that names one decides; a span (全年, 截至9月)
// fills the gap where none does. A quarter without a year is the list's year's. Where the table
// names one quarter and its folder or file another, it is most often last quarter's file sent
// again, and the sheet is held.
func (f *Sources) when(o *Origin, voices []voice) {
	var spanned *voice
	var span period.Quarter
	var chosen *voice
	for i := range voices {
		v := &voices[i]
		quarters, isSpan := f.quartersIn(*v)
		switch {
		case len(quarters) == 0:
			continue
		case isSpan:
			if spanned == nil && len(quarters) == 1 {
				spanned, span = v, quarters[0]
			}
		case o.Quarter.Value.IsZero() && len(quarters) > 1 && v.rank == titleRank && f.settles(voices[i+1:], quarters):
			continue // 前后对照（二季度/三季度）: where it lies says which
		case o.Quarter.Value.IsZero() && len(quarters) > 1:
			found := finding.New(finding.QuarterConflict, v.text.At, v.rank+"同时写了"+quarters[0].Label()+"和"+quarters[1].Label(), "待核对")
			found.Held = true
			o.QuarterClash = &found
			o.Quarter = grid.Read[period.Quarter]{Value: quarters[0], Said: v.text.Said, At: v.text.At}
			return
		case o.Quarter.Value.IsZero():
			chosen = v
			o.Quarter = grid.Read[period.Quarter]{Value: quarters[0], Said: v.text.Said, At: v.text.At}
		case !slices.Contains(quarters, o.Quarter.Value):
			f.disagree(o, *chosen, *v, quarters)
		}
	}
	if o.Quarter.Value.IsZero() && spanned != nil {
		o.Quarter = grid.Read[period.Quarter]{Value: span, Said: spanned.text.Said, At: spanned.text.At}
		o.QuarterSpan = true
	}
}

// settles reports whether a wider source names one of several quarters, and only that.
func (f *Sources) settles(voices []voice, quarters []period.Quarter) bool {
	for i := range voices {
		named, span := f.quartersIn(voices[i])
		if len(named) == 0 || span {
			continue
		}
		return len(named) == 1 && slices.Contains(quarters, named[0])
	}
	return false
}

// disagree says that a wider source names another quarter, and holds the sheet where the table
// contradicts where it lies.
func (f *Sources) disagree(o *Origin, chosen, other voice, quarters []period.Quarter) {
	if chosen.scope <= inTable && other.scope >= inFile && !lateOne.MatchString(chosen.text.Value) && len(quarters) == 1 && quarters[0].Year == f.Plan.Year && o.QuarterClash == nil {
		if o.Quarter.Value.Year != f.Plan.Year && o.Quarter.Value.N == quarters[0].N {
			return // last year's title left standing: hold says so
		}
		found := finding.New(finding.ReturnMisfiled, chosen.text.At,
			fmt.Sprintf("%s写的是%s，%s写的是“%s”", chosen.rank, o.Quarter.Value.Label(), other.rank, other.text.Said), quarters[0].Label())
		o.QuarterClash = &found
		return
	}
	o.Findings = append(o.Findings, finding.New(finding.QuarterConflict, other.text.At,
		other.rank+"写的是“"+other.text.Said+"”", o.Quarter.Value.Label()))
}

// lateOne is a title that says that the return comes late: 二季度（补报）.
var lateOne = regexp.MustCompile(`补报|补交|补填|迟报|补录|追报`)

// twoQuarters is two quarters in one phrase: 第二、三季度.
var twoQuarters = regexp.MustCompile(`第?([一二三四1-4])[、和及与]第?([一二三四1-4])季度`)

// quartersIn returns the quarters that a source names, each once. Where it names a quarter
// and a span that ends elsewhere (截至9月底 in a title of the third quarter), the quarter
// counts; span reports that there were only spans. A month by itself counts only in a name or
// a label.
func (r *Reader) quartersIn(v voice) (quarters []period.Quarter, span bool) {
	if len(v.quarters) > 0 {
		return v.quarters, false
	}
	var spans []period.Quarter
	for _, m := range r.Mentions(twoQuarters.ReplaceAllString(v.text.Value, "第${1}季度、第${2}季度")) {
		q := m.Quarter
		if q.Year == 0 {
			q.Year = r.Plan.Year
		}
		list := &quarters
		if m.Span {
			list = &spans
		}
		if !slices.Contains(*list, q) {
			*list = append(*list, q)
		}
	}
	if len(quarters) > 1 {
		if outside := inBrackets.ReplaceAllString(v.text.Value, ""); outside != v.text.Value {
			plain := v
			plain.text.Value = outside
			if qs, span := r.quartersIn(plain); len(qs) == 1 && !span {
				return qs, false // a remark in a bracket speaks of a column: （灰色一栏为二季度原填报）
			}
		}
	}
	if len(quarters) > 0 {
		return quarters, false
	}
	return spans, true
}

// inBrackets is a remark in a bracket.
var inBrackets = regexp.MustCompile(`[（(【\[][^（(【\[）)】\]]*[)）】\]]`)

// statedOn reads the date that the return states of itself. One without a year that would
// lie before the quarter is the next year's: the fourth quarter is reported in January.
func (r *Reader) statedOn(o *Origin, said []grid.Read[string]) grid.Read[period.Date] {
	for _, s := range said {
		if !strings.ContainsAny(s.Value, "0123456789０１２３４５６７８９一二三四五六七八九十") {
			continue // 年 月 日, not filled in
		}
		on, ok := period.ParseDate(s.Value, r.Plan.Year)
		if !ok {
			o.Findings = append(o.Findings, finding.New(finding.DateUnreadable, s.At, s.Said, ""))
			continue
		}
		q := o.Quarter.Value
		if next, ok := period.ParseDate(s.Value, r.Plan.Year+1); ok && next != on && !q.IsZero() && q.First().After(on) {
			on = next
		}
		return grid.Read[period.Date]{Value: on, Said: s.Said, At: s.At}
	}
	return grid.Read[period.Date]{}
}
