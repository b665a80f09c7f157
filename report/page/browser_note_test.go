//go:build browser

package page

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// What was done is said without covering anything, however low the window, and is said to a screen reader; what
// is being read covers nothing either.
func TestWhatIsSaidCoversNothing(t *testing.T) {
	b, end := browse(t, sampleYear(t))
	for _, size := range [][2]int64{{1280, 720}, {1000, 400}, {400, 500}} {
		b.do(chromedp.EmulateViewport(size[0], size[1]))
		b.goes("/check")
		b.waits(`document.documentElement.classList.contains("js")`)
		asked := b.value("#decide input[name=q]")
		b.do(chromedp.KeyEvent(b.text(".options li:first-child kbd")))
		b.waits(`document.querySelector("#note") && (document.querySelector("#decide input[name=q]")||{}).value !== "` + asked + `"`)
		b.waits(`document.querySelector("#spoken").textContent === document.querySelector("#note").textContent`)
		covered, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]string](`[...document.querySelectorAll("#note, .busy")].flatMap(function (over) {
			var a = over.getBoundingClientRect();
			return [...document.querySelectorAll("a[href],button,input:not([type=hidden]),select,summary")].filter(function (c) {
				if (over.contains(c) || c.closest(".skip") || !c.checkVisibility() || c.closest(".hide")) return false;
				var b = c.getBoundingClientRect();
				return b.width > 1 && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
			}).map(function (c) { return over.textContent + " covers " + c.outerHTML.slice(0, 80); });
		})`))
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range covered {
			t.Errorf("%v: %s", size, one)
		}
		for _, sel := range []string{"#note", ".busy"} {
			if position, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`(function () { var e = document.querySelector("`+sel+`"); return e ? getComputedStyle(e).position : "static"; })()`)); err != nil || position != "static" {
				t.Errorf("%s is %s %v", sel, position, err)
			}
		}
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}
