package export

import (
	"bytes"
	"encoding/json"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
)

// figures prints as an object whose keys keep the ledger's order.
type figures ledger.Figures

// MarshalJSON implements json.Marshaler.
func (fs figures) MarshalJSON() ([]byte, error) {
	var o object
	for _, f := range fs {
		o.set(f.Name, f.Value)
	}
	return o.close()
}

// cells are the addresses of an entry's fields, in the order of the entry.
type cells []cell

type cell struct{ field, address string }

// cellsOf names the cell of each field that the row fills; a field of several cells is
// named by its first.
func cellsOf(e *ledger.Entry) cells {
	cs := make(cells, 0, 9)
	add := func(field, said string, at finding.Place) {
		if said != "" && at.Row != 0 {
			cs = append(cs, cell{field, at.Cell()})
		}
	}
	add("requirement", e.Row.Text.Said, e.Row.Text.At)
	add("number", e.Row.Number.Said, e.Row.Number.At)
	add("status", e.Row.Status.Said, e.Row.Status.At)
	add("percent", e.Row.Percent.Said, e.Row.Percent.At)
	add("progress", e.Row.Progress.Said, e.Row.Progress.At)
	add("completed_on", e.Row.CompletedOn.Said, e.Row.CompletedOn.At)
	if len(e.Row.Evidence) > 0 {
		add("evidence", e.Row.Evidence[0].Said, e.Row.Evidence[0].At)
	}
	add("problems", e.Row.Problems.Said, e.Row.Problems.At)
	add("next_steps", e.Row.NextSteps.Said, e.Row.NextSteps.At)
	return cs
}

// MarshalJSON implements json.Marshaler.
func (cs cells) MarshalJSON() ([]byte, error) {
	var o object
	for _, c := range cs {
		o.set(c.field, c.address)
	}
	return o.close()
}

// object writes a JSON object whose keys stay in the order in which they are set.
type object struct {
	b   bytes.Buffer
	err error
}

func (o *object) set(key string, value any) {
	if o.b.Len() > 0 {
		o.b.WriteByte(',')
	}
	k, err := json.Marshal(key)
	v, err2 := json.Marshal(value)
	if o.err == nil {
		o.err = err
	}
	if o.err == nil {
		o.err = err2
	}
	o.b.Write(k)
	o.b.WriteByte(':')
	o.b.Write(v)
}

func (o *object) close() ([]byte, error) {
	return []byte("{" + o.b.String() + "}"), o.err
}
