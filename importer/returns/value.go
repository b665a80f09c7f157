package returns

import (
	"math"
	"path"
	"regexp"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/templates/words"
)

// scale says what the plain numbers of a percentage column mean.
type scale int

const (
	outOfHundred scale = iota // 80
	outOfOne                  // 0.8
	mixed                     // 0.8 beside 80: a small number may be either
)

// largestShare is how far a share of one may lie over 1: a target three times surpassed.
const largestShare = 3

// scaleOf finds out what the plain numbers of the percentage columns mean. A lone 1 under
// a heading with % may be 1% or all of it.
func (r *Reader) scaleOf(t *table) scale {
	fractions, large, sign := false, false, false
	for _, c := range t.of(words.Percent) {
		sign = sign || strings.ContainsAny(t.columns[c].heading, "%％")
		for _, cell := range t.values(c) {
			n, ok := plainNumber(cell)
			if !ok || cell.IsPercent() {
				continue
			}
			fractions = fractions || n > 0 && n < 1
			large = large || n > 1
		}
	}
	switch {
	case fractions && large, sign && !fractions && !large:
		return mixed
	case large:
		return outOfHundred
	}
	return outOfOne
}

func plainNumber(cell grid.Cell) (float64, bool) {
	if cell.Kind == grid.Number {
		return cell.Number, true
	}
	n, err := strconv.ParseFloat(fold.Text(cell.Text), 64)
	return n, err == nil && !math.IsNaN(n) && !math.IsInf(n, 0)
}

// takePercent reads a cell of a percentage column. Over 100 stays as it is: targets are
// surpassed.
func (r *Reader) takePercent(row *Row, cell grid.Cell, s scale) {
	said := strings.TrimSpace(cell.String())
	n, isNumber := plainNumber(cell)
	p, isPercent := percentOf(said)
	switch {
	case isNumber && (cell.IsPercent() || s == outOfOne):
		p = math.Round(n*1e8) / 1e6
	case isNumber && s == mixed && n > 0 && n <= largestShare:
		row.Findings = append(row.Findings, finding.New(finding.PercentUnreadable, cell.Anchor(), said+"（可能是比例，也可能是百分数）", ""))
		return
	case isNumber:
		p = n
	case isPercent:
	case r.nothing(said) || r.declines(said):
		return
	case r.statuses[fold.Key(said)] != NoStatus:
		if !row.Status.Given() {
			row.Status = grid.Read[Status]{Value: r.statuses[fold.Key(said)], Said: said, At: cell.Anchor()}
		}
		return
	default:
		row.Findings = append(row.Findings, finding.New(finding.PercentUnreadable, cell.Anchor(), said, ""))
		return
	}
	if p < 0 || p > 100000 {
		row.Findings = append(row.Findings, finding.New(finding.PercentUnreadable, cell.Anchor(), said, ""))
		return
	}
	if row.Percent.Given() && row.Percent.Value != p {
		row.Findings = append(row.Findings, finding.New(finding.PercentUnreadable, cell.Anchor(), row.Percent.Said+"和"+said, ""))
		return
	}
	row.Percent = grid.Read[float64]{Value: p, Said: said, At: cell.Anchor()}
}

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
	return period.ParseDate(cell.Text, r.plan.Year)
}

// deadline marks a time that something is to be done by, or that has no end.
var deadline = regexp.MustCompile(`前$|前完成|年内|全年|长期|持续|常年|常态|每[年半季月周日]|年底$|预计|计划|拟`)

// isDeadline reports whether a text says by when something is to be done, and not when it
// was: 年底前, 2021年11月20日前, 全年.
func (r *Reader) isDeadline(s string) bool {
	plain := fold.Text(s)
	if !deadline.MatchString(plain) {
		return false
	}
	_, ok := period.ParseDue(plain, r.plan.Year)
	return ok || r.statuses[fold.Key(s)] != NoStatus || strings.ContainsAny(plain, "预计划拟")
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
	if r.nothing(said) || r.statuses[fold.Key(said)] != NoStatus {
		return
	}
	row.Findings = append(row.Findings, finding.New(finding.DateUnreadable, cell.Anchor(), said, ""))
}

var (
	evidenceEnd = regexp.MustCompile(`[\n\r；;]+|[\s　]+(?:https?://)`)
	webLink     = regexp.MustCompile(`https?://[^\s　，。；、）)】"'<>]+`)
	scheme      = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)
)

