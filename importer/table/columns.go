package table

import (
	"cmp"
	"maps"
	"regexp"
	"slices"

	"taizhang/importer/assign"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// What a reading of a column must reach.
const (
	leastTotal  = 0.34 // half heading, half content: below it the column is other
	leastFit    = 0.3  // of the heading, where content alone would not do
	sureMargin  = 0.1  // a lead over the runner-up that needs no question
	onlyProgess = 0.35 // content from which the only prose column without a better name is progress
)

// reading is a column while the block decides what it is for.
type reading struct {
	col     *Column
	fits    fits
	content content
	judged  bool
}

// classify gives the columns of a block their roles: one assignment decides for all of them.
func (r *Reader) classify(b *Block, in Context) {
	b.index()
	if r.plain(b) {
		return
	}
	r.tickGroups(b)
	rs := make([]*reading, 0, len(b.Columns))
	for i := range b.Columns {
		col := &b.Columns[i]
		if col.Role != "" {
			continue // one of a group of ticks
		}
		rd := &reading{col: col, fits: r.fitsOf(col)}
		if r.settled(b, col, rd, in) {
			continue
		}
		rd.content, rd.judged = r.contentOf(b, col.Col), true
		if r.timed(col, rd) || r.ticked(b, col, rd) {
			continue
		}
		rs = append(rs, rd)
	}
	rs = r.bareTicks(b, rs)
	rs = r.ownTexts(rs)
	r.assignByQuarter(b, rs)
	r.finest(b, rs)
	r.onlyProse(b, rs)
}

// bareTicks sets columns of ticks aside of which nobody knows what a tick in them means, where
// there are several: a tick is then no word for done.
func (r *Reader) bareTicks(b *Block, rs []*reading) []*reading {
	var rest, ticks []*reading
	for _, rd := range rs {
		if rd.content.n > 0 && rd.content.tick == 1 && rd.fits.best(words.Status) < knownFrom {
			ticks = append(ticks, rd)
		} else {
			rest = append(rest, rd)
		}
	}
	if len(ticks) < 2 && !b.Has(words.Tick) {
		return rs
	}
	for _, rd := range ticks {
		rd.col.Role, rd.col.By = words.OtherText, ByContent
	}
	return rest
}

// ownTexts makes the column in which the list's own texts stand the requirement's, whatever it is
// called, and returns the others.
func (r *Reader) ownTexts(rs []*reading) []*reading {
	best := -1
	for i, rd := range rs {
		if rd.content.own >= 0.6 && rd.content.n >= judgedFrom && (best < 0 || rd.content.own > rs[best].content.own) {
			best = i
		}
	}
	if best < 0 || r.known.List == nil {
		return rs
	}
	col := rs[best].col
	col.Role, col.By, col.Sure, col.Next = words.Requirement, ByContent, rs[best].content.own, words.OtherText
	switch fit := rs[best].fits.best(words.Requirement, words.Task); {
	case fit >= knownFrom:
		col.By = ByHeading
	case fit >= leastFit:
		col.By = ByPart
	}
	var rest []*reading
	for i, rd := range rs {
		if i != best {
			delete(rd.fits, words.Requirement)
			rest = append(rest, rd)
		}
	}
	return rest
}

// fitsOf returns what the heading of a column fits: the lowest of its rows, and all of them
// together.
func (r *Reader) fitsOf(col *Column) fits {
	f := r.headings.of(col.Heading)
	if col.Upper == "" {
		return maps.Clone(f)
	}
	lowest := r.headings.of(col.Heading[len(col.Upper):])
	both := fits{}
	for role, fit := range f {
		both[role] = 0.9 * fit
	}
	for role, fit := range lowest {
		both[role] = max(both[role], fit)
	}
	for role, fit := range r.headings.of(col.Upper) {
		both[role] = max(both[role], 0.5*fit)
	}
	return both
}

// settled gives a column its role where something speaks before heading and content: the
// office, and the key of a form.
func (r *Reader) settled(b *Block, col *Column, rd *reading, in Context) bool {
	if r.known.Key != nil && b.holdsKeys(col.Col, r.known.Key) {
		col.Role, col.By, col.Sure = words.Key, ByKey, 1
		return true
	}
	if r.known.Office == nil || col.Heading == "" {
		return false
	}
	role, said := r.known.Office(Asked{Heading: col.Heading, Neighbours: b.neighbours(col.Col), File: in.File, Department: in.Department})
	if said {
		col.Role, col.By, col.Sure = role, ByOffice, 1
	}
	return said
}

func (b *Block) holdsKeys(c int, isKey func(string) bool) bool {
	for line := b.Body; line <= min(b.End, b.Body+mostJudged); line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && isKey(cell.Text) {
			return true
		}
	}
	return false
}

