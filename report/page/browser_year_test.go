//go:build browser

package page

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"taizhang/importer"
	"taizhang/importer/ruling"
)

// tabTo goes to an element by Tab alone, as somebody does who has no mouse.
func (b *browser) tabTo(selector string) {
	b.Helper()
	for range 300 {
		here, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](`document.activeElement.matches('`+selector+`')`))
		if err == nil && here {
			return
		}
		b.do(chromedp.KeyEvent(kb.Tab))
	}
	b.Fatalf("Tab does not reach %s", selector)
}

// types writes into a field that Tab reaches, over what stands there.
func (b *browser) types(selector, text string) {
	b.Helper()
	b.tabTo(selector)
	b.do(chromedp.Evaluate[chromedp.Void](`document.activeElement.select()`), chromedp.KeyEvent(text))
}

// enter presses what Tab reaches, and waits for the next screen to say something.
func (b *browser) enter(selector, until string) {
	b.Helper()
	b.tabTo(selector)
	b.do(chromedp.Evaluate[chromedp.Void](`document.body.dataset.before = "1"`), chromedp.KeyEvent(kb.Enter))
	b.waits(`!document.body.dataset.before && (` + until + `)`)
}

// answerAll answers what 认表 asks, until nothing is left.
func (b *browser) answerAll(most int) (answered int) {
	b.Helper()
	for b.goes("/headings"); answered < most && b.value("input[name=h]") != "" && !strings.Contains(b.text(".titled p"), "没有拿不准"); answered++ {
		asked := b.value("input[name=h]")
		button := `button[name="role"]`
		if b.text(`button[name='role']`) == "" { // it is read as now this, now that
			read, _, _ := strings.Cut(b.text(".facts dd"), "（")
			read, _, _ = strings.Cut(read, "、")
			b.do(chromedp.KeyEvent("a"))
			b.tabTo(`select[name="role"]`)
			for range 40 {
				if b.value(`select[name='role']`) == read {
					break
				}
				b.do(chromedp.KeyEvent(kb.ArrowDown))
			}
			button = "button.write"
		}
		b.enter(button, `(document.querySelector("input[name=h]")||{}).value !== "`+asked+`"`)
	}
	return answered
}

// settleAll answers what 核对 asks by keys alone, all of a cause at once where it can be; varied is now
// this, now that.
func (b *browser) settleAll(most int, varied bool) (pressed int) {
	b.Helper()
	before := map[string]bool{}
	for ; pressed < most; pressed++ {
		// Where the screen is opened anew it asks from all that was decided before: the year's questions do not
		// depend on how fast the keys come.
		b.goes("/check")
		for b.text(".busy") != "" || b.text("h1") == "核对" { // the latter waits for the reading
			b.goes("/check")
		}
		if b.text(".left-count strong") == "" {
			break
		}
		asked := b.value("#decide input[name=q]")
		if pressed == 0 {
			b.types(`#decide input[name="reason"]`, reason)
			b.types(`#decide input[name="by"]`, by)
			b.do(chromedp.KeyEvent(kb.Escape))
		}
		keys, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]string](`Array.from(document.querySelectorAll(".options kbd"), e => e.textContent).filter(k => k >= "0" && k <= "9")`))
		if err != nil || len(keys) == 0 {
			b.Fatalf("no keys on %s: %v", b.text("main"), err)
		}
		key := keys[0] // the nearest requirement, the first way to put it right
		if varied {
			key = keys[pressed%len(keys)]
		} else if before[asked] || strings.Contains(b.text(".options ol"), "不再算数") {
			key = keys[len(keys)-1] // what is asked again was not put right by the first way
		}
		before[asked] = true
		if b.value(".options .all input") != "" {
			b.do(chromedp.KeyEvent("a"))
			b.waits(`document.querySelector(".options .all input").checked`)
		}
		b.do(chromedp.KeyEvent(key))
		b.waits(`document.querySelector("h1") && (document.querySelector("#decide input[name=q]")||{}).value !== "` + asked + `"`)
	}
	return pressed
}

// builds builds and opens each output: what the page gives is what lies on the disk.
func (b *browser) builds(folder string) {
	b.Helper()
	b.goes("/results")
	b.enter(".titled button", `document.querySelector(".job") || document.querySelector(".notice.good")`)
	b.waits(`document.querySelector(".notice.good")`)
	for _, name := range []string{"台账.xlsx", "年报附件.pdf", "年报附件.docx", "年报附件.html", "通报.docx", "台账.json"} {
		info, err := os.Stat(filepath.Join(folder, "成果", name))
		if err != nil {
			b.Error(err)
			continue
		}
		got, err := chromedp.Run(b.ctx, chromedp.Evaluate[int64](`(async () => {
			for (const a of document.querySelectorAll(".two .rows a")) if (a.textContent.includes("`+name+`")) return (await (await fetch(a.href)).blob()).size;
			return -1 })()`, chromedp.EvalAwaitPromise))
		if err != nil || got != info.Size() {
			b.Errorf("%s: the page gives %d bytes of %d (%v)", name, got, info.Size(), err)
		}
	}
}

