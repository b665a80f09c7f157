package table

import "taizhang/templates/words"

// judgedFrom is how many answers a column needs for its content to speak; below that it is
// neutral.
const judgedFrom = 2

// neutral is what content says where there is not enough of it.
const neutral = 0.5

// suits returns how well what stands in a column suits a role, 0 to 1. One line a role.
func (k content) suits(role words.Role, list bool) float64 {
	if k.n < judgedFrom {
		switch {
		case k.n == 1 && role == words.Requirement && k.requirement == 1:
			return 1
		case k.n == 1:
			return neutral + 0.3*(k.judge(role, list)-neutral)
		}
		return neutral
	}
	return k.judge(role, list)
}

func (k content) judge(role words.Role, list bool) float64 {
	switch role {
	case words.Number:
		if k.recounts {
			return 0.3 // 1, 2, 1, 2, 3: parts of what the rows are about
		}
		return max(k.cited, k.number*(0.4+0.3*k.distinct+0.3*k.rising))
	case words.Requirement:
		if list {
			return min(1, k.prose*k.length/25) * k.distinct * (1 - 0.7*k.names)
		}
		return min(1, 1.25*k.requirement)
	case words.Task:
		if list {
			return max(0.9*k.grouped, k.distinct*(1-k.names)*(1-k.number)*min(1, max(0.6*k.prose, 0.8*k.shortText())))
		}
		return min(1, max(1.1*k.task, 0.8*k.grouped, 0.3*k.prose*(1.2-k.distinct)))
	case words.Department, words.Lead, words.Support:
		return k.names
	case words.Person:
		return 0.7 * k.person * (1 - k.names)
	case words.Status:
		return max(k.stated()*(0.97+0.03*k.word), 0.7*k.tick) // 推进中 before 经费不足，尚未解决
	case words.Percent:
		if k.rising > 0.9 && k.distinct > 0.9 && k.percent == 0 {
			return 0.3 * k.plain
		}
		if k.percent >= 0.3 {
			return min(1, max(k.percent+k.status, 0.6*k.plain)) // 90%, 100%, 常态化
		}
		return max(k.percent, 0.6*k.plain)
	case words.Completed:
		return k.date + 0.5*k.due*(1-k.due) // a column of nothing but limits tells when things are to be done
	case words.Due:
		if k.due > 0.5 {
			return min(1, k.due+k.date)
		}
		return max(k.due, 0.75*k.date)
	case words.Evidence:
		return k.evidence
	case words.Score:
		return max(k.score, 0.5*k.plain)
	case words.Filler:
		return max(k.phone, 0.5*k.date, 0.6*k.person*(1-k.names))
	case words.Progress:
		return k.prose * max(0, 0.65+0.3*k.past-0.3*k.future*(1-k.past)-0.2*k.problem)
	case words.Problems:
		return k.prose * (0.25 + 0.6*k.problem)
	case words.NextSteps:
		return k.prose * (0.25 + 0.6*k.future*(1-0.6*k.past))
	case words.Remarks:
		return 0.35
	}
	return neutral // plan, earlier, 启用: the heading alone says so
}

// single are the roles that one column of a block has at the most.
var single = map[words.Role]bool{
	words.Number: true, words.Requirement: true, words.Status: true, words.Percent: true, words.Completed: true, words.Due: true,
	words.From: true, words.Until: true, words.Change: true,
}

// byContent are the roles that content alone may give a column whose heading says nothing.
var byContent = map[words.Role]float64{
	words.Number: 0.8, words.Requirement: 0.4, words.Task: 0.6, words.Department: 0.6, words.Status: 0.6, words.Percent: 0.7,
	words.Completed: 0.6, words.Due: 0.6, words.Evidence: 0.6, words.Problems: 0.6, words.NextSteps: 0.6, words.Filler: 0.8, words.Score: 0.8,
}

// shortText is the share of answers that are short and no sentence: a title.
func (k content) shortText() float64 {
	if k.length < 4 || k.length > 25 {
		return 0
	}
	return 1 - k.person - k.date - k.due
}

// stated is the share of answers that are a status, or a short sentence that is one.
func (k content) stated() float64 {
	if k.length > 24 {
		return k.status
	}
	return min(1, k.status+0.8*k.said)
}
