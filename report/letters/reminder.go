package letters

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
	"taizhang/report/signs"
	"taizhang/templates/forms"
)

// Reminder is a text that asks for a return, ready to be sent.
type Reminder struct {
	Quarter period.Quarter
	To      string // a department, or the group of all
	State   string // how it stands
	When    string // the occasion: before the deadline, on the day, the first time after it
	On      period.Date
	Text    string

	Part, Parts int // of a text that goes out in several; 1 of 1 for any other
}

// Reminders returns the texts of every quarter that is not closed, the one that the year has come to first, then
// those before it, then the one to come: of each quarter those to the group, then those to each
// department that owes something, from before the deadline to the third time after it. Of an
// earlier quarter the deadline is over, of the next it is not. A department that was only late is
// told so.
func Reminders(l *ledger.Ledger) (list []Reminder) {
	for _, q := range quarters(l.Now()) {
		list = append(list, RemindersFor(l, q)...)
	}
	return list
}

// RemindersFor returns those texts of Reminders that are of one quarter.
func RemindersFor(l *ledger.Ledger, q period.Quarter) []Reminder {
	return remindersOn(l, q, period.Date{})
}

// remindersOn is RemindersFor on a day: of a quarter to come whose deadline is over by then nobody is told that it is
// today. Files name no day that they are made on, so that for them it is zero.
func remindersOn(l *ledger.Ledger, q period.Quarter, today period.Date) []Reminder {
	if _, final := ruling.NewClosed(l.Rulings)[q.String()]; final || !slices.Contains(quarters(l.Now()), q) {
		return nil
	}
	words := &forms.Default().Urge
	if l.Plan.Settings.Deadline.For(q).IsZero() {
		words = words.Without()
	}
	u := urge{Ledger: l, words: words, quarter: q, today: today, asks: asked(l, q)}
	u.left = u.leftOut()
	return u.texts()
}

// quarters are those that somebody may be reminded of.
func quarters(asOf period.Quarter) []period.Quarter {
	list := asOf.Until()
	slices.Reverse(list)
	if asOf.N < 4 {
		list = append(list, asOf.Next())
	}
	return list
}

// urge makes the texts of a quarter.
type urge struct {
	*ledger.Ledger
	words   *forms.Urge
	quarter period.Quarter
	today   period.Date // zero where the texts are for any day
	asks    map[string][]ask
	left    map[string]left // by department
}

// left is what a return that came leaves out.
type left struct {
	requirements []int
	numbers      bool
}

// debt is what a department owes: in a word, as a sentence to itself, and after its name in the group.
type debt struct {
	department, state, told, listed string
	times                           int // how often in the year, with this quarter
}

func (u urge) texts() (list []Reminder) {
	debts := u.debts()
	first, last := 0, len(u.words.Occasions)
	switch {
	case u.quarter.Before(u.Now()), u.Now().Before(u.quarter) && u.overdue():
		first = slices.IndexFunc(u.words.Days, func(n int) bool { return n > 0 })
	case u.Now().Before(u.quarter):
		last = slices.IndexFunc(u.words.Days, func(n int) bool { return n > 0 })
	}
	for i := first; i < last && len(debts) > 0; i++ {
		if u.told(i) {
			parts := u.names(debts)
			for k, names := range parts {
				r := u.reminder(i, u.words.Group, "", u.words.All[i], "名单", names)
				r.Part, r.Parts = k+1, len(parts)
				list = append(list, r)
			}
		}
	}
	for _, d := range debts {
		again := ""
		if d.times > 1 {
			again = forms.Fill(u.words.Again, "次", strconv.Itoa(d.times))
		}
		for i := first; i < last; i++ {
			if !u.told(i) {
				continue
			}
			list = append(list, u.reminder(i, d.department, d.state, u.words.One[i], "部门", d.department, "缺", d.told, "累计", again))
		}
	}
	return append(list, u.late()...)
}

// overdue reports a deadline that is over today.
func (u urge) overdue() bool {
	due := u.Plan.Settings.Deadline.For(u.quarter)
	return !u.today.IsZero() && !due.IsZero() && u.today.After(due)
}

// told reports whether an occasion comes: the day of the deadline doesn't where nobody knows it.
func (u urge) told(i int) bool {
	return u.words.Days[i] != 0 || !u.Plan.Settings.Deadline.For(u.quarter).IsZero()
}

// reminder fills the text of an occasion.
func (u urge) reminder(i int, to, state, text string, pairs ...string) Reminder {
	due, until, phone := u.Plan.Settings.Deadline.For(u.quarter), "", ""
	on := period.Date{}
	if !due.IsZero() {
		until, on = due.Label(), due.Plus(u.words.Days[i])
	}
	if p := u.Plan.Settings.Phone; p != "" {
		phone = forms.Fill(u.words.Phone, "电话", p)
	}
	pairs = append(pairs, "季度", u.quarter.Label(), "截止", until, "联系", forms.Fill(u.words.Contact, "电话", phone))
	return Reminder{u.quarter, to, state, u.words.Occasions[i], on, forms.Fill(text, pairs...), 1, 1}
}

// debts lists who owes something for the quarter, in the roster's order.
func (u urge) debts() (list []debt) {
	if u.Now().Before(u.quarter) { // nobody has been asked yet
		for _, f := range Forms(u.Ledger, u.quarter) {
			list = append(list, debt{department: f.Department, told: u.missing(f.Department), times: 1})
		}
		return list
	}
	excused := u.Excused()
	for _, c := range u.Coverage {
		if c.Quarter != u.quarter || !c.Expected || excused[ledger.Desk{Department: c.Department, Quarter: c.Quarter}] {
			continue
		}
		d := debt{department: c.Department, state: c.State.Label(), times: u.times(c.Department)}
		switch c.State {
		case ledger.Missing:
			d.told = u.missing(c.Department)
		case ledger.Unreadable:
			d.told, d.listed = u.unused(c)
		default:
			d.state = u.words.Gaps
			d.told, d.listed = u.gaps(c.Department)
		}
		if d.told != "" {
			list = append(list, d)
		}
	}
	return list
}

