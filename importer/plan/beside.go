package plan

import (
	"slices"

	"taizhang/importer/grid"
	"taizhang/importer/plan/roster"
	"taizhang/importer/plan/sheets"
	"taizhang/templates/words"
)

// Beside returns what stands beside the list in a year's 任务清单.xlsx, all of it: a list that takes
// its place keeps it. Of a book with neither roster nor settings nothing comes.
func Beside(s Sources) *Carried {
	if s.Words == nil {
		s.Words = words.Default()
	}
	set := sheets.ReadSettings(s.sheet(settingsSheet, s.settings))
	year := set.Year()
	var known roster.Roster
	sheets.ReadRoster(&known, s.sheet(rosterSheet, s.roster), year)
	receipts, _ := sheets.ReadReceipts(s.sheet(receiptsSheet, nil), &known, year)
	sensitive := sheets.ReadSensitive(s.sheet(sensitiveSheet, nil))
	return &Carried{Year: year, Unit: set.Text("单位名称"), Departments: known.Departments, Settings: sheets.WrittenSettings(s.sheet(settingsSheet, s.settings)), Taught: sheets.WrittenLessons(s.sheet(TaughtSheet, nil)), Sensitive: sensitive, Receipts: receipts}
}

// HasBeside reports whether a book has a roster and settings of its own.
func HasBeside(book *grid.Book) bool {
	s := Sources{Master: book}
	return s.sheet(rosterSheet, nil) != nil && s.sheet(settingsSheet, nil) != nil
}

// SettingSheet is the sheet 设置 of a year's 任务清单.xlsx, nil for none.
func SettingSheet(book *grid.Book) *grid.Sheet {
	s := Sources{Master: book}
	return s.sheet(settingsSheet, nil)
}

// ReceiptSheet is the sheet 报送登记 of a 任务清单.xlsx, nil for none.
func ReceiptSheet(book *grid.Book) *grid.Sheet {
	s := Sources{Master: book}
	return s.sheet(receiptsSheet, nil)
}

// RosterSheet is the sheet of a 任务清单.xlsx on which 部门名录 stands, nil for none.
func RosterSheet(book *grid.Book) *grid.Sheet {
	s := Sources{Master: book}
	return s.sheet(rosterSheet, nil)
}

// ListSheet is the sheet of the sources on which the list stands, nil for none.
func ListSheet(s Sources) *grid.Sheet {
	if s.Words == nil {
		s.Words = words.Default()
	}
	sheet, _ := s.findList()
	return sheet
}

// ExampleRoster reports whether departments are those of the example that a new year is made with.
func ExampleRoster(list []roster.Department) bool {
	example := Beside(Embedded(nil)).Departments
	return len(list) == len(example) && slices.EqualFunc(list, example, func(a, b roster.Department) bool { return a.Name == b.Name })
}

// Named lists the departments that the duties of a list name, each once, in the list's order: groups
// of them, and what does not end as a unit's name does, are left out.
func (p *Plan) Named() (names []string) {
	for i := range p.Requirements {
		d := &p.Requirements[i].Duty
		for _, party := range slices.Concat(d.Lead, d.Joint, d.Support) {
			if party.Collective == "" && roster.EndsAsUnit(party.Name) && !slices.Contains(names, party.Name) {
				names = append(names, party.Name)
			}
		}
	}
	return names
}

// SameAs reports whether two readings of a list agree in all that it says: tasks, requirements, who
// answers in its words, until when, and for how long.
func (p *Plan) SameAs(o *Plan) bool {
	return slices.EqualFunc(p.Tasks, o.Tasks, func(a, b Task) bool { return a.Title.Value == b.Title.Value && a.Group == b.Group }) &&
		slices.EqualFunc(p.Requirements, o.Requirements, func(a, b Requirement) bool {
			return a.Key == b.Key && a.Number == b.Number && a.Text.Value == b.Text.Value && a.Due == b.Due && a.Active == b.Active && a.Duty.Said.Value == b.Duty.Said.Value
		})
}