// neighbours returns the headings on either side of a column.
func (b *Block) neighbours(c int) (sides [2]string) {
	i := b.byCol[c]
	if i > 0 {
		sides[0] = b.Columns[i-1].Heading
	}
	if i+1 < len(b.Columns) {
		sides[1] = b.Columns[i+1].Heading
	}
	return sides
}

// timed gives a column that speaks of another time its role: what was said before, and what is
// still to be done. A plan before a deadline's noun is a deadline (计划完成时间), and one that the
// vocabulary knows as next steps (工作计划) is that.
func (r *Reader) timed(col *Column, rd *reading) bool {
	if r.known.List == nil && col.Quarter == 0 || rd.content.requirement >= 0.4 {
		return false
	}
	if IsEarlier(col.Heading) {
		col.Role, col.By, col.Sure = words.Earlier, ByHeading, 1
		return true
	}
	if IsPlan(col.Heading) && rd.content.date+rd.content.due >= 0.6 {
		col.Role, col.By, col.Sure = words.Due, ByPart, 1
		if rd.fits[words.Due] >= knownFrom {
			col.By = ByHeading
		}
		return true
	}
	if rd.fits.best(words.Task, words.Requirement) >= knownFrom {
		return false // 工作目标, 目标任务
	}
	if !IsPlan(col.Heading) || rd.content.date+rd.content.due >= 0.5 || rd.fits.best(words.Due, words.Completed) >= knownFrom && rd.content.prose < 0.5 {
		return false
	}
	answer := rd.fits.best(words.Progress, words.Status, words.Percent)
	if next := rd.fits.best(words.NextSteps); next >= knownFrom || next > answer || answer == 0 && rd.content.future > 0.5 {
		return false
	}
	col.Role, col.By, col.Sure = words.Plan, ByPart, 1
	return true
}

func (f fits) best(roles ...words.Role) (most float64) {
	for _, role := range roles {
		most = max(most, f[role])
	}
	return most
}

// ticked gives a column that is headed with a status and holds ticks its role.
func (r *Reader) ticked(b *Block, col *Column, rd *reading) bool {
	if r.known.List == nil {
		return false
	}
	if rd.content.tick < 0.5 && len(r.headings.whole(col.Heading)) > 0 {
		return false
	}
	s, word := r.statusHeading(col)
	if stands, ok := b.legend[fold.Key(col.Heading[len(col.Upper):])]; ok && rd.content.tick >= 0.5 {
		s, word = stands, true // A, B, C and what the legend says of them
	}
	if (!word || rd.content.n > 0) && rd.content.tick < 0.5 {
		return false // it may speak of a time or a stage: 完成于, 办理阶段
	}
	if s == status.NoStatus || len(rd.fits) > 0 && rd.fits.best(words.Status, words.Progress) >= knownFrom && rd.content.tick < 0.5 {
		return false
	}
	if rd.content.n > 0 && rd.content.tick < 0.5 && rd.content.prose > 0.5 {
		return false
	}
	col.Role, col.By, col.Sure, col.Tick = words.Tick, ByHeading, 1, s
	return true
}

// statusHeading returns the status that a heading names by itself, and whether it is a word of the
// vocabulary: 已完成, 推进中.
func (r *Reader) statusHeading(col *Column) (s status.Status, word bool) {
	lowest := col.Heading[len(col.Upper):]
	for _, text := range []string{lowest, bare(lowest)} {
		if len([]rune(fold.Key(text))) < 2 {
			continue
		}
		if s := r.known.Status.Word(text); s != status.NoStatus {
			return s, true
		}
		if reading := r.known.Status.Cell(text); reading.Status != status.NoStatus && (r.known.Status.Is(text) || col.Upper != "") && !reading.HasPercent && len(r.headings.known(text)) == 0 {
			return reading.Status, false
		}
	}
	return status.NoStatus, false
}

