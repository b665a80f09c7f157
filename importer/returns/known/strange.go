package known

import (
	"regexp"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/importer/plan/roster"
)

// IsStrangeUnit reports whether a text is the name of one unit that the roster lacks. The bureau itself and
// words for several departments (各股室) are none.
func (r *Facts) IsStrangeUnit(text string) bool {
	if !roster.EndsAsUnit(text) || roster.IsGroup(text) || r.IsNames(text) || r.Plan.Roster.IsOwn(text) || len(r.Plan.Roster.FindIn(text)) > 0 {
		return false
	}
	key := fold.Key(text)
	for _, several := range []string{"股室", "科室", "处室", "单位", "部门"} {
		if strings.HasSuffix(key, several) {
			return false
		}
	}
	return true
}

// IsStrangeOffice reports whether a heading is nothing but the name of an office that the roster lacks:
// 信息管理股. What stands below it is not the department's above.
func (r *Facts) IsStrangeOffice(heading string) bool {
	if !officeName.MatchString(heading) || r.IsTask(heading) || !r.IsStrangeUnit(heading) {
		return false
	}
	_, known := r.Plan.Roster.Find(heading, period.Quarter{})
	no, _ := r.Tables.Requirement(heading)
	return !known && no == 0
}

// officeName is a short name that ends as those of offices do.
var officeName = regexp.MustCompile(`^\p{Han}{1,10}(?:股|科|室|处|所|站|队|馆|院|中心|办|局|校)$`)
