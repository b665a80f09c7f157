package heading

import (
	"regexp"
	"strings"

	"taizhang/importer/period"
)

// What a heading says of time before it says what it is about.
var (
	planned = regexp.MustCompile(`计划|拟|预计|预期|预定|打算|目标|下[一]?(?:个)?(?:季度?|阶段|步|期|月|年)|明年|来年|安排|应(?:当|该)?(?:完成|达到?|做到|办结|推进到|实现)|(?:要求|须|需)(?:达到|完成到|推进到)|力争|原[定来先想]`)
	gone    = regexp.MustCompile(`上[一]?(?:个)?(?:季度?|期|年度?|月|次|回|轮|阶段)|去年|往年|前期(?:进展|情况|完成|填报|工作)|此前|以前|之前|已报|往期|前次|同期`)
)

// ThisTime is how a heading speaks of the time that a return is for: 本季度情况, 这一季干了啥.
var ThisTime = regexp.MustCompile(`本季|本期|本次|本月|这一?个?季|这次|这期|当季|今季`)

// IsPlan reports whether a heading speaks of what is still to be done.
func IsPlan(heading string) bool {
	return planned.MatchString(strings.Join(strings.Fields(heading), ""))
}

// IsEarlier reports whether a heading speaks of what was said before.
func IsEarlier(heading string) bool {
	return gone.MatchString(strings.Join(strings.Fields(heading), ""))
}

// Quarter reads the quarter or month that a heading names.
func Quarter(heading string) (quarter, month int) {
	if OfYear.MatchString(heading) {
		return 0, 0
	}
	ms := period.Mentions(heading)
	if len(ms) == 1 && !ms[0].Span {
		return ms[0].Quarter.N, 0
	}
	return 0, 0
}

// OfYear is a heading that holds an answer against the year and tells no time: 占全年任务进度.
var OfYear = regexp.MustCompile(`[占较比]全年|(?:全年|年度)(?:总)?(?:任务|目标|计划|指标|工作量|进度)`)
