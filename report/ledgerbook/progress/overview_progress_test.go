package progress

import (
	"strings"
	"testing"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/xlsx/fit"
)

// says is a voice with a status and words.
func says(department string, s status.Status, text string) ledger.Voice {
	e := &ledger.Entry{Department: department, Quarter: period.Quarter{Year: 2021, N: 1}}
	e.Row = &returns.Row{Status: trial.Status(s, s.Label(), "a.xlsx", "S", 1), Progress: trial.Told(text, "a.xlsx", "S", 1, 4)}
	return ledger.Voice{Department: department, Entry: e}
}

func carried(v ledger.Voice) ledger.Voice { v.Carried = true; return v }
func decides(v ledger.Voice) ledger.Voice { v.Decides = true; return v }

func TestProgress(t *testing.T) {
	q1 := period.Quarter{Year: 2021, N: 1}
	silent := ledger.Voice{Department: "图书馆"}
	done, slow := says("办公室", status.Completed, "已公开。"), decides(says("文化馆", status.Behind, "人手不足。"))
	for _, c := range []struct {
		name string
		st   ledger.Standing
		want string
	}{
		{"one decider", ledger.Standing{Expected: 1, Reported: 1, Deciders: []ledger.Voice{done}}, "已公开。"},
		{"one decider, silent", ledger.Standing{Expected: 1, Deciders: []ledger.Voice{silent}}, ""},
		{"one decider, carried", ledger.Standing{Expected: 1, From: q1, Deciders: []ledger.Voice{carried(done)}}, "（沿用第一季度）"},
		{"a status and no words", ledger.Standing{Expected: 1, Reported: 1, Deciders: []ledger.Voice{says("办公室", status.Ongoing, " ")}}, "（只填了状态：常态化）"},
		{"joint", ledger.Standing{Expected: 3, Reported: 2, Deciders: []ledger.Voice{done, slow, silent}},
			"2/3 已报；最慢：文化馆（滞后）；未报：图书馆\n【办公室】已公开。\n【文化馆】人手不足。"},
		{"joint, one carried", ledger.Standing{Expected: 2, Reported: 1, Deciders: []ledger.Voice{done, carried(slow)}},
			"1/2 已报；最慢：文化馆（滞后）；未报：文化馆（沿用第一季度）\n【办公室】已公开。"},
		{"joint, all alike", ledger.Standing{Expected: 2, Reported: 2, Deciders: []ledger.Voice{decides(done), decides(says("文化馆", status.Completed, "办结。"))}},
			"2/2 已报\n【办公室】已公开。\n【文化馆】办结。"},
		{"joint, nobody", ledger.Standing{Expected: 2, Deciders: []ledger.Voice{silent, {Department: "博物馆"}}}, "0/2 已报"},
	} {
		if got := progress(&c.st); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		name   string
		text   string
		width  float64
		points float64
		cut    bool
	}{
		{"short", "已公开。", 40, progressPoints, false},
		{"long, in small letters", strings.Repeat("字", 900), 42, tightPoints, false},
		{"too long for the row", strings.Repeat("字", 1400), 40, tightPoints, true},
		{"too long for anything", strings.Repeat("字", 1600), 200, tightPoints, true},
		{"too many lines", strings.Repeat("行\n", 100), 200, tightPoints, true},
	} {
		got, points, cut := shorten(c.text, c.width)
		if points != c.points || cut != c.cut {
			t.Errorf("%s: size %v, cut %v", c.name, points, cut)
		}
		if n := len([]rune(got)); n > maxText {
			t.Errorf("%s: %d letters", c.name, n)
		}
		if n := fit.Lines(got, fit.Room(c.width, points)); n > fit.LinesWithin(points) {
			t.Errorf("%s: %d lines", c.name, n)
		}
		if cut && !strings.Contains(got, "……（全文") {
			t.Errorf("%s: the end says nothing", c.name)
		}
	}
	if got, _, _ := shorten(strings.Repeat("长", 34500), 40); !strings.HasSuffix(got, "……（全文34500字，点左边的状态看明细）") {
		t.Errorf("ends with %q", string([]rune(got)[len([]rune(got))-30:]))
	}
}

func TestDuty(t *testing.T) {
	office, halls := plan.Party{Name: "办公室"}, plan.Party{Name: "各股室", Collective: plan.AllSections}
	for _, c := range []struct {
		name          string
		duty          plan.Duty
		first         bool
		lead, support string
	}{
		{"lead and support", plan.Duty{Lead: []plan.Party{office}, Support: []plan.Party{halls}}, false, "办公室", "各股室"},
		{"joint", plan.Duty{Joint: []plan.Party{office, halls}}, false, "共同负责：办公室、各股室", ""},
		{"the first leads", plan.Duty{Joint: []plan.Party{office, halls}}, true, "办公室", "各股室"},
		{"one alone", plan.Duty{Joint: []plan.Party{office}}, false, "办公室", ""},
		{"a collective alone", plan.Duty{Joint: []plan.Party{halls}}, false, "共同负责：各股室", ""},
		{"nobody", plan.Duty{}, false, "（清单未写）", ""},
	} {
		if lead, support := book.Duty(c.duty, c.first); lead != c.lead || support != c.support {
			t.Errorf("%s: %q and %q", c.name, lead, support)
		}
	}
}

func TestNames(t *testing.T) {
	list := []string{"办公室", "文化馆", "图书馆", "博物馆"}
	if got := names(list, 4); got != "办公室、文化馆、图书馆、博物馆" {
		t.Error(got)
	}
	if got := names(list, 2); got != "办公室、文化馆等4个部门" {
		t.Error(got)
	}
}
