package publish

import (
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// unverifiedLabel stands for the status of a requirement that is counted as 推进中 although nobody
// gave a status that is understood.
const unverifiedLabel = "待核实"

// decided reports whether anyone's own status is that of the standing.
func decided(s *ledger.Standing) bool {
	return slices.ContainsFunc(s.Deciders, func(v ledger.Voice) bool { return v.Decides })
}

// unclear reports whether a voice answered and nobody understands where it stands.
func unclear(v ledger.Voice) bool { return v.Entry != nil && v.Status() == status.NoStatus }

// unverified reports whether the standing is one that nobody gave: the ledger counts what is not
// understood as 推进中, which the public edition does not say of it.
func unverified(s *ledger.Standing) bool {
	return s.Active && !s.Ruled && s.Status == status.InProgress && !decided(s) && slices.ContainsFunc(s.Deciders, unclear)
}

// heard returns the deciders whose words may tell of the standing: those who stand there, those whose
// status nobody understands where that counts as the standing, and, where the office took a status that
// nobody gave, those whose words are not against it.
func (e *editor) heard(s *ledger.Standing) []ledger.Voice {
	taken := s.Ruled && !decided(s)
	return slices.DeleteFunc(slices.Clone(s.Deciders), func(v ledger.Voice) bool {
		switch {
		case v.Decides:
			return false
		case taken:
			return !e.agrees(v, s.Status)
		}
		return s.Status != status.InProgress || s.Ruled || !unclear(v)
	})
}

// agrees reports whether the words of a department may stand beside a status that the office took
// against the department's own: no deed stands beside 未启动 or 不适用, nor the words of one that says
// it is done beside what is not.
func (e *editor) agrees(v ledger.Voice, taken status.Status) bool {
	if v.Entry == nil || taken == status.NotStarted || taken == status.NotApplicable || taken == status.NotReported {
		return false
	}
	if own := v.Status(); own == status.NotStarted || own == status.NotApplicable || own == status.Completed && taken != status.Completed {
		return false
	}
	return e.grammar().Against(v.Entry.Row.Progress.Value, taken) == ""
}

// grammar reads whether a text is against a status.
func (e *editor) grammar() *status.Grammar {
	if e.statuses == nil {
		e.statuses = status.New(words.Default())
	}
	return e.statuses
}
