package export

import (
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/plan"
	"taizhang/importer/ruling"
)

// filled keeps an empty list from becoming null.
func filled[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// orNull is null for an empty text.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// given is null where nothing was given.
func given[T any](ok bool, v T) *T {
	if !ok {
		return nil
	}
	return &v
}

func taskOf(t *plan.Task) task {
	return task{t.No, t.Title.Value, orNull(t.Group), filled(t.Requirements)}
}

func requirementOf(l *ledger.Ledger, r *plan.Requirement) requirement {
	assigned := l.Plan.Assigned(r, l.AsOf)
	out := requirement{No: r.No, Number: r.Number, Key: r.Key, Task: r.Task, Text: r.Text.Value,
		Lead: filled(assigned.Lead), Support: filled(assigned.Support), Joint: filled(assigned.Joint),
		Due: orNull(r.Due.On.String()), Recurring: orNull(r.Due.Recurring),
		Source: place{r.Text.At.File, r.Text.At.Sheet, r.Text.At.Cell()}}
	if a := r.Active; !a.From.IsZero() || !a.Until.IsZero() || a.Note != "" {
		out.Active = &active{orNull(a.From.String()), orNull(a.Until.String()), a.Note}
	}
	return out
}

func departmentOf(d *plan.Department) department {
	return department{d.Name, string(d.Kind), filled(d.Aliases)}
}

func returnOf(r *ledger.Return) ret {
	return ret{File: r.File, Sheet: r.Sheet, Sum: r.Sum, Department: orNull(r.Department),
		Quarter: orNull(r.Quarter.String()), StatedOn: orNull(r.StatedOn.String()),
		ReceivedOn: orNull(r.ReceivedOn.String()), Rows: count(r.Count)}
}

func rowOf(r *ledger.Row) row {
	return row{r.At.File, r.At.Sheet, r.At.Row, string(r.Fate), orNull(r.Reason),
		given(r.Requirement != 0, r.Requirement), filled(r.Candidates)}
}

func entryOf(e *ledger.Entry) entry {
	out := entry{Requirement: e.Requirement, Department: e.Department, Quarter: e.Quarter.String(),
		Status: orNull(string(e.Row.Status.Value)), Said: orNull(e.Row.Status.Said), Percent: given(e.Row.Percent.Given(), e.Row.Percent.Value),
		Progress: orNull(e.Row.Progress.Value), CompletedOn: orNull(e.Row.CompletedOn.Value.String()),
		Problems: orNull(e.Row.Problems.Value), NextSteps: orNull(e.Row.NextSteps.Value),
		Match:  match{e.Match.By, e.Match.Score},
		Source: source{File: e.Row.At.File, Sheet: e.Row.At.Sheet, Row: e.Row.At.Row}, Evidence: []string{}}
	for _, v := range e.Row.Evidence {
		out.Evidence = append(out.Evidence, v.Value)
	}
	out.Source.Cells = cellsOf(e)
	return out
}

func standingOf(s *ledger.Standing) standing {
	return standing{s.Requirement, s.Quarter.String(), string(s.Status), s.Reported, s.Expected, s.Overdue,
		orNull(s.From.String()), s.Active}
}

func coverageOf(c *ledger.Coverage) coverage {
	dated := c.State == ledger.OnTime || c.State == ledger.Late
	return coverage{c.Department, c.Quarter.String(), c.Expected, c.Reported, string(c.State), given(dated, c.LateDays)}
}

func problemOf(f *finding.Finding) problem {
	return problem{string(f.Code), string(f.Severity()), f.Place.File, f.Place.Sheet, f.Place.Cell(),
		orNull(f.Department), orNull(f.Quarter), f.Message, f.Hint, f.Settled}
}

func decisionOf(r *ruling.Ruling) decision {
	t := r.Target
	return decision{r.ID, string(r.Act), target{t.File, t.Sheet, t.RowKey, t.Department, t.Quarter},
		given(r.Requirement != 0, r.Requirement), orNull(string(r.Status)), r.Reason, r.By, r.On, string(r.State)}
}

func totalsOf(t ledger.Totals) totals {
	out := totals{Rows: count(t.Rows)}
	out.Files.Read, out.Files.Failed, out.Files.Skipped = t.Files.Read, t.Files.Failed, t.Files.Skipped
	return out
}
