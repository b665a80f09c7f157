package page

import (
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
	"taizhang/report/page/questions"
)

// No key of a card leads to an answer that can't be carried out, each card says what becomes of it when it is left,
// and what 认表 asks is not asked once more.
func TestNoCardIsADeadEnd(t *testing.T) {
	v := visitYear(t, unpacked(t, "../../testdata/years/民政局2024.zip"))
	y, s := v.page.current(), v.read()
	heads, ignored := map[finding.Place]bool{}, 0
	for _, i := range y.Doubtful(s) {
		for j := range s.Headings[i].Met {
			heads[s.Headings[i].Met[j].Column.At] = true
		}
	}
	seen := map[string]bool{}
	for _, i := range y.Asked(s) {
		q := &s.Questions[i]
		if q.Finding.Code == finding.ColumnAmbiguous && heads[q.Finding.Place] {
			t.Errorf("%s is asked in 认表 too", q.Finding.Message)
		}
		kind := string(q.Finding.Code) + string(q.Office.Kind)
		if seen[kind] && (q.Row == nil || q.Row.Fate != ledger.Ignored) {
			continue
		}
		seen[kind] = true
		screen := v.get("/check?q=" + questions.ID(q))
		if !strings.Contains(screen, "先放着不定：") {
			t.Errorf("%s: nobody says what becomes of it", q.Finding.Code)
		}
		if q.Row != nil && q.Row.Fate == ledger.Ignored {
			ignored++
			if options := s.Options(q); len(options) != 1 || options[0].Line.Choice != ruling.Accept.Label() || strings.Contains(screen, "别的办法") {
				t.Errorf("of a row that is not counted may be chosen %+v", options)
			}
		}
	}
	if ignored == 0 || len(heads) == 0 || !slices.ContainsFunc(s.Questions, func(q ledgerbook.Question) bool { return heads[q.Finding.Place] }) {
		t.Error("the year asks nothing of the kind")
	}
}