// takeEvidence reads a cell of an evidence column: links, document numbers and names, one
// a line or parted by ；. A link's target stands in for the text that displays it.
func (r *Reader) takeEvidence(row *Row, cell grid.Cell) {
	add := func(text string) {
		if text = strings.Trim(text, " \t　；;，,。"); text != "" && !r.nothing(text) {
			row.Evidence = append(row.Evidence, grid.Read[string]{Value: text, Said: strings.TrimSpace(cell.String()), At: cell.Anchor()})
		}
	}
	text := cell.String()
	if link := strings.TrimSpace(cell.Link); link != "" {
		if !safeLink(link) {
			row.Findings = append(row.Findings, finding.New(finding.LinkUnsafe, cell.Anchor(), link, ""))
		} else if !strings.Contains(text, link) {
			add(link)
			if strings.TrimSpace(text) != "" && !webLink.MatchString(text) {
				add(text)
			}
			return
		}
	}
	links := webLink.FindAllStringIndex(text, -1)
	from := 0
	for _, span := range links {
		r.addLines(text[from:span[0]], add)
		add(text[span[0]:span[1]])
		from = span[1]
	}
	r.addLines(text[from:], add)
}

func (r *Reader) addLines(text string, add func(string)) {
	for _, part := range evidenceEnd.Split(text, -1) {
		add(part)
	}
}

// safeLink reports whether a link may stand in an output: http(s), or a relative path that
// stays below its folder.
func safeLink(link string) bool {
	lower := strings.ToLower(link)
	if strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") {
		return true
	}
	slashed := strings.ReplaceAll(link, `\`, "/")
	return !scheme.MatchString(link) && !strings.HasPrefix(slashed, "/") && !strings.HasPrefix(path.Clean(slashed), "..")
}

// check reports what the values of a row say against each other (rule 状态).
func (r *Reader) check(ret *Return, row *Row) {
	if row.Ignored != "" {
		return
	}
	s, p := row.Status, row.Percent
	if !s.Given() && len(row.Findings) == 0 {
		where := row.Progress.At
		if !row.Progress.Given() {
			where = row.At
		}
		row.Findings = append(row.Findings, finding.New(finding.StatusUnknown, where, "没有写完成状态", ""))
	}
	if s.Given() && p.Given() && s.At != p.At {
		full := p.Value >= 100
		if s.Value == Completed && !full || full && (s.Value == InProgress || s.Value == Behind || s.Value == NotStarted) ||
			p.Value > 0 && (s.Value == NotStarted || s.Value == NotApplicable) {
			row.Findings = append(row.Findings, finding.New(finding.StatusContradiction, s.At,
				"状态填“"+s.Said+"”，完成比例填 "+p.Said, s.Value.Label()))
		}
	}
	if on := row.CompletedOn; on.Given() && (s.Value == InProgress || s.Value == Behind || s.Value == NotStarted) && !on.Value.After(ret.Quarter.Value.Last()) {
		row.Findings = append(row.Findings, finding.New(finding.StatusContradiction, s.At,
			"状态填“"+s.Said+"”，却填了完成时间 "+on.Said, s.Value.Label()))
	}
	if s.Value == Completed && ret.Evidence && len(row.Evidence) == 0 {
		row.Findings = append(row.Findings, finding.New(finding.EvidenceMissing, at(s.At, row.At), "", ""))
	}
}

var versionWords = []struct {
	pattern *regexp.Regexp
	rank    int // 0 takes the number in the name
}{
	{regexp.MustCompile(`[vV]([0-9]{1,2})`), 0},
	{regexp.MustCompile(`第([0-9]{1,2})[版稿]`), 0},
	{regexp.MustCompile(`(?:修订|修改|更正|更新|定稿|终稿|最终版|版本)稿?([0-9]{1,2})`), 0},
	{regexp.MustCompile(`最终|终稿|定稿`), 100},
	{regexp.MustCompile(`修订|修改|更正|更新|补正|重报|新版`), 1},
}

// version reads how late a version of a return its file name says it is: v2, 修订, 最终版;
// 0 where it says nothing. （1） and 副本 are copies and no versions.
func version(base string) int {
	name := strings.TrimSuffix(base, path.Ext(base))
	for _, w := range versionWords {
		m := w.pattern.FindStringSubmatch(name)
		switch {
		case m == nil:
		case w.rank > 0:
			return w.rank
		default:
			n, _ := strconv.Atoi(m[1])
			return n
		}
	}
	return 0
}
