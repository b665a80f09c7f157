package page

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"taizhang/report/page/questions"
)

// What differs between two builds is told, and nothing where nothing does.
func TestWhatDiffersFromTheLastBuild(t *testing.T) {
	v := visit(t)
	y := v.page.current()
	v.built()
	v.has(v.get("/results"), "这是第一次生成")
	v.built()
	if c := y.Job().Changes(); c == nil || !c.None() {
		t.Errorf("nothing has changed, and it says %+v", c)
	}
	for what, other := range map[string]string{"完成日期 2021-01-02 → ": `$1"2021-01-02"`, "完成比例 1% → ": `${2}0.01`, "填的状态 从前的词 → ": `$3"从前的词"`, "进展的文字改了": `$4"从前的话"`} {
		at := filepath.Join(y.Out, "台账.json")
		data, err := os.ReadFile(at)
		if err != nil {
			t.Fatal(err)
		}
		kind := regexp.MustCompile(`\$[{]?(\d)`).FindStringSubmatch(other)[1]
		heads := map[string]string{"1": `("completed_on": ?)"[^"]+"`, "2": `()("percent": ?)(?:null|[\d.]+)`, "3": `()()("status": ?"\w+",\s*"said": ?)"[^"]+"`, "4": `()()()("progress": ?)"[^"]+"`}
		re := regexp.MustCompile(heads[kind])
		place := re.FindIndex(data)
		if place == nil {
			t.Fatalf("nothing to change for %q", what)
		}
		changed := slices.Concat(data[:place[0]], re.ReplaceAll(data[place[0]:place[1]], []byte(other)), data[place[1]:])
		if err := os.WriteFile(at, changed, 0o600); err != nil {
			t.Fatal(err)
		}
		v.built()
		if c := y.Job().Changes(); len(c.Entries) != 1 || c.None() || !strings.HasPrefix(c.Entries[0].What, what) {
			t.Errorf("an entry said otherwise (%s), and it says %+v", what, c)
		}
		v.has(v.get("/results"), "1处填报变了", what)
	}
	q := &v.read().Questions[y.Asked(v.read())[0]]
	for _, i := range y.Asked(v.read()) {
		if v.read().Questions[i].Office.Kind == "已并入的行" {
			q = &v.read().Questions[i]
		}
	}
	v.post("/decide", "q", questions.ID(q), "choice", "忽略")
	v.built()
	said := map[string]bool{}
	for _, f := range y.Job().Changes().Figures {
		said[f.Name] = true
	}
	if !said["并入的行"] || !said["不计的行"] || len(y.Job().Changes().Rows) != 1 || !strings.Contains(y.Job().Changes().Rows[0].What, "并入 → 不计") {
		t.Errorf("a row was ruled out, and it says %+v", y.Job().Changes())
	}
	v.has(v.get("/results"), "与上一次的不同", "并入的行", "并入 → 不计")

	// A file may hold many tables: they are not called returns that came.
	v.drop("第三季度", v.file("第四季度/人事股.docx"))
	v.settle()
	v.built()
	v.has(v.get("/results"), "读到的表")
}
