package plan

import (
	"cmp"
	"errors"
	"regexp"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/duty"
	"taizhang/importer/plan/prose"
	"taizhang/importer/plan/roster"
	"taizhang/importer/plan/rows"
	"taizhang/importer/plan/sheets"
	"taizhang/templates/words"
)

// Sources is what a plan is read from.
type Sources struct {
	List     *grid.Book // the book that the list stands in; it may be Master
	Master   *grid.Book // the folder's 任务清单.xlsx with 部门名录, 设置 and the like; nil for none
	Embedded bool       // List is the embedded one: its roster and settings go with it
	Year     int        // --year, 0 for none
	Unit     string     // --unit
	Folder   string     // the year folder's own name, which may say the year
	Words    *words.Words

	roster, settings *grid.Book // of the embedded list
}

var (
	// ErrNoYear means that nothing says which year the list is for.
	ErrNoYear = errors.New("the list's year is not known")
	// ErrNoList means that no sheet of the list's book holds a requirement.
	ErrNoList = errors.New("no task list found")
)

// Sheets of 任务清单.xlsx.
const (
	listSheet      = "任务清单"
	rosterSheet    = "部门名录"
	settingsSheet  = "设置"
	receiptsSheet  = "报送登记"
	sensitiveSheet = "敏感词"
	TaughtSheet    = "词表"
)

// Read reads the year's plan. The year is taken from Sources.Year, the setting 年度, the
// list's title, the folder's name, in this order. The error is ErrNoYear or one that is
// ErrNoList and a *NoListError; whatever else is wrong is a finding.
func Read(s Sources) (*Plan, []finding.Finding, error) {
	if s.List == nil {
		return nil, nil, ErrNoList
	}
	if s.Words == nil {
		s.Words = words.Default()
	}
	p := &Plan{Source: s.List.File, Embedded: s.Embedded}
	set := sheets.ReadSettings(s.sheet(settingsSheet, s.settings))
	p.Unit = cmp.Or(s.Unit, set.Text("单位名称"))
	p.Roster.Unit = p.Unit

	lines, found := sheets.ReadTaught(s.sheet(TaughtSheet, nil))
	s.Words = s.Words.Learn(sheets.ForAll(lines))
	sheet, titles := s.findList()
	if sheet == nil {
		return nil, nil, s.noList()
	}
	if p.Year = cmp.Or(s.Year, set.Year(), titleYear(titles), folderYear(s.Folder)); p.Year == 0 {
		return nil, nil, ErrNoYear
	}
	found = append(found, sheets.ReadRoster(&p.Roster, s.sheet(rosterSheet, s.roster), p.Year)...)
	taught, unsettled := sheets.SettleTaught(lines, &p.Roster)
	p.Taught = taught
	found = append(found, unsettled...)
	duty := duty.NewGrammar(&p.Roster, s.Words)
	duty.Rule = findLeadRule(s.listSheets())
	t, drafts, odd := readSheet(sheet, s.Words, duty)
	b := &builder{plan: p, table: t, duty: duty, unknown: map[string]bool{}}
	b.build(drafts)
	if len(p.Requirements) == 0 {
		return nil, nil, s.noList()
	}
	p.Name, p.Sample = p.nameOf(titles), s.Embedded || isSample(p)
	found = slices.Concat(found, duty.Rule.Doubt(), odd, b.found)
	settings, unset := set.Settle(sheets.About{Source: p.Source, Unit: p.Unit, Year: p.Year, Told: s.Year != 0, Offer: p.offerOf(s.listSheets())})
	receipts, unread := sheets.ReadReceipts(s.sheet(receiptsSheet, nil), &p.Roster, p.Year)
	p.Settings, p.Receipts, p.Sensitive = settings, receipts, sheets.ReadSensitive(s.sheet(sensitiveSheet, nil))
	found = slices.Concat(found, unset, unread)
	slices.SortFunc(found, finding.Compare)
	return p, found, nil
}

