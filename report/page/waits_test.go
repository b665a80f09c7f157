package page

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/finding"
	"taizhang/report/ledgerbook"
	"taizhang/report/page/collect"
	"taizhang/report/page/questions"
)

// onlyFirst makes the ledger of a year end with the first quarter.
func onlyFirst(t *testing.T, folder string) {
	t.Helper()
	list, err := excelize.OpenFile(filepath.Join(folder, "任务清单.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	list.SetCellValue("设置", "B4", "第一季度")
	if err := list.Save(); err != nil {
		t.Fatal(err)
	}
}

// withUnknownColumns is a return with two columns under headings of no vocabulary.
func withUnknownColumns(t *testing.T) sent {
	t.Helper()
	return sent{"人事股补报.xlsx", workbook(t, map[string][][]any{"表": {{"人事股2021年第一季度政务公开工作完成情况"}, {"填报日期：2021年4月6日"}, {"序号", "具体要求", "完成情况", "灯", "搭"},
		{1, "主动公开“十四五”规划纲要、各项规划、政策解读等相关信息。", "已公开规划。", "绿", "甲"}, {2, "及时公开财政预决算信息。", "正在公开预算。", "黄", "乙"}}})}
}

// answered decides whatever wait accepts, until nothing of that is left.
func (v *visitor) answered(accepts func(*ledgerbook.Question) bool) {
	v.Helper()
	y := v.page.current()
	for range 4 { // what is decided may lead to further questions
		for _, i := range y.Asked(v.read()) {
			q := &v.read().Questions[i]
			if _, done := y.LaidOn(questions.ID(q)); done || !accepts(q) {
				continue
			}
			key := "0"
			if q.Finding.Severity() != finding.Error {
				key = v.read().Options(q)[0].Key
			}
			v.post("/decide", "q", questions.ID(q), "key", key, "all", "1", "reason", reason, "by", by, "on", on)
		}
		v.settle()
	}
}

// Headings without an answer, and questions that keep nothing a draft, are said wherever a year is said to be ready.
func TestNothingIsReadyWithoutWhatWaitsBesideIt(t *testing.T) {
	folder := sampleYear(t)
	for _, quarter := range []string{"第二季度", "第三季度", "第四季度"} {
		os.RemoveAll(filepath.Join(folder, quarter))
	}
	onlyFirst(t, folder)
	v := visitYear(t, folder)
	v.drop("第一季度", withUnknownColumns(t))
	v.settle()
	y := v.page.current()
	v.answered(func(q *ledgerbook.Question) bool {
		return v.read().Severity(q) == finding.Error || q.Finding.Code == finding.ReturnMissing
	})
	if pending := v.read().Ledger.Pending(); pending.Draft() {
		t.Fatalf("it is a draft still: %s", pending.Words())
	}
	headings, checks := len(y.Doubtful(v.read())), len(y.Asked(v.read()))
	if headings == 0 || checks == 0 {
		t.Fatalf("%d headings and %d questions wait", headings, checks)
	}
	v.built()
	said, more := fmt.Sprintf("认表还有%d处没有答", headings), fmt.Sprintf("还有%d处可核实", checks)
	v.says("可定稿 · "+more+" · 1份不知哪天交的", "可以定稿，但"+said)
	link := `href="/headings">` + said + `</a>`
	v.has(v.get("/results"), link, `href="/headings">▲ `+said+`</a>`, `href="/check">`+more+`</a>`)
	v.has(v.get("/"), link)
	v.has(v.get("/check"), link)
	v.answered(func(*ledgerbook.Question) bool { return true })
	if left := len(y.Asked(v.read())); left > 0 {
		t.Fatalf("%d questions are left", left)
	}
	headings = len(y.Doubtful(v.read()))
	v.has(v.get("/check"), fmt.Sprintf("没有要核对的了，但认表还有%d处没有答", headings), `href="/headings">去认表`)
	for range headings {
		at := y.Doubtful(v.read())
		v.post("/heading", "h", questions.HeadingID(&v.read().Headings[at[0]]), "role", "keep")
	}
	v.settle()
	for _, path := range []string{"/", "/results", "/check"} {
		if strings.Contains(v.get(path), "没有答") {
			t.Errorf("%s tells of headings when all are answered", path)
		}
	}
}

// A heading whose answer is taken back is the one that is shown, before and after the year is read again.
func TestTheHeadingThatIsTakenBackIsShown(t *testing.T) {
	v := visitPart(t)
	v.drop("第一季度", withUnknownColumns(t))
	v.settle()
	y := v.page.current()
	before := y.Doubtful(v.read())
	if len(before) < 2 {
		t.Fatalf("%d headings are doubtful", len(before))
	}
	last := v.read().Headings[before[len(before)-1]]
	shown := func(screen string) string { return between(screen, "<h2>“", "”一栏是什么") }
	for _, settled := range []bool{false, true} {
		v.post("/heading", "h", questions.Unanswered(&last), "role", "keep")
		if settled {
			v.settle()
		}
		if got := shown(v.post("/undo", "to", "/headings")); got != last.Heading {
			t.Errorf("settled %v: %q is shown, not %q", settled, got, last.Heading)
		}
		v.settle()
		if got := shown(v.get("/headings?h=" + questions.Unanswered(&last))); got != last.Heading {
			t.Errorf("settled %v: then %q is shown, not %q", settled, got, last.Heading)
		}
		if left := y.Doubtful(v.read()); !slices.Equal(left, before) {
			t.Errorf("settled %v: %v are doubtful, not %v", settled, left, before)
		}
	}
}

func between(text, from, to string) string {
	_, text, _ = strings.Cut(text, from)
	text, _, _ = strings.Cut(text, to)
	return text
}

// The forms that others were written over are counted apart.
func TestFormsThatAreWrittenAgainAreCountedOnce(t *testing.T) {
	v := visit(t)
	v.post("/forms", "quarter", "2")
	paths, err := filepath.Glob(filepath.Join(v.page.current().Folder, collect.FormsFolder, "第二季度", "*.xlsx"))
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths[:3] {
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f.SetCellValue(f.GetSheetName(0), "A1", "改过的题目")
		if err := f.Save(); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	screen := v.post("/forms", "quarter", "2")
	v.has(screen, fmt.Sprintf("报送表已写出%d份", len(paths)), fmt.Sprintf("第二季度写出过 %d 份", len(paths)), "原来的3份移进了里面的“历史”")
}

// The card of what comes after a quarter was made final counts no row as merged.
func TestWhatComesAfterTheQuarterIsFinalCountsAsNotMerged(t *testing.T) {
	v := visitPart(t)
	v.post("/final", "quarter", "2021Q1")
	v.settle()
	v.drop("第一季度", sent{"办公室补报.xlsx", workbook(t, map[string][][]any{"表": ofOffice(v, "第一季度", "后来又补充的一段话。")})})
	v.settle()
	drops := regexp.MustCompile(`(?s)<section id="drops">.*?</section>`).FindString(v.get("/board?q=1"))
	if !regexp.MustCompile(`并入0行，先不并入[1-9]\d*行`).MatchString(drops) || strings.Contains(drops, "待核对") {
		t.Errorf("it says %s", plainly(drops))
	}
}
