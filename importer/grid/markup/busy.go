package markup

// Busy is, by column, the last row that a merge from above takes. It is no map: a small
// file can name a thousand million columns of merges before their sum is known.
type Busy []int

func (b Busy) Takes(col, row int) bool { return col < len(b) && b[col] >= row }

// Take notes that the columns are taken down to a row.
func (b *Busy) Take(left, right, row int) {
	if more := right + 1 - len(*b); more > 0 {
		*b = append(*b, make([]int, more)...)
	}
	for col := left; col <= right; col++ {
		(*b)[col] = row
	}
}
