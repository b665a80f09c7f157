package letters

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
	"taizhang/report/internal/trial"
)

// remindersOf lists the texts of a quarter to somebody, by their occasions.
func remindersOf(list []Reminder, q period.Quarter, to string) map[string]Reminder {
	found := map[string]Reminder{}
	for _, r := range list {
		if r.Quarter == q && r.To == to {
			found[r.When] = r
		}
	}
	return found
}

func TestReminders(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 3) // in the last quarter two have sent nothing
	l.Plan.Settings.Phone = "0750-1234567"
	list := Reminders(l)
	third := period.Quarter{Year: 2021, N: 3}
	missing := ""
	for _, c := range l.Coverage {
		if c.Quarter == third && c.State == ledger.Missing {
			missing = c.Department
		}
	}
	of := remindersOf(list, third, missing)
	days := map[string]period.Date{}
	for when, days0 := range map[string]int{"截止前": -3, "截止当天": 0, "第一次催报": 1, "第二次催报": 4, "第三次催报": 8} {
		days[when] = l.Plan.Settings.Deadline.For(third).Plus(days0)
		r, ok := of[when]
		switch {
		case !ok || r.On != days[when]:
			t.Errorf("%s to %s: %+v, want it on %v", when, missing, r, days[when])
		case !strings.Contains(r.Text, missing) || !strings.Contains(r.Text, "2021年第三季度") || !strings.Contains(r.Text, "电话0750-1234567") || !strings.Contains(r.Text, "需报"):
			t.Errorf("%s: %s", when, r.Text)
		case strings.Contains(r.Text, "{"):
			t.Errorf("%s: not filled: %s", when, r.Text)
		}
	}
	group := remindersOf(list, third, "工作群")
	if len(group) != 5 || !strings.Contains(group["第二次催报"].Text, missing) {
		t.Errorf("to the group: %+v", group)
	}
	// Of a quarter before, the deadline is over; of the next it is not.
	before, next := remindersOf(list, period.Quarter{Year: 2021, N: 2}, "工作群"), remindersOf(list, period.Quarter{Year: 2021, N: 4}, "工作群")
	if _, early := before["截止前"]; early || len(before) != 3 {
		t.Errorf("of the quarter before: %+v", before)
	}
	if _, late := next["第一次催报"]; late || len(next) != 2 {
		t.Errorf("of the next quarter: %+v", next)
	}
}

// A closed quarter is not asked for any more, and who is behind again is told how often.
func TestRemindersCountAndEnd(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 4)
	fourth := period.Quarter{Year: 2021, N: 4}
	gone := ""
	for _, c := range l.Coverage {
		if c.Quarter == fourth && c.State == ledger.Missing {
			gone = c.Department
		}
	}
	for i := range l.Coverage {
		if c := &l.Coverage[i]; c.Department == gone && c.Quarter.N == 2 {
			c.State = ledger.Late
		}
	}
	again := false
	for _, r := range remindersOf(Reminders(l), fourth, gone) {
		again = again || strings.Contains(r.Text, "本年第2次没有按时报齐")
	}
	if !again {
		t.Error("nobody is told that it is not the first time")
	}
	l.Rulings = append(l.Rulings, ruling.Ruling{Act: ruling.Close, Target: ruling.Target{Quarter: "2021Q4"}, State: ruling.Applied})
	for _, r := range Reminders(l) {
		if r.Quarter == fourth {
			t.Fatalf("of a closed quarter: %+v", r)
		}
	}
}

// Where no deadline is known, no day is named and none is the last one.
func TestRemindersWithoutADeadline(t *testing.T) {
	l := trial.Part(t, 4, 5, 1)
	l.Plan.Settings.Deadline = period.Deadline{}
	for _, r := range Reminders(l) {
		if !r.On.IsZero() || strings.Contains(r.When, "截止") || r.When == "" || strings.Contains(r.Text, "（）") {
			t.Errorf("%+v", r)
		}
		for _, claim := range []string{"过期", "截止", "规定时间", "按时", "{"} {
			if strings.Contains(r.Text, claim) {
				t.Errorf("%q is said without a deadline: %+v", claim, r)
			}
		}
	}
}

