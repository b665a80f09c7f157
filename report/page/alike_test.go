package page

import (
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ruling"
	"taizhang/report/page/questions"
)

// leftOut is a year of eight sections with three duties each, of which each section but the last leaves out
// two in the second quarter, and one does in the first.
func leftOut(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "2026")
	put := func(name, text string) {
		t.Helper()
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	sections := []string{"林政股", "种苗股", "防火股", "湿地股", "计财股", "产业股", "人事股", "办公室"}
	works := []string{"修订%s内部管理办法并印发", "组织%s业务骨干到基层开展调研", "完成%s历年档案数字化扫描"}
	list := "2026年工作要点任务清单\n序号,具体要求,责任股室,完成时限\n"
	no := 0
	for n, section := range sections {
		head := "填报单位：" + section + "\n序号,具体要求,完成情况,进展说明\n"
		returned := [3]string{1: head, 2: head}
		for w, work := range works {
			no++
			work = fmt.Sprintf(work, section)
			list += fmt.Sprintf("%d,%s,%s,2026年12月底前\n", no, work, section)
			if w == 0 || n > 0 {
				returned[1] += fmt.Sprintf("%d,%s,推进中,第%d次会议已研究，正在办理\n", no, work, no)
			}
			if w == 0 || n == len(sections)-1 {
				returned[2] += fmt.Sprintf("%d,%s,推进中,已形成初稿，报送了%d份材料\n", no, work, no)
			}
		}
		put("第一季度/"+section+".csv", returned[1])
		put("第二季度/"+section+".csv", returned[2])
	}
	put("任务清单.csv", list)
	return folder
}

// What many departments left out in a quarter is answered once, in view of all of it; what is not ticked, and
// what belongs to another quarter, waits as before.
func TestWhatManyDepartmentsLeftOutIsAnsweredOnce(t *testing.T) {
	v := visitYear(t, leftOut(t))
	missed := func(quarter string) (ids []string) {
		s := v.read()
		for _, i := range v.page.current().Asked(s) {
			if q := &s.Questions[i]; q.Finding.Code == finding.RequirementMissing && q.Finding.Quarter == quarter {
				ids = append(ids, questions.ID(q))
			}
		}
		return ids
	}
	first, second := missed("2026Q1"), missed("2026Q2")
	if len(first) != 2 || len(second) != 14 {
		t.Fatalf("%d and %d are left out", len(first), len(second))
	}
	v.has(v.get("/check?q="+second[0]), "第二季度的“漏报要求”共 14 处、7 个部门")
	if strings.Contains(v.get("/check?q="+first[0]), "/alike") {
		t.Error("what one department left out has a key already")
	}
	list := v.get("/alike?q=" + second[0])
	if n := strings.Count(list, `name="of"`); n != 14 {
		t.Errorf("%d are listed", n)
	}
	v.has(list, "种苗股（2 处）", "完成种苗股历年档案数字化扫描")

	send := func(form url.Values) string {
		r := httptest.NewRequest("POST", "/accept", strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		return v.follow("/accept", v.send(r))
	}
	ticked := append(append([]string{}, second[1:]...), first[0]) // the last was never on that list
	v.has(send(url.Values{"q": {second[0]}, "of": ticked}), "没有写理由")
	v.has(send(url.Values{"q": {second[0]}, "reason": {reason}}), "一处也没有勾")
	if len(missed("2026Q2")) != 14 {
		t.Fatal("something was decided")
	}
	v.has(send(url.Values{"q": {second[0]}, "of": ticked, "reason": {"第二季度只报有变化的"}, "by": {by}, "on": {on}}), "已记下 13 处")
	for range 2 { // as it is laid over the reading, and as it is read again
		if a, b := missed("2026Q1"), missed("2026Q2"); len(a) != 2 || len(b) != 1 || b[0] != second[0] {
			t.Errorf("%v and %v wait", a, b)
		}
		v.page.current().Again()
		v.settle()
	}
	v.has(v.post("/undo"), "已撤销", "等13处")
	v.settle()
	if n := len(missed("2026Q2")); n != 14 {
		t.Errorf("%d wait when it was taken back", n)
	}
}

// Nothing leaves the house by an answer that was given to many, and no row that is held back goes by it.
func TestWhatIsAnsweredTogether(t *testing.T) {
	v := visit(t)
	s, y := v.read(), v.page.current()
	waiting := y.Asked(s)
	for _, at := range waiting {
		for _, i := range s.Alike(waiting, at) {
			q := &s.Questions[i]
			switch {
			case q.Finding.Code == finding.PersonDoubtful, q.Finding.Code == finding.PersonalInformation, q.Finding.Severity() == finding.Error,
				q.Office.Kind == ruling.HeldRow, q.Finding.Quarter != s.Questions[at].Finding.Quarter:
				t.Errorf("%s is answered together with others", q.Finding.Message)
			}
		}
	}
}
