package sheets

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan/draft"
	"taizhang/importer/plan/numbering"
	"taizhang/importer/plan/roster"
)

// ReadRoster reads 部门名录 of a year into a roster.
func ReadRoster(known *roster.Roster, s *grid.Sheet, year int) []finding.Finding {
	var found []finding.Finding
	h, ok := FindHeader(s, "部门名称", "部门", "名称", "全称")
	if !ok {
		return nil
	}
	for row := h.Row + 1; row <= s.LastRow(); row++ {
		cell := h.cell(row, "部门名称", "部门", "名称", "全称")
		name := draft.ReadCell(cell)
		if !name.Given() || cell.Covered() {
			continue
		}
		name.Value = strings.Join(strings.Fields(name.Value), "")
		if _, twice := known.Named(name.Value); twice {
			continue
		}
		d := roster.Department{Name: name.Value, Kind: kindOf(h.cell(row, "类别", "类型", "性质").String(), name.Value), At: name.At}
		for _, alias := range strings.FieldsFunc(h.cell(row, "别名", "简称").String(), func(r rune) bool { return roster.IsComma(r) || r == '\n' || r == '/' }) {
			if alias = strings.TrimFunc(alias, numbering.IsBlank); alias != "" && !slices.Contains(d.Aliases, alias) {
				d.Aliases = append(d.Aliases, alias)
			}
		}
		for _, past := range strings.FieldsFunc(h.cell(row, "承接").String(), func(r rune) bool { return roster.IsComma(r) || r == '\n' }) {
			if past = strings.TrimFunc(past, numbering.IsBlank); past != "" && !slices.Contains(d.Past, past) {
				d.Past = append(d.Past, past)
			}
		}
		for _, end := range []struct {
			name string
			q    *period.Quarter
		}{{"启用", &d.Active.From}, {"停用", &d.Active.Until}} {
			said := draft.ReadCell(h.cell(row, end.name, end.name+"季度"))
			q, ok := period.ParseQuarter(said.Said)
			if said.Given() && !ok {
				found = append(found, finding.New(finding.ListDueUnreadable, said.At, end.name+"“"+said.Said+"”", ""))
			}
			if ok && q.Year == 0 {
				q.Year = year
			}
			*end.q = q
		}
		known.Departments = append(known.Departments, d)
	}
	known.SettlePast()
	known.Index()
	return found
}

var (
	sectionEnd   = regexp.MustCompile(`(?:股|科|处|室)\)?$`)
	affiliateEnd = regexp.MustCompile(`(?:馆|站|所|中心|队|院|校|团|台)\)?$`)
)

// kindOf reads 类别; where it is not filled in, the end of the name decides.
func kindOf(said, name string) roster.Kind {
	switch key := fold.Key(said); {
	case strings.HasPrefix(key, "外"):
		return roster.Outside
	case strings.ContainsAny(key, "股科处") || strings.Contains(key, "内设") || strings.Contains(key, "机关"):
		return roster.Section
	case strings.Contains(key, "属") || strings.Contains(key, "事业") || strings.Contains(key, "二级"):
		return roster.Affiliate
	}
	end := roster.Squeezed(name)
	switch {
	case sectionEnd.MatchString(end):
		return roster.Section
	case affiliateEnd.MatchString(end):
		return roster.Affiliate
	}
	return roster.Outside
}
