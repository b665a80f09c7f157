package publish

import (
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/abreast"
	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
)

// publicFields are the words of an entry that may be published: 进展 and 下步措施. Its status,
// percentage and date are values and hold no words. Whatever is not listed here is not
// public: 存在问题, 备注, 佐证材料, and the status as the department worded it.
func publicFields(e *ledger.Entry) []grid.Read[string] {
	return []grid.Read[string]{e.Row.Progress, e.Row.NextSteps}
}

// inspection is what the gate found in the public fields of the entries, by text: the same
// words stand in many entries.
type inspection struct {
	texts []string
	index map[string]int // in texts
	hits  [][]Hit
}

// inspect runs the gate over every public field of every entry, whether the annex prints
// it or not.
func (e *editor) inspect() *inspection {
	in := &inspection{index: map[string]int{}}
	for i := range e.ledger.Entries {
		for _, field := range publicFields(&e.ledger.Entries[i]) {
			if _, known := in.index[field.Value]; !known {
				in.index[field.Value] = len(in.texts)
				in.texts = append(in.texts, field.Value)
			}
		}
	}
	in.hits = make([][]Hit, len(in.texts))
	abreast.Each(len(in.texts), func(i int) { in.hits[i] = e.gate.Find(in.texts[i]) })
	return in
}

// tell makes the findings of an inspection.
func (e *editor) tell(in *inspection) {
	for i := range e.ledger.Entries {
		entry := &e.ledger.Entries[i]
		for _, field := range publicFields(entry) {
			e.report(in.hits[in.index[field.Value]], field.At, entry.Department, entry.Quarter.String())
		}
	}
}

// report makes one finding for each sort of hit in a cell.
func (e *editor) report(hits []Hit, at finding.Place, department, quarter string) {
	if len(hits) == 0 {
		return
	}
	var codes []finding.Code
	shown := map[finding.Code][]string{}
	for _, h := range hits {
		if !slices.Contains(codes, h.Code) {
			codes = append(codes, h.Code)
		}
		if !slices.Contains(shown[h.Code], h.Shown) {
			shown[h.Code] = append(shown[h.Code], h.Shown)
		}
	}
	for _, code := range codes {
		found := strings.Join(shown[code], "、")
		// A merged cell of the list is read once for each row that it covers.
		key := fmt.Sprint(code, at, department, quarter, found)
		if e.reported[key] {
			continue
		}
		e.reported[key] = true
		e.findings = append(e.findings, finding.New(code, at, found, "").For(department, quarter))
	}
}
