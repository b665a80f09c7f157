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

// inspect runs the gate over every public field of every entry, whether the annex prints
// it or not.
func (e *editor) inspect() {
	var texts []string // each once: the same words stand in many entries
	number := map[string]int{}
	for i := range e.ledger.Entries {
		for _, field := range publicFields(&e.ledger.Entries[i]) {
			if _, known := number[field.Value]; !known {
				number[field.Value] = len(texts)
				texts = append(texts, field.Value)
			}
		}
	}
	hits := e.gate.findAll(texts)
	for i := range e.ledger.Entries {
		entry := &e.ledger.Entries[i]
		for _, field := range publicFields(entry) {
			e.report(hits[number[field.Value]], field.At, entry.Department, entry.Quarter.String())
		}
	}
}

// findAll is Find for many texts.
func (g *Gate) findAll(texts []string) [][]Hit {
	hits := make([][]Hit, len(texts))
	abreast.Each(len(texts), func(i int) { hits[i] = g.Find(texts[i]) })
	return hits
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
