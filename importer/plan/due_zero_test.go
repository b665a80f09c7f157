package plan

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// 2021.10 in a list is stored as 2021.1: October where the format writes two decimals, else it is
// asked about, and never January.
func TestDueThatLostItsZero(t *testing.T) {
	for format, want := range map[string]string{"0.00": "2021-10-31", "": ""} {
		d := grid.NewDraft("任务清单.xlsx", "任务清单")
		for i, heading := range []string{"序号", "工作任务", "具体要求", "责任部门", "完成时限"} {
			d.PutText(1, i+1, heading)
		}
		for i, text := range []string{"主动公开各项规划。", "及时公开政策解读材料。"} {
			d.PutNumber(2+i, 1, float64(i+1), "")
			d.PutText(2+i, 2, "做好政策公开")
			d.PutText(2+i, 3, text)
			d.PutText(2+i, 4, "办公室")
		}
		d.PutNumber(2, 5, 2021.1, format)
		d.PutText(3, 5, "2021年12月底前")
		r := &grid.Reading{File: "任务清单.xlsx"}
		if bad := r.Add(d); bad != nil {
			t.Fatal(bad.Found)
		}
		p, findings, err := Read(Sources{List: book(r.Sheets...), Year: 2021})
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Requirements) != 2 {
			t.Fatalf("%d requirements, %v", len(p.Requirements), findings)
		}
		if got := p.Requirements[0].Due.On.String(); got != want {
			t.Errorf("under %q due %s, want %s", format, got, want)
		}
		said := false
		for _, f := range findings {
			said = said || f.Code == finding.ListDueUnreadable
		}
		if said != (want == "") {
			t.Errorf("under %q the findings are %v", format, findings)
		}
	}
}
