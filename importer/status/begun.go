package status

import "taizhang/importer/fold"

// Begun returns the status whose word is cut short to its first character: 滞 is 滞后, 推 is 推进中. It
// is NoStatus for 未, 不 and 已, which begin words of several statuses, and for any longer text. A
// piece alone proves little: a caller wants several different ones side by side.
func Begun(piece string) Status {
	switch fold.Key(piece) {
	case "完", "毕", "结":
		return Completed
	case "推", "在", "正":
		return InProgress
	case "常", "长":
		return Ongoing
	case "滞", "落", "慢", "逾":
		return Behind
	}
	return NoStatus
}
