package opendata_test

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"testing"

	"taizhang/importer"
	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/report/export"
	"taizhang/report/opendata"
	"taizhang/report/publish"
)

// sample is the sample year's ledger.
func sample(t *testing.T) *ledger.Ledger {
	t.Helper()
	l, err := importer.Load(context.Background(), importer.Options{Folder: "../../testdata/sample", Out: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func decoded(t *testing.T, data []byte) map[string]any {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// own are the keys that 台账.json does not have: what the annex prints of a requirement.
var own = map[string]bool{"duty": true, "label": true, "overdue": true, "carried_from": true, "done": true, "next": true}

// Whatever the public data say, 台账.json says under the same key; texts are the same but
// for the width of their marks.
func TestAgreesWithTheLedger(t *testing.T) {
	l := sample(t)
	l.Plan.Settings.PublishReturns = true
	edition, _ := publish.Of(l)
	public, err := opendata.JSON(edition)
	if err != nil {
		t.Fatal(err)
	}
	var whole bytes.Buffer
	if err := export.Write(&whole, l); err != nil {
		t.Fatal(err)
	}
	compared := 0
	agree(t, "", decoded(t, public), decoded(t, whole.Bytes()), &compared)
	if compared < 1900 {
		t.Errorf("only %d values compared", compared)
	}
	for _, r := range decoded(t, public)["requirements"].([]any) {
		if r.(map[string]any)["done"] == "" {
			t.Errorf("nothing is said of %v", r)
		}
	}
}

// A department of the roster that answers for nothing is counted by neither the annex nor
// its data; the figure has a name of its own.
func TestIdleDepartment(t *testing.T) {
	p := &plan.Plan{Year: 2021, Tasks: []plan.Task{{No: 1, Requirements: []int{1}}}}
	p.Roster.Departments = []plan.Department{{Name: "办公室", Kind: plan.Section}, {Name: "后勤股", Kind: plan.Section}}
	req := plan.Requirement{No: 1, Task: 1}
	req.Duty.Joint = []plan.Party{{Name: "办公室"}}
	p.Requirements = []plan.Requirement{req}
	l := merge.Merge(p, nil, nil, merge.Options{AsOf: period.Quarter{Year: 2021, N: 1}})
	edition, _ := publish.Of(l)
	public, err := opendata.JSON(edition)
	if err != nil {
		t.Fatal(err)
	}
	var whole bytes.Buffer
	if err := export.Write(&whole, l); err != nil {
		t.Fatal(err)
	}
	said := decoded(t, public)["figures"].(map[string]any)
	kept := decoded(t, whole.Bytes())["figures"].(map[string]any)
	if said["departments.assigned"] != 1.0 || kept["departments.assigned"] != 1.0 || kept["departments"] != 2.0 {
		t.Errorf("public %v, 台账.json %v of %v", said["departments.assigned"], kept["departments.assigned"], kept["departments"])
	}
	for name, value := range said {
		if kept[name] != value {
			t.Errorf("%s is %v, in 台账.json %v", name, value, kept[name])
		}
	}
}

func agree(t *testing.T, at string, public, whole any, compared *int) {
	t.Helper()
	switch p := public.(type) {
	case map[string]any:
		w, _ := whole.(map[string]any)
		if at == ".figures" {
			w = folded(w)
			p = folded(p)
		}
		for key, value := range p {
			if other, ok := w[key]; ok {
				agree(t, at+"."+key, value, other, compared)
			} else if !own[key] {
				t.Errorf("%s.%s is not in 台账.json", at, key)
			}
		}
	case []any:
		w, _ := whole.([]any)
		if len(p) != len(w) {
			t.Errorf("%s has %d items, 台账.json %d", at, len(p), len(w))
			return
		}
		for i := range p {
			agree(t, at+"[]", p[i], w[i], compared)
		}
	default:
		*compared++
		if !reflect.DeepEqual(plain(public), plain(whole)) {
			t.Errorf("%s is %v, in 台账.json %v", at, public, whole)
		}
	}
}

func plain(v any) any {
	if s, ok := v.(string); ok {
		return fold.Key(s)
	}
	return v
}

func folded(m map[string]any) map[string]any {
	out := map[string]any{}
	for k, v := range m {
		out[fold.Key(k)] = v
	}
	return out
}

// An edition without anything gives lists and no nulls for them.
func TestEmpty(t *testing.T) {
	data, err := opendata.JSON(publish.Edition{Name: "政务公开工作要点", Year: 2021})
	if err != nil {
		t.Fatal(err)
	}
	for key, v := range decoded(t, data) {
		if v == nil {
			t.Errorf("%s is null", key)
		}
	}
}
