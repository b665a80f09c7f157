package content

import (
	"taizhang/importer/table/list"
	"taizhang/templates/words"
)

// JudgedFrom is how many answers a column needs for its content to speak; below that it is
// neutral.
const JudgedFrom = 2

// Neutral is what content says where there is not enough of it.
const Neutral = 0.5

// Suits returns how well what stands in a column suits a role, 0 to 1. One line a role.
func (k Shares) Suits(role words.Role, list bool) float64 {
	if k.N < JudgedFrom {
		switch {
		case k.N == 1 && role == words.Requirement && k.Requirement == 1:
			return 1
		case k.N == 1:
			return Neutral + 0.3*(k.Judge(role, list)-Neutral)
		}
		return Neutral
	}
	return k.Judge(role, list)
}

// Judge returns the same of however few answers.
func (k Shares) Judge(role words.Role, list bool) float64 {
	switch role {
	case words.Number:
		if k.recounts {
			return 0.3 // 1, 2, 1, 2, 3: parts of what the rows are about
		}
		return max(k.Cited, k.Number*(0.4+0.3*k.Distinct+0.3*k.rising))
	case words.Requirement:
		if list {
			return min(1, k.Prose*k.Length/25) * k.Distinct * (1 - 0.7*k.names)
		}
		return min(1, 1.25*k.Requirement)
	case words.Task:
		if list {
			return max(0.9*k.Grouped, k.Distinct*(1-k.names)*(1-k.Number)*min(1, max(0.6*k.Prose, 0.8*k.shortText())))
		}
		return min(1, max(1.1*k.Task, 0.8*k.Grouped, 0.3*k.Prose*(1.2-k.Distinct)))
	case words.Department, words.Lead, words.Support:
		return k.names
	case words.Person:
		return 0.7 * k.person * (1 - k.names)
	case words.Status:
		return max(k.Stated()*(0.97+0.03*k.word), 0.7*k.Tick) // 推进中 before 经费不足，尚未解决
	case words.Percent:
		if k.rising > 0.9 && k.Distinct > 0.9 && k.Percent == 0 {
			return 0.3 * k.Plain
		}
		if k.Percent >= 0.3 {
			return min(1, max(k.Percent+k.status, 0.6*k.Plain)) // 90%, 100%, 常态化
		}
		return max(k.Percent, 0.6*k.Plain)
	case words.Completed:
		return k.Date + 0.5*k.Due*(1-k.Due) // a column of nothing but limits tells when things are to be done
	case words.Due:
		if k.Due > 0.5 {
			return min(1, k.Due+k.Date)
		}
		return max(k.Due, 0.75*k.Date)
	case words.Evidence:
		return k.evidence
	case words.Score:
		return max(k.score, 0.5*k.Plain)
	case words.Filler:
		return max(k.phone, 0.5*k.Date, 0.6*k.person*(1-k.names))
	case words.Progress:
		return k.Prose * max(0, 0.65+0.3*k.Past-0.3*k.Future*(1-k.Past)-0.2*k.problem)
	case words.Problems:
		return k.Prose * (0.25 + 0.6*k.problem)
	case words.NextSteps:
		return k.Prose * (0.25 + 0.6*k.Future*(1-0.6*k.Past))
	case words.Remarks:
		return 0.35
	}
	return Neutral // plan, earlier, 启用: the heading alone says so
}

// shortText is the share of answers that are short and no sentence: a title.
func (k Shares) shortText() float64 {
	if k.Length < 4 || k.Length > 25 {
		return 0
	}
	return 1 - k.person - k.Date - k.Due
}

// Stated is the share of answers that are a status, or a short sentence that is one.
func (k Shares) Stated() float64 {
	if k.Length > 24 {
		return k.status
	}
	return min(1, k.status+0.8*k.said)
}

// Counted reports numbers that tell the rows apart, and no text.
func (k Shares) Counted() bool { return k.N >= JudgedFrom && k.Number >= 0.8 && k.Requirement < 0.4 }

// EachItsOwn reports several answers of which no two say the same.
func (k Shares) EachItsOwn() bool { return k.N > 1 && k.Distinct >= 0.99 }

// OwnTexts reports several texts, each its own and most of them no person, paper, telephone number or day.
func (k Shares) OwnTexts() bool {
	return k.EachItsOwn() && k.Length >= list.ShortFrom && k.person+k.evidence+k.phone+k.Date+k.Due < 0.5
}

// Sentences reports answers of which fewer than half are a status, and half and more are sentences, or each says
// something else in some words: 正在对接场地, 已摸底登记.
func (k Shares) Sentences() bool {
	if k.status >= 0.5 {
		return false
	}
	return k.Prose >= 0.5 && k.Length >= 6 || k.N >= JudgedFrom && k.word < 0.25 && k.Distinct >= 0.9 && k.Length >= 5
}