// missing says what a department has to report that has reported nothing.
func (u urge) missing(department string) string {
	var list []int
	for _, a := range u.asks[department] {
		if !u.done(a.no, department) {
			list = append(list, a.no)
		}
	}
	told := u.words.Finished
	if len(list) > 0 {
		told = forms.Fill(u.words.Missing, "条数", strconv.Itoa(len(list)), "条", signs.Ranges(list))
	}
	if others := u.UnclaimedWords(u.quarter); others != "" && !u.Now().Before(u.quarter) {
		told += forms.Fill(u.words.Unclaimed, "份数", others)
	}
	return told
}

// done reports a requirement that needs no word any more: the department has said before that it is completed or
// does not apply, and the duty has not come round since (rule 漏报).
func (u urge) done(no int, department string) bool {
	q := u.quarter
	if u.AsOf.Before(q) {
		q = u.AsOf
	}
	st := u.Standing(no, q)
	for _, v := range slices.Concat(st.Deciders, st.Supporting) {
		if s := v.Status(); v.Department == department && v.Entry != nil {
			return (s == status.Completed || s == status.NotApplicable) && !u.Requirement(no).Due.Again(v.Entry.Quarter, u.quarter)
		}
	}
	return false
}

// leftOut goes through the findings of the quarter for what is missing in returns that came.
func (u urge) leftOut() map[string]left {
	numbered := map[string][]int{}
	for i := range u.Plan.Requirements {
		name := ledger.RequirementName(&u.Plan.Requirements[i])
		numbered[name] = append(numbered[name], u.Plan.Requirements[i].No)
	}
	all := map[string]left{}
	for i := range u.Findings {
		f := &u.Findings[i]
		if f.Quarter != u.quarter.String() || f.Settled {
			continue
		}
		one := all[f.Department]
		switch f.Code {
		case finding.NumberMissing:
			one.numbers = true
		case finding.RequirementMissing:
			one.requirements = append(one.requirements, numbered[f.Found]...)
		default:
			continue
		}
		all[f.Department] = one
	}
	return all
}

// gaps says what is missing in a return that came, to the department and to the group; "" for nothing.
func (u urge) gaps(department string) (told, listed string) {
	list, numbers := slices.Clone(u.left[department].requirements), u.left[department].numbers
	var parts []string
	if len(list) > 0 {
		slices.Sort(list)
		list = slices.Compact(list)
		told = forms.Fill(u.words.LeftOut, "条数", strconv.Itoa(len(list)), "条", signs.Ranges(list))
		parts = append(parts, forms.Fill(u.words.ListedLeft, "条", signs.Ranges(list)))
	}
	if numbers {
		told += u.words.NoNumbers
		parts = append(parts, u.words.ListedNums)
	}
	return told, strings.Join(parts, "，")
}

// times counts the quarters of the year, up to this one, whose return did not come in time.
func (u urge) times(department string) (n int) {
	for _, c := range u.Coverage {
		if c.Department != department || u.quarter.Before(c.Quarter) {
			continue
		}
		if c.Quarter == u.quarter || c.State == ledger.Missing || c.State == ledger.Late || c.State == ledger.Unreadable {
			n++
		}
	}
	return n
}

// mostNamed is how many characters of names a text to the group holds: more is hard to read on a phone,
// and a row of a sheet doesn't show it.
const mostNamed = 700

// names lists who owes what, for the group, in parts that a text each holds.
func (u urge) names(debts []debt) (parts []string) {
	for _, d := range debts {
		name := d.department
		if d.listed != "" {
			name += "（" + d.listed + "）"
		}
		last := len(parts) - 1
		if last < 0 || utf8.RuneCountInString(parts[last])+utf8.RuneCountInString(name) >= mostNamed {
			parts = append(parts, name)
			continue
		}
		parts[last] += "、" + name
	}
	return parts
}

// late tells who was late and owes nothing more.
func (u urge) late() (list []Reminder) {
	for _, c := range u.Coverage {
		if told, _ := u.gaps(c.Department); c.Quarter != u.quarter || c.State != ledger.Late || told != "" {
			continue
		}
		text := forms.Fill(u.words.Late, "部门", c.Department, "季度", c.Quarter.Label(), "收到", c.ReceivedOn.Label(), "截止", c.Due.Label(), "天", strconv.Itoa(c.LateDays))
		list = append(list, Reminder{u.quarter, c.Department, u.words.LateWord, u.words.Came, period.Date{}, text, 1, 1})
	}
	return list
}

// unused says what came from a department and why it was of no use, to the department and to the group.
func (u urge) unused(c ledger.Coverage) (told, listed string) {
	for _, came := range c.Unused { // the first of a kind that can be mended by itself
		switch came.Kind {
		case ledger.Unread:
			return forms.Fill(u.words.Unreadable, "原因", "（"+came.File+"："+came.Why+"）"), u.words.ListedFile
		case ledger.Misfiled, ledger.Unclear, ledger.Nobodys:
			return forms.Fill(u.words.Misfiled, "文件", came.File, "原因", came.Why), u.words.ListedMis
		case ledger.OnlyScan:
			told, listed = forms.Fill(u.words.Scan, "文件", came.File), u.words.ListedScan
		}
	}
	if told == "" {
		return forms.Fill(u.words.Unreadable, "原因", ""), u.words.ListedFile
	}
	return told, listed
}
