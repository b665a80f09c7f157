package origin

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// Info is what stands above and below the table: labelled values and titles.
type Info struct {
	values []labelled
	titles []grid.Read[string]
	days   []grid.Read[string] // days above the table that no label speaks of
}

type labelled struct {
	label words.Label
	value grid.Read[string]
}

// Add takes a value under a label.
func (i *Info) Add(label words.Label, value grid.Read[string]) {
	i.values = append(i.values, labelled{label, value})
}

// of returns the values under a label.
func (i Info) of(label words.Label) []grid.Read[string] {
	var vs []grid.Read[string]
	for _, v := range i.values {
		if v.label == label {
			vs = append(vs, v.value)
		}
	}
	return vs
}

// voices returns what labels of a kind say.
func (i Info) voices(label words.Label, rank string) []voice {
	var vs []voice
	for _, v := range i.of(label) {
		vs = append(vs, voice{scope: inTable, rank: rank, text: v, exact: label == words.Whose})
	}
	return vs
}

// titleVoices returns what titles say.
func (i Info) titleVoices(rank string) []voice {
	var vs []voice
	for _, title := range i.titles {
		vs = append(vs, voice{scope: inTable, rank: rank, text: title})
	}
	return vs
}

// Speaks reports whether anything names a department or a quarter.
func (r *Reader) Speaks(i Info) bool {
	if len(i.of(words.Whose))+len(i.of(words.When)) > 0 {
		return true
	}
	for _, title := range i.titles {
		if len(r.Plan.Roster.FindIn(title.Value)) > 0 || len(r.Mentions(title.Value)) > 0 {
			return true
		}
	}
	return false
}

// timed reports whether anything names a quarter.
func (r *Reader) timed(i Info) bool {
	return len(i.of(words.When)) > 0 || slices.ContainsFunc(i.titles, func(title grid.Read[string]) bool { return len(r.Mentions(title.Value)) > 0 })
}

// CoverInfo reads a sheet that holds no table as a cover: labels and titles, no sentences. It
// says nothing where there is more on it than a cover holds.
func (r *Reader) CoverInfo(s *grid.Sheet) Info {
	var in Info
	if tabular(s) {
		return Info{}
	}
	cells, asks := 0, 0
	for cell := range s.Cells() {
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if cells++; cells > mostOnCover || fold.Longer(cell.Text, longestOnCover) {
			return Info{}
		}
		if !fold.Longer(cell.Text, longestAsked) && r.Words.Label(cell.Text) == "" {
			switch r.Tables.Label(cell.Text) {
			case words.Progress, words.Status, words.NextSteps, words.Problems:
				asks++
			}
		}
	}
	if asks > 1 {
		return Info{} // 干了什么, 目前状态: what stands beside them answers
	}
	for row := 1; row <= s.LastRow(); row++ {
		r.InfoRow(s, row, 1, s.Width(), &in, true)
	}
	return in
}

// tabular reports a sheet that is laid out as a table: a cover has no two lines of three cells.
func tabular(s *grid.Sheet) bool {
	wide := 0
	for row := 1; row <= s.LastRow() && wide < 2; row++ {
		if ownCells(s, row) >= 3 {
			wide++
		}
	}
	return wide >= 2
}

const (
	mostOnCover    = 40 // cells
	longestOnCover = 80 // characters
	longestAsked   = 8  // of a label that asks for an answer
)

// Info reads the rows above the heading and the labelled values at the foot. A value
// stands in its label's cell after a colon, several to a cell, or in the next cell.
func (r *Reader) Info(u Page, t *table.Block) Info {
	var in Info
	v, from, to := t.Above()
	for line := from; line <= to; line++ {
		if u.Above > line {
			in = u.Said
			continue
		}
		r.infoLine(u.Grid, t, v, line, &in)
	}
	for _, cell := range t.Notes {
		if _, ok := r.DateOf(cell); ok && !strings.Contains(cell.Text, "季") {
			on, _ := cell.DateWords()
			in.Add(words.On, grid.Read[string]{Value: strings.TrimSpace(on), Said: on, At: cell.At()})
			continue
		}
		text := cell.String()
		if found := r.LabelsIn(cell); len(found) > 0 {
			in.values = append(in.values, found...)
			text = r.beforeLabels(text) // 财务审计股2026年第二季度填报表（日期：2026/7/3）
		}
		if strings.TrimSpace(text) != "" {
			in.titles = append(in.titles, grid.Read[string]{Value: text, Said: text, At: cell.At()})
		}
	}
	days := r.askedDays(t)
	if t.Shape == table.Upright {
		for line := t.Body; line <= t.End; line++ {
			if r.IsSignature(u.Grid, line) {
				r.infoBeside(u.Grid, t, line, &in, false)
				days = append(days, r.daysBelow(u.Grid, line)...)
			}
		}
	}
	if day := r.signedOn(days); len(in.of(words.On)) == 0 && day.Given() {
		in.Add(words.On, day)
	}
	return in
}