// A year is done from nothing by keys alone: made, its list looked at, its forms written, what comes
// dropped quarter by quarter, headings answered, causes settled, built and opened. The same decisions
// typed into the ledger give the same bytes.
func TestAYearFromNothingByKeysAlone(t *testing.T) {
	base, sample := t.TempDir(), sampleYear(t)
	b, end := browse(t, base)
	b.types(`input[name="name"]`, "2021")
	b.types(`input[name="unit"]`, "示例市文化广电旅游体育局")
	b.enter("form.stack button", `document.querySelectorAll(".four li").length === 4`)
	folder := filepath.Join(base, "2021")
	list, err := os.ReadFile(filepath.Join(sample, "任务清单.xlsx")) // the office puts in its own, in Excel
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "任务清单.xlsx"), list, 0o644)
	}
	if err == nil {
		err = os.CopyFS(filepath.Join(folder, "上年"), os.DirFS(filepath.Join(sample, "上年")))
	}
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	b.waits(`document.querySelector(".four").textContent.includes("33条要求")`)
	b.enter(`.four a[href="/list"]`, `document.querySelector(".task")`)
	if said := b.text(".titled"); !strings.Contains(said, "33条要求") {
		t.Errorf("清单 says %s", said)
	}
	b.goes("/")
	b.enter(".four form button", `document.querySelector("#note")`)
	if said := b.text("#note"); !strings.Contains(said, "报送表已写出10份") {
		t.Errorf("the forms: %s", said)
	}

	dropped := 0
	for n, quarter := range []string{"第一季度", "第二季度", "第三季度", "第四季度"} {
		entries, err := os.ReadDir(filepath.Join(sample, quarter))
		if err != nil {
			t.Fatal(err)
		}
		var files []string
		for _, e := range entries {
			if !e.IsDir() {
				files = append(files, filepath.Join(sample, quarter, e.Name()))
			}
		}
		b.goes(fmt.Sprintf("/board?q=%d", n+1))
		b.do(chromedp.Evaluate[chromedp.Void](`document.body.dataset.before = "1"`), chromedp.SetUploadFiles(".pick input", files))
		b.waits(fmt.Sprintf(`!document.body.dataset.before && document.querySelectorAll("#drops li.card").length === %d && !document.querySelector("[data-untold]")`, len(files)))
		dropped += len(files)
	}
	if dropped < 38 {
		t.Errorf("only %d files were dropped", dropped)
	}
	b.waits(`!document.querySelector(".busy")`)
	twin := filepath.Join(t.TempDir(), "2021")
	if err := os.CopyFS(twin, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{pageLock, pageRecord} {
		os.Remove(filepath.Join(twin, name))
	}
	if n := b.answerAll(30); n < 1 {
		t.Errorf("only %d headings were answered", n)
	}
	b.waits(`!document.querySelector(".busy")`)
	if n := b.settleAll(200, false); n < 10 || b.text("h1") != "没有要核对的了" {
		t.Errorf("after %d keys the page says %q", n, b.text("h1"))
	}
	b.builds(folder)
	if err := end(); err != nil {
		t.Error(err)
	}
	likeTyped(t, folder, twin)
}

// likeTyped types the decisions of a year into the ledger of its twin, in their order and round by
// round, as new lines come up, and holds the outputs of both against one another.
func likeTyped(t *testing.T, folder, twin string) {
	t.Helper()
	journal, err := importer.Journal(folder)
	if err != nil {
		t.Fatal(err)
	}
	typed := visitYear(t, twin)
	typed.built()
	made, late := inOrder(journal), []choice(nil)
	all, rounds := len(made), 0
	types := func(list []choice) (left []choice, some bool) {
		left = typeAll(t, filepath.Join(twin, "成果", "台账.xlsx"), list)
		if some = len(left) < len(list); some {
			rounds++
			typed.page.current().Again()
			typed.settle()
			typed.built()
		}
		return left, some
	}
	for some := true; some || len(made) > 0; {
		if made, some = types(made); !some && len(made) > 0 {
			if !made[0].over {
				late = append(late, made[0]) // its line may come up yet
			}
			made = made[1:]
		} else if !some {
			late, some = types(late)
		}
	}
	if len(late) > 0 {
		t.Errorf("of %d decisions the ledger has no line for %v", all, late)
	}
	paged := visitYear(t, folder)
	paged.built() // both are the last build of their decisions
	typed.built()
	a, b := tree(t, filepath.Join(folder, "成果")), tree(t, filepath.Join(twin, "成果"))
	for _, name := range differ(a, b) {
		if !strings.HasPrefix(name, "历史") && !(rounds > 1 && nameless(t, name, a[name]) == nameless(t, name, b[name])) {
			t.Errorf("%s differs", name)
		}
	}
	x, y := lines(t, paged), lines(t, typed)
	if rounds > 1 { // what was decided anew in between stands in one journal alone
		x, y = inForce(t, folder), inForce(t, twin)
	}
	if !slices.Equal(x, y) {
		t.Errorf("%d decisions were made on the page and %d in the ledger, or others: %v and %v", len(x), len(y), without(x, y), without(y, x))
	}
}

