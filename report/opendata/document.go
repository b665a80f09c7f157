package opendata

import (
	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

func documentOf(e publish.Edition) document {
	d := document{
		Version: 1, Year: e.Year, Unit: e.Unit, AsOf: e.AsOf.String(),
		Tasks: []task{}, Requirements: []requirement{}, Departments: []department{}, Standings: []standing{}, Coverage: []coverage{},
		Figures: figuresOf(e),
	}
	for _, t := range e.Tasks {
		d.Tasks = append(d.Tasks, task{t.No, t.Title, orNull(t.Group), filled(t.Requirements)})
	}
	for _, r := range e.Requirements {
		d.Requirements = append(d.Requirements, requirementOf(r))
		for i, q := range e.AsOf.Until() {
			if i < len(r.History) {
				stands := r.History[i]
				d.Standings = append(d.Standings, standing{r.No, q.String(), orNull(string(stands)), stands != status.NoStatus})
			}
		}
	}
	for _, dep := range e.Departments {
		d.Departments = append(d.Departments, department{dep.Name, string(dep.Kind)})
		for i, q := range e.AsOf.Until() {
			if i < len(dep.Coverage) {
				state := dep.Coverage[i]
				reported := state == ledger.OnTime || state == ledger.Late || state == ledger.Undated
				d.Coverage = append(d.Coverage, coverage{dep.Name, q.String(), state != ledger.NotExpected, reported, string(state)})
			}
		}
	}
	d.Numbers = baseOf(e)
	return d
}

func requirementOf(r publish.Requirement) requirement {
	out := requirement{
		No: r.No, Number: r.Number, Task: r.Task, Text: r.Text,
		Lead: filled(r.Assigned.Lead), Support: filled(r.Assigned.Support), Joint: filled(r.Assigned.Joint),
		Due: orNull(r.Due.String()), Recurring: orNull(r.Recurring),
		Duty: r.Duty, Label: r.Label, Overdue: r.Overdue, Carried: orNull(r.Carried.String()), Done: r.Done, Next: orNull(r.Next),
	}
	if !r.From.IsZero() || !r.Until.IsZero() {
		out.Active = &active{orNull(r.From.String()), orNull(r.Until.String())}
	}
	return out
}

// orNull is null for an empty text.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// filled keeps an empty list from becoming null.
func filled[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
