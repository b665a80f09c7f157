package questions

import (
	"slices"

	"taizhang/importer/ruling"
)

// Habits are what the office wrote last beside a decision: it is offered again.
type Habits struct {
	By, On  string
	Reasons []string // the last first
}

// MostReasons is how many reasons are offered again.
const MostReasons = 8

// HabitsOf reads them out of the decisions in force.
func HabitsOf(s *Reading, today string) Habits {
	h := Habits{On: today}
	if s == nil || s.Ledger.Journal == nil {
		return h
	}
	all := s.Ledger.Journal.InForce()
	for i := len(all) - 1; i >= 0; i-- {
		r := &all[i]
		if h.By == "" {
			h.By = r.By
		}
		if r.Reason != "" && len(h.Reasons) < MostReasons && !slices.Contains(h.Reasons, r.Reason) {
			h.Reasons = append(h.Reasons, r.Reason)
		}
	}
	return h
}

// With are the habits after one more decision.
func (h Habits) With(r ruling.Ruling) Habits {
	if r.By != "" {
		h.By = r.By
	}
	if r.Reason != "" && !slices.Contains(h.Reasons, r.Reason) {
		h.Reasons = slices.Insert(h.Reasons[:min(len(h.Reasons), MostReasons-1)], 0, r.Reason)
	}
	return h
}