// inOrder are the decisions of a year in the order in which they were made, with those that were replaced
// since: a question may come up by a decision that is replaced later.
func inOrder(journal *ruling.Journal) (made []choice) {
	holds := map[ruling.Subject]bool{}
	for _, r := range journal.InForce() {
		holds[r.Target.Subject()] = true
	}
	all := slices.Concat(journal.TakenBack(), journal.InForce())
	slices.SortFunc(all, func(a, b ruling.Ruling) int { return cmp.Compare(a.Filed, b.Filed) })
	for _, r := range all {
		c := choice{target: r.Target, over: r.State == ruling.Withdrawn}
		switch {
		case c.over && (r.Target.Heading != "" || !holds[r.Target.Subject()]):
			continue
		case r.Target.Heading != "":
			c.heading = r.Heading()
			c.heading.Reason, c.heading.By, c.heading.On = r.Reason, r.By, r.On
		default:
			c.line = r.Line()
			c.line.Reason, c.line.By, c.line.On = r.Reason, r.By, r.On
		}
		made = append(made, c)
	}
	return made
}

// without are the lines of one list that another has not.
func without(list, other []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(line string) bool { return slices.Contains(other, line) })
}

// inForce are the decisions of a year that hold, in any order, by what they say of what.
func inForce(t *testing.T, folder string) (list []string) {
	t.Helper()
	journal, err := importer.Journal(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range journal.InForce() {
		list = append(list, fmt.Sprint(r.Target, r.Says(), r.Typed, r.Reason, r.By, r.On))
	}
	slices.Sort(list)
	return list
}

// decisionName is the name of a decision, which holds how many there were when the ledger was printed
// that it was typed into: with ledgers printed in between, as the rounds of a messy year need, the
// same decision has another name.
var decisionName = regexp.MustCompile(`[0-9a-f]{16}`)

// nameless is what a file holds but for the names of decisions.
func nameless(t *testing.T, name, data string) string {
	t.Helper()
	switch filepath.Ext(name) {
	case ".json":
		return ofAll(t, decisionName.ReplaceAllString(data, ""))
	case ".xlsx":
		if strings.HasPrefix(name, "台账") { // it shows the decisions as they came in, and marks each line by their number
			return ""
		}
	}
	return data
}

// ofAll is a 台账.json with the decisions that hold in an order of their own: they stand there as they
// came in, and with them what was decided anew in between.
func ofAll(t *testing.T, data string) string {
	t.Helper()
	var all map[string]any
	if err := json.Unmarshal([]byte(data), &all); err != nil {
		t.Fatal(err)
	}
	rulings, _ := all["rulings"].([]any)
	rulings = slices.DeleteFunc(rulings, func(r any) bool { return strings.Contains(fmt.Sprint(r), "state:withdrawn") })
	all["rulings"] = rulings
	slices.SortFunc(rulings, func(a, b any) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	sorted, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(sorted)
}

// A year that a dozen clerks wrote, each in a form of their own, is settled by keys alone too, and the
// same decisions typed into the ledger give the same bytes.
func TestAMessyYearByKeysAlone(t *testing.T) {
	folder := unpacked(t, "../../testdata/years/民政局2024.zip")
	b, end := browse(t, folder)
	b.waits(`document.querySelectorAll(".four li").length === 4`)
	twin := filepath.Join(t.TempDir(), "all")
	if err := os.CopyFS(twin, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{pageLock, pageRecord} {
		os.Remove(filepath.Join(twin, name))
	}
	b.answerAll(120)
	b.waits(`!document.querySelector(".busy")`)
	pressed := b.settleAll(600, true)
	if b.text("h1") != "没有要核对的了" {
		t.Errorf("after %d keys the page says %q, %s are left", pressed, b.text("h1"), b.text(".left-count strong"))
	}
	t.Logf("%d keys", pressed)
	b.builds(folder)
	if err := end(); err != nil {
		t.Error(err)
	}
	likeTyped(t, folder, twin)
}
