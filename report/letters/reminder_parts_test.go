package letters

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"taizhang/importer/ledger"
	"taizhang/report/internal/trial"
)

// Where many departments owe something, the group is told in several texts, each whole and none so
// long that a row doesn't show it; the page offers them as one, to be sent together.
func TestGroupIsToldInParts(t *testing.T) {
	l := trial.Part(t, len(trial.Departments), 15, 4)
	var all []ledger.Coverage
	for i := range 150 {
		all = append(all, ledger.Coverage{Department: fmt.Sprintf("第%d街道办事处", i+1), Quarter: l.AsOf, Expected: true, State: ledger.Missing})
	}
	l.Coverage = all
	named, parts := map[string]int{}, 0
	for _, r := range RemindersFor(l, l.AsOf) {
		if r.To != "工作群" || r.When != "第一次催报" {
			continue
		}
		if parts++; r.Part != parts || r.Parts < 2 {
			t.Errorf("part %d of %d comes as number %d", r.Part, r.Parts, parts)
		}
		if n := utf8.RuneCountInString(r.Text); n > 900 || !strings.HasPrefix(r.Text, "各部门：2021年第四季度") {
			t.Errorf("%d characters: %s", n, r.Text)
		}
		for _, c := range all {
			if strings.Contains(r.Text, "："+c.Department) || strings.Contains(r.Text, "、"+c.Department) {
				named[c.Department]++
			}
		}
	}
	for _, c := range all {
		if named[c.Department] != 1 {
			t.Errorf("%s is named %d times in %d parts", c.Department, named[c.Department], parts)
		}
	}
	group, _ := Apart(Sendings(l, l.AsOf, l.Plan.Settings.Deadline.For(l.AsOf).Plus(2)))
	if group == nil || group.Now.When != "第一次催报" || strings.Count(group.Now.Text, "各部门：") != parts || len(group.Later) != 2 {
		t.Errorf("the page offers %+v", group)
	}
}
