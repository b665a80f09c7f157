package export

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// contract is what other programs rely on: the keys of each object, in order. Keys may be
// added behind a list, never taken away or moved.
var contract = map[string][]string{
	"":             {"version", "year", "unit", "as_of", "tasks", "requirements", "departments", "files", "returns", "rows", "entries", "standings", "coverage", "figures", "findings", "causes", "rulings", "totals"},
	"tasks":        {"no", "title", "group", "requirements"},
	"requirements": {"no", "number", "key", "task", "text", "lead", "support", "joint", "due", "recurring", "active", "source"},
	"departments":  {"name", "kind", "aliases"},
	"files":        {"file", "sha256", "state", "reason", "sheets"},
	"returns":      {"file", "sheet", "sha256", "department", "quarter", "stated_on", "received_on", "rows", "columns"},
	"rows":         {"file", "sheet", "row", "fate", "reason", "requirement", "candidates"},
	"entries":      {"requirement", "department", "quarter", "status", "said", "percent", "progress", "completed_on", "evidence", "problems", "next_steps", "match", "source", "other"},
	"standings":    {"requirement", "quarter", "status", "reported", "expected", "overdue", "from"},
	"coverage":     {"department", "quarter", "expected", "reported", "state", "late_days"},
	"findings":     {"code", "severity", "file", "sheet", "cell", "department", "quarter", "message", "hint", "cause"},
	"causes":       {"id", "code", "severity", "message", "hint", "findings", "rows"},
}

func small() *ledger.Ledger {
	text := func(s string) grid.Read[string] {
		return grid.Read[string]{Value: s, Said: s, At: finding.In("任务清单.xlsx", "任务清单").At(2, 2)}
	}
	p := &plan.Plan{Year: 2021, Unit: "示例局", Source: "任务清单.xlsx",
		Tasks: []plan.Task{{No: 1, Title: text("做好公开"), Requirements: []int{1}}},
		Requirements: []plan.Requirement{{No: 1, Number: "1", Key: plan.Key("做好公开", "公开规划。"), Task: 1, Text: text("公开规划。"),
			Duty: plan.Duty{Lead: []plan.Party{{Name: "办公室"}}}}},
		Roster: plan.Roster{Departments: []plan.Department{{Name: "办公室", Kind: plan.Section}}}}
	q := period.Quarter{Year: 2021, N: 1}
	at := func(col int) finding.Place {
		return finding.In("Q1/办公室.xlsx", "Sheet1").At(5, col)
	}
	row := returns.Row{At: at(0),
		Text:     grid.Read[string]{Value: "公开规划。", Said: "1.公开规划。", At: at(3)},
		Status:   grid.Read[status.Status]{Value: status.Completed, Said: "已办结", At: at(4)},
		Progress: grid.Words{Value: "<已公开> & 完毕", At: at(5)},
		Other:    []returns.Other{{Heading: "签收", Text: "已阅\"", At: at(9)}}}
	r := returns.Return{File: "Q1/办公室.xlsx", Sheet: "Sheet1", Rows: []returns.Row{row}, Columns: []table.Column{
		{At: at(4).At(4, 4), Heading: "办到哪一步", Role: words.Status, By: table.ByContent, Sure: 0.41666, Next: words.Progress},
		{At: at(9).At(4, 9), Heading: "签收", Role: words.OtherText, By: table.ByContent, Sure: 1}}}
	r.Department = grid.Read[string]{Value: "办公室"}
	r.Quarter = grid.Read[period.Quarter]{Value: q}
	found := []finding.Finding{finding.New(finding.SettingMissing, finding.Place{}, "公开电话", "不写电话")}
	inputs := []ledger.Input{{File: "Q1/办公室.xlsx", Sum: "ab", State: ledger.FileRead, Sheets: []returns.SheetAccount{
		{Sheet: "Sheet1", State: table.IsTable, Cells: table.Cells{Read: 9, Used: 3, Heading: 3, Info: 1, Furniture: 1, Other: 1}},
		{Sheet: "画", State: table.IsUnread, Reason: "没有读懂", Cells: table.Cells{Read: 2, Unread: 2}}}},
		{File: "Q1/扫描.pdf", State: ledger.FileAttachment, Reason: "图片或 PDF"}}
	return merge.Merge(p, []returns.Return{r}, found, merge.Options{Inputs: inputs})
}

