package export

import "taizhang/importer/ledger"

// lastYear is the look back: which ledger it was made from, and what became of each
// requirement that was unfinished. Its counts stand among the figures.
type lastYear struct {
	File       string       `json:"file"`
	Sum        string       `json:"sha256"`
	Year       int          `json:"year"`
	Unit       string       `json:"unit"`
	AsOf       string       `json:"as_of"`
	Unfinished []unfinished `json:"unfinished"`
}

type unfinished struct {
	No          int    `json:"no"` // on that year's list
	Number      string `json:"number"`
	Key         string `json:"key"`
	Task        string `json:"task"`
	Text        string `json:"text"`
	Status      string `json:"status"` // then
	Overdue     bool   `json:"overdue"`
	Fate        string `json:"fate"`        // continued, suspended or dropped
	Requirement *int   `json:"requirement"` // no on this year's list
}

func lastYearOf(y *ledger.LastYear) *lastYear {
	if y == nil {
		return nil
	}
	out := &lastYear{File: y.File, Sum: y.Sum, Year: y.Year, Unit: y.Unit, AsOf: y.AsOf.String(), Unfinished: []unfinished{}}
	for _, u := range y.Open {
		out.Unfinished = append(out.Unfinished,
			unfinished{u.No, u.Number, u.Key, u.Task, u.Text, string(u.Status), u.Overdue, string(u.Fate), given(u.Now != 0, u.Now)})
	}
	return out
}
