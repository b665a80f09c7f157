package publish

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/importer/parallel"
	"taizhang/report/publish/gate"
)

// publicFields are the words of an entry that may be published: 进展 and 下步措施. Its status,
// percentage and date are values and hold no words. Whatever is not listed here is not
// public: 存在问题, 备注, 佐证材料, and the status as the department worded it.
func publicFields(e *ledger.Entry) []grid.Words {
	return []grid.Words{e.Row.Progress, e.Row.NextSteps}
}

// caught is what the gate found in a cell.
type caught struct {
	hits []gate.Hit
	at   finding.Place
}

// inspect runs the gate over every public field of every entry, whether the annex prints
// it or not, and returns by entry what it found.
func (e *editor) inspect() [][]caught {
	entries := e.ledger.Entries
	found := make([][]caught, len(entries))
	parallel.Shares(len(entries), func(share iter.Seq[int]) {
		known := map[string][]gate.Hit{} // the same words stand in many entries
		for i := range share {
			for _, field := range publicFields(&entries[i]) {
				if hits := e.gate.FindOnce(field.Value, known); len(hits) > 0 {
					found[i] = append(found[i], caught{hits, field.At})
				}
			}
		}
	})
	return found
}

// tell makes the findings of an inspection.
func (e *editor) tell(found [][]caught) {
	for i, list := range found {
		for _, c := range list {
			e.report(c.hits, c.at, e.ledger.Entries[i].Department, e.ledger.Entries[i].Quarter.String())
		}
	}
}

// report makes one finding for each sort of hit in a cell.
func (e *editor) report(hits []gate.Hit, at finding.Place, department, quarter string) {
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