func TestKeysAreTheContracts(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, small()); err != nil {
		t.Fatal(err)
	}
	var doc map[string]json.RawMessage
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	for name, want := range contract {
		data := json.RawMessage(b.Bytes())
		if name != "" {
			var items []json.RawMessage
			if err := json.Unmarshal(doc[name], &items); err != nil || len(items) == 0 {
				t.Errorf("%s: %v, %d items", name, err, len(items))
				continue
			}
			data = items[0]
		}
		if got := keys(t, data); len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
			t.Errorf("%q has keys %v, want %v", name, got, want)
		}
	}
}

// keys returns the keys of an object in the order in which they are printed.
func keys(t *testing.T, data json.RawMessage) []string {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(data))
	var ks []string
	depth, key := 0, false
	for {
		tok, err := dec.Token()
		if err != nil {
			return ks
		}
		switch v := tok.(type) {
		case json.Delim:
			if v == '{' || v == '[' {
				depth++
			} else {
				depth--
			}
			key = depth == 1
		case string:
			if depth == 1 && key {
				ks = append(ks, v)
				key = false
				continue
			}
			key = depth == 1
		default:
			key = depth == 1
		}
	}
}

func TestEntryIsTracedToItsCells(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, small()); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Entries []struct {
			Status, Said, Progress string
			Percent                *float64
			Source                 struct {
				Row   int
				Cells map[string]string
			}
		}
		Rulings []any
		Rows    []struct{ Reason *string }
	}
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	e := doc.Entries[0]
	if e.Status != "completed" || e.Said != "已办结" || e.Progress != "<已公开> & 完毕" || e.Percent != nil {
		t.Errorf("entry %+v", e)
	}
	if e.Source.Row != 5 || e.Source.Cells["status"] != "D5" || e.Source.Cells["progress"] != "E5" {
		t.Errorf("source %+v", e.Source)
	}
	if doc.Rulings == nil || doc.Rows[0].Reason != nil {
		t.Error("an empty list is [] and an absent reason null")
	}
	if !bytes.Contains(b.Bytes(), []byte("<已公开> & 完毕")) {
		t.Error("text stays readable: < and & are not escaped")
	}
}

// TestWhatWasReadIsTold: each file with its sheets and their cells, each column with what it
// was taken for, and each text that nobody knows.
func TestWhatWasReadIsTold(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, small()); err != nil {
		t.Fatal(err)
	}
	type count struct{ Read, Used, Heading, Info, Furniture, Other, Unread int }
	var doc struct {
		Files []struct {
			State  string
			Reason *string
			Sum    *string `json:"sha256"`
			Sheets []struct {
				Sheet, State string
				Reason       *string
				Cells        count
			}
		}
		Returns []struct {
			Columns []struct {
				Cell, Heading, Role, By string
				Sure                    float64
				Next                    *string
			}
		}
		Entries []struct {
			Other []struct{ Heading, Text, Cell string }
		}
		Findings []struct{ Cause string }
		Causes   []struct{ ID string }
		Totals   struct{ Cells count }
	}
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if f := doc.Files[0]; f.State != "read" || f.Reason != nil || *f.Sum != "ab" || f.Sheets[0].State != "table" || f.Sheets[0].Cells != (count{9, 3, 3, 1, 1, 1, 0}) ||
		f.Sheets[1].State != "unread" || *f.Sheets[1].Reason != "没有读懂" {
		t.Errorf("%+v", f)
	}
	if f := doc.Files[1]; f.State != "attachment" || *f.Reason != "图片或 PDF" || f.Sum != nil || f.Sheets == nil {
		t.Errorf("%+v", f)
	}
	if doc.Totals.Cells != (count{11, 3, 3, 1, 1, 1, 2}) {
		t.Errorf("%+v", doc.Totals.Cells)
	}
	cs := doc.Returns[0].Columns
	if c := cs[0]; c.Cell != "D4" || c.Role != "status" || c.By != "content" || c.Sure != 0.42 || *c.Next != "progress" {
		t.Errorf("%+v", c)
	}
	if c := cs[1]; c.Heading != "签收" || c.Role != "other" || c.Next != nil || c.Sure != 1 {
		t.Errorf("%+v", c)
	}
	if o := doc.Entries[0].Other; len(o) != 1 || o[0].Heading != "签收" || o[0].Text != "已阅\"" || o[0].Cell != "I5" {
		t.Errorf("%+v", o)
	}
	for _, f := range doc.Findings {
		if !slices.ContainsFunc(doc.Causes, func(c struct{ ID string }) bool { return c.ID == f.Cause }) {
			t.Errorf("cause %q is not in the list", f.Cause)
		}
	}
}
