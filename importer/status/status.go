// Package status understands what a department says of where a requirement stands: 已完成,
// 正在推进, 尚未启动. It reads by grammar (negation, scope, adverb, verb, aspect), so that
// words that stand in no list are understood too. What is not understood is no status.
package status

// Status is where a requirement stands, in the words of the contract (ARCHITECTURE.md says what that is).
type Status string

const (
	NoStatus      Status = "" // absent, or a word that is not understood
	Completed     Status = "completed"
	InProgress    Status = "in_progress"
	Ongoing       Status = "ongoing"
	Behind        Status = "behind"
	NotStarted    Status = "not_started"
	NotApplicable Status = "not_applicable"
	NotReported   Status = "not_reported" // of standings only: no decider has an entry
)

// Statuses lists what a standing can be, in the order in which documents print them.
var Statuses = []Status{Completed, InProgress, Ongoing, Behind, NotStarted, NotApplicable, NotReported}

// Label returns the status as the office reads it.
func (s Status) Label() string {
	switch s {
	case Completed:
		return "已完成"
	case InProgress:
		return "推进中"
	case Ongoing:
		return "常态化"
	case Behind:
		return "滞后"
	case NotStarted:
		return "未启动"
	case NotApplicable:
		return "不适用"
	case NotReported:
		return "未报"
	}
	return ""
}
