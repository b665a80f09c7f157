package page

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/report/page/questions"
)

// What was taken back is not shown as decided, and its keys are those that it had before, whether the
// year was read in between or not.
func TestWhatIsTakenBackIsAsItWas(t *testing.T) {
	for _, settled := range []bool{false, true} {
		v := visitPart(t)
		v.drop("第二季度", v.file("第一季度/办公室2021年第一季度报送表.xlsx"))
		v.settle()
		s := v.read()
		id := ""
		for i := range s.Questions {
			q := &s.Questions[i]
			if q.Finding.Code == finding.ReturnMisfiled || q.Finding.Code == finding.QuarterConflict {
				id = questions.ID(q)
			}
		}
		if id == "" {
			t.Fatal("nobody asks of which quarter the file is")
		}
		before := v.get("/check?q=" + id)
		key := ""
		for _, o := range s.Options(&s.Questions[s.At[id]]) {
			if strings.Contains(o.Label, "第二季度") {
				key = o.Key
			}
		}
		v.post("/decide", "q", id, "key", key)
		if settled {
			v.settle()
		}
		screen := v.post("/undo")
		v.has(screen, "已撤销")
		if strings.Contains(screen, "已核定") {
			t.Errorf("settled %v: it is shown as decided: %s", settled, plainly(screen))
		}
		v.settle()
		after := v.get("/check?q=" + id)
		if a, b := optionsIn(before), optionsIn(after); a == "" || a != b || optionsIn(screen) != "" && a != optionsIn(screen) {
			t.Errorf("settled %v: the keys were\n%s\nright after\n%s\nand are\n%s", settled, a, optionsIn(screen), b)
		}
	}
}

// optionsIn are the keys of a card.
func optionsIn(screen string) string {
	_, list, _ := strings.Cut(screen, `id="decide"`)
	list, _, _ = strings.Cut(list, "</ol>")
	return list
}
