package asked

import (
	"testing"

	"taizhang/importer/ledger"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// met is a column under a heading, with what its reader made of it.
func met(heading string, role words.Role, by table.By, sure float64, next words.Role, filled int, samples ...string) ledger.Met {
	return ledger.Met{Asked: table.Asked{Heading: heading, File: heading + ".xlsx"},
		Column: table.Column{Heading: heading, Role: role, By: by, Sure: sure, Next: next, Filled: filled, Samples: samples}}
}

// A heading is asked about only where another answer may change what becomes of its columns.
func TestOnlyWhatChangesTheOutcomeIsAsked(t *testing.T) {
	beside := met("附带一句", words.Remarks, table.ByPart, 0.4, "", 3, "与县志办合编", "另有视频", "已存档")
	beside.Told = true
	of := func(m ledger.Met, quarter int) ledger.Met { m.Column.Quarter = quarter; return m }
	for _, c := range []struct {
		name string
		met  ledger.Met
		want sureness
	}{
		{"nothing stands below it", met("灯色", words.OtherText, table.ByContent, 0, "", 0), empty},
		{"a part of it says so for certain", met("活计名目", words.Requirement, table.ByPart, 1, words.OtherText, 9, "修渠两条"), assumed},
		{"statuses", met("眼下", words.Status, table.ByContent, 0.5, "", 6, "正弄着", "弄好了"), assumed},
		{"statuses among sentences", met("眼下", words.Status, table.ByContent, 0.5, "", 6, "正弄着", "弄好了，另外又开了三场会，发了六百份单子"), doubtful},
		{"printed boxes", met("打勾", words.Status, table.ByContent, 0.4, "", 6, "□弄好 ☑在弄 □没动手 □不归我们", "☑弄好 □在弄 □没动手 □不归我们"), assumed},
		{"sentences enough", met("写几句", words.Progress, table.ByContent, 0.33, words.OtherText, 8, "发了六百份单子"), assumed},
		{"one sentence, and the heading asks for nothing", met("写几句", words.Progress, table.ByContent, 0.33, words.OtherText, 1, "发了六百份单子"), doubtful},
		{"one sentence, and the heading asks what was done", met("咱们干的", words.Progress, table.ByContent, 0.33, words.OtherText, 1, "发了六百份单子"), assumed},
		{"half called progress, and asked for what is aimed at", met("实绩与目标年底目标", words.Progress, table.ByPart, 0.6, "", 8, "走访十五家"), doubtful},
		{"of a quarter, each sentence with its status", of(met("二季", words.Progress, table.ByPart, 0.02, words.Status, 5, "【在推】征地三百亩，清表过半", "【办结】六月十日全线通车了"), 2), assumed},
		{"remarks, and nothing else tells", met("附带一句", words.Remarks, table.ByPart, 0.4, "", 3, "与县志办合编"), doubtful},
		{"remarks beside what was done", beside, assumed},
		{"nobody knows", met("拦路的", words.OtherText, table.ByContent, 0, "", 2, "钱没到"), doubtful},
		{"counts lines", met("顺次", words.OtherText, table.ByContent, 0, words.Number, 9, "1", "2", "3"), assumed},
		{"people helped", met("帮了几人", words.Number, table.ByContent, 0.45, "", 6, "312", "1904"), doubtful},
		{"a leader who is asked for something", met("领导过问", words.Person, table.ByPart, 0.47, "", 3, "补贴缺一百万"), doubtful},
		{"persons", met("跟办的人", words.Person, table.ByPart, 0.4, "", 3, "葛小满", "陶岚"), assumed},
		{"two readings of a known word", met("时间", words.Completed, table.ByHeading, 0.02, words.Due, 3, "6月"), doubtful},
		{"the office", met("写几句", words.OtherText, table.ByOffice, 1, "", 3, "好"), sure},
	} {
		if got := howSure(&c.met, c.met.Column.Filled); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// A heading is asked about once, at however many places of a table it stands, and for all quarters; where
// it is read differently each reading keeps its line.
func TestAHeadingIsAskedOnce(t *testing.T) {
	line := func(heading string, role words.Role, left string) Reading {
		r := Reading{Heading: heading, Met: []ledger.Met{met(heading, role, table.ByContent, 0, "", 2, "甲")}}
		r.Office.Said, r.Office.Left = heading, left
		return r
	}
	lines := once([]Reading{line("咋样", words.Progress, "渠"), line("咋样", words.Progress, "堤"), line("一季度弄啥", words.Progress, ""), line("三季度弄啥", words.Progress, ""),
		line("旁的", words.Remarks, "渠"), line("旁的", words.OtherText, "堤"), line("一季度账", words.Remarks, ""), line("二季度账", words.OtherText, "")})
	var got []string
	for i := range lines {
		got = append(got, lines[i].Heading+lines[i].Office.Left)
	}
	want := []string{"咋样", "一季度弄啥", "旁的渠", "旁的堤", "一季度账", "二季度账"}
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	if len(lines[0].Met) != 2 || len(lines[1].Met) != 2 {
		t.Error("a column is lost")
	}
}
