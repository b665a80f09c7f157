package page

import (
	"slices"
	"testing"

	"taizhang/importer"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/importer/table"
	"taizhang/report/ledgerbook"
	"taizhang/templates/words"
)

// A heading that is read as now this, now that is shown with where, and all can be right at once: each
// file is answered for by itself. In one file two meanings can't be told apart by it.
func TestAHeadingOfTwoMeanings(t *testing.T) {
	met := func(file string, role words.Role) ledger.Met {
		m := ledger.Met{Column: table.Column{Role: role, Samples: []string{"已建成 两处"}}}
		m.File = file
		return m
	}
	r := &ledgerbook.Reading{Heading: "完成情况", Met: []ledger.Met{met("一.xlsx", words.Progress), met("二.csv", words.Status), met("三.xlsx", words.Progress)}}
	parts, apart := partsOf(r)
	want := []headingPart{{string(words.Progress), "一.xlsx", "已建成 两处", 1}, {string(words.Status), "二.csv", "已建成 两处", 0}}
	if !apart || !slices.Equal(parts, want) {
		t.Errorf("%v %v", parts, apart)
	}
	all := eachAsRead("x", r, ruling.Heading{Said: "完成情况"}, ruling.Mark{})
	v := visitPart(t)
	y := v.page.current()
	if err := y.DecideAll(v.read(), all); err != nil {
		t.Fatal(err)
	}
	journal, err := importer.Journal(y.Folder)
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, held := range journal.InForce() {
		said = append(said, held.Says())
	}
	if !slices.Equal(said, []string{"“完成情况”一栏读作“进展”（一.xlsx）", "“完成情况”一栏读作“状态”（二.csv）", "“完成情况”一栏读作“进展”（三.xlsx）"}) {
		t.Errorf("in force are %v", said)
	}
	r.Met = append(r.Met, met("一.xlsx", words.Status))
	if _, apart := partsOf(r); apart {
		t.Error("two meanings in one file are told apart by it")
	}
}
