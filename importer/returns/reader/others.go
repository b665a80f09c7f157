package reader

import (
	"regexp"
	"slices"

	"taizhang/importer/plan"
	"taizhang/importer/returns/origin"
	"taizhang/importer/table"
)

// A column of departments may say who wrote the rows, as one who gathers them puts it down: 办公室's
// 汇总. It may as well say whom the sender helped, who leads, or whom to ask. Where the sender is known
// and never stands in the column, the list tells the two apart: one who gathers is not asked for what he
// hands on.

// speaks is what a column of departments speaks of.
type speaks int

const (
	whoWrote    speaks = iota // each row is the department's in it
	whoElse                   // the rows are the sender's
	nobodyKnows               // it may be either
)

// asksWho is a heading that asks who fills in a row.
var asksWho = regexp.MustCompile(`填报|填表|填写|填的|上报|报送|反馈|回复|答复|报的|谁报|谁填|填$|报$`)

// columnSpeaksOf says what a column of departments speaks of in a table whose sender never stands in it.
func (f *file) columnSpeaksOf(t *table.Block, o *origin.Origin, col int) speaks {
	if asksWho.MatchString(t.Column(col).Heading) || o.Gathered {
		return whoWrote
	}
	sender, _ := f.Plan.Roster.Named(o.Department.Value)
	named, byName, leads, askedAlone := 0, 0, 0, false
	heard := map[int]string{} // by requirement: the first department that stands beside it
	for line := t.Body; line <= t.End; line++ {
		d, ok := f.Plan.Roster.Find(t.Cell(line, col).Text, o.Quarter.Value)
		numbers := f.namedAt(t, line)
		if !ok || len(numbers) != 1 {
			continue
		}
		no := numbers[0]
		if first := heard[no]; first != "" && first != d.Name {
			return whoWrote // two of them answer one requirement
		}
		heard[no] = d.Name
		req := &f.Plan.Requirements[no-1]
		who := f.Plan.Assigned(req, o.Quarter.Value)
		if !slices.Contains(who.All(), sender.Name) {
			return whoWrote
		}
		named++
		switch {
		case !slices.Contains(who.All(), d.Name):
			askedAlone = true
		case slices.Contains(who.Lead, d.Name) && !slices.Contains(who.Lead, sender.Name):
			leads++
		}
		if req.Duty.Names(sender.Name) || sender.Kind != plan.Section {
			byName++
		}
	}
	switch {
	case named == 0:
		return whoWrote
	case (askedAlone || leads == named) && byName*2 > named:
		return whoElse
	}
	return nobodyKnows
}

// namedAt returns the requirements that a line names: as a row would, or by the list's number at the end of
// its words.
func (f *file) namedAt(t *table.Block, line int) []int {
	row := f.namedBy(t, line)
	if numbers := f.named(row); len(numbers) > 0 {
		return numbers
	}
	_, row.Cites, _ = table.CitedAtEnd(row.Text.Value)
	return f.named(row)
}
