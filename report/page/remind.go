package page

import (
	"slices"

	"taizhang/importer/period"
	"taizhang/report/letters"
	"taizhang/report/page/questions"
	"taizhang/templates/forms"
)

// remind are the texts of 催报 to one department, or to the group: the one to begin with, and those
// for later.
type remind struct {
	To, State string
	Now       occasion
	Later     []occasion
}

type occasion struct{ When, Text string }

// reminders are the texts of 催报 for a quarter as the ledger has them. Nobody knows here what was
// sent already, so that a second and a third are only offered.
func reminders(s *questions.Reading, q period.Quarter, today period.Date) (list []remind) {
	all := map[string][]letters.Reminder{}
	var order []string
	for _, r := range letters.Reminders(s.Ledger) {
		if r.Quarter == q {
			if all[r.To] == nil {
				order = append(order, r.To)
			}
			all[r.To] = append(all[r.To], r)
		}
	}
	due := s.Ledger.Plan.Settings.Deadline.For(q)
	for _, to := range order {
		texts := all[to]
		now := 0
		for i := 1; i < len(texts); i++ { // from the last before the deadline to the first after it
			if last := texts[i-1].On; !last.IsZero() && !last.After(due) && !texts[i].On.After(today) {
				now = i
			}
		}
		one := remind{To: to, State: texts[0].State, Now: occasion{texts[now].When, texts[now].Text}}
		for _, r := range texts[now+1:] {
			one.Later = append(one.Later, occasion{r.When, r.Text})
		}
		list = append(list, one)
	}
	return list
}

// apart takes the texts to the group out of reminders.
func apart(all []remind) (group *remind, each []remind) {
	i := slices.IndexFunc(all, func(r remind) bool { return r.To == forms.Default().Urge.Group })
	if i < 0 {
		return nil, all
	}
	return &all[i], slices.Concat(all[:i], all[i+1:])
}
