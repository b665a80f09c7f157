package origin

import (
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan/roster"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// Sources are what the names around the tables of a file, its covers and its opening say.
type Sources struct {
	*Reader
	file       string              // its path in the year folder
	path       []voice             // file and folder names
	covers     []voice             // what cover sheets say
	coverDates []grid.Read[string] // 填报日期 on them
	Opening    Info                // what stands above the first table of a document
	last       Info                // what stands above the table before, for one that goes on with it
}

// SourcesOf returns what the names of a file and its folders say.
func (r *Reader) SourcesOf(file string) *Sources {
	return &Sources{Reader: r, file: file, path: r.pathVoices(file)}
}

// TakeCover takes what a cover sheet says.
func (f *Sources) TakeCover(in Info) {
	f.covers = append(f.covers, in.voices(words.Whose, "封面上的填报单位")...)
	f.covers = append(f.covers, in.voices(words.When, "封面上的填报季度")...)
	f.covers = append(f.covers, in.titleVoices("封面")...)
	f.coverDates = append(f.coverDates, in.of(words.On)...)
}

// DatesSpeak lets the dates of a cover say which quarter it is.
func (f *Sources) DatesSpeak(in Info) {
	f.covers = append(f.covers, in.voices(words.On, "封面上的日期")...)
}

// Page is a sheet with what is known of its text.
type Page struct {
	Grid  *grid.Sheet
	First *table.Block // whose titles speak for the other blocks too
	Above int          // rows before this one were read as text in paragraphs, 0 for none
	Said  Info         // what they say of the whole
}

// Nearest returns the department that file and folders name, "" where they name none or
// several.
func (f *Sources) Nearest() string {
	for _, v := range f.path {
		if names := f.departmentsIn(v, period.Quarter{}); len(names) == 1 {
			return names[0]
		}
	}
	return ""
}

// Origin is whose return a table is and for which quarter, and what disagreed.
type Origin struct {
	Department       grid.Read[string]
	DepartmentSpoken bool // some source named a department, known or not
	DepartmentTold   bool // the office did
	Gathered         bool // the table, its sheet or its file is called one that several wrote
	Quarter          grid.Read[period.Quarter]
	QuarterSpan      bool // only a span was named: 全年, 上半年
	StatedOn         grid.Read[period.Date]
	DepartmentClash  *finding.Finding // two sources of one scope disagree: the sheet is held
	QuarterClash     *finding.Finding
	Findings         []finding.Finding
}

// Origin asks all sources. A 责任部门 column comes after them.
func (f *Sources) Origin(u Page, b *table.Block) Origin {
	in := f.Info(u, b)
	if u.First != nil && u.First != b && !f.Speaks(in) {
		in = f.Info(u, u.First)
	}
	if b.Continues && !f.Speaks(in) {
		in = f.last
	} else {
		f.last = in
	}
	o := f.asked(u.Grid, in, f.formVoice(b), f.periodVoice(b))
	f.headedBy(&o, b)
	return o
}

// headedBy takes whose a table is from the heading of its columns, where the sheet has columns of several
// departments: that is narrower than all that speaks of the sheet.
func (f *Sources) headedBy(o *Origin, b *table.Block) {
	cell, name := b.Whose()
	if name == "" {
		return
	}
	sender := *o
	o.Department, o.DepartmentSpoken, o.DepartmentTold, o.DepartmentClash = grid.Read[string]{}, false, false, nil
	o.Findings = slices.DeleteFunc(o.Findings, func(found finding.Finding) bool { return found.Code == finding.DepartmentConflict })
	f.whose(o, []voice{{scope: inTable, rank: "栏名", text: grid.Read[string]{Value: name, Said: name, At: cell.At()}, exact: true}})
	f.holdInner(o, sender, cell.At())
}

// holdInner holds what stands under the name of a section where a unit with offices of its own sends the
// table: 财务科 may be the unit's, and not the bureau's.
func (f *Sources) holdInner(o *Origin, sender Origin, at finding.Place) {
	d, known := f.Plan.Roster.Named(o.Department.Value)
	unit, listed := f.Plan.Roster.Named(sender.Department.Value)
	ofUnit := listed && unit.Kind != roster.Section || !listed && sender.DepartmentSpoken && f.IsStrangeUnit(sender.Department.Said)
	if !known || d.Kind != roster.Section || !ofUnit || sender.DepartmentTold {
		return
	}
	found := finding.New(finding.DepartmentConflict, at, "报送的是“"+sender.Department.Said+"”，栏名写的是“"+o.Department.Said+"”", "待核对")
	found.Held = true
	o.Department, o.DepartmentClash = grid.Read[string]{}, &found
}

// Asked settles whose a part of a sheet is and when, by what stands above it, by the keys of a
// form and by the names around it.
func (f *Sources) Asked(u *grid.Sheet, in Info, form []voice) Origin {
	return f.asked(u, in, form, nil)
}

// asked settles the same of a table, of which a column may say for which quarter all its lines are.
func (f *Sources) asked(u *grid.Sheet, in Info, form, column []voice) Origin {
	var o Origin
	name := voice{scope: inSheetName, rank: "工作表名", text: grid.Read[string]{Value: u.Name, Said: u.Name, At: u.Place()}}
	covers := slices.Clone(f.covers)
	if f.Speaks(f.Opening) && !f.Speaks(in) { // the title of a document speaks for all its tables
		covers = slices.Concat(f.Opening.voices(words.When, "填报季度栏"), f.Opening.voices(words.Whose, "填报单位栏"), f.Opening.titleVoices("标题"), covers)
	}
	for i := range covers {
		covers[i].scope = inCover
	}
	tables := in.titleVoices(titleRank)
	around := slices.Concat([]voice{name}, covers, f.path)
	f.when(&o, slices.Concat(form, in.voices(words.When, "填报季度栏"), tables, f.openingTimes(in), column, around))
	f.toldWhen(&o, u)
	f.whose(&o, slices.Concat(form, in.voices(words.Whose, "填报单位栏"), tables, around))
	f.toldWhose(&o, u)
	o.Gathered = isGathered(slices.Concat(in.voices(words.Whose, ""), tables, around))
	if o.StatedOn = f.statedOn(&o, in.of(words.On)); o.StatedOn.Value.IsZero() {
		o.StatedOn = f.statedOn(&o, f.writtenThen(in.days, o.Quarter.Value))
	}
	if o.StatedOn.Value.IsZero() {
		o.StatedOn = f.statedOn(&o, f.coverDate())
	}
	return o
}

// openingTimes is what the title of a document says of when, for a table whose own title names a
// department and no quarter.
func (f *Sources) openingTimes(in Info) []voice {
	if !f.Speaks(in) || f.timed(in) {
		return nil
	}
	vs := append(f.Opening.voices(words.When, "填报季度栏"), f.Opening.titleVoices("标题")...)
	for i := range vs {
		vs[i].scope = inCover
	}
	return vs
}

// coverDate is the date that covers state, where it can be read and no two of them differ.
func (f *Sources) coverDate() []grid.Read[string] {
	var said []grid.Read[string]
	for _, d := range f.coverDates {
		on, ok := period.ParseDate(d.Value, f.Plan.Year)
		if !ok {
			continue
		}
		if len(said) > 0 {
			if first, _ := period.ParseDate(said[0].Value, f.Plan.Year); first != on {
				return nil
			}
			continue
		}
		said = append(said, d)
	}
	return said
}
