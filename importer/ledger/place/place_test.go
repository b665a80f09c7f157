package place

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/ledger/likeness"
	"taizhang/importer/ledger/standing"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
)

// placerOf makes the placer of a list, whose departments are those that it names.
func placerOf(p *plan.Plan) *Placer {
	keys := map[string]int{}
	for _, r := range p.Requirements {
		keys[r.Key] = r.No
	}
	return New(p, likeness.Texts(p), keys, standing.NewDuties(p).IsOwn)
}

func smallPlacer() *Placer {
	return placerOf(ledgertest.SmallPlan())
}

func TestPlaceOneRow(t *testing.T) {
	for _, c := range []struct {
		name string
		row  returns.Row
		no   int
		by   string
		held finding.Code
	}{
		{"the very text", ledgertest.Row("积极推进部门单位财政预算、决算及相关报表公开。", "", "x"), 3, "text", ""},
		{"other punctuation and width", ledgertest.Row("积极推进部门单位财政预算,决算及相关报表公开", "", "x"), 3, "text", ""},
		{"number and text", ledgertest.Numbered("3", ledgertest.Row("积极推进部门单位财政预算、决算及相关报表公开。", "", "x")), 3, "number_text", ""},
		{"characters changed", ledgertest.Row("积极推进部门单位财政预算、决算及有关报表的公开。", "", "x"), 3, "likeness", ""},
		{"end cut off", ledgertest.Row("持续深化地方政府债务信息公开", "", "x"), 4, "likeness", ""},
		{"a part from its middle", ledgertest.Row("地方政府债务限额、余额", "", "x"), 4, "likeness", ""},
		{"few words beside the right number", ledgertest.Numbered("4", ledgertest.Row("债务信息公开", "", "x")), 4, "number_text", ""},
		{"few words beside a wrong number", ledgertest.Numbered("2", ledgertest.Row("债务信息公开", "", "x")), 0, "", finding.RowUnmatched},
		{"belongs nowhere", ledgertest.Row("组织全体干部职工开展义务植树活动。", "", "x"), 0, "", finding.RowUnmatched},
		{"between two", ledgertest.Row("加强行政执法信息管理。", "", "x"), 0, "", finding.RowAmbiguous},
		{"too short to say", ledgertest.Row("公开", "", "x"), 0, "", finding.RowUnmatched},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := smallPlacer().Place([]*returns.Row{&c.row}, "财务股", ledgertest.Q1)[0]
			if got.No != c.no || got.Match.By != c.by || got.Held != c.held {
				t.Errorf("got requirement %d by %q held %q (score %.2f), want %d by %q held %q",
					got.No, got.Match.By, got.Held, got.Match.Score, c.no, c.by, c.held)
			}
			if c.held == finding.RowAmbiguous && len(got.Candidates) < 2 {
				t.Errorf("candidates %v, want both", got.Candidates)
			}
		})
	}
}

func pointers(rows []returns.Row) (ps []*returns.Row) {
	for i := range rows {
		ps = append(ps, &rows[i])
	}
	return ps
}

// Rows that look like a requirement and are another matter are never placed on it.
func TestPlaceRefuses(t *testing.T) {
	exact := ledgertest.Row("加强行政执法信息归集。", "", "x")
	for _, c := range []struct {
		name string
		rows []returns.Row
		want []int
	}{
		{"another year", []returns.Row{ledgertest.Row("做好“十二五”规划至“十三五”规划等各项规划的归集整理和主动公开工作。", "", "x")}, []int{0}},
		{"more is asked than the requirement asks", []returns.Row{ledgertest.Row("加强行政执法信息公开队伍建设，开展执法证件年审和法制培训。", "", "x")}, []int{0}},
		{"a like row does not drag the exact one along", []returns.Row{exact, ledgertest.Row("加强行政执法信息归档。", "", "x")}, []int{6, 0}},
		{"nor is it pushed onto the neighbour", []returns.Row{exact, ledgertest.Row("加强行政执法信息管理。", "", "x")}, []int{6, 0}},
		{"own counting is no evidence", []returns.Row{
			ledgertest.Numbered("1", ledgertest.Row("主动公开规划。", "", "x")), ledgertest.Numbered("2", ledgertest.Row("做好档案归集。", "", "x")), ledgertest.Numbered("3", ledgertest.Row("推进预算公开。", "", "x"))}, []int{0, 0, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i, p := range smallPlacer().Place(pointers(c.rows), "办公室", ledgertest.Q1) {
				if p.No != c.want[i] {
					t.Errorf("row %d placed on %d by %s (%.2f), want %d", i, p.No, p.Match.By, p.Match.Score, c.want[i])
				}
			}
		})
	}
}

