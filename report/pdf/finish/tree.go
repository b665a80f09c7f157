package finish

import (
	"bytes"
	"fmt"
	"strings"
)

// structure adds the tree of elements and returns what the catalog says of it. pages are the places
// of the pages among the objects, owners the elements of their pieces, and noted the elements of the
// annotations, whose numbers in the parent tree follow those of the pages.
func (f *File) structure(root *Node, pages []int, owners [][]*Node, noted []*Node) string {
	top := f.add(nil)
	var number func(n *Node)
	number = func(n *Node) {
		n.object = f.add(nil)
		for _, k := range n.Kids {
			if k.Kind != "" {
				number(k)
			}
		}
	}
	number(root)
	var write func(n *Node, parent int)
	write = func(n *Node, parent int) {
		var kids []string
		for _, k := range n.Kids {
			if k.Kind != "" {
				kids = append(kids, fmt.Sprintf("%d 0 R", k.object))
				write(k, n.object)
				continue
			}
			for _, p := range k.Pieces {
				kids = append(kids, fmt.Sprintf("<</Type /MCR /Pg %d 0 R /MCID %d>>", pages[p.Page]+1, p.ID))
			}
		}
		for i, note := range n.notes {
			kids = append(kids, fmt.Sprintf("<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>>", pages[n.noted[i]]+1, note))
		}
		f.Objects[n.object-1] = fmt.Appendf(nil, "<</Type /StructElem /S /%s /P %d 0 R%s /K [%s]>>\n", n.Kind, parent, n.said(), strings.Join(kids, " "))
	}
	write(root, top)
	var tree bytes.Buffer
	for i, list := range owners {
		fmt.Fprintf(&tree, "%d [", i)
		for _, n := range list {
			fmt.Fprintf(&tree, "%d 0 R ", n.object)
		}
		tree.WriteString("] ")
	}
	for i, n := range noted {
		fmt.Fprintf(&tree, "%d %d 0 R ", len(owners)+i, n.object)
	}
	parents := f.add(fmt.Appendf(nil, "<</Nums [%s]>>\n", tree.Bytes()))
	f.Objects[top-1] = fmt.Appendf(nil, "<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d>>\n", root.object, parents, len(owners)+len(noted))
	return fmt.Sprintf("/MarkInfo <</Marked true>>\n/StructTreeRoot %d 0 R\n", top)
}

// said is what an element says of itself: an alternative text, for which cells it is the head, what it
// spans.
func (n *Node) said() string {
	var b strings.Builder
	if n.Alt != "" {
		b.WriteString(" /Alt " + HexText(n.Alt))
	}
	var table []string
	if n.Scope != "" {
		table = append(table, "/Scope /"+n.Scope)
	}
	if n.Cols > 1 {
		table = append(table, fmt.Sprintf("/ColSpan %d", n.Cols))
	}
	if n.Rows > 1 {
		table = append(table, fmt.Sprintf("/RowSpan %d", n.Rows))
	}
	if len(table) > 0 {
		b.WriteString(" /A <</O /Table " + strings.Join(table, " ") + ">>")
	}
	if n.Kind == "Figure" {
		b.WriteString(" /A <</O /Layout /Placement /Block>>")
	}
	return b.String()
}
