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
	r := e.Row
	cs := make(cells, 0, 9)
	add := func(field, said string, at finding.Place) {
		if said != "" && at.Row != 0 {
			cs = append(cs, cell{field, at.Cell()})
		}
	}
	add("requirement", r.Text.Said, r.Text.At)
	add("number", r.Number.Said, r.Number.At)
	add("status", r.Status.Said, r.Status.At)
	add("percent", r.Percent.Said, r.Percent.At)
	add("progress", r.Progress.Said, r.Progress.At)
	add("completed_on", r.CompletedOn.Said, r.CompletedOn.At)
	if len(r.Evidence) > 0 {
		add("evidence", r.Evidence[0].Said, r.Evidence[0].At)
	}
	add("problems", r.Problems.Said, r.Problems.At)
	add("next_steps", r.NextSteps.Said, r.NextSteps.At)
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
