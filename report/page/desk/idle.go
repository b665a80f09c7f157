package desk

import (
	"fmt"
	"slices"

	"taizhang/importer/ruling"
	"taizhang/report/page/questions"
)

// made is a decision that came in since the last reading.
type made struct {
	decided int
	id      string
}

// idle lists the acceptances that came in since the reading before and that this one has nothing left for, and
// the questions that they stand at: what they accept went with another decision of that time, or with a file
// that was changed meanwhile.
func (y *Year) idle(s *questions.Reading) (ids, asked []string) {
	y.mu.Lock()
	defer y.mu.Unlock()
	var known []string
	y.made = slices.DeleteFunc(y.made, func(m made) bool {
		if m.decided <= s.Decided {
			known = append(known, m.id)
		}
		return m.decided <= s.Decided
	})
	for i := range s.Questions {
		q := &s.Questions[i]
		if questions.Gone(q) && q.Ruled.Act == ruling.Accept && slices.Contains(known, q.Ruled.ID) && (q.Ruled.Target.File == "" || s.Came(q.Ruled.Target.File)) {
			ids, asked = append(ids, q.Ruled.ID), append(asked, questions.ID(q))
		}
	}
	return ids, asked
}

// dropIdle takes such acceptances back, and says so on the next screen.
func (y *Year) dropIdle(s *questions.Reading) {
	ids, asked := y.idle(s)
	if len(ids) == 0 {
		return
	}
	if err := y.enter(func(j *ruling.Journal) { j.Withdraw(ids...) }); err != nil {
		return // they are asked about like any that is not carried out
	}
	y.mu.Lock()
	defer y.mu.Unlock()
	y.decided++
	for _, id := range asked {
		y.laid[id] = laid{decided: y.decided, says: "撤下认可"}
	}
	y.told += fmt.Sprintf("刚才认可的有 %d 处已经不成问题了（别的核定或改过的报表解决了它），认可一并撤下。", len(ids))
}
