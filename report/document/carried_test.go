package document

import (
	"strings"
	"testing"

	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

// Where nobody has said anything new, the bulletin says how much of its lights is an earlier quarter's,
// and that no light is red tells little then. What is done needs no new word.
func TestTheBulletinSaysWhatIsCarriedOver(t *testing.T) {
	l := house(t)
	for i := range l.Standings {
		s := &l.Standings[i]
		if s.Quarter.N != 3 {
			continue
		}
		s.Overdue, s.From = false, period.Quarter{Year: 2026, N: 2}
		if s.Status != status.Completed && s.Status != status.NotApplicable {
			s.Status = status.Ongoing
		}
	}
	for i := range l.Plan.Requirements {
		l.Plan.Requirements[i].Due = period.Due{}
	}
	e, _ := publish.Of(l)
	d, err := Bulletin(l, e, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"其中6项本季度没有新的填报", "按现有填报，没有红灯和黄灯事项；本季度没有新填报的6项"} {
		if !strings.Contains(d.Solid(), want) {
			t.Errorf("it lacks %q in\n%s", want, strings.Join(d.Strings(), "\n"))
		}
	}
	for i := range l.Standings {
		l.Standings[i].From = period.Quarter{}
	}
	e, _ = publish.Of(l)
	if d, err = Bulletin(l, e, ""); err != nil || strings.Contains(d.Solid(), "没有新") || !strings.Contains(d.Solid(), "没有红灯和黄灯事项。") {
		t.Errorf("%v: all is new:\n%s", err, strings.Join(d.Strings(), "\n"))
	}
}
