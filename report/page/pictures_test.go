//go:build browser

package page

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

var picturesTo = flag.String("pictures", "", "the folder that the pictures of the manual are written to")

// TestPicturesOfTheManual writes the pictures of the screens for docs/使用手册.md, from the sample year:
// see .ci/pictures.
func TestPicturesOfTheManual(t *testing.T) {
	if *picturesTo == "" {
		t.Skip("no folder is given: -pictures ../../docs")
	}
	folder := sampleYear(t)
	b, end := browse(t, folder)
	defer end()
	b.do(chromedp.EmulateViewport(1180, 680))
	b.waits(`document.querySelectorAll(".four li").length === 4`)
	for _, one := range []struct{ name, path string }{{"years", "/"}, {"board", "/board?q=1"}, {"headings", "/headings"}, {"check", "/check"}, {"results", "/results"}} {
		b.goes(one.path)
		switch one.name {
		case "board":
			b.do(chromedp.Evaluate[chromedp.Void](`document.querySelector(".legend").closest("section").scrollIntoView()`))
		case "results":
			b.do(chromedp.Click(".titled button"))
			b.waits(`document.querySelector(".notice.good")`)
		}
		b.do(chromedp.Evaluate[chromedp.Void](asAtHome(folder)))
		data, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*picturesTo, one.name+".png"), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// asAtHome is a script that calls the test's folder what an office would call it.
func asAtHome(folder string) string {
	base, _ := json.Marshal(filepath.Dir(folder))
	return `(function () {
		var walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (walk.nextNode()) {
			var text = walk.currentNode;
			if (text.data.includes(` + string(base) + `)) text.data = text.data.split(` + string(base) + `).join("D:\\台账").replace("/2021", "\\2021");
		}
	})()`
}
