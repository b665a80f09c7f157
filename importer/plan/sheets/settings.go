// Package sheets reads the sheets that stand beside the list in 任务清单.xlsx: 设置, 部门名录, 报送登记,
// 敏感词 and 词表. It knows no requirement.
package sheets

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan/draft"
)

// Settings is the sheet 设置. A zero field was not set.
type Settings struct {
	Unit       string
	AsOf       period.Quarter
	Deadline   period.Deadline // 报送截止日
	Offered    Offer           // the deadline that the list gives, where 报送截止日 is not set
	FirstLeads bool            // 无牵头时 = 首位牵头
	Phone      string          // 公开电话, may stand in the annex
	Fonts      string          // 字体: 内置 or file names

	Annex     string // 附件号: 1, 2-1; "" where the annex has no number
	FirstPage int    // 起始页码: the number of the annex's first page, 0 where nobody said it

	PublishReturns bool // 公开报送情况 = 是: who reported, and when, may stand in public
}

// SettingLines is the sheet 设置 (项目 | 值) as it stands.
type SettingLines struct {
	values map[string]grid.Read[string] // by folded item
	at     finding.Place                // the sheet, the zero place where there is none
}

func ReadSettings(s *grid.Sheet) SettingLines {
	set := SettingLines{values: map[string]grid.Read[string]{}}
	if s == nil {
		return set
	}
	set.at = s.Place()
	for row := 1; row <= s.LastRow(); row++ {
		item, value := s.Cell(row, 1), s.Cell(row, 2)
		key := fold.Key(item.String())
		if _, known := set.values[key]; !known && key != "" && !value.IsEmpty() && !value.Covered() {
			set.values[key] = draft.ReadCell(value)
		}
	}
	return set
}

func (s SettingLines) get(item string) grid.Read[string] { return s.values[fold.Key(item)] }

func (s SettingLines) Text(item string) string { return s.get(item).Value }

// At is the cell in which the value of an item stands, the zero place where it has none.
func (s SettingLines) At(item string) finding.Place { return s.get(item).At }

var settingYear = regexp.MustCompile(`^((?:19|20)\d\d)年?度?$`)

// Year returns the setting 年度 (2021, 2021年), 0 where it is not set or no year.
func (s SettingLines) Year() int {
	if m := settingYear.FindStringSubmatch(fold.Key(s.Text("年度"))); m != nil {
		return ToYear(m[1])
	}
	return 0
}

// Offer is a deadline that a note of the list gives. It counts once the office sets it.
type Offer struct {
	Deadline period.Deadline
	Said     string // the sentence, "" for none
	At       finding.Place
}

// About is the list that settings are of.
type About struct {
	Source string // the file of the list
	Unit   string // "" where nobody says it
	Year   int
	Told   bool // who reads the list says its year
	Offer  Offer
}

// Settle reads the settings. Those that are missing are one finding, and each that
// can't be read is one; they say what holds instead.
func (s SettingLines) Settle(list About) (Settings, []finding.Finding) {
	var found []finding.Finding
	var items, defaults []string
	missing := func(item, instead string) {
		if said := s.get(item); said.Given() {
			found = append(found, finding.New(finding.SettingUnreadable, said.At, item+"“"+said.Said+"”", instead))
			return
		}
		items, defaults = append(items, item), append(defaults, instead)
	}
	set := Settings{Unit: list.Unit, Phone: s.Text("公开电话"), Fonts: s.Text("字体")}
	if s.Year() == 0 && (!list.Told || s.get("年度").Given()) {
		missing("年度", list.label())
	}
	if list.Unit == "" {
		missing("单位名称", "不写单位名称")
	}
	if q, ok := period.ParseQuarter(s.Text("截至季度")); ok && (q.Year == 0 || q.Year == list.Year) {
		q.Year = list.Year
		set.AsOf = q
	} else {
		missing("截至季度", "最近一个有报表的季度")
	}
	if d, ok := period.ParseDeadline(s.Text("报送截止日"), list.Year); ok {
		set.Deadline = d
	} else {
		instead := "不判断是否迟报"
		if o := list.Offer; o.Said != "" {
			set.Offered = o
			instead += fmt.Sprintf("；清单 %s 写着“%s”，照这样的请填“%s”", o.At.Cell(), o.Said, o.Deadline.Plainly())
		}
		missing("报送截止日", instead)
	}
	switch lead := fold.Key(s.Text("无牵头时")); {
	case strings.HasPrefix(lead, "首位"):
		set.FirstLeads = true
	case lead != "共同负责":
		missing("无牵头时", "共同负责")
	}
	switch publish := s.get("公开报送情况"); fold.Key(publish.Value) {
	case "是":
		set.PublishReturns = true
	case "", "否":
	default:
		found = append(found, finding.New(finding.SettingUnreadable, publish.At, "公开报送情况“"+publish.Said+"”", "否"))
	}
	found = append(found, s.annex(&set)...)
	if set.Phone == "" {
		missing("公开电话", "公开件中不留电话")
	}
	if set.Fonts == "" {
		missing("字体", "内置字体")
	}
	if len(items) > 0 {
		found = append(found, s.unset(list, items, defaults))
	}
	return set, found
}

