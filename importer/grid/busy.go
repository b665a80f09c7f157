package grid

// busy is, by column, the last row that a merge from above takes. It is no map: a small
// file can name a thousand million columns of merges before their sum is known.
type busy []int

func (b busy) takes(col, row int) bool { return col < len(b) && b[col] >= row }

// take notes that the columns are taken down to a row.
func (b *busy) take(left, right, row int) {
	if more := right + 1 - len(*b); more > 0 {
		*b = append(*b, make([]int, more)...)
	}
	for col := left; col <= right; col++ {
		(*b)[col] = row
	}
}
