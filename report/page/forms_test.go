package page

import (
	"strings"
	"testing"

	"taizhang/report/page/questions"
)

// What is written beside a decision stands before the button that sends it, and a reason of before is chosen from a
// list that needs no JavaScript; what is written counts more.
func TestReasonsStandBeforeTheButton(t *testing.T) {
	v := visit(t)
	s := v.read()
	asked := v.page.current().Asked(s)
	for n, want := range []string{"已电话核实", "另有说明"} {
		pairs := []string{"q", questions.ID(&s.Questions[asked[n]]), "key", "0", "before", "已电话核实"}
		if n > 0 {
			pairs = append(pairs, "reason", want)
		}
		v.post("/decide", pairs...)
		if h := v.page.current().Habits(s, ""); len(h.Reasons) == 0 || h.Reasons[0] != want {
			t.Errorf("the last reason is %v, want %s", h.Reasons, want)
		}
	}
	check, headings := v.get("/check?q="+questions.ID(&s.Questions[asked[2]])), v.get("/headings")
	v.has(check, "<option>已电话核实</option>")
	v.has(headings, "<option>已电话核实</option>")
	if strings.Count(check, `name="reason"`) != 1 || strings.Count(check, `name="by"`) != 1 {
		t.Error("a card has several places for one reason")
	}
	v.post("/decide", "q", questions.ID(&s.Questions[asked[3]]), "key", "0", "on", "2021年7月9日")
	for _, screen := range []string{v.get("/check?q=" + questions.ID(&s.Questions[asked[4]])), v.get("/headings")} {
		v.has(screen, `name="on" value="2021年7月9日"`)
	}
	for screen, button := range map[string]string{check: ">照这个办法记下</button>", headings: ">记下</button>"} {
		if at := strings.LastIndex(screen, button); at < strings.LastIndex(screen, `name="reason"`) || at < strings.LastIndex(screen, `name="by"`) {
			t.Error("the button stands before what is written")
		}
	}
}
