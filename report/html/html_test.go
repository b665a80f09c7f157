package html

import (
	"bytes"
	stdhtml "html"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"taizhang/report/document"
	"taizhang/report/internal/trial"
	"taizhang/report/publish"
)

func printed(t testing.TB, e publish.Edition) (document.Document, string) {
	t.Helper()
	d, err := document.Annex(e, "")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return d, b.String()
}

var (
	furniture = regexp.MustCompile(`(?s)<head>.*?</head>|<svg.*?</svg>|<p class="draft">.*?</p>`)
	tags      = regexp.MustCompile(`<[^>]*>`)
	hrefs     = regexp.MustCompile(`href="([^"]*)"`)
	ids       = regexp.MustCompile(`\bid="([^"]*)"`)
)

// The page has the text of the document, every character in its order, for the sample and generated years; what it
// links to is there, and nothing is fetched or run.
func TestSameText(t *testing.T) {
	for seed := range uint64(22) {
		e := trial.Generated(rand.New(rand.NewPCG(seed, 7)))
		if seed == 21 {
			e = trial.Sample(t)
		}
		d, page := printed(t, e)
		text := stdhtml.UnescapeString(tags.ReplaceAllString(furniture.ReplaceAllString(page, ""), ""))
		if got, want := strings.Join(strings.Fields(text), ""), d.Solid(); got != want {
			t.Errorf("seed %d: the page reads\n%s\nthe document\n%s", seed, got, want)
		}
		named := map[string]bool{}
		for _, m := range ids.FindAllStringSubmatch(page, -1) {
			if named[m[1]] {
				t.Errorf("seed %d: two elements are called %s", seed, m[1])
			}
			named[m[1]] = true
		}
		for _, m := range hrefs.FindAllStringSubmatch(page, -1) {
			if !strings.HasPrefix(m[1], "#") || !named[m[1][1:]] {
				t.Errorf("seed %d: a link leads to %s", seed, m[1])
			}
		}
		for _, never := range []string{"<script", "<img", "<link", "<iframe", "@import", "url(", " src=", " onload", "javascript:"} {
			if strings.Contains(page, never) {
				t.Errorf("seed %d: the page holds %s", seed, never)
			}
		}
		if got := strings.Contains(page, "草稿"); got != d.Draft {
			t.Errorf("seed %d: a draft: %v, and the page says so: %v", seed, d.Draft, got)
		}
	}
}

// Headings, tables and figures are what they are called, so that a reader that speaks knows them.
func TestSemantics(t *testing.T) {
	_, page := printed(t, trial.Year(trial.Lines(33), 10, false))
	for _, want := range []string{`<html lang="zh-CN">`, "<h1>", "<h2", "<h3", `<nav aria-label="目录">`, `<th scope="col"`, `<th scope="row"`, `<th scope="rowgroup" colspan="6"`, "<thead>",
		"<caption>附表", "<figcaption>", `role="img"`, "<desc ", "已完成18项"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if n, m := strings.Count(page, "<svg"), strings.Count(page, "<desc "); n == 0 || n != m {
		t.Errorf("%d figures, %d descriptions", n, m)
	}
}

func TestSameBytes(t *testing.T) {
	e := trial.Year(trial.Lines(9), 4, false)
	_, one := printed(t, e)
	if _, two := printed(t, e); one != two {
		t.Error("the same document gives different bytes")
	}
}

// A number in a narrow column is not broken between its digits, as addresses are.
func TestNumbersAreWhole(t *testing.T) {
	_, page := printed(t, trial.Year(trial.Lines(33), 10, false))
	if !strings.Contains(page, `<td class="centre"`) || !regexp.MustCompile(`td\.centre \{[^}]*overflow-wrap: break-word`).MatchString(page) {
		t.Error("the cells of numbers break anywhere")
	}
}

// On a phone what is wider than the screen is as wide as it can be read, and says that there is more of it.
func TestWhatIsCutSaysSo(t *testing.T) {
	_, page := printed(t, trial.Year(trial.Lines(33), 10, false))
	for _, want := range []string{"figure { overflow-x: auto; }", "figure::before", `content: "左右滑动可看全图"`, ".table:has(thead [rowspan]) table { min-width:", `content: "左右滑动可看全表"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}
