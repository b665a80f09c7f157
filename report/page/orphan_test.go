package page

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer"
	"taizhang/importer/finding"
	"taizhang/importer/ruling"
	"taizhang/report/page/questions"
)

// A decision on a row whose file is gone is said in words that the page can follow, and is dropped
// by one key.
func TestADecisionThatIsNotCarriedOutIsDropped(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	file := ""
	for _, i := range y.Asked(v.read()) {
		if q := &v.read().Questions[i]; q.Office.Kind == ruling.HeldRow {
			file = q.Finding.Place.File()
			v.post("/decide", "q", questions.ID(q), "key", "0", "reason", reason, "by", by, "on", on)
			break
		}
	}
	if file == "" {
		t.Fatal("no row is held")
	}
	if err := os.Remove(filepath.Join(y.Folder, filepath.FromSlash(file))); err != nil {
		t.Fatal(err)
	}
	y.Again()
	v.settle()
	orphan := func() (id string) {
		for _, i := range y.Asked(v.read()) {
			if q := &v.read().Questions[i]; q.Finding.Code == finding.RulingOrphaned {
				id = questions.ID(q)
			}
		}
		return id
	}
	id := orphan()
	if id == "" {
		t.Fatal("nothing is said of the decision")
	}
	screen := v.get("/check?q=" + id)
	if keys := optionsIn(screen); strings.Count(keys, "data-key") != 1 || !strings.Contains(keys, `data-key="1"`) || !strings.Contains(keys, "撤掉这条核定") {
		t.Errorf("the first key does not drop it: %s", plainly(keys))
	}
	v.has(screen, "按 1 撤掉")
	for _, beside := range []string{"已核定：", "没有画出", "别的办法", `name="reason"`} {
		if strings.Contains(screen, beside) {
			t.Errorf("beside the key that drops it stands %s", beside)
		}
	}
	if strings.Contains(screen, "黄色") {
		t.Error("the page speaks of yellow columns")
	}
	v.has(v.post("/decide", "q", id, "key", "1"), "撤掉了“", "按 U 可以撤销")
	v.settle()
	if orphan() != "" {
		t.Error("it is still asked for")
	}
	v.has(v.post("/undo"), "已撤销：撤掉了“")
	v.settle()
	if id = orphan(); id == "" {
		t.Fatal("what was dropped does not come back")
	}
	v.post("/decide", "q", id, "key", "1")
	v.settle()
	journal, err := importer.Journal(y.Folder)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(journal.InForce()); n > 0 {
		t.Errorf("%d decisions are in force", n)
	}
}

// All decisions whose things are gone are dropped by one key, and no other.
func TestAllDecisionsOnWhatIsGoneAreDroppedAtOnce(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	files := map[string]bool{}
	for _, i := range y.Asked(v.read()) {
		if q := &v.read().Questions[i]; q.Row != nil && len(files) < 3 && !files[q.Finding.Place.File()] {
			files[q.Finding.Place.File()] = true
			v.post("/decide", "q", questions.ID(q), "key", "0", "reason", reason, "by", by, "on", on)
		}
	}
	for file := range files {
		if err := os.Remove(filepath.Join(y.Folder, filepath.FromSlash(file))); err != nil {
			t.Fatal(err)
		}
	}
	y.Again()
	v.settle()
	var gone []string
	for _, i := range y.Asked(v.read()) {
		if q := &v.read().Questions[i]; questions.Gone(q) {
			gone = append(gone, questions.ID(q))
		}
	}
	if len(gone) != len(files) || len(gone) < 2 {
		t.Fatalf("%d of %d are gone", len(gone), len(files))
	}
	v.has(v.post("/decide", "q", gone[0], "key", "1", "all", "1"), "等 "+strconv.Itoa(len(gone))+" 条")
	v.settle()
	journal, err := importer.Journal(y.Folder)
	if err != nil || len(journal.InForce()) > 0 {
		t.Errorf("%d decisions are in force, %v", len(journal.InForce()), err)
	}
}

// A file that changed since it was read is said to have, with what can be done.
func TestAFileThatChangedIsNotDrawn(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	for _, i := range y.Asked(v.read()) {
		q := &v.read().Questions[i]
		if q.Office.Kind != ruling.HeldRow {
			continue
		}
		if err := os.Rename(filepath.Join(y.Folder, filepath.FromSlash(q.Finding.Place.File())), filepath.Join(t.TempDir(), "x")); err != nil {
			t.Fatal(err)
		}
		v.has(v.get("/check?q="+questions.ID(q)), "没有画出 ", "存过盘、改了名或挪走了", "再看一次")
		return
	}
	t.Fatal("no row is held")
}

// What was accepted and is no question any more, because of what was decided beside it before the year was read
// again, is taken back by itself and said; what was accepted earlier is asked about.
func TestAnAcceptanceOfTheSameBreathIsTakenBackByItself(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	late := ""
	for _, i := range y.Asked(v.read()) {
		if q := &v.read().Questions[i]; q.Finding.Code == finding.ReturnLate && q.Finding.Department == "人事股" && q.Finding.Quarter == "2021Q2" {
			late = questions.ID(q)
		}
	}
	if late == "" {
		t.Fatal("nobody is late")
	}
	v.post("/decide", "q", late, "key", "1", "reason", reason, "by", by, "on", on)
	v.has(v.post("/received", "d", "人事股", "q", "2", "was", "2021-07-12", "on", "2021年7月6日"), "2021年7月6日收到")
	v.settle()
	for _, i := range y.Asked(v.read()) {
		if questions.Gone(&v.read().Questions[i]) {
			t.Errorf("it is asked about: %s", v.read().Questions[i].Finding.Message)
		}
	}
	v.has(v.get("/check"), "已经不成问题了")
	if strings.Contains(v.get("/board"), "已经不成问题了") {
		t.Error("it is said twice")
	}
}
