package words

import (
	"slices"
	"testing"
)

// The office's word beats the built-in one, and takes nothing from the vocabulary that it was
// learned from.
func TestLearn(t *testing.T) {
	w := Default()
	heading := w.Columns[Progress][1]
	before := w.Roles(heading)
	learned := w.Learn(Taught{{Kind: OfColumn, Word: heading, Role: Remarks}, {Kind: OfStatus, Word: "妥了", Status: "已完成"},
		{Kind: OfStatus, Word: w.Unanswered[0], Status: "未启动"}, {Kind: NotThat, Word: "目标任务"},
		{Kind: OfColumn, Word: "干了啥", Role: Progress, Scope: Scope{Department: "河务股"}}})
	if got := learned.Roles(heading); !slices.Equal(got, []Role{Remarks}) {
		t.Errorf("%s is %v", heading, got)
	}
	if learned.Statuses["已完成"][0] != "妥了" || learned.IsUnanswered(w.Unanswered[0]) || len(learned.Roles("目标任务")) != 0 || len(learned.Roles("干了啥")) != 0 {
		t.Error("not learned as it was taught")
	}
	if !slices.Equal(w.Roles(heading), before) || !w.IsUnanswered(w.Unanswered[0]) || len(w.Roles("目标任务")) == 0 {
		t.Error("the vocabulary itself has changed")
	}
	if same := w.Learn(Taught{{Kind: OfDepartment, Word: "大坝组", Department: "河务股"}}); same != w {
		t.Error("what is no word of it makes a new one")
	}
}

func TestTheNarrowestWordSpeaks(t *testing.T) {
	taught := Taught{
		{Kind: OfColumn, Word: "干 了 啥", Role: Progress},
		{Kind: OfColumn, Word: "干了啥", Role: Status, Scope: Scope{Department: "河务股"}},
		{Kind: OfColumn, Word: "干了啥", Role: Remarks, Scope: Scope{File: "汇总"}},
		{Kind: OfColumn, Word: "干了啥", Role: Problems, Scope: In("第一季度/汇总.xls")},
		{Kind: OfStatus, Word: "妥了", Status: "推进中", Scope: Scope{Department: "河务股"}},
		{Kind: NotThat, Word: "妥了", Status: "已完成"},
	}
	for _, c := range []struct {
		department, file string
		want             Role
	}{
		{"", "a.xlsx", Progress},
		{"档案馆", "第二季度/a.xlsx", Progress},
		{"河务股", "第二季度/a.xlsx", Status},
		{"河务股", "第二季度/汇总.xlsx", Remarks},
		{"河务股", "第一季度/汇总.xls", Problems},
		{"", "第二季度/汇总补.xls", Progress},
	} {
		if got, _, said := taught.Role("干了啥", c.department, c.file); got != c.want || !said {
			t.Errorf("%s %s: %s, want %s", c.department, c.file, got, c.want)
		}
	}
	if _, _, said := taught.Role("别的", "", ""); said {
		t.Error("a heading that nobody taught")
	}
	if label, said := taught.Status("妥了", "河务股", ""); label != "推进中" || !said {
		t.Errorf("a department's word: %s", label)
	}
	if _, said := taught.Status("妥了", "档案馆", ""); said {
		t.Error("another department's word")
	}
	if !taught.Denies("妥了", "已完成") || taught.Denies("妥了", "推进中") {
		t.Error("the wrong status is taken away")
	}
}

func TestRoleNamed(t *testing.T) {
	for said, want := range map[string]Role{"进展": Progress, " 存在问题 ": Problems, "completed_on": Completed, "Progress": Progress, "不读": Skip, "other": OtherText, "计划": Plan} {
		if got, ok := RoleNamed(said); got != want || !ok {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
	for _, said := range []string{"", "好", "已完成", "progres"} {
		if got, ok := RoleNamed(said); ok {
			t.Errorf("%q is %q", said, got)
		}
	}
}
