package export

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// contract is what other programs rely on: the keys of each object, in order. Keys may be
// added behind a list, never taken away or moved.
var contract = map[string][]string{
	"":             {"version", "year", "unit", "as_of", "tasks", "requirements", "departments", "returns", "rows", "entries", "standings", "coverage", "figures", "findings", "rulings", "totals"},
	"tasks":        {"no", "title", "group", "requirements"},
	"requirements": {"no", "number", "key", "task", "text", "lead", "support", "joint", "due", "recurring", "active", "source"},
	"departments":  {"name", "kind", "aliases"},
	"returns":      {"file", "sheet", "sha256", "department", "quarter", "stated_on", "received_on", "rows"},
	"rows":         {"file", "sheet", "row", "fate", "reason", "requirement", "candidates"},
	"entries":      {"requirement", "department", "quarter", "status", "said", "percent", "progress", "completed_on", "evidence", "problems", "next_steps", "match", "source"},
	"standings":    {"requirement", "quarter", "status", "reported", "expected", "overdue", "from"},
	"coverage":     {"department", "quarter", "expected", "reported", "state", "late_days"},
	"findings":     {"code", "severity", "file", "sheet", "cell", "department", "quarter", "message", "hint"},
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
		Progress: grid.Words{Value: "<已公开> & 完毕", At: at(5)}}
	r := returns.Return{File: "Q1/办公室.xlsx", Sheet: "Sheet1", Rows: []returns.Row{row}}
	r.Department = grid.Read[string]{Value: "办公室"}
	r.Quarter = grid.Read[period.Quarter]{Value: q}
	found := []finding.Finding{finding.New(finding.SettingMissing, finding.Place{}, "公开电话", "不写电话")}
	return ledger.Merge(p, []returns.Return{r}, found, ledger.Options{})
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
