//go:build browser

package page

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// browser is a real one with the page open in it.
type browser struct {
	*testing.T
	ctx  context.Context
	base string
}

// browse opens the page in a real browser, in a window of the size that most clerks have.
func browse(t *testing.T, folder string) (b *browser, end func() error) {
	t.Helper()
	found := false
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		_, err := exec.LookPath(name)
		found = found || err == nil
	}
	if !found {
		t.Skip("no chromium is found")
	}
	address, end := serve(t, folder)
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.WindowSize(1366, 768))...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b = &browser{t, ctx, strings.SplitN(address, "/?", 2)[0]}
	b.do(chromedp.Navigate(address), chromedp.WaitVisible("h1"))
	return b, end
}

// do carries out steps one after the other.
func (b *browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// waits asks until a script answers yes on a page that has loaded all that it needs for keys.
func (b *browser) waits(script string) {
	b.Helper()
	for range 1200 { // a minute: a machine may have much else to do
		if yes, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](`document.readyState === "complete" && Boolean(`+script+`)`)); err == nil && yes {
			return // between two screens there is nothing to ask
		}
		time.Sleep(50 * time.Millisecond)
	}
	said := []rune(strings.Join(strings.Fields(b.text("main")), " "))
	b.Fatalf("in vain: %s\nthe page says %s\n%s", script, b.text("#note"), string(said[:min(len(said), 600)]))
}

// text is what an element says, "" where there is none.
func (b *browser) text(selector string) string {
	b.Helper()
	said, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`(document.querySelector("`+selector+`")||{}).textContent||""`))
	if err != nil {
		b.Fatal(err)
	}
	return strings.TrimSpace(said)
}

func (b *browser) value(selector string) string {
	b.Helper()
	said, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`(document.querySelector("`+selector+`")||{}).value||""`))
	if err != nil {
		b.Fatal(err)
	}
	return said
}

func (b *browser) goes(path string) {
	b.Helper()
	var err error
	for range 30 {
		if err = chromedp.Do(b.ctx, chromedp.Navigate(b.base+path), chromedp.WaitVisible("h1")); err == nil {
			return // else the page was just asking for itself again
		}
		time.Sleep(100 * time.Millisecond)
	}
	b.Fatalf("%s can't be gone to: %v", path, err)
}

// A year is settled by keys alone, from what is inbox.Dropped to the outputs.
func TestAYearByKeysAlone(t *testing.T) {
	folder := sampleYear(t)
	late := filepath.Join(t.TempDir(), "人事股.xlsx")
	data, err := os.ReadFile(filepath.Join(folder, "第一季度", "人事股.xlsx"))
	if err == nil {
		err = errors.Join(os.WriteFile(late, data, 0o600), os.Remove(filepath.Join(folder, "第一季度", "人事股.xlsx")))
	}
	if err != nil {
		t.Fatal(err)
	}
	b, end := browse(t, folder)

	b.waits(`document.querySelectorAll(".four li").length === 4`)
	b.goes("/board?q=1")
	b.do(chromedp.SetUploadFiles(".pick input", []string{late}))
	b.waits(`document.querySelector("#drops") && !document.querySelector("[data-untold]")`)
	if said := b.text("#drops"); !strings.Contains(said, "人事股") || !strings.Contains(said, "第一季度") {
		t.Errorf("the dropped file says %s", said)
	}

	b.goes("/headings")
	before := b.text(".titled p")
	b.do(chromedp.KeyEvent("a"), chromedp.SetValue("select[name=role]", "进展"), chromedp.Click("button.write"))
	b.waits(`document.querySelector(".titled p") && document.querySelector(".titled p").textContent !== "` + before + `"`)

	b.goes("/check")
	b.waits(`document.querySelector("#decide")`) // the year is read with the answer first
	left := b.text(".left-count strong")
	first := b.text("#what")
	b.do(chromedp.KeyEvent("j"))
	b.waits(`document.querySelector(".walk [data-key=k]").getAttribute("aria-disabled") !== "true"`)
	b.do(chromedp.KeyEvent("k"))
	b.waits(`document.querySelector(".walk [data-key=k]").getAttribute("aria-disabled") === "true"`)
	b.do(chromedp.KeyEvent("0"))
	b.waits(`document.querySelector(".left-count strong").textContent !== "` + left + `"`)
	b.do(chromedp.KeyEvent("u"))
	b.waits(`document.querySelector("#note") && document.querySelector("#what").textContent === "` + first + `"`)
	pressed := 0
	for ; pressed < 200; pressed++ {
		// What was just taken back is asked once the year is read again.
		b.waits(`document.querySelector("#decide") || (document.querySelector("h1")||{}).textContent === "没有要核对的了"`)
		if b.text("h1") == "没有要核对的了" {
			break
		}
		asked := b.value("#decide input[name=q]")
		b.do(chromedp.KeyEvent(b.text(".options li:last-child kbd")))
		b.waits(`document.querySelector("h1") && (document.querySelector("#decide input[name=q]")||{}).value !== "` + asked + `"`)
	}
	if said := b.text("h1"); said != "没有要核对的了" || pressed < 10 {
		t.Errorf("after %d keys the page says %q", pressed, said)
	}

	b.goes("/results")
	b.do(chromedp.Click(".titled button"))
	b.waits(`document.querySelector(".notice.good")`)
	for _, name := range []string{"台账.xlsx", "年报附件.pdf", "台账.json"} {
		if _, err := os.Stat(filepath.Join(folder, "成果", name)); err != nil {
			t.Error(err)
		}
		if !strings.Contains(b.text(".two .rows"), name) {
			t.Errorf("%s is not offered", name)
		}
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}