// assignByQuarter assigns roles to the columns that have none yet. Columns that are headed with a quarter
// are assigned a quarter at a time, together with those that are headed with none.
func (r *Reader) assignByQuarter(b *Block, rs []*reading) {
	groups := map[int][]*reading{}
	for _, rd := range rs {
		groups[rd.col.Quarter] = append(groups[rd.col.Quarter], rd)
	}
	var quarters []int
	for q := range groups {
		if q != 0 {
			quarters = append(quarters, q)
		}
	}
	slices.Sort(quarters)
	common := groups[0]
	if len(quarters) < 2 {
		r.assign(b, rs, nil)
		return
	}
	r.assign(b, slices.Concat(common, groups[quarters[0]]), nil)
	used := map[words.Role]bool{}
	for _, rd := range common {
		used[rd.col.Role] = single[rd.col.Role]
	}
	for _, q := range quarters[1:] {
		r.assign(b, groups[q], used)
	}
}

// assign solves the assignment for some columns; roles in used are taken.
func (r *Reader) assign(b *Block, rs []*reading, used map[words.Role]bool) {
	if len(rs) == 0 {
		return
	}
	roles := slices.DeleteFunc(slices.Clone(words.ColumnRoles), func(role words.Role) bool { return used[role] })
	var slots []words.Role // a role that several columns may have stands there several times
	for _, role := range roles {
		slots = append(slots, role)
		if !single[role] || r.known.List == nil && (role == words.Requirement || role == words.Number) { // of a list, levels tell the requirement among them
			for range len(rs) - 1 {
				slots = append(slots, role)
			}
		}
	}
	totals := make([]map[words.Role]float64, len(rs))
	scores := make([][]float64, len(rs))
	for i, rd := range rs {
		totals[i] = r.totals(rd, roles)
		scores[i] = make([]float64, len(slots)+len(rs))
		for j, role := range slots {
			scores[i][j] = totals[i][role]
		}
		// Standing for nothing is always open, at what a reading must reach.
		for j := range rs {
			scores[i][len(slots)+j] = leastTotal
		}
	}
	taken := assign.Best(scores)
	for i, rd := range rs {
		if j := taken[i]; j >= 0 && j < len(slots) && totals[i][slots[j]] >= leastTotal {
			r.decide(rd, slots[j], totals[i])
		} else {
			rd.col.Role, rd.col.By = words.OtherText, ByContent
			rd.col.Next = ranked(totals[i], words.OtherText)
		}
	}
}

// totals returns what each role would get of the column, half for the heading and half for the
// content. Content alone gives only roles that it can tell.
func (r *Reader) totals(rd *reading, roles []words.Role) map[words.Role]float64 {
	totals := make(map[words.Role]float64, len(roles))
	for _, role := range roles {
		if r.known.List == nil && role.Answers() && rd.fits[role] < knownFrom {
			continue // nothing was done yet when the list was issued
		}
		fit, suit := rd.fits[role], rd.content.suits(role, r.known.List == nil)
		if (role == words.Task || role == words.Requirement) && rd.content.counted() {
			fit = min(fit, leastFit) // 项目 over a column of numbers and one of names
		}
		if role == words.Status && fit < leastFit && rd.content.tick > rd.content.stated() {
			continue // nobody knows what a tick says under a heading that asks something else
		}
		if rd.counts() && (role == words.Status || role == words.Progress) {
			suit, fit = 0, min(fit, 0.4) // pieces counted under 完成情况 are no status
		}
		least := judgedFrom
		if role == words.Requirement || role == words.Completed || role == words.Status {
			least = 1 // one cell that is nothing else tells
			if rd.content.n == 1 {
				suit = max(suit, rd.content.judge(role, r.known.List == nil))
			}
		}
		if floor, ok := byContent[role]; fit < leastFit && (!ok || suit < floor || rd.content.n < least) {
			continue
		}
		if fit < knownFrom && rd.content.n >= deniedFrom && suit < 0.1 && structural[role] {
			continue // the heading only half says so, and no cell is such a thing
		}
		total := 0.5*fit + 0.5*suit
		if fit < leastFit {
			total = max(total, 0.5*suit+0.02)
		}
		if role == words.Requirement && r.known.List != nil && suit > 0.4 {
			total = max(total, 0.5*suit+0.1)
		}
		if role == words.Number && listNumber.MatchString(rd.col.Heading) {
			total += 0.3 // it asks for the list's number, another may count the rows
		}
		totals[role] = total
	}
	return totals
}

