package export

import (
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/returns"
)

func (d document) entry(e *ledger.Entry) {
	r := e.Row
	d.number("requirement", e.Requirement)
	d.text("department", e.Department)
	d.text("quarter", e.Quarter.String())
	d.textOrNull("status", string(r.Status.Value))
	d.textOrNull("said", r.Status.Said)
	if r.Percent.Given() {
		d.share("percent", r.Percent.Value)
	} else {
		d.null("percent")
	}
	d.textOrNull("progress", r.Progress.Value)
	d.textOrNull("completed_on", r.CompletedOn.Value.String())
	d.key("evidence")
	d.open('[')
	for _, v := range r.Evidence {
		d.item()
		d.b = appendText(d.b, v.Value)
	}
	d.close(']')
	d.textOrNull("problems", r.Problems.Value)
	d.textOrNull("next_steps", r.NextSteps.Value)
	d.object("match", func() {
		d.text("by", e.Match.By)
		d.share("score", e.Match.Score)
	})
	d.object("source", func() {
		d.text("file", r.At.File())
		d.text("sheet", r.At.Sheet())
		d.number("row", r.At.Row())
		d.object("cells", func() { d.sources(e) })
	})
	list(d.printer, "other", kept(r), func(o *returns.Other) {
		d.text("heading", o.Heading)
		d.text("text", o.Text)
		d.text("cell", o.At.Cell())
	})
	if len(r.Comments) == 0 {
		return
	}
	list(d.printer, "comments", r.Comments, func(o *returns.Other) {
		d.text("heading", o.Heading)
		d.text("text", o.Text)
		d.text("cell", o.At.Cell())
	})
}

// sources names the cell of each field that the row fills; a field of several cells is
// named by its first.
func (d document) sources(e *ledger.Entry) {
	cell := func(field, said string, at finding.Place) {
		if said != "" && at.Row() != 0 {
			d.text(field, at.Cell())
		}
	}
	r := e.Row
	cell("requirement", r.Text.Said, r.Text.At)
	cell("number", r.Number.Said, r.Number.At)
	cell("status", r.Status.Said, r.Status.At)
	cell("percent", r.Percent.Said, r.Percent.At)
	cell("progress", r.Progress.Value, r.Progress.At)
	cell("completed_on", r.CompletedOn.Said, r.CompletedOn.At)
	if len(r.Evidence) > 0 {
		cell("evidence", r.Evidence[0].Said, r.Evidence[0].At)
	}
	cell("problems", r.Problems.Value, r.Problems.At)
	cell("next_steps", r.NextSteps.Value, r.NextSteps.At)
}

// kept returns what a row says beside the fields of an entry: its remarks, and what stands in
// columns that nobody knows.
func kept(r *returns.Row) []returns.Other {
	if !r.Remarks.Given() {
		return r.Other
	}
	return append([]returns.Other{{Heading: "备注", Text: r.Remarks.Value, At: r.Remarks.At}}, r.Other...)
}
