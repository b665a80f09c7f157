package report

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/html"
	"taizhang/report/internal/trial"
	"taizhang/report/publish"
	"taizhang/report/word"
)

// What must not go out stands in no part of the Word files, their properties and alternative texts
// among them, and nowhere in the page; what may be said stays.
func TestNothingWithheldIsPrinted(t *testing.T) {
	for _, bad := range trial.Planted {
		l := trial.PlantedYear(bad.Text)
		e, found := publish.Of(l)
		if len(found) == 0 {
			t.Errorf("%s: nothing was found", bad.Text)
		}
		annex, err := document.Annex(e, "")
		if err != nil {
			t.Fatal(err)
		}
		bulletin, err := document.Bulletin(l, e, "")
		if err != nil {
			t.Fatal(err)
		}
		var page bytes.Buffer
		if err := html.Write(&page, annex); err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{"page": page.String(), "annex": unzipped(t, annex), "bulletin": unzipped(t, bulletin)}
		for what, text := range texts {
			if strings.Contains(text, bad.Trace) {
				t.Errorf("%s: it stands in the %s", bad.Text, what)
			}
			if what != "bulletin" && !strings.Contains(text, "已公开规划3份") {
				t.Errorf("%s: the %s lacks what may be said", bad.Text, what)
			}
		}
	}
}

func unzipped(t *testing.T, d document.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := word.Write(&b, d, word.Options{Fonts: face.Embedded()}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}
