package page

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/period"
	"taizhang/report/page/collect"
)

// chosen is how 收表 marks the quarter that it shows.
func chosen(n int) string { return fmt.Sprintf(`<a href="/board?q=%d" aria-current="true">`, n) }

// 收表 and 下发 begin with the quarter that is being collected, and the drop box stores into the very quarter that
// the screen speaks of.
func TestTheQuarterThatIsCollected(t *testing.T) {
	folder := sampleYear(t)
	for _, quarter := range []string{"第二季度", "第三季度", "第四季度"} {
		os.RemoveAll(filepath.Join(folder, quarter))
	}
	list, err := excelize.OpenFile(filepath.Join(folder, "任务清单.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	list.SetCellValue("设置", "B4", "")
	if err := list.Save(); err != nil {
		t.Fatal(err)
	}
	v := visitYear(t, folder)
	on := func(month, day int) {
		v.page.Day = func() period.Date { return period.Date{Year: 2021, Month: month, Day: day} }
	}
	is := func(n int, when string) {
		t.Helper()
		v.page.standAt(v.page.current(), 0)
		v.page.atOf = nil
		if q := collect.Quarter(v.page.current(), v.read(), v.page.Day()); q.N != n {
			t.Errorf("%s: %v is collected, not %d", when, q, n)
		}
		v.has(v.get("/"), fmt.Sprintf(`<option value="%d" selected>`, n))
		v.has(v.get("/board"), chosen(n), `name="quarter" value="`+(period.Quarter{N: n}).Short()+`"`)
	}
	on(6, 1)
	is(1, "somebody is missing")
	v.post("/forms", "quarter", "2")
	v.settle()
	v.has(v.get("/"), "第一季度还没有写出报送表", "第二季度写出过 10 份")
	is(1, "the next forms are out before its time")
	on(7, 2)
	is(2, "the next quarter has ended and its forms are out")
	v.get("/board?q=1")
	v.post("/final", "quarter", "2021Q1")
	v.has(v.get("/board"), chosen(2)) // what was looked at last is done
	v.settle()
	on(4, 9)
	is(2, "the first is final")
	v.has(v.get("/"), "第二季度应报10个部门，已报0个，缺10个", "第二季度的报送表写出了10份", "保存第二季度的 10 份")
	v.has(v.get("/board?q=1"), "第一季度已经定稿：现在放进来的先不并入")
	for _, n := range []string{"第二季度", "第三季度", "第四季度"} { // nothing was ever done for the first
		os.RemoveAll(filepath.Join(folder, n))
	}
	os.RemoveAll(filepath.Join(folder, collect.FormsFolder))
	os.RemoveAll(filepath.Join(folder, "第一季度"))
	v.post("/final", "quarter", "2021Q1", "open", "1")
	v.page.current().Again()
	v.settle()
	on(11, 29)
	is(1, "an empty year is begun late")
	v.post("/final", "quarter", "2021Q1")
	v.settle()
	is(2, "the first of a year that is made up is final")
	v.post("/forms", "quarter", "3")
	v.settle()
	is(3, "the forms of a later one are out, and nothing was done before")
}

// A year in which nothing has come yet begins with its first quarter.
func TestANewYearBeginsWithItsFirstQuarter(t *testing.T) {
	folder := sampleYear(t)
	for _, quarter := range []string{"第一季度", "第二季度", "第三季度", "第四季度"} {
		os.RemoveAll(filepath.Join(folder, quarter))
	}
	list, err := excelize.OpenFile(filepath.Join(folder, "任务清单.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	list.SetCellValue("设置", "B4", "")
	if err := list.Save(); err != nil {
		t.Fatal(err)
	}
	v := visitYear(t, folder)
	v.page.Day = func() period.Date { return period.Date{Year: 2021, Month: 4, Day: 6} }
	v.has(v.get("/"), "第一季度应报10个部门，已报0个", `<option value="1" selected>`)
	v.has(v.get("/board"), "第一季度应报10个部门", chosen(1), `name="quarter" value="第一季度"`, "把第一季度的报表或压缩包拖到这里")
	for _, i := range v.page.current().Asked(v.read()) {
		if q := &v.read().Questions[i]; q.Finding.Code == "return-missing" && q.Finding.Quarter != "2021Q1" {
			t.Errorf("asked before its time: %s", q.Finding.Message)
		}
	}

	list.SetCellValue("设置", "B4", "第三季度")
	if err := list.Save(); err != nil {
		t.Fatal(err)
	}
	v.post("/close")
	if err := v.page.Open(folder); err != nil {
		t.Fatal(err)
	}
	v.settle()
	v.has(v.get("/board"), chosen(3))
}

// The quarter that somebody works at stays, whatever is read meanwhile.
func TestTheQuarterStays(t *testing.T) {
	v := visit(t)
	v.get("/board?q=2")
	v.has(v.get("/board"), chosen(2))
}
