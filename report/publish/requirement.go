package publish

import (
	"strings"

	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

func (e *editor) requirements() []Requirement {
	var list []Requirement
	for i := range e.ledger.Plan.Requirements {
		list = append(list, e.requirement(&e.ledger.Plan.Requirements[i]))
	}
	return list
}

func (e *editor) requirement(req *plan.Requirement) Requirement {
	r := Requirement{
		No: req.No, Number: req.Number, Task: req.Task,
		Text: e.phrase(req.Text.Value, req.Text.At, withheld),
		Lead: e.parties(req.Duty.Lead), Support: e.parties(req.Duty.Support), Joint: e.parties(req.Duty.Joint),
		Due: req.Due.On, Recurring: e.phrase(req.Due.Recurring, req.Text.At, ""),
		From: req.Active.From, Until: req.Active.Until,
	}
	if !req.Due.Named() {
		r.Lasting = e.phrase(req.Due.Said, req.Text.At, "")
	}
	r.Duty = duty(r)
	assigned := e.ledger.Plan.Assigned(req, e.ledger.AsOf)
	r.Assigned = plan.Assigned{Lead: e.named(assigned.Lead), Joint: e.named(assigned.Joint), Support: e.named(assigned.Support)}
	for _, q := range e.ledger.AsOf.Until() {
		stands := status.NoStatus
		if s := e.ledger.Standing(req.No, q); s.Active {
			stands = s.Status
		}
		r.History = append(r.History, stands)
	}
	e.settle(&r)
	return r
}

// settle fills in where a requirement stands at AsOf.
func (e *editor) settle(r *Requirement) {
	asOf := e.ledger.AsOf
	if asOf.IsZero() {
		r.Label, r.Done, r.Neutral = status.NotReported.Label(), neutral(status.NotReported), true
		return
	}
	s := e.ledger.Standing(r.No, asOf)
	if !s.Active {
		r.Label, r.Done = inactive(r, asOf)
		r.Neutral = true
		return
	}
	r.Active, r.Status, r.Label, r.Overdue = true, s.Status, s.Status.Label(), s.Overdue
	if r.Unverified = unverified(s); r.Unverified {
		r.Label = unverifiedLabel
	}
	r.Deciders, r.Carried = len(s.Deciders), s.From
	for _, v := range s.Deciders {
		if v.Entry != nil {
			r.Heard++
		}
	}
	e.done(r, s)
	r.Next = e.next(s)
}

// inactive says why a requirement does not count.
func inactive(r *Requirement, asOf period.Quarter) (label, text string) {
	if !r.From.IsZero() && asOf.Before(r.From) {
		return "待列入", "自" + r.From.Label() + "起列入清单。"
	}
	return "已调出", "自" + r.Until.Label() + "起不再列入清单。"
}

func (e *editor) parties(parties []plan.Party) []string {
	var names []string
	for _, p := range parties {
		names = append(names, e.name(p.Name))
	}
	return names
}

func (e *editor) named(departments []string) []string {
	var names []string
	for _, d := range departments {
		names = append(names, e.name(d))
	}
	return names
}

// duty says in one phrase who answers for a requirement.
func duty(r Requirement) string {
	var parts []string
	if len(r.Lead) > 0 {
		parts = append(parts, strings.Join(r.Lead, "、")+"牵头")
	}
	if len(r.Joint) > 0 {
		parts = append(parts, strings.Join(r.Joint, "、"))
	}
	if len(r.Support) > 0 {
		parts = append(parts, strings.Join(r.Support, "、")+"配合")
	}
	return strings.Join(parts, "，")
}