// counted reports numbers that tell the rows apart, and no text.
func (k content) counted() bool { return k.n >= judgedFrom && k.number >= 0.8 && k.requirement < 0.4 }

// counts reports a column of plain numbers: 46, 100.
func (rd *reading) counts() bool {
	k := rd.content
	return k.n >= judgedFrom && k.plain >= 0.8 && k.percent == 0 && k.date == 0
}

// decide gives a column its role and says by what and how surely.
func (r *Reader) decide(rd *reading, role words.Role, totals map[words.Role]float64) {
	col := rd.col
	col.Role = role
	col.Next = ranked(totals, role)
	col.Sure = min(1, max(0, totals[role]-totals[col.Next]))
	switch fit := rd.fits[role]; {
	case fit >= knownFrom:
		col.By = ByHeading
	case fit >= leastFit:
		col.By = ByPart
	default:
		col.By = ByContent
	}
}

// ranked returns the best role but the one that was taken.
func ranked(totals map[words.Role]float64, taken words.Role) words.Role {
	best := words.Role("")
	for _, role := range words.ColumnRoles {
		if t, ok := totals[role]; ok && role != taken && t > 0.2 && (best == "" || t > totals[best]) {
			best = role
		}
	}
	return best
}

// finest makes the last column of tasks the requirement's, where no other is: offices use the
// two words for each other, and what stands there is no task of the list.
func (r *Reader) finest(b *Block, rs []*reading) {
	if r.known.List == nil || b.Has(words.Requirement) {
		return
	}
	for _, rd := range slices.Backward(rs) {
		if rd.col.Role == words.Task && rd.content.task < 0.5 && rd.content.n > 0 {
			rd.col.Role = words.Requirement
			return
		}
	}
}

// onlyProse makes the only prose column without a better name progress, where none is. A
// second one needs its heading.
func (r *Reader) onlyProse(b *Block, rs []*reading) {
	if b.says(words.Progress) || r.known.List == nil || !b.Asks() {
		return
	}
	asked := b.Has(words.Requirement)
	var open []*reading
	for _, rd := range rs {
		named := 0.0
		for role, fit := range rd.fits {
			if role != words.Progress && role != words.Status && role != words.Percent && !(asked && role.Asks()) {
				named = max(named, fit)
			}
		}
		if rd.col.Role == words.OtherText && named < 0.6 && rd.content.suits(words.Progress, false) >= onlyProgess && rd.content.n > 0 {
			open = append(open, rd)
		}
	}
	slices.SortStableFunc(open, func(x, y *reading) int {
		return cmp.Compare(y.weight(), x.weight())
	})
	if len(open) == 0 {
		open = r.remarkColumns(b, rs)
	}
	if len(open) == 0 || len(open) > 1 && open[0].weight() < 1.5*open[1].weight() {
		return
	}
	col := open[0].col
	col.Role, col.By, col.Sure, col.Next = words.Progress, ByContent, 0.5*open[0].content.suits(words.Progress, false), words.OtherText
}

// remarkColumns returns the columns of remarks that may be the answer, where nothing but a status
// stands beside them: 说明. Beside a percentage they are what they are called.
func (r *Reader) remarkColumns(b *Block, rs []*reading) (open []*reading) {
	if b.Has(words.Percent) {
		return nil
	}
	for _, rd := range rs {
		if rd.col.Role == words.Remarks && len(r.headings.whole(rd.col.Heading)) > 0 && rd.content.n >= judgedFrom && rd.content.prose >= 0.6 && rd.content.suits(words.Progress, false) >= onlyProgess {
			open = append(open, rd)
		}
	}
	return open
}

// weight is how much a prose column looks like the one that tells what was done.
func (rd *reading) weight() float64 {
	return rd.content.suits(words.Progress, false) * min(rd.content.length, 60) * float64(rd.content.filled) * (1 + rd.fits[words.Progress]) * rd.col.timely()
}

// timely is how much the heading's time speaks for the column.
func (c *Column) timely() float64 {
	if thisTime.MatchString(c.Heading) {
		return 3
	}
	return 1
}

