package html

import (
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"taizhang/importer/grid"
)

// selected finds an entry of a list that is marked as chosen.
var selected = regexp.MustCompile(`(?i)<option[^>]*\sselected`)

var tableTag = regexp.MustCompile(`(?i)</?table[\s>]`)

// nests reports whether a page has a table inside another one.
func nests(text string) bool {
	depth := 0
	for from := 0; ; {
		at := tableTag.FindStringIndex(text[from:])
		if at == nil {
			return false
		}
		if text[from+at[0]+1] == '/' {
			depth = max(depth-1, 0)
		} else if depth++; depth > 1 {
			return true
		}
		from += at[1]
	}
}

// framed is a table while a page is surveyed.
type framed struct {
	grid.Frame
	number           int // among the tables of the page
	rows, cols, most int
}

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
			if n := len(open); n > 0 && !skip && !grid.Blank(string(z.Text())) {
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
				if n > 1 {
					open[n-2].Table(t.rows, t.most)
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
