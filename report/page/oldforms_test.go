package page

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/report/page/collect"
)

// Forms that were written before the deadline, a requirement or who answers for it was changed say so, on 年度 and
// on 清单, until they are written again. What departments answered meanwhile changes nothing.
func TestFormsThatSayWhatWasChangedSince(t *testing.T) {
	v := visitPart(t)
	folder := v.page.current().Folder
	v.post("/forms", "quarter", "2")
	v.settle()
	const again = "重新写出第二季度的报送表"
	fresh := func(when string) {
		t.Helper()
		if screen := v.get("/") + v.get("/list"); strings.Contains(screen, again) || strings.Contains(screen, "改清单或设置以前") {
			t.Errorf("%s: the forms are called old", when)
		}
	}
	fresh("just written")
	v.drop("第一季度", sent{"办公室又.xlsx", workbook(t, map[string][][]any{"表": ofOffice(v, "第一季度", "印发方案并开会部署两次。")})})
	v.settle()
	fresh("a return came")

	v.sets("报送截止日", "3月31日、6月30日、9月30日、12月31日")
	v.settle()
	v.has(v.get("/"), again, "10份印的还是原来的报送截止日")
	v.has(v.get("/list"), "10份印的还是原来的报送截止日", `<a href="/">“年度”</a>`)
	v.post("/forms", "quarter", "2")
	v.settle()
	fresh("written again")

	list := filepath.Join(folder, "任务清单.xlsx")
	f, err := excelize.OpenFile(list)
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := f.GetRows("任务清单")
	changed := false
	for i, row := range rows {
		for k, text := range row {
			if strings.Contains(text, "加强行政执法信息公开") && !changed {
				cell, _ := excelize.CoordinatesToCellName(k+1, i+1)
				f.SetCellValue("任务清单", cell, "加强行政执法信息公开，每月一次。")
				changed = true
			}
		}
	}
	if err := f.Save(); err != nil || !changed {
		t.Fatal(err, changed)
	}
	v.page.current().Again()
	v.settle()
	v.has(v.get("/"), again, "份印的还是改过以前的要求、时限或职责")
	v.post("/forms", "quarter", "2")
	v.settle()
	fresh("written once more")
	if n := collect.FormsIn(filepath.Join(folder, collect.FormsFolder, "第二季度")); n != 10 {
		t.Errorf("there are %d forms", n)
	}
}