// readSheet reads a list that is a table, else one in prose.
func readSheet(s *grid.Sheet, w *words.Words, duty *duty.Grammar) (*rows.Table, []draft.Draft, []finding.Finding) {
	if t, ok := rows.Find(s, w, duty); ok {
		drafts, odd := t.Drafts()
		return t, drafts, odd
	}
	if unfilled(s) {
		return &rows.Table{}, nil, nil
	}
	titles, drafts, found := prose.Read(s, w, duty)
	return &rows.Table{Titles: titles}, drafts, found
}

// sheet returns the sheet of that name from Master, or from the list's own book where
// there is no Master; else the first sheet of the fallback, nil for none.
func (s *Sources) sheet(name string, fallback *grid.Book) *grid.Sheet {
	book := s.Master
	if book == nil && !s.Embedded {
		book = s.List
	}
	if book != nil {
		for _, sheet := range book.Sheets {
			if fold.Key(sheet.Name) == fold.Key(name) && sheet.LastRow() > 0 {
				return sheet
			}
		}
	}
	if s.Embedded && fallback != nil && len(fallback.Sheets) > 0 {
		return fallback.Sheets[0]
	}
	return nil
}

// findList returns the sheet that the list stands on, with the titles above it: the one
// called 任务清单, else the first that holds requirements and is not something else.
func (s *Sources) findList() (*grid.Sheet, []string) {
	for _, sheet := range s.listSheets() {
		if t, drafts, _ := readSheet(sheet, s.Words, duty.NewGrammar(&roster.Roster{}, s.Words)); len(drafts) > 0 {
			return sheet, t.Titles
		}
	}
	return nil, nil
}

// HoldsList reports whether a workbook has anything on a sheet that may be the list's.
func HoldsList(book *grid.Book) bool {
	s := Sources{List: book}
	return slices.ContainsFunc(s.listSheets(), func(sheet *grid.Sheet) bool { return sheet.LastRow() > 0 })
}

// listSheets returns the sheets on which the list may stand, the one called 任务清单 first.
func (s *Sources) listSheets() []*grid.Sheet {
	var sheets []*grid.Sheet
	for _, sheet := range s.List.Sheets {
		switch fold.Key(sheet.Name) {
		case listSheet:
			sheets = append([]*grid.Sheet{sheet}, sheets...)
		case rosterSheet, settingsSheet, receiptsSheet, sensitiveSheet, TaughtSheet:
		default:
			sheets = append(sheets, sheet)
		}
	}
	return sheets
}

var (
	quotedTitle = regexp.MustCompile(`《[^》]*》|[〔\[（(](?:19|20)\d\d[〕\]）)]`)
	yearInTitle = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)\s*年`)
	yearInName  = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)(?:\D|$)`)
)

// titleYear returns the year that a title above the list names, first outside 《》, then
// inside; 0 where none does.
func titleYear(titles []string) int {
	for _, outside := range []bool{true, false} {
		for _, title := range titles {
			title = fold.Text(title)
			if outside {
				title = quotedTitle.ReplaceAllString(title, "")
			}
			if m := yearInTitle.FindStringSubmatch(title); m != nil {
				return sheets.ToYear(m[1])
			}
		}
	}
	return 0
}

func folderYear(name string) int {
	if m := yearInName.FindStringSubmatch(fold.Text(name)); m != nil {
		return sheets.ToYear(m[1])
	}
	return 0
}

// findLeadRule looks for such a sentence on the sheets of the list. Labels and names that
// stand in the list itself are too short to be one.
func findLeadRule(sheets []*grid.Sheet) duty.LeadRule {
	for _, s := range sheets {
		for row := 1; row <= s.LastRow(); row++ {
			for c := 1; c <= s.Width(); c++ {
				cell := s.Cell(row, c)
				if cell.IsEmpty() || cell.Covered() || !duty.SpeaksOfLeads(cell.Text) {
					continue
				}
				if rule := duty.ReadLeadRule(draft.ReadCell(cell)); rule.By != duty.ByNothing {
					return rule
				}
			}
		}
	}
	return duty.LeadRule{}
}