// says reports whether a column of the role holds anything.
func (b *Block) says(role words.Role) bool {
	return slices.ContainsFunc(b.Columns, func(c Column) bool { return c.Role == role && c.Filled > 0 })
}

// plain gives the columns their roles where nothing is in doubt: every heading a whole word, none
// of one role twice, and cells of the requirement's column that are the list's own. Only
// columns whose word has several roles are judged by their content.
func (r *Reader) plain(b *Block) bool {
	if r.known.List == nil || b.Head == b.Body || r.known.Office != nil {
		return false
	}
	used := map[words.Role]bool{}
	var open []*Column
	requirement := 0
	for i := range b.Columns {
		col := &b.Columns[i]
		roles := r.headings.whole(col.Heading)
		if len(roles) == 0 || col.Quarter != 0 || col.Upper != "" || IsEarlier(col.Heading) || IsPlan(col.Heading) && roles[0] != words.NextSteps {
			return false
		}
		if len(roles) > 1 {
			if slices.Contains(roles, words.Progress) && r.tells(b, col.Col) {
				roles = progressOnly
			} else {
				open = append(open, col)
				continue
			}
		}
		if used[roles[0]] || roles[0] == words.Status && !r.isStatusColumn(b, col.Col) {
			return false
		}
		used[roles[0]] = true
		if roles[0] == words.Requirement {
			requirement = col.Col
		}
	}
	if requirement == 0 || !r.sureOf(b, requirement) {
		return false
	}
	for i := range b.Columns {
		col := &b.Columns[i]
		switch roles := r.headings.whole(col.Heading); {
		case len(roles) == 1:
			col.Role, col.By, col.Sure = roles[0], ByHeading, 1
		case !slices.Contains(open, col):
			col.Role, col.By, col.Sure = words.Progress, ByHeading, 1
		}
	}
	var rs []*reading
	for _, col := range open {
		rs = append(rs, &reading{col: col, fits: r.fitsOf(col), content: r.contentWithin(b, col.Col, mostSure+1), judged: true})
	}
	r.assign(b, rs, used)
	return true
}

var progressOnly = []words.Role{words.Progress}

// tells reports whether the first answers of a column are sentences: 完成情况 asks for what was done,
// and not for a status.
func (r *Reader) tells(b *Block, c int) bool {
	seen := 0
	for line := b.Body; line <= b.End && seen < mostSure; line++ {
		cell := b.Cell(line, c)
		if cell.IsEmpty() || cell.Covered() {
			continue
		}
		if cell.Kind != grid.Text || !fold.Longer(cell.Text, leastSentence) {
			return false
		}
		seen++
	}
	return seen > 0
}

// leastSentence is how many characters no status has.
const leastSentence = 12

// isStatusColumn reports whether the first cell of a column is a status: one look is enough where
// the heading says so.
func (r *Reader) isStatusColumn(b *Block, c int) bool {
	for line := b.Body; line <= b.End; line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			return cell.Kind == grid.Text && r.known.Status.Is(cell.Text)
		}
	}
	return true
}

// sureOf reports whether the first cells of a column are the list's own texts.
func (r *Reader) sureOf(b *Block, c int) bool {
	sure := 0
	for line := b.Body; line <= min(b.End, b.Body+4*mostSure); line++ {
		if cell := b.Cell(line, c); !cell.IsEmpty() && !cell.Covered() {
			if _, how := r.requirement(cell.Text); how == ByText || how == ByLikeness {
				if sure++; sure == mostSure {
					return true
				}
			}
		}
	}
	return false
}

// mostSure is how many cells of the list's own words make a column the requirement's.
const mostSure = 3

// quarterOf reads the quarter or month that a heading names.
func quarterOf(heading string) (quarter, month int) {
	ms := period.Mentions(heading)
	if len(ms) == 1 && !ms[0].Span {
		return ms[0].Quarter.N, 0
	}
	return 0, 0
}

// listNumber is a heading that asks for the number of the list.
var listNumber = regexp.MustCompile(`清单|条目|第几|哪.?[条项]|计划表`)

// deniedFrom is how many cells it takes to deny what a heading half says.
const deniedFrom = 3

// structural are the roles whose cells can be told by what they hold.
var structural = map[words.Role]bool{words.Number: true, words.Status: true, words.Percent: true, words.Completed: true, words.Due: true, words.Department: true}