func TestSameFigures(t *testing.T) {
	for _, c := range []struct {
		row, requirement string
		want             bool
	}{
		{"公开2023年部门预算", "公开2022年部门预算", false},
		{"公开2022年部门预算", "公开2022年部门预算和2021年决算", true},
		{"公开202年部门预算", "公开2022年部门预算", true}, // a slip of the pen
		{"每月公布检查结果", "每季度公布检查结果", false},
		{"公布检查结果", "每季度公布检查结果", true},
		{"十四五规划", "十三五规划", false},
	} {
		if got := likeness.SameFigures(c.row, c.requirement); got != c.want {
			t.Errorf("%s beside %s: %v, want %v", c.row, c.requirement, got, c.want)
		}
	}
}

func TestNumberAloneSpeaksOnlyWhereNothingContradicts(t *testing.T) {
	own := []returns.Row{ledgertest.Numbered("3", ledgertest.Row("", "", "x")), ledgertest.Numbered("4", ledgertest.Row("", "", "y"))}
	for _, c := range []struct {
		name string
		rows []returns.Row
		want []int
	}{
		{"each the department's own", own, []int{3, 4}},
		{"one is another's", []returns.Row{own[0], ledgertest.Numbered("5", ledgertest.Row("", "", "y"))}, []int{0, 0}},
		{"not distinct", []returns.Row{own[0], own[0]}, []int{0, 0}},
		{"another row has a text", []returns.Row{own[0], ledgertest.Row("加强行政执法信息公开。", "", "y")}, []int{0, 5}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i, p := range smallPlacer().Place(pointers(c.rows), "财务股", ledgertest.Q1) {
				if p.No != c.want[i] {
					t.Errorf("row %d placed on %d, want %d", i, p.No, c.want[i])
				}
			}
		})
	}
}

func TestOwnNumberingIsNoConflict(t *testing.T) {
	first := ledgertest.Row("积极推进部门单位财政预算、决算及相关报表公开。", "", "x")
	second := ledgertest.Row("持续深化地方政府债务信息公开，定期公开地方政府债务限额、余额。", "", "x")
	counted := smallPlacer().Place(pointers([]returns.Row{ledgertest.Numbered("1", first), ledgertest.Numbered("2", second)}), "财务股", ledgertest.Q1)
	if len(counted[0].Findings)+len(counted[1].Findings) != 0 {
		t.Errorf("rows counted 1, 2 are reported: %v %v", counted[0].Findings, counted[1].Findings)
	}
	wrong := smallPlacer().Place(pointers([]returns.Row{ledgertest.Numbered("5", first), ledgertest.Numbered("4", second)}), "财务股", ledgertest.Q1)
	if len(wrong[0].Findings) != 1 || wrong[0].Findings[0].Code != finding.NumberTextConflict || wrong[0].No != 3 {
		t.Errorf("a number that names another requirement: %+v", wrong[0])
	}
}

// A name may join by 和 what the requirement parts by a mark, in the same order and close together.
func TestNamesThatJoin(t *testing.T) {
	for name, want := range map[string]bool{
		"河堤步道和亲水平台": true, "亲水平台和河堤步道": false, "河堤步道亲水平台": false, "河堤和步道": false, "河堤步道和喷泉水景": false,
	} {
		if got := joinedInOrder(name, "完成河堤生态步道2公里、亲水休闲平台3处"); got != want {
			t.Errorf("%s joined in order: %t, want %t", name, got, want)
		}
	}
}
