package page

import (
	"regexp"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/page/collect"
	"taizhang/report/page/questions"
)

// Whoever sees that a return is missing is one step from the text that asks for it: on the board, on 成果, on the
// card of 核对 and on the page of the light.
func TestWhatIsMissingLeadsToTheReminder(t *testing.T) {
	v := visit(t)
	s := v.read()
	first := period.Quarter{Year: 2021, N: 1}
	to := collect.UrgePath(s.Ledger, "示例市体育中心", first)
	_, id, _ := strings.Cut(to, "#")
	v.has(v.get("/board?q=1"), `<a href="`+to+`"><span aria-hidden="true">○</span> 未报`, `<div id="`+id+`"><div class="urging">`)
	v.has(v.get("/results"), `<a href="`+to+`">第一季度 示例市体育中心</a>`)
	v.has(v.get(camePath("示例市体育中心", first)), `href="`+to+`">催报的文字`)
	asked := false
	for i := range s.Questions {
		if q := &s.Questions[i]; q.Finding.Code == finding.ReturnMissing && q.Finding.Department == "示例市体育中心" && q.Finding.Quarter == "2021Q1" {
			asked = true
			v.has(v.get("/check?q="+questions.ID(q)), `请<a href="`+to+`">催报</a>`)
		}
	}
	if !asked {
		t.Error("nothing is asked: the test looks in the wrong place")
	}
	v.post("/final", "quarter", "2021Q1") // nobody is reminded of it any more
	v.settle()
	if screen := v.get("/board?q=1"); strings.Contains(screen, to) {
		t.Error("a light leads to a text that there is not")
	}
}

// Shares are said with what they are of, and where none is said, why.
func TestSharesSayWhatTheyAreOf(t *testing.T) {
	v := visit(t)
	now := v.read().Edition.Now()
	if now.RateOf < ledger.SmallestBase {
		t.Fatal("there is no rate to look at")
	}
	if !regexp.MustCompile(`<strong>[\d.]+%</strong><span>完成率</span> <small class="quiet">\d+ / \d+ 条</small>`).MatchString(v.get("/results")) {
		t.Error("the rate does not say what it is of")
	}
	board := v.get("/kanban")
	v.has(board, "不足5条，不算率", "已完成 / 要完成", "完成率 ")
	if strings.Contains(board, `<td class="n">—</td>`) {
		t.Error("a dash explains nothing")
	}
}

// The list that a new year is made with says that it is none, on 清单 too, until one takes its place.
func TestASampleListSaysSo(t *testing.T) {
	v := visitPart(t)
	if strings.Contains(v.get("/list"), "这还不是今年的清单") {
		t.Error("the year's own list is called a sample")
	}
	v.post("/make", "name", "2027", "from", "")
	v.settle()
	v.has(v.get("/list"), "这还不是今年的清单", "把今年印发的清单拖到这里")
}
