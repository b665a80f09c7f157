package publish

import (
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
)

// neutral is what stands where a department's own words may not, or don't, say anything.
// It repeats the category and adds nothing.
func neutral(stands status.Status) string {
	switch stands {
	case status.Completed:
		return "已完成。"
	case status.InProgress:
		return "正在推进。"
	case status.Ongoing:
		return "已作为日常工作常态化开展。"
	case status.Behind:
		return "进度滞后，正在推进。"
	case status.NotStarted:
		return "尚未启动。"
	case status.NotApplicable:
		return "本年度不涉及此项工作。"
	}
	return "暂无进展信息。"
}

// plain is neutral with the names of those whose standing it is, where others of those who decide
// stand elsewhere: what one has not begun is not said of all.
func (e *editor) plain(s *ledger.Standing) string {
	if unverified(s) {
		return "状态" + unverifiedLabel + "。"
	}
	switch s.Status {
	case status.InProgress, status.Behind, status.NotStarted:
	default:
		return neutral(s.Status)
	}
	var names []string
	for _, v := range s.Deciders {
		if v.Status() == s.Status {
			names = append(names, e.name(v.Department))
		}
	}
	if s.Ruled || len(names) == 0 || len(names) == len(s.Deciders) {
		return neutral(s.Status)
	}
	return strings.Join(names, "、") + neutral(s.Status)
}
