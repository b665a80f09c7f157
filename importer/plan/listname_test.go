package plan

import "testing"

// What a list is of, by the titles that lists really have.
func TestNameOfTheList(t *testing.T) {
	for title, want := range map[string]string{
		"示例市文化广电旅游体育局2021年政务公开工作要点任务分工表": "政务公开工作要点",
		"清泽县司法局2024年重点工作责任分解表":           "重点工作",
		"云浦区民政局2023年度重点任务清单":             "重点任务",
		"2024年为民办实事项目一览表":                "为民办实事项目",
		"某局2024年情况":                      ofAnything,
		"工作安排":                           ofAnything,
		"2024年表":                         ofAnything,
		"关于政务公开的安排":                      ofOpenness,
	} {
		if got := (&Plan{}).nameOf([]string{title}); got != want {
			t.Errorf("%s is a list of %s, want %s", title, got, want)
		}
	}
	if got := (&Plan{Embedded: true}).nameOf(nil); got != ofOpenness {
		t.Errorf("the list that is brought along is one of %s", got)
	}
}
