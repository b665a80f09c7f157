package desk

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"taizhang/importer"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
	"taizhang/report/outputs"
	"taizhang/report/page/questions"
)

// How long a decision waits for a run that is writing.
const (
	busyTries = 25
	busyWait  = 200 * time.Millisecond
)

// enter appends to the decisions of the year what change adds to them. A run that writes
// meanwhile is waited for; a decision that somebody else added meanwhile is read first.
func (y *Year) enter(change func(*ruling.Journal)) error {
	y.writing.Lock()
	defer y.writing.Unlock()
	var err error
	for range busyTries {
		if err = outputs.Recover(y.Out, y.Folder); err == nil {
			var journal *ruling.Journal
			if journal, err = importer.Journal(y.Folder); err != nil {
				return err
			}
			change(journal)
			err = outputs.Decide(y.Folder, y.Out, journal.Sum, journal.Fresh())
		}
		var unfinished *outputs.UnfinishedError
		if err == nil || errors.As(err, &unfinished) {
			break
		}
		time.Sleep(busyWait)
	}
	if err != nil {
		return err
	}
	y.later()
	return nil
}

// Typed is a decision with the place on the page where it was made.
type Typed struct {
	ID   string // of the question, the heading or the requirement
	Says string // in the office's words, "" for the decision's own
	ruling.Typing
	Drops *ruling.Ruling // what an empty line takes back, to be restored if that is taken back; nil for nothing
}

// again is a decision that was dropped, as it is decided once more.
func (y *Year) again(r ruling.Ruling) ruling.Typing {
	r.Filed, r.ID = 0, ""
	return ruling.Typing{Ruling: r, Changed: true, Mark: ruling.Shown(y.base, nil, nil)}
}

// DecideAll takes in decisions that one key made. The error tells, in the office's words, of a
// decision that can't be carried out: nothing is taken in then.
func (y *Year) DecideAll(s *questions.Reading, all []Typed) error {
	typings := make([]ruling.Typing, len(all))
	for i, t := range all {
		if !t.Empty && t.Ruling.Why != "" {
			return errors.New(t.Ruling.Why)
		}
		if t.Ruling.Key != "" && t.Ruling.Called == "" {
			t.Ruling.Called = s.Ledger.TextOf(t.Ruling.Key)
		}
		typings[i] = t.Typing
	}
	var ids []string
	if err := y.enter(func(j *ruling.Journal) {
		ids = j.TakePage(typings)
		j.Seal(s.Ledger.SumsOf)
	}); err != nil {
		return err
	}
	y.mu.Lock()
	defer y.mu.Unlock()
	y.decided++
	var one batch
	for _, id := range ids {
		y.made = append(y.made, made{y.decided, id})
	}
	for _, t := range all {
		if !t.Empty {
			y.wrote = noted(y.wrote, t.Ruling)
		}
		says := t.Says
		if says == "" && !t.Empty {
			says = t.Ruling.Says()
		}
		y.laid[t.ID] = laid{decided: y.decided, says: says}
		one.says = cmp.Or(one.says, says)
		one.questions = append(one.questions, t.ID)
		if t.Drops != nil {
			one.dropped = append(one.dropped, y.again(*t.Drops))
		}
	}
	// A decision that was only taken back, and not dropped, can't be taken back once more.
	if one.decisions = ids; len(ids) > 0 && !(len(all) == 1 && all[0].Empty && len(one.dropped) == 0) {
		y.batches = append(y.batches, one)
	}
	return nil
}

// noted adds what was written beside a decision, the last of as many as are offered again.
func noted(list []ruling.Ruling, r ruling.Ruling) []ruling.Ruling {
	if n := len(list); n > 0 && list[n-1].Reason == r.Reason && list[n-1].By == r.By {
		return list
	}
	list = append(list, r)
	return list[max(0, len(list)-questions.MostReasons):]
}

// TakeBack takes back what the last key decided here, else the decision that came in last by the
// page, and says what that was and on what; "" where there is none.
func (y *Year) TakeBack() (says, on string, err error) {
	y.mu.Lock()
	var last batch
	if n := len(y.batches); n > 0 {
		last = y.batches[n-1]
	}
	y.mu.Unlock()
	fromFile := ""
	err = y.enter(func(j *ruling.Journal) {
		ids := last.decisions
		if len(last.dropped) > 0 {
			j.TakePage(last.dropped)
			says = last.says
			return
		}
		if ids == nil {
			if id := j.LastOfPage(); id != "" {
				ids, fromFile = []string{id}, id
			}
		}
		if i := slices.IndexFunc(ids, func(id string) bool { _, held := j.Says(id); return held }); i >= 0 {
			r, _ := j.Says(ids[i])
			if says = r.Says(); len(ids) > 1 {
				says = fmt.Sprintf("%s 等%d处", says, len(ids))
			}
		}
		j.Withdraw(ids...)
	})
	if err != nil {
		return "", "", err
	}
	y.mu.Lock()
	defer y.mu.Unlock()
	if n := len(y.batches); n > 0 {
		y.batches = y.batches[:n-1]
	}
	y.decided++
	if i := y.headingOf(fromFile); i >= 0 {
		last.questions = []string{questions.Unanswered(&y.now.Headings[i])}
	}
	for _, id := range slices.Backward(last.questions) {
		y.laid[id], on = laid{decided: y.decided, open: true}, id
	}
	return says, on, nil
}

// headingOf finds the heading that a decision answers, of the last reading; -1 for none. It is called under the lock.
func (y *Year) headingOf(decision string) int {
	if y.now == nil || decision == "" {
		return -1
	}
	return slices.IndexFunc(y.now.Headings, func(r ledgerbook.Reading) bool { return r.Answer != nil && r.Answer.ID == decision })
}

// Mark is of a line that shows a decision, as the ledger that was printed last has it.
func (y *Year) Mark(r *ruling.Ruling, cells []string) ruling.Mark {
	y.mu.Lock()
	defer y.mu.Unlock()
	return ruling.Shown(y.base, r, cells)
}

// Dated keeps the day that was typed beside a decision in place of today's: it is offered until the day is over.
func (y *Year) Dated(on, today string) {
	y.mu.Lock()
	defer y.mu.Unlock()
	y.dated = [2]string{on, today}
}

// Habits are what the office wrote last beside a decision, also since the last reading; today is
// offered as the day.
func (y *Year) Habits(s *questions.Reading, today string) questions.Habits {
	y.mu.Lock()
	wrote, dated := y.wrote, y.dated
	y.mu.Unlock()
	h := questions.HabitsOf(s, today)
	if dated[0] != "" && dated[1] == today {
		h.On = dated[0]
	}
	for _, r := range wrote {
		h = h.With(r)
	}
	return h
}
