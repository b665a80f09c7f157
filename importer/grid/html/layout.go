package html

import (
	"io"
	"iter"
	"strings"

	"golang.org/x/net/html"

	"taizhang/importer/grid"
	"taizhang/importer/grid/chars"
	"taizhang/importer/grid/flow"
)

// tags yields the tags of a name in a page, as they are written behind the < or </. It is a
// quick look at what may be a large page, in which the name may be of letters of any case.
func tags(text, name string) iter.Seq2[string, bool] {
	return func(yield func(tag string, end bool) bool) {
		for {
			at := strings.IndexByte(text, '<')
			if at < 0 {
				return
			}
			text = text[at+1:]
			tag, end := strings.CutPrefix(text, "/")
			if len(tag) <= len(name) || !strings.EqualFold(tag[:len(name)], name) || !strings.ContainsRune(" \t\r\n>/", rune(tag[len(name)])) {
				continue
			}
			tag, _, _ = strings.Cut(tag, ">")
			if !yield(tag, end) {
				return
			}
		}
	}
}

// nests reports whether a page has a table inside another one.
func nests(text string) bool {
	depth := 0
	for _, end := range tags(text, "table") {
		if end {
			depth = max(depth-1, 0)
		} else if depth++; depth > 1 {
			return true
		}
	}
	return false
}

// anySelected reports whether a page says of any entry of a list that it is chosen.
func anySelected(text string) bool {
	for tag, end := range tags(text, "option") {
		if !end && strings.Contains(strings.ToLower(tag), " selected") {
			return true
		}
	}
	return false
}

// framed is a table while a page is surveyed.
type framed struct {
	flow.Frame
	number           int // among the tables of the page
	rows, cols, most int
	holds            bool // a table of rows and columns stands inside it
}

// isTable reports whether it is more than a way to set lines, or holds one that is.
func (f *framed) isTable() bool { return f.rows >= 2 && f.most >= 2 || f.holds }

// layouts reports of each table of a page, in their order, whether it only arranges others. It
// is nil where no table lies in another one, as on most pages.
func layouts(text string) []bool {
	if !nests(text) {
		return nil
	}
	var found []bool
	var open []*framed
	skip := false
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(grid.MaxUnzippedBytes)
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if z.Err() != io.EOF {
				return nil
			}
			return found
		}
		if kind == html.TextToken {
			if n := len(open); n > 0 && !skip && !chars.Blank(string(z.Text())) {
				open[n-1].Text()
			}
			continue
		}
		raw, _ := z.TagName()
		switch tag := string(raw); kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			switch tag {
			case "script", "style", "title":
				skip = kind == html.StartTagToken
			case "table":
				open = append(open, &framed{number: len(found)})
				found = append(found, false)
			default:
				if n := len(open); n > 0 {
					open[n-1].begin(tag)
				}
			}
		case html.EndTagToken:
			switch n := len(open); {
			case tag == "script" || tag == "style" || tag == "title":
				skip = false
			case tag == "table" && n > 0:
				t := open[n-1]
				open = open[:n-1]
				found[t.number] = t.Arranges()
				if n == 1 {
					continue
				}
				if outer := open[n-2]; t.isTable() {
					outer.Table()
					outer.holds = true
				} else {
					outer.Text()
				}
			}
		}
	}
}

// begin takes note of an element of the table.
func (f *framed) begin(tag string) {
	switch tag {
	case "tr":
		f.Row()
		f.rows, f.cols = f.rows+1, 0
	case "td", "th":
		f.Cell()
		f.cols++
		f.most = max(f.most, f.cols)
	case "input", "select", "textarea":
		f.Text()
	}
}
