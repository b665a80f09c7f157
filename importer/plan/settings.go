package plan

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
)

// settings is the sheet 设置 (项目 | 值) as it stands.
type settings struct {
	values map[string]grid.Read[string] // by folded item
	at     finding.Place                // the sheet, the zero place where there is none
}

func readSettings(s *grid.Sheet) settings {
	set := settings{values: map[string]grid.Read[string]{}}
	if s == nil {
		return set
	}
	set.at = s.Place()
	for row := 1; row <= s.LastRow(); row++ {
		item, value := s.Cell(row, 1), s.Cell(row, 2)
		key := fold.Key(item.String())
		if _, known := set.values[key]; !known && key != "" && !value.IsEmpty() && !value.Covered() {
			set.values[key] = readCell(value)
		}
	}
	return set
}

func (s settings) get(item string) grid.Read[string] { return s.values[fold.Key(item)] }
func (s settings) text(item string) string           { return s.get(item).Value }

var settingYear = regexp.MustCompile(`^((?:19|20)\d\d)年?度?$`)

// year returns the setting 年度 (2021, 2021年), 0 where it is not set or no year.
func (s settings) year() int {
	if m := settingYear.FindStringSubmatch(fold.Key(s.text("年度"))); m != nil {
		return toYear(m[1])
	}
	return 0
}

// settle reads the settings into the plan. Those that are missing are one finding, and each that
// can't be read is one; they say what holds instead.
func (s settings) settle(p *Plan, from Sources) []finding.Finding {
	var found []finding.Finding
	var items, defaults []string
	missing := func(item, instead string) {
		if said := s.get(item); said.Given() {
			found = append(found, finding.New(finding.SettingUnreadable, said.At, item+"“"+said.Said+"”", instead))
			return
		}
		items, defaults = append(items, item), append(defaults, instead)
	}
	p.Settings = Settings{Unit: p.Unit, Phone: s.text("公开电话"), Fonts: s.text("字体")}
	if s.year() == 0 && (from.Year == 0 || s.get("年度").Given()) {
		missing("年度", p.label())
	}
	if p.Unit == "" {
		missing("单位名称", "不写单位名称")
	}
	if q, ok := period.ParseQuarter(s.text("截至季度")); ok && (q.Year == 0 || q.Year == p.Year) {
		q.Year = p.Year
		p.Settings.AsOf = q
	} else {
		missing("截至季度", "最近一个有报表的季度")
	}
	if d, ok := period.ParseDeadline(s.text("报送截止日"), p.Year); ok {
		p.Settings.Deadline = d
	} else {
		missing("报送截止日", "不判断是否迟报")
	}
	switch lead := fold.Key(s.text("无牵头时")); {
	case strings.HasPrefix(lead, "首位"):
		p.Settings.FirstLeads = true
	case lead != "共同负责":
		missing("无牵头时", "共同负责")
	}
	switch publish := s.get("公开报送情况"); fold.Key(publish.Value) {
	case "是":
		p.Settings.PublishReturns = true
	case "", "否":
	default:
		found = append(found, finding.New(finding.SettingUnreadable, publish.At, "公开报送情况“"+publish.Said+"”", "否"))
	}
	found = append(found, s.annex(p)...)
	if p.Settings.Phone == "" {
		missing("公开电话", "公开件中不留电话")
	}
	if p.Settings.Fonts == "" {
		missing("字体", "内置字体")
	}
	if len(items) > 0 {
		found = append(found, s.unset(p, items, defaults))
	}
	return found
}

var (
	settingAnnex = regexp.MustCompile(`^(?:附件)?([0-9]{1,3}(?:-[0-9]{1,3})?)$`)
	settingPage  = regexp.MustCompile(`^第?([1-9][0-9]{0,3})页?$`)
)

// annex reads 附件号 and 起始页码, which may both be missing without a word.
func (s settings) annex(p *Plan) []finding.Finding {
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
	}, s.text("附件号"))
	if key := number; key != "" && key != "附件" {
		if m := settingAnnex.FindStringSubmatch(key); m != nil {
			p.Settings.Annex = m[1]
		} else {
			unread("附件号", "不编号")
		}
	}
	if key := fold.Key(s.text("起始页码")); key != "" {
		if m := settingPage.FindStringSubmatch(key); m != nil {
			p.Settings.FirstPage = toYear(m[1])
		} else {
			unread("起始页码", "1")
		}
	}
	return found
}

// unset says of all settings that are missing what holds instead of each.
func (s settings) unset(p *Plan, items, defaults []string) finding.Finding {
	at := s.at
	if at.File() == "" {
		at = finding.In(p.Source, "")
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

func (p *Plan) label() string {
	return period.Date{Year: p.Year, Month: 1, Day: 1}.Label()[:len("2021年")]
}
