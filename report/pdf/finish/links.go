package finish

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
)

// Reference is a link as the file has it, in points from the paper's bottom left corner.
type Reference struct {
	Left, Bottom, Right, Top float64
	Page                     int // that it leads to, from 0
	X, Y                     float64
	Node                     *Node
}

var parent = regexp.MustCompile(`\n/Parent (\d+) 0 R\n`)

// countOutline says of each line of the outline how many it has below, kept folded. The PDF
// maker says 0 of all, which a line with others below must not.
func (f *File) countOutline() {
	below := map[string]int{}
	for _, object := range f.Objects {
		if m := parent.FindSubmatch(object); m != nil && bytes.HasPrefix(object, []byte("<</Title ")) {
			below[string(m[1])]++
		}
	}
	for i, object := range f.Objects {
		n := below[strconv.Itoa(i+1)]
		switch {
		case bytes.HasPrefix(object, []byte("<</Title ")):
			count := ""
			if n > 0 {
				count = fmt.Sprintf("/Count %d", -n)
			}
			f.Objects[i] = bytes.Replace(object, []byte("/Count 0>>"), []byte(count+">>"), 1)
		case bytes.HasPrefix(object, []byte("<</Type /Outlines ")):
			f.Objects[i] = bytes.Replace(object, []byte("/Type /Outlines "), fmt.Appendf(nil, "/Type /Outlines /Count %d ", n), 1)
		}
	}
}

// link adds the links of each page. pages are the pages' places among the objects. It returns the
// elements of the links, in their order.
func (f *File) link(pages []int, links [][]Reference) (noted []*Node) {
	for i, list := range links {
		if len(list) == 0 {
			continue
		}
		var annotations bytes.Buffer
		for _, l := range list {
			n := f.add(fmt.Appendf(nil, "<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%.2f %.2f %.2f %.2f] /Dest [%d 0 R /XYZ %.2f %.2f null] /StructParent %d>>\n",
				l.Left, l.Bottom, l.Right, l.Top, pages[l.Page]+1, l.X, l.Y, len(links)+len(noted)))
			l.Node.notes, l.Node.noted = append(l.Node.notes, n), append(l.Node.noted, i)
			noted = append(noted, l.Node)
			fmt.Fprintf(&annotations, "%d 0 R ", n)
		}
		object := f.Objects[pages[i]]
		f.Objects[pages[i]] = bytes.Replace(object, []byte("/Type /Page\n"), fmt.Appendf(nil, "/Type /Page\n/Annots [%s]\n", bytes.TrimSpace(annotations.Bytes())), 1)
	}
	return noted
}
