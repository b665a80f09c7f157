package plan

import (
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// What a list writes where a deadline belongs is said again, whether or not it is a date.
func TestADeadlineKeepsItsWords(t *testing.T) {
	d := grid.NewDraft("任务清单.xlsx", "任务清单")
	for i, heading := range []string{"序号", "工作任务", "具体要求", "责任部门", "完成时限"} {
		d.PutText(1, i+1, heading)
	}
	lines := []struct{ text, who, due, want string }{
		{"主动公开各项规划。", "办公室", "常态化", "常态化"},
		{"及时公开政策解读材料。", "办公室", "全年", "全年"},
		{"开展档案清查。", "办公室", "春节前", "春节前"},
		{"开展安全培训。", "办公室，持续推进", "", "持续推进"},
		{"更新公开目录。", "办公室", "", ""},
	}
	for i, line := range lines {
		d.PutNumber(2+i, 1, float64(i+1), "")
		d.PutText(2+i, 2, "做好日常工作")
		d.PutText(2+i, 3, line.text)
		d.PutText(2+i, 4, line.who)
		if line.due != "" {
			d.PutText(2+i, 5, line.due)
		}
	}
	r := &grid.Reading{File: "任务清单.xlsx"}
	if bad := r.Add(d); bad != nil {
		t.Fatal(bad.Found)
	}
	p, findings, err := Read(Sources{List: book(r.Sheets...), Year: 2026})
	if err != nil || len(p.Requirements) != len(lines) {
		t.Fatalf("%v, %d requirements, %v", err, len(p.Requirements), findings)
	}
	for i, line := range lines {
		if due := p.Requirements[i].Due; due.Said != line.want || due.Named() {
			t.Errorf("%q: %+v, want %q", line.due, due, line.want)
		}
	}
}

// A name that the roster lacks is asked about in the cell that names it: beside a column of leads there is
// one of those who support.
func TestAnUnknownNameIsSaidWhereItStands(t *testing.T) {
	d := grid.NewDraft("任务清单.xlsx", "任务清单")
	for i, heading := range []string{"序号", "工作任务", "具体要求", "牵头单位", "配合单位"} {
		d.PutText(1, i+1, heading)
	}
	for i, line := range [][2]string{{"办公室", "宣教中队"}, {"办公室", "财务股"}} {
		d.PutNumber(2+i, 1, float64(i+1), "")
		d.PutText(2+i, 2, "做好日常工作")
		d.PutText(2+i, 3, []string{"主动公开各项规划。", "及时公开政策解读材料。"}[i])
		d.PutText(2+i, 4, line[0])
		d.PutText(2+i, 5, line[1])
	}
	roster := grid.NewDraft("任务清单.xlsx", "部门名录")
	for i, row := range [][]string{{"部门名称", "类别"}, {"办公室", "股室"}, {"财务股", "股室"}} {
		for j, text := range row {
			roster.PutText(i+1, j+1, text)
		}
	}
	r := &grid.Reading{File: "任务清单.xlsx"}
	for _, one := range []*grid.Draft{d, roster} {
		if bad := r.Add(one); bad != nil {
			t.Fatal(bad.Found)
		}
	}
	all := book(r.Sheets...)
	_, findings, err := Read(Sources{List: all, Master: all, Year: 2026})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.Code == finding.ListUnknownDepartment {
			if f.Found != "宣教中队" || f.Place.Cell() != "E2" {
				t.Errorf("%s: %s", f.Place.Cell(), f.Message)
			}
			return
		}
	}
	t.Errorf("nothing is said: %v", findings)
}
