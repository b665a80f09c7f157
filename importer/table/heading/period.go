package heading

import "regexp"

// asksPeriod is a heading that asks of which quarter a line is.
var asksPeriod = regexp.MustCompile(`^(?:填报|报送|所属|报告|统计|反馈)?(?:哪[一个]?)?(?:季度?|季[别次]|时段|时期|期间|期[次别数]|报告期|时间段)$`)

// AsksPeriod reports whether a heading asks of which quarter a line is: 季度, 报送时段, 期别.
func AsksPeriod(text string) bool { return asksPeriod.MatchString(text) }