// infoLine reads a line above the table; of a table that lies on its side, that is a column.
func (r *Reader) infoLine(s *grid.Sheet, t *table.Block, v table.View, line int, in *Info) {
	if t.Shape != table.Turned {
		r.infoBeside(s, t, line, in, true)
		return
	}
	for _, cell := range v.Filled(line) {
		if found := r.LabelsIn(cell); len(found) > 0 {
			in.values = append(in.values, found...)
			continue
		}
		in.titles = append(in.titles, grid.Read[string]{Value: cell.String(), Said: cell.String(), At: cell.At()})
	}
}

// infoBeside reads a row of the sheet. Of a row that speaks for several tables side by side, each
// table takes what stands above its own columns, and the labels that stand in the row once only.
func (r *Reader) infoBeside(s *grid.Sheet, t *table.Block, row int, in *Info, titles bool) {
	left, right := 1, s.Width()
	if t.Shape == table.Upright {
		if ownCells(s, row) > 1 {
			left, right = t.Bounds()
		}
	}
	r.InfoRow(s, row, left, right, in, titles)
	if titles {
		if days := r.titleDays(s, row, 1, s.Width()); len(days) > 1 {
			in.days = append(in.days, r.titleDays(s, row, left, right)...) // one above each table
		} else {
			in.days = append(in.days, days...)
		}
	}
	if left == 1 && right == s.Width() {
		return
	}
	var whole Info
	r.InfoRow(s, row, 1, s.Width(), &whole, false)
	for _, v := range whole.values {
		if len(whole.of(v.label)) == 1 && len(in.of(v.label)) == 0 {
			in.values = append(in.values, v)
		}
	}
}

// ownCells counts the cells of a row that hold something of their own.
func ownCells(s *grid.Sheet, row int) (n int) {
	for c := 1; c <= s.Width(); c++ {
		if cell := s.Cell(row, c); !cell.IsEmpty() && !cell.Covered() {
			n++
		}
	}
	return n
}

// lettered is a paragraph that addresses somebody and then speaks of the writer's own: 局办：按通知要求，
// 把我队承担的事项填报如下，请审.
var lettered = regexp.MustCompile(`^\s*\p{Han}{1,12}[:：]\s*([^:：]{0,40}(?:我[队股科室站中馆所局院校园司办单]|请审|请查收|请阅|请收).*)$`)

// withoutAddressee takes off a title whom it addresses: that is not whose the return is.
func withoutAddressee(text string) string {
	if m := lettered.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return text
}

// InfoRow reads the cells of a row of the sheet from one column to another, with titles or only what
// stands under labels.
func (r *Reader) InfoRow(s *grid.Sheet, row, left, right int, in *Info, titles bool) {
	for c := left; c <= right; c++ {
		cell := s.Cell(row, c)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if label := r.bareLabel(cell); label != "" {
			if next := r.nextValue(s, row, c); !next.IsEmpty() {
				text := next.String()
				if label == words.On {
					text, _ = next.DateWords()
				}
				if label == words.Whose && r.isMeasure(cell.Text, text) {
					c = next.At().Col()
					continue
				}
				in.values = append(in.values, labelled{label, grid.Read[string]{Value: strings.TrimSpace(text), Said: text, At: next.At()}})
				c = next.At().Col()
			}
			continue
		}
		text := cell.String()
		if found := r.LabelsIn(cell); len(found) > 0 {
			in.values = append(in.values, found...)
			text = r.beforeLabels(text) // a title may hold labels: … 填报单位：市博物馆
		}
		text = withoutAddressee(text)
		if titles && strings.TrimSpace(text) != "" {
			in.titles = append(in.titles, grid.Read[string]{Value: text, Said: text, At: cell.At()})
		}
	}
}

// Above reads what stands above the first table of a document, whatever its tables hold.
func (r *Reader) Above(s *grid.Sheet) (in Info) {
	for row := 1; row <= s.LastRow() && ownCells(s, row) < 2; row++ {
		r.InfoRow(s, row, 1, s.Width(), &in, true)
	}
	return in
}
