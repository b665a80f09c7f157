package opendata

import (
	"bytes"
	"encoding/json"
	"strconv"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

// figures are numbers by the names that 台账.json gives them, in its order.
type figures []ledger.Figure

func figuresOf(e publish.Edition) figures {
	var fs figures
	fs.count("tasks", len(e.Tasks))
	fs.count("requirements", len(e.Requirements))
	fs.count("departments.assigned", len(e.Departments))
	for _, q := range e.Quarters {
		fs.tally(q.Quarter.String(), q.Tally)
		if e.Returns {
			fs.receipts(q.Quarter.String(), q.Returns)
		}
	}
	for _, t := range e.Tasks {
		fs.tally("task."+strconv.Itoa(t.No), t.Tally)
	}
	for _, d := range e.Departments {
		name := "department." + d.Name
		fs.tally(name, d.Tally)
		fs.count(name+".leads", d.Leads)
		fs.count(name+".joint", d.Joins)
		fs.count(name+".supports", d.Supports)
		if e.Returns {
			fs.receipts(name, d.Returns)
		}
	}
	return fs
}

func (fs *figures) set(name string, v float64) {
	*fs = append(*fs, ledger.Figure{Name: name, Value: v})
}

func (fs *figures) count(name string, n int) { fs.set(name, float64(n)) }

func (fs *figures) tally(name string, t ledger.Tally) {
	fs.count(name+".requirements", t.Of)
	for _, s := range status.Statuses {
		fs.count(name+".status."+string(s), t.Counts[s])
		fs.set(name+".share."+string(s), t.Shares[s])
	}
	if t.Rated {
		fs.set(name+".completion_rate", t.Rate)
	}
	fs.count(name+".completion_rate_of", t.RateOf)
	fs.count(name+".overdue", t.Overdue)
}

func (fs *figures) receipts(name string, r ledger.Receipts) {
	fs.count(name+".returns.expected", r.Expected)
	fs.count(name+".returns.reported", r.Reported)
	fs.count(name+".returns.on_time", r.OnTime)
	fs.count(name+".returns.late", r.Late)
	fs.count(name+".returns.undated", r.Undated)
	fs.count(name+".returns.missing", r.Missing)
}

// MarshalJSON prints an object whose keys keep their order.
func (fs figures) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, f := range fs {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(f.Name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(f.Value)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	return append(append([]byte{'{'}, b.Bytes()...), '}'), nil
}
