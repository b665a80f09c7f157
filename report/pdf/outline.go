package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
)

var parent = regexp.MustCompile(`\n/Parent (\d+) 0 R\n`)

// countOutline says of each line of the outline how many it has below, kept folded. The PDF
// maker says 0 of all, which a line with others below must not.
func (f *file) countOutline() {
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

// link adds the links of each page. pages are the pages' places among the objects. It returns the
// elements of the links, in their order.
func (f *file) link(pages []int, links [][]reference) (noted []*node) {
	for i, list := range links {
		if len(list) == 0 {
			continue
		}
		var annotations bytes.Buffer
		for _, l := range list {
			n := f.add(fmt.Appendf(nil, "<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%.2f %.2f %.2f %.2f] /Dest [%d 0 R /XYZ %.2f %.2f null] /StructParent %d>>\n",
				l.left, l.bottom, l.right, l.top, pages[l.page]+1, l.x, l.y, len(links)+len(noted)))
			l.node.notes, l.node.noted = append(l.node.notes, n), append(l.node.noted, i)
			noted = append(noted, l.node)
			fmt.Fprintf(&annotations, "%d 0 R ", n)
		}
		object := f.objects[pages[i]]
		f.objects[pages[i]] = bytes.Replace(object, []byte("/Type /Page\n"), fmt.Appendf(nil, "/Type /Page\n/Annots [%s]\n", bytes.TrimSpace(annotations.Bytes())), 1)
	}
	return noted
}
