package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"taizhang/importer/ruling"
	"taizhang/report/page/questions"
)

// A ledger that is open in Excel keeps a build from replacing it, and says so; deciding goes on.
func TestALedgerThatIsOpenInExcel(t *testing.T) {
	v := visitPart(t)
	y := v.page.current()
	v.built()
	before := tree(t, y.Out)
	lock := filepath.Join(y.Out, "~$台账.xlsx")
	if err := os.WriteFile(lock, []byte("user"), 0o644); err != nil {
		t.Fatal(err)
	}
	open := len(y.Asked(v.read()))
	q := &v.read().Questions[y.Asked(v.read())[0]]
	if screen := v.post("/decide", "q", questions.ID(q), "key", v.read().Options(q)[0].Key); strings.Contains(screen, "没有记下") || len(y.Asked(v.read())) >= open {
		t.Error(plainly(screen))
	}
	v.post("/build")
	y.Job().Wait()
	v.has(v.get("/results"), "没有生成", "正在 Excel 或 WPS 中打开", "原有的成果没有改动")
	os.Remove(lock)
	if names := differ(before, tree(t, y.Out)); len(names) > 0 {
		t.Errorf("changed are %v", names)
	}
	v.built()
}

// A ledger into which somebody types while the page is open is read before it is replaced: neither its
// decisions nor those of the page are lost.
func TestALedgerSavedInBetween(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	v.built()
	open := y.Asked(v.read())
	first, second := &v.read().Questions[open[0]], &v.read().Questions[open[len(open)-1]]
	line := v.read().Options(second)[0].Line
	line.Reason, line.By, line.On = reason, by, on
	v.post("/decide", "q", questions.ID(first), "key", "0", "reason", reason)
	if left := typeAll(t, filepath.Join(y.Out, "台账.xlsx"), []choice{{target: second.Office.Target, line: line}}); len(left) > 0 {
		t.Fatal("the ledger has no such line")
	}
	v.built()
	data, err := os.ReadFile(filepath.Join(y.Folder, ruling.JournalName))
	if err != nil || strings.Count(string(data), `"via":"page"`) != 1 || strings.Count(string(data), `"via":"ledger"`) != 1 {
		t.Errorf("decisions %s %v", data, err)
	}
	for _, q := range v.read().Questions {
		if id := questions.ID(&q); (id == questions.ID(first) || id == questions.ID(second)) && (q.Ruled == nil || q.Ruled.State != ruling.Applied) {
			t.Errorf("%s stands as %+v", q.Finding.Message, q.Ruled)
		}
	}
}

// What a page that was killed has left neither keeps the year from being opened nor loses a key.
func TestWhatAKilledPageLeaves(t *testing.T) {
	v := visitPart(t)
	y := v.page.current()
	q := &v.read().Questions[y.Asked(v.read())[0]]
	v.post("/decide", "q", questions.ID(q), "key", v.read().Options(q)[0].Key)
	// The killed page leaves its files, and the system takes its lock.
	folder := filepath.Join(t.TempDir(), "2021")
	if err := os.CopyFS(folder, os.DirFS(y.Folder)); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join(folder, "第一季度", ".taizhang-接收"), []byte("half a file"), 0o644)
	if _, err := os.Stat(filepath.Join(folder, pageRecord)); err != nil {
		t.Fatal("the page leaves no record: the test looks in the wrong place")
	}
	later := visitYear(t, folder)
	for i := range later.read().Questions {
		if one := &later.read().Questions[i]; questions.ID(one) == questions.ID(q) && (one.Ruled == nil || one.Ruled.State != ruling.Applied) {
			t.Errorf("the key is lost: %+v", one.Ruled)
		}
	}
	more := v.file("第一季度/人事股.xlsx")
	more.data = append(more.data, 0)
	later.has(later.drop("第一季度", more), "人事股（第2份）.xlsx")
	if _, err := os.Stat(filepath.Join(folder, "第一季度", ".taizhang-接收")); err == nil {
		t.Error("half a file stays")
	}
	if info, err := os.Stat(filepath.Join(folder, pageRecord)); err != nil || time.Since(info.ModTime()) > time.Minute {
		t.Errorf("the record is still that of the killed page: %v", err)
	}
}
