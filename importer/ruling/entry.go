package ruling

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// written is a line of 核定.jsonl. The first eleven names are the contract's; what stands
// behind them is needed to show a decision again just as it was typed.
type written struct {
	ID          string         `json:"id"`
	Act         Act            `json:"act"`
	Target      writtenTarget  `json:"target"`
	Value       *string        `json:"value"`
	Requirement *int           `json:"requirement"`
	Status      *status.Status `json:"status"`
	Reason      string         `json:"reason"`
	By          string         `json:"by"`
	On          string         `json:"on"`
	Via         string         `json:"via"`
	Withdraws   *string        `json:"withdraws"`
	Key         string         `json:"key,omitempty"`
	Called      string         `json:"called,omitempty"` // the requirement's text
	Typed       *writtenTyped  `json:"typed,omitempty"`
	Note        string         `json:"note,omitempty"`
	Was         []string       `json:"was,omitempty"`   // of a requirement that is still the same: the keys it had
	Files       *[]string      `json:"files,omitempty"` // of a quarter that is closed: the sums of what it had
}

type writtenTarget struct {
	File       string `json:"file"`
	Sheet      string `json:"sheet"`
	RowKey     string `json:"row_key"`
	Department string `json:"department"`
	Quarter    string `json:"quarter"`
	Code       string `json:"code,omitempty"`
	Nth        int    `json:"nth,omitempty"`
	Sum        string `json:"sum,omitempty"`
	Heading    string `json:"heading,omitempty"`
	Left       string `json:"left,omitempty"`
	Right      string `json:"right,omitempty"`
	Indicator  string `json:"indicator,omitempty"`
	Rule       string `json:"rule,omitempty"`
	Scope      string `json:"scope,omitempty"`
}

type writtenTyped struct {
	Choice string `json:"choice,omitempty"`
	Item   string `json:"item,omitempty"`
	Status string `json:"status,omitempty"`
	Value  string `json:"value,omitempty"`
}

// given returns a pointer to a value, nil for none.
func given[T comparable](v T) *T {
	var none T
	if v == none {
		return nil
	}
	return &v
}

func value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

// line returns the entry as a line of the file, without its end.
func (e entry) line() []byte {
	r, t := e.ruling, e.ruling.Target
	w := written{ID: r.ID, Act: r.Act, Target: writtenTarget{t.File, t.Sheet, t.RowKey, t.Department, t.Quarter, string(t.Code), t.Nth, t.Sum,
		t.Heading, t.Beside[0], t.Beside[1], t.Indicator, t.Rule, t.Scope}, Value: given(r.said()), Requirement: given(r.Requirement), Status: given(r.Status),
		Reason: r.Reason, By: r.By, On: r.On, Via: e.via, Withdraws: given(e.withdraws), Key: r.Key, Called: r.Called, Was: strings.Fields(r.Was), Note: r.Why}
	if e.decides && r.Typed != r.typed() {
		w.Typed = &writtenTyped{r.Typed.Choice, r.Typed.Item, r.Typed.Status, r.Typed.Value}
	}
	if r.Within != "" {
		files := strings.Fields(r.Within)
		w.Files = &files
	}
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	_ = out.Encode(w) // texts and numbers into memory: it does not fail
	return bytes.TrimRight(b.Bytes(), "\n")
}

// said is the value of the acts that have one.
func (r Ruling) said() string {
	if r.Act == Column {
		return string(r.Role)
	}
	return r.Value
}

// typed returns the cells of a decision that was typed just as the lists offer it.
func (r Ruling) typed() Typed {
	if r.Act == "" {
		return Typed{}
	}
	switch r.Act {
	case Column:
		return Typed{Choice: string(r.Role)}
	case Close:
		return Typed{Choice: r.Value}
	}
	t := Typed{Choice: r.Act.Label(), Value: r.Value}
	if r.Act == Place && r.Requirement > 0 {
		t.Item = strconv.Itoa(r.Requirement)
	}
	if r.Status != status.NoStatus {
		t.Status = r.Status.Label()
	}
	return t
}

// unknown says what this version does not know of a decision that another one wrote, or
// somebody by hand; "" where it knows all.
func (r Ruling) unknown() string {
	switch {
	case r.Act != "" && r.Act != Column && r.Act != Close && !slices.ContainsFunc(Choices, func(c Choice) bool { return c.Act == r.Act }):
		return "这一版程序不认识“" + string(r.Act) + "”"
	case r.Status != status.NoStatus && !slices.Contains(Statuses, r.Status):
		return "“" + string(r.Status) + "”不是可选的状态"
	}
	return ""
}

// parseEntry reads a line of the file; ok is false for one that says nothing that is known.
func parseEntry(line string) (e entry, ok bool) {
	var w written
	if json.Unmarshal([]byte(line), &w) != nil || w.ID == "" {
		return entry{}, false
	}
	t := w.Target
	r := Ruling{ID: w.ID, Act: w.Act, Requirement: value(w.Requirement), Key: w.Key, Called: w.Called, Was: strings.Join(w.Was, " "), Status: value(w.Status), Reason: w.Reason, By: w.By, On: w.On, Why: w.Note,
		State: Orphaned, Target: Target{File: t.File, Sheet: t.Sheet, RowKey: t.RowKey, Department: t.Department, Quarter: t.Quarter,
			Code: finding.Code(t.Code), Nth: t.Nth, Sum: t.Sum, Heading: t.Heading, Beside: [2]string{t.Left, t.Right},
			Indicator: t.Indicator, Rule: t.Rule, Scope: t.Scope}}
	if r.Act == Column {
		r.Role = words.Role(value(w.Value))
	} else {
		r.Value = value(w.Value)
	}
	if w.Files != nil {
		r.Within = " " + strings.Join(*w.Files, " ")
	}
	if r.Typed = r.typed(); w.Typed != nil {
		r.Typed = Typed{w.Typed.Choice, w.Typed.Item, w.Typed.Status, w.Typed.Value}
	}
	if r.Why == "" {
		r.Why = r.unknown()
	}
	e = entry{ruling: r, via: w.Via, withdraws: value(w.Withdraws), decides: w.Act != "" || w.Typed != nil || r.Reason+r.By+r.On != ""}
	return e, e.decides || e.withdraws != ""
}
