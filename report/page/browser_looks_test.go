//go:build browser

package page

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// screens are all that there is to see, by what they show. results is asked for after a build.
var screens = []struct{ name, path string }{{"years", "/"}, {"list", "/list"}, {"settings", "/settings"}, {"board", "/board?q=1"}, {"headings", "/headings"}, {"headings-all", "/headings?all=1"}, {"check", "/check"}, {"results", "/results"}, {"help", "/help"}}

// every goes through all screens in the states that have most to show: something was just dropped,
// something was just built.
func (b *browser) every(folder string, look func(name string)) {
	b.Helper()
	returns, err := filepath.Glob(filepath.Join(folder, "*季度", "*.xlsx"))
	lists, _ := filepath.Glob(filepath.Join(folder, "任务清单.*"))
	if err != nil || len(returns) == 0 || len(lists) == 0 {
		b.Fatal(returns, lists, err)
	}
	b.goes("/board?q=2")
	b.do(chromedp.SetUploadFiles(".pick input", []string{returns[0], lists[0]}))
	b.waits(`document.querySelectorAll("#drops li.card").length === 2 && !document.querySelector(".busy,[data-untold]")`)
	look("board-dropped")
	b.goes("/results")
	b.do(chromedp.Click(".titled button"))
	b.waits(`document.querySelector(".notice.good")`)
	for _, s := range screens {
		b.goes(s.path)
		b.waits(`!document.querySelector(".busy")`)
		look(s.name)
	}
	if list := b.alike(); list != "" {
		b.goes(list)
		look("alike")
	}
	b.goes("/board?q=1")
	for name, light := range map[string]string{"came": ".board td.held a", "came-missing": ".board td.missing a"} {
		if to, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`(document.querySelector("`+light+`")||{getAttribute:function(){return ""}}).getAttribute("href")`)); err != nil {
			b.Fatal(err)
		} else if to != "" {
			b.goes(to)
			look(name)
			b.goes("/board?q=1")
		}
	}
}

// alike is the address of what may be decided together, "" where nothing may.
func (b *browser) alike() string {
	b.Helper()
	b.goes("/check")
	list, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`(async () => {
		for (const a of [...document.querySelectorAll(".causes a")].filter(a => a.textContent.includes("漏报"))) {
			const link = new DOMParser().parseFromString(await (await fetch(a.href)).text(), "text/html").querySelector("a[href^='/alike']");
			if (link) return link.getAttribute("href");
		}
		return "";
	})()`, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatal(err)
	}
	return list
}

// TestEveryScreenIsWhole: axe finds nothing that keeps somebody with a keyboard or a screen reader out.
func TestEveryScreenIsWhole(t *testing.T) {
	axe, err := os.ReadFile("testdata/axe/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	for year, folder := range bothYears(t) {
		t.Run(year, func(t *testing.T) { everyScreenIsWhole(t, folder, string(axe)) })
	}
}

// bothYears are a tidy one, and one that a dozen clerks wrote, each in a form of their own, with much to ask.
func bothYears(t *testing.T) map[string]string {
	return map[string]string{"sample": sampleYear(t), "messy": unpacked(t, "../../testdata/years/民政局2024.zip")}
}

func everyScreenIsWhole(t *testing.T, folder, axe string) {
	b, end := browse(t, folder)
	b.every(folder, func(name string) {
		b.do(chromedp.Evaluate[chromedp.Void](`document.querySelectorAll("details").forEach(d => d.open = true)`))
		b.do(chromedp.Evaluate[chromedp.Void](axe + ";undefined"))
		type violation struct {
			ID, Help string
			Nodes    []string
		}
		found, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]violation](`axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.map(v => ({ID: v.id, Help: v.help, Nodes: v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))})))`, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(name, err)
		}
		for _, v := range found {
			t.Errorf("%s: %s (%s): %v", name, v.ID, v.Help, v.Nodes)
		}
	})
	if err := end(); err != nil {
		t.Error(err)
	}
}

var looksTo = flag.String("looks", "", "the folder that pictures of all screens in all sizes are written to")

// TestScreensFit: no screen is wider than the window, on the small screens of offices, on large ones, at
// 200 % and on a phone. With -looks it writes pictures.
func TestScreensFit(t *testing.T) {
	for year, folder := range bothYears(t) {
		t.Run(year, func(t *testing.T) { screensFit(t, folder, year) })
	}
}

func screensFit(t *testing.T, folder, year string) {
	b, end := browse(t, folder)
	b.every(folder, func(name string) {
		for _, size := range []struct {
			wide, high int64
			scale      float64
		}{{1366, 768, 1}, {1920, 1080, 1}, {683, 384, 2}, {390, 844, 1}} {
			b.do(chromedp.EmulateViewport(size.wide, size.high, chromedp.EmulateScale(size.scale)))
			wide, err := chromedp.Run(b.ctx, chromedp.Evaluate[int64](`document.documentElement.scrollWidth`))
			if err != nil {
				t.Fatal(err)
			}
			if wide > size.wide {
				t.Errorf("%s is %d wide in a window of %d", name, wide, size.wide)
			}
			if *looksTo == "" {
				continue
			}
			data, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
			if err == nil {
				err = os.WriteFile(filepath.Join(*looksTo, fmt.Sprintf("%s-%s-%dx%d.png", year, name, size.wide, size.high)), data, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		b.do(chromedp.EmulateViewport(1366, 768))
	})
	if err := end(); err != nil {
		t.Error(err)
	}
}

// A browser without JavaScript reads and decides by plain forms.
func TestABrowserWithoutJavaScript(t *testing.T) {
	folder := sampleYear(t)
	b, end := browse(t, folder)
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	b.goes("/board?q=2")
	b.do(chromedp.SetUploadFiles(".pick input", []string{filepath.Join(folder, "第一季度", "人事股.xlsx")}), chromedp.Click("button.noscript"), chromedp.WaitVisible("#drops"))
	b.goes("/check")
	asked := b.value("#decide input[name=q]")
	b.do(chromedp.Click(".options li:last-child button"), chromedp.WaitVisible("h1"))
	b.waits(`document.querySelector("#decide input[name=q]").value !== "` + asked + `"`)
	b.goes("/results")
	b.do(chromedp.Click(".titled button"))
	b.waits(`document.querySelector(".job, .notice.good")`) // the form is sent before the screen is asked for
	for range 100 {                                         // where a browser takes this for scripts that are off, the page asks again by itself
		if b.goes("/results"); b.text(".notice.good") != "" {
			break
		}
		time.Sleep(200 * time.Millisecond)
	}
	if !strings.Contains(b.text(".notice.good"), "已生成") {
		t.Errorf("the page says %s", b.text("main"))
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}
