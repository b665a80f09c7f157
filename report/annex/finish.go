package annex

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// finish completes what the PDF maker leaves undone: pages that are held turned, a map
// from each face's codes to the characters that they stand for, so that copied text is
// right, and the file's identity. It takes the file apart by its own table of objects and
// puts it together again.
func finish(pdf []byte, turn []bool, characters map[string]map[rune]rune) ([]byte, error) {
	f, err := takeApart(pdf)
	if err != nil {
		return nil, err
	}
	pages := 0
	for i, object := range f.objects {
		switch {
		case bytes.HasPrefix(object, []byte("<</Type /Page\n")):
			if pages < len(turn) && turn[pages] {
				f.objects[i] = bytes.Replace(object, []byte("/Type /Page\n"), []byte("/Type /Page\n/Rotate 90\n"), 1)
			}
			pages++
		case bytes.HasPrefix(object, []byte("<</Type /Font\n/Subtype /Type0\n")):
			m := fontObject.FindSubmatch(object)
			if m == nil {
				return nil, errLayout
			}
			n, _ := strconv.Atoi(string(m[2]))
			if n < 1 || n > len(f.objects) {
				return nil, errLayout
			}
			f.objects[n-1] = stream(toUnicode(characters[string(m[1])]))
		case bytes.Contains(object, []byte("/Type /Catalog\n")):
			f.objects[i] = bytes.Replace(object, []byte("/Type /Catalog\n"), []byte("/Type /Catalog\n/ViewerPreferences <</DisplayDocTitle true>>\n"), 1)
		}
	}
	if pages != len(turn) {
		return nil, errLayout
	}
	f.countOutline()
	f.header = bytes.Replace(f.header, []byte("%PDF-1.3"), []byte("%PDF-1.7"), 1)
	return f.assemble(), nil
}

var (
	errLayout  = errors.New("the PDF is not laid out as expected")
	fontObject = regexp.MustCompile(`/BaseFont /utf8(\S+)[\s\S]*/ToUnicode (\d+) 0 R`)
	parent     = regexp.MustCompile(`\n/Parent (\d+) 0 R\n`)
)

// countOutline says of each line of the outline how many it has below, kept folded. The PDF
// maker says 0 of all, which a line with others below must not.
func (f file) countOutline() {
	below := map[string]int{}
	for _, object := range f.objects {
		if m := parent.FindSubmatch(object); m != nil && bytes.HasPrefix(object, []byte("<</Title ")) {
			below[string(m[1])]++
		}
	}
	for i, object := range f.objects {
		n := below[strconv.Itoa(i+1)]
		switch {
		case bytes.HasPrefix(object, []byte("<</Title ")):
			count := ""
			if n > 0 {
				count = fmt.Sprintf("/Count %d", -n)
			}
			f.objects[i] = bytes.Replace(object, []byte("/Count 0>>"), []byte(count+">>"), 1)
		case bytes.HasPrefix(object, []byte("<</Type /Outlines ")):
			f.objects[i] = bytes.Replace(object, []byte("/Type /Outlines "), fmt.Appendf(nil, "/Type /Outlines /Count %d ", n), 1)
		}
	}
}
