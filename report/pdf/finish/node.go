package finish

// Node is an element of the structure: a paragraph, a row, a link. A node without a kind is a slot: it
// holds the pieces of pages that its parent prints at that place.
type Node struct {
	Kind       string
	Kids       []*Node
	Parent     *Node
	Alt        string
	Scope      string // of a TH: Row or Column
	Cols, Rows int    // of a cell that spans
	Pieces     []Piece
	notes      []int // of a Link: its annotations' objects
	noted      []int // the pages on which they are
	object     int   // its number in the file
}

// Piece is a run of marked content on a page.
type Piece struct{ Page, ID int }

// Child adds an element of a kind.
func (n *Node) Child(kind string) *Node {
	k := &Node{Kind: kind, Parent: n}
	n.Kids = append(n.Kids, k)
	return k
}

// Slot adds a place for content.
func (n *Node) Slot() *Node { return n.Child("") }

// Forget drops what an earlier writing of the file has noted.
func (n *Node) Forget() {
	n.Pieces, n.notes, n.noted = nil, nil, nil
	for _, k := range n.Kids {
		k.Forget()
	}
}