var (
	settingAnnex = regexp.MustCompile(`^(?:附件)?([0-9]{1,3}(?:-[0-9]{1,3})?)$`)
	settingPage  = regexp.MustCompile(`^第?([1-9][0-9]{0,3})页?$`)
)

// annex reads 附件号 and 起始页码, which may both be missing without a word.
func (s SettingLines) annex(set *Settings) []finding.Finding {
	var found []finding.Finding
	unread := func(item, instead string) {
		said := s.get(item)
		found = append(found, finding.New(finding.SettingUnreadable, said.At, item+"“"+said.Said+"”", instead))
	}
	number := strings.Map(func(r rune) rune {
		if plain := fold.Rune(r); plain > ' ' {
			return plain
		}
		return -1
	}, s.Text("附件号"))
	if key := number; key != "" && key != "附件" {
		if m := settingAnnex.FindStringSubmatch(key); m != nil {
			set.Annex = m[1]
		} else {
			unread("附件号", "不编号")
		}
	}
	if key := fold.Key(s.Text("起始页码")); key != "" {
		if m := settingPage.FindStringSubmatch(key); m != nil {
			set.FirstPage = ToYear(m[1])
		} else {
			unread("起始页码", "1")
		}
	}
	return found
}

// unset says of all settings that are missing what holds instead of each.
func (s SettingLines) unset(list About, items, defaults []string) finding.Finding {
	at := s.at
	if at.File() == "" {
		at = finding.In(list.Source, "")
	}
	f := finding.New(finding.SettingMissing, at, strings.Join(items, "、"), strings.Join(defaults, "、"))
	if len(items) > 1 {
		each := slices.Clone(items)
		for i := range each {
			each[i] += "（" + defaults[i] + "）"
		}
		f.Message = "“设置”里的" + strings.Join(each, "、") + "没有填好，按括号里的默认处理。"
	}
	return f
}

func (a About) label() string {
	return period.Date{Year: a.Year, Month: 1, Day: 1}.Label()[:len("2021年")]
}

func ToYear(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// WrittenSettings are the lines of 设置, item and value as written, but those that are left out.
func WrittenSettings(sheet *grid.Sheet, leftOut ...string) (lines [][2]string) {
	if sheet == nil {
		return nil
	}
	for row := 1; row <= sheet.LastRow(); row++ {
		item, value := draft.ReadCell(sheet.Cell(row, 1)), draft.ReadCell(sheet.Cell(row, 2))
		key := fold.Key(item.Value)
		if item.Given() && value.Given() && !sheet.Cell(row, 2).Covered() && key != "项目" && !slices.Contains(leftOut, key) {
			lines = append(lines, [2]string{item.Value, value.Said})
		}
	}
	return lines
}

// SettingRows are the rows of 设置 in which an item may be said, the one that holds first: those with a
// value, then those without. A row whose value another cell covers says nothing.
func SettingRows(sheet *grid.Sheet, item string) (rows []int) {
	var blank []int
	for row := 1; row <= sheet.LastRow(); row++ {
		value := sheet.Cell(row, 2)
		switch {
		case fold.Key(sheet.Cell(row, 1).String()) != fold.Key(item) || value.Covered():
		case value.IsEmpty():
			blank = append(blank, row)
		default:
			rows = append(rows, row)
		}
	}
	return append(rows, blank...)
}
