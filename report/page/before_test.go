package page

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ruling"
	"taizhang/report/page/questions"
)

// putIn writes a file of a year folder.
func putIn(t *testing.T, folder, name, text string) {
	t.Helper()
	path := filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// asksOn are the questions with a code that wait on rows of a file.
func (v *visitor) asksOn(code finding.Code, file string) (ids []string) {
	s := v.read()
	for _, i := range v.page.current().Asked(s) {
		if q := &s.Questions[i]; q.Finding.Code == code && q.Finding.Place.File() == file {
			ids = append(ids, questions.ID(q))
		}
	}
	return ids
}

func (v *visitor) optionsOf(id string) []questions.Option {
	s := v.read()
	return s.Options(&s.Questions[s.At[id]])
}

const (
	worksList = "2026年任务清单\n序号,具体要求,责任股室,配合股室,完成时限\n1,建成应急物资仓库并投入使用,救灾股,,2026年12月底前\n2,完成老旧锅炉改造四十台,特设股,计量股、法规股,2026年12月底前\n3,修订行政处罚裁量基准,法规股,,2026年12月底前\n4,检定加油机六百枪次,计量股,,2026年12月底前\n"
	worksHead = "填报单位：%s\n具体要求,完成情况,进展说明\n"
)

// A row that the office placed, handed in again by its department in other words or in the next quarter, is offered
// what it was placed on first; another department's, and an earlier quarter's, are not.
func TestWhatARowWasPlacedOnIsOfferedAgain(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2026")
	own := "检定加油机六百枪次,推进中,已检定%d枪\n"
	head := fmt.Sprintf(worksHead, "计量股")
	putIn(t, folder, "任务清单.csv", worksList)
	putIn(t, folder, "第二季度/计量股二季度.csv", head+"给特设那边搭把手,推进中,派了两个人\n"+"检定加油机六百枪次,推进中,已检定210枪\n")
	v := visitYear(t, folder)
	first := v.asksOn(finding.RowUnmatched, "第二季度/计量股二季度.csv")
	if len(first) != 1 {
		t.Fatalf("%d rows are not placed", len(first))
	}
	for _, o := range v.optionsOf(first[0]) {
		if strings.Contains(strings.Join(o.Why, ""), "上次") {
			t.Errorf("nothing was decided, and %+v is offered", o)
		}
	}
	v.has(v.post("/decide", "q", first[0], "choice", ruling.Place.Label(), "item", "2", "reason", reason, "by", by, "on", on), "已记下")

	putIn(t, folder, "第二季度/计量股二季度（修订稿）.csv", head+"给特设那边多搭把手,推进中,派了三个人，跑了五趟\n"+fmt.Sprintf(own, 260))
	putIn(t, folder, "第三季度/计量股三季度.csv", head+"给特设那边搭把手,推进中,又派了一个人\n"+fmt.Sprintf(own, 400))
	putIn(t, folder, "第一季度/计量股一季度.csv", head+"给特设那边搭把手,推进中,派了一个人\n"+fmt.Sprintf(own, 90))
	putIn(t, folder, "第二季度/法规股.csv", fmt.Sprintf(worksHead, "法规股")+"给特设那边搭把手,推进中,派了两个人\n修订行政处罚裁量基准,推进中,在改\n")
	v.page.current().Again()
	v.settle()
	for _, c := range []struct{ file, want string }{
		{"第二季度/计量股二季度（修订稿）.csv", "文字相近的“给特设那边搭把手”，上次（计量股二季度.csv）核定的就是这一条"},
		{"第三季度/计量股三季度.csv", "上次（第二季度 计量股二季度.csv）核定的就是这一条"},
		{"第一季度/计量股一季度.csv", ""},
		{"第二季度/法规股.csv", ""},
	} {
		ids := v.asksOn(finding.RowUnmatched, c.file)
		if len(ids) != 1 {
			t.Errorf("%s: %d rows are asked about", c.file, len(ids))
			continue
		}
		options := v.optionsOf(ids[0])
		if c.want == "" {
			for _, o := range options {
				if strings.Contains(strings.Join(o.Why, ""), "上次") {
					t.Errorf("%s is offered %+v", c.file, o)
				}
			}
			continue
		}
		if o := options[0]; o.Key != "1" || o.Label != "第2条" || len(o.Why) == 0 || o.Why[0] != c.want {
			t.Errorf("%s is offered %+v", c.file, options)
		}
		v.has(v.get("/check?q="+ids[0]), c.want)
	}
	revised := v.asksOn(finding.RowUnmatched, "第二季度/计量股二季度（修订稿）.csv")[0]
	if why := v.optionsOf(revised)[0].Why; slices.ContainsFunc(why, func(s string) bool { return strings.Contains(s, "另有一行") }) {
		t.Errorf("the row that it replaces speaks against it: %v", why)
	}
	v.has(v.post("/decide", "q", revised, "key", "1", "reason", reason, "by", by, "on", on), "已记下：按第2条并入")
	v.page.current().Again()
	v.settle()
	if left := v.asksOn(finding.RowUnmatched, "第二季度/计量股二季度（修订稿）.csv"); len(left) > 0 {
		t.Error("it is asked again")
	}
}

// No row is dropped together with others for a status that nobody understood; it can be dropped on its own, and a
// status is taken for all that are placed. One that is not placed is not asked for its status.
func TestNoRowIsDroppedForAnothersStatus(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2026")
	putIn(t, folder, "任务清单.csv", worksList)
	putIn(t, folder, "第一季度/计量股.csv", fmt.Sprintf(worksHead, "计量股")+"检定加油机六百枪次,兜圈圈,已检定90枪\n完成老旧锅炉改造四十台,兜圈圈,派了一个人\n食堂换了新桌椅,兜圈圈,十二套\n")
	v := visitYear(t, folder)
	asked := v.asksOn(finding.StatusUnknown, "第一季度/计量股.csv")
	if len(asked) != 2 {
		t.Fatalf("%d statuses are asked", len(asked))
	}
	v.has(v.get("/check?q="+asked[0]), "按了 A 也只忽略这一行")
	v.has(v.post("/decide", "q", asked[0], "key", "0", "all", "1", "reason", reason, "by", by, "on", on), "已记下：忽略", "同一原因的另外 1 处不能一起这样办")
	v.post("/undo")
	v.settle()
	v.has(v.post("/decide", "q", asked[0], "key", "2", "all", "1", "reason", reason, "by", by, "on", on), "已记下 2 处")
}

// After an answer one goes on in the same cause, also to what stands before it, and only then to the next.
func TestOneGoesOnInTheSameCause(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2026")
	putIn(t, folder, "任务清单.csv", worksList)
	putIn(t, folder, "第一季度/计量股.csv", fmt.Sprintf(worksHead, "计量股")+"检定加油机六百枪次,兜圈圈,已检定90枪\n食堂换了新桌椅,推进中,十二套\n车棚刷了油漆,推进中,刷了两遍\n门口种了花,推进中,五棵\n")
	v := visitYear(t, folder)
	asked := v.asksOn(finding.RowUnmatched, "第一季度/计量股.csv")
	if len(asked) != 3 {
		t.Fatalf("%d rows are asked", len(asked))
	}
	for _, step := range []struct{ answered, next int }{{1, 2}, {2, 0}} {
		v.has(v.post("/decide", "q", asked[step.answered], "key", "0", "reason", reason, "by", by, "on", on), `name="q" value="`+asked[step.next]+`"`, "第"+fmt.Sprint(step.next+4)+"行")
	}
}
