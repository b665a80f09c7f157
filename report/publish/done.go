package publish

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/status"
)

// countFrom is how many deciders are counted before they are quoted.
const countFrom = 3

// done composes what was done from the last words of those who decide where it stands: never from
// those of a department that is further on, nor from a text that contradicts its own status.
// How many of how many stand where is said before it where many decide, and where nobody's
// word is that of the standing.
func (e *editor) done(r *Requirement, s *ledger.Standing) {
	deciding := slices.DeleteFunc(e.heard(s), func(v ledger.Voice) bool { return v.Entry != nil && v.Entry.Row.Against != "" })
	said := e.sayings(s.Requirement, deciding, func(v ledger.Voice) grid.Words { return v.Entry.Row.Progress })
	if s.Status == status.NotApplicable { // a deed with its figures is none of what nobody has to do
		said = slices.DeleteFunc(said, func(q saying) bool { return figuresIn(q.text) > 0 })
	}
	var b strings.Builder
	if !s.Ruled && (len(s.Deciders) >= countFrom || len(s.Deciders) > 1 && !decided(s) && s.Status != status.NotReported) {
		b.WriteString(e.counts(s))
	}
	for _, q := range telling(said, quoted) {
		if len(s.Deciders) > 1 {
			b.WriteString(e.name(q.department) + "：")
		}
		if q.from != "" && q.from != s.From.Short() { // else the standing says so, which stands beside it
			b.WriteString("据" + q.from + "填报，")
		}
		b.WriteString(q.text)
	}
	composed := b.String()
	if composed == "" || !e.clean(composed, s) {
		r.Done, r.Neutral = e.plain(s), true
		return
	}
	r.Done, r.Neutral = composed, len(said) == 0
	r.Lack = e.lack(said, len(s.Deciders) > 1)
	if s.Status == status.NotStarted || s.Status == status.NotApplicable {
		return // what is said of it is no result
	}
	if r.Gist, r.Weight = e.gist(said, len(s.Deciders) > 1); r.Weight == 0 || len(e.gate.FindIssued(r.Gist)) > 0 {
		r.Gist, r.Weight = "", 0 // nothing that tells, or a name and a sentence that did not stand side by side before
	}
}

// next composes what is to be done of a requirement that is not finished, from the words
// of those who hold it back. The plans of an earlier quarter are none any more.
func (e *editor) next(s *ledger.Standing) string {
	if s.Status != status.Behind && s.Status != status.NotStarted && s.Status != status.InProgress {
		return ""
	}
	deciding := slices.DeleteFunc(e.heard(s), func(v ledger.Voice) bool { return v.Carried })
	said := e.sayings(s.Requirement, deciding, func(v ledger.Voice) grid.Words { return v.Entry.Row.NextSteps })
	var b strings.Builder
	for _, q := range telling(said, quoted) {
		if len(s.Deciders) > 1 {
			b.WriteString(e.name(q.department) + "：")
		}
		b.WriteString(q.text)
	}
	if !e.clean(b.String(), s) {
		return ""
	}
	return b.String()
}

// clean asks the gate once more what the pieces say together: a word of the office may
// begin in a department's name and end in its text. What it finds is reported at the requirement.
func (e *editor) clean(composed string, s *ledger.Standing) bool {
	hits := e.gate.FindIssued(composed)
	e.report(hits, e.ledger.Requirement(s.Requirement).Text.At, "", "")
	return len(hits) == 0
}

// counts says how many deciders stand where: 8个责任部门中，5个已完成，3个推进中。
func (e *editor) counts(s *ledger.Standing) string {
	number := map[status.Status]int{}
	for _, v := range s.Deciders {
		number[v.Status()]++
	}
	who := "责任部门"
	if len(e.ledger.Requirement(s.Requirement).Duty.Lead) > 0 {
		who = "牵头部门"
	}
	var parts []string
	for _, stands := range append(slices.Clone(status.Statuses), status.NoStatus) {
		n := number[stands]
		if n == len(s.Deciders) {
			return fmt.Sprintf("%d个%s均%s。", n, who, countWord(stands))
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d个%s", n, countWord(stands)))
		}
	}
	return fmt.Sprintf("%d个%s中，%s。", len(s.Deciders), who, strings.Join(parts, "，"))
}

func countWord(stands status.Status) string {
	switch stands {
	case status.NoStatus:
		return "状态" + unverifiedLabel
	case status.InProgress:
		return "正在推进"
	case status.Ongoing:
		return "已常态化开展"
	case status.Behind:
		return "进度滞后"
	case status.NotStarted:
		return "未启动"
	case status.NotApplicable:
		return "不涉及"
	case status.NotReported:
		return "暂无进展信息"
	}
	return stands.Label()
}
