package letters

import (
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/templates/forms"
)

// Sending is what is sent to a department, or to the group, on a day: the text to begin with, and those
// for later.
type Sending struct {
	To, State string
	Now       Occasion
	Later     []Occasion
}

// Occasion is a text with what it is sent on: before the deadline, on the day, the first time after it.
type Occasion struct{ When, Text string }

// Sendings are the reminders of a quarter as they stand today. Nobody knows here what was sent
// already, so that a second and a third are only offered.
func Sendings(l *ledger.Ledger, q period.Quarter, today period.Date) (list []Sending) {
	all := map[string][]Reminder{}
	var order []string
	for _, r := range remindersOn(l, q, today) {
		if all[r.To] == nil {
			order = append(order, r.To)
		}
		if n := len(all[r.To]); r.Part > 1 && n > 0 { // sent together, one after the other
			all[r.To][n-1].Text += "\n\n" + r.Text
			continue
		}
		all[r.To] = append(all[r.To], r)
	}
	due := l.Plan.Settings.Deadline.For(q)
	for _, to := range order {
		texts := all[to]
		now := 0
		for i := 1; i < len(texts); i++ { // from the last before the deadline to the first after it
			if last := texts[i-1].On; !last.IsZero() && !last.After(due) && !texts[i].On.After(today) {
				now = i
			}
		}
		one := Sending{To: to, State: texts[0].State, Now: Occasion{texts[now].When, texts[now].Text}}
		for _, r := range texts[now+1:] {
			one.Later = append(one.Later, Occasion{r.When, r.Text})
		}
		list = append(list, one)
	}
	return list
}

// Apart takes what goes to the group out of sendings; group is nil where nothing does.
func Apart(all []Sending) (group *Sending, each []Sending) {
	i := slices.IndexFunc(all, func(s Sending) bool { return s.To == forms.Default().Urge.Group })
	if i < 0 {
		return nil, all
	}
	return &all[i], slices.Concat(all[:i], all[i+1:])
}