// What a department has said is completed is not asked for again; where nothing is left, that is said.
func TestRemindersAskForWhatIsStillOwed(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 3)
	third := period.Quarter{Year: 2021, N: 3}
	missing := ""
	for _, c := range l.Coverage {
		if c.Quarter == third && c.State == ledger.Missing {
			missing = c.Department
		}
	}
	text := func() string { return remindersOf(RemindersFor(l, third), third, missing)["第一次催报"].Text }
	var own []*ledger.Voice
	for i := range l.Plan.Requirements {
		st := l.Standing(l.Plan.Requirements[i].No, third)
		for _, voices := range [][]ledger.Voice{st.Deciders, st.Supporting} {
			for k := range voices {
				if voices[k].Department == missing {
					own = append(own, &voices[k])
				}
			}
		}
	}
	says := func(v *ledger.Voice, s status.Status) {
		v.Entry = &ledger.Entry{Department: missing, Row: &returns.Row{Status: grid.Read[status.Status]{Value: s}}}
	}
	for _, v := range own {
		says(v, status.InProgress)
	}
	if want := fmt.Sprintf("需报%d条", len(own)); len(own) < 2 || !strings.Contains(text(), want) {
		t.Fatalf("%q is not said: %s", want, text())
	}
	says(own[0], status.Completed)
	if want := fmt.Sprintf("需报%d条", len(own)-1); !strings.Contains(text(), want) {
		t.Errorf("what is completed is asked for: %s", text())
	}
	for _, v := range own {
		says(v, status.NotApplicable)
	}
	if said := text(); strings.Contains(said, "需报") || !strings.Contains(said, "以前都报过已完成或不适用") || strings.Contains(said, "{") {
		t.Errorf("nothing is owed: %s", said)
	}
	first := -1
	for i := range l.Plan.Requirements {
		if r := &l.Plan.Requirements[i]; slices.ContainsFunc(l.Standing(r.No, third).Deciders, func(v ledger.Voice) bool { return v.Department == missing }) {
			r.Due, first = period.Due{Recurring: "每季度"}, r.No
			break
		}
	}
	if want := fmt.Sprintf("需报1条：第%d条", first); !strings.Contains(text(), want) {
		t.Errorf("%q comes round each quarter: %s", want, text())
	}
}

// Whoever the office has let off is not asked any more, and neither is the group.
func TestRemindersLetOffWhoIsExcused(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 3)
	third := period.Quarter{Year: 2021, N: 3}
	for i := range l.Findings {
		f := &l.Findings[i]
		if f.Code != finding.ReturnMissing || f.Quarter != third.String() {
			continue
		}
		before := remindersOf(RemindersFor(l, third), third, f.Department)
		f.Settled = true
		if after := remindersOf(RemindersFor(l, third), third, f.Department); len(before) == 0 || len(after) > 0 {
			t.Errorf("%s: %d texts, then %d", f.Department, len(before), len(after))
		}
		for _, r := range RemindersFor(l, third) {
			if strings.Contains(r.Text, f.Department) {
				t.Errorf("%s is named: %s", f.Department, r.Text)
			}
		}
		return
	}
	t.Fatal("nobody's return is missing")
}

// Once the deadline of a quarter to come is over, nobody is told that it is today.
func TestSendingsAfterADeadlineToCome(t *testing.T) {
	l := trial.Part(t, 4, 5, 2)
	third := period.Quarter{Year: 2021, N: 3}
	due := l.Plan.Settings.Deadline.For(third)
	for days, late := range map[int]bool{-1: false, 0: false, 1: true, 40: true} {
		list := Sendings(l, third, due.Plus(days))
		if len(list) == 0 {
			t.Fatal("nobody is asked")
		}
		for _, s := range list {
			if late != strings.Contains(s.Now.Text, "现已过期") || late && strings.Contains(s.Now.Text, "今天（") {
				t.Errorf("%d days after the deadline to %s: %s", days, s.To, s.Now.Text)
			}
		}
	}
	for _, r := range RemindersFor(l, third) {
		if strings.Contains(r.Text, "过期") {
			t.Errorf("a file knows no day: %s", r.Text)
		}
	}
}
