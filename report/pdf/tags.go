package pdf

import (
	"bytes"
	"fmt"
	"strings"
)

// marking marks what a page paints as content of the structure or as an artifact.
type marking struct {
	current   *node // whose content is being painted, nil for an artifact
	open      bool
	furniture bool      // page numbers and 草稿 are being painted
	owners    [][]*node // by page and piece: the element whose content it is
}

func (p *painter) begin() {
	p.owners = append(p.owners, nil)
	p.open = false
}

// enter begins a piece of marked content where it is another's than the last.
func (p *painter) enter(slot *node) {
	if p.open && p.current == slot {
		return
	}
	p.leave()
	p.current, p.open = slot, true
	switch {
	case slot != nil:
		page := len(p.owners) - 1
		id := len(p.owners[page])
		slot.pieces = append(slot.pieces, piece{page, id})
		p.owners[page] = append(p.owners[page], slot.parent)
		p.pdf.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", slot.parent.kind, id))
	case p.furniture:
		p.pdf.RawWriteStr("/Artifact <</Type /Pagination>> BDC")
	default:
		p.pdf.RawWriteStr("/Artifact BMC")
	}
}

func (p *painter) leave() {
	if p.open {
		p.pdf.RawWriteStr("EMC")
		p.open = false
	}
}

// structure adds the tree of elements and returns what the catalog says of it. pages are the places
// of the pages among the objects, owners the elements of their pieces, and noted the elements of the
// annotations, whose numbers in the parent tree follow those of the pages.
func (f *file) structure(root *node, pages []int, owners [][]*node, noted []*node) string {
	top := f.add(nil)
	var number func(n *node)
	number = func(n *node) {
		n.object = f.add(nil)
		for _, k := range n.kids {
			if k.kind != "" {
				number(k)
			}
		}
	}
	number(root)
	var write func(n *node, parent int)
	write = func(n *node, parent int) {
		var kids []string
		for _, k := range n.kids {
			if k.kind != "" {
				kids = append(kids, fmt.Sprintf("%d 0 R", k.object))
				write(k, n.object)
				continue
			}
			for _, p := range k.pieces {
				kids = append(kids, fmt.Sprintf("<</Type /MCR /Pg %d 0 R /MCID %d>>", pages[p.page]+1, p.id))
			}
		}
		for i, note := range n.notes {
			kids = append(kids, fmt.Sprintf("<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>>", pages[n.noted[i]]+1, note))
		}
		f.objects[n.object-1] = fmt.Appendf(nil, "<</Type /StructElem /S /%s /P %d 0 R%s /K [%s]>>\n", n.kind, parent, n.said(), strings.Join(kids, " "))
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
	f.objects[top-1] = fmt.Appendf(nil, "<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d>>\n", root.object, parents, len(owners)+len(noted))
	return fmt.Sprintf("/MarkInfo <</Marked true>>\n/StructTreeRoot %d 0 R\n", top)
}

// said is what an element says of itself: an alternative text, for which cells it is the head, what it
// spans.
func (n *node) said() string {
	var b strings.Builder
	if n.alt != "" {
		b.WriteString(" /Alt " + hexText(n.alt))
	}
	var table []string
	if n.scope != "" {
		table = append(table, "/Scope /"+n.scope)
	}
	if n.cols > 1 {
		table = append(table, fmt.Sprintf("/ColSpan %d", n.cols))
	}
	if n.rows > 1 {
		table = append(table, fmt.Sprintf("/RowSpan %d", n.rows))
	}
	if len(table) > 0 {
		b.WriteString(" /A <</O /Table " + strings.Join(table, " ") + ">>")
	}
	if n.kind == "Figure" {
		b.WriteString(" /A <</O /Layout /Placement /Block>>")
	}
	return b.String()
}
