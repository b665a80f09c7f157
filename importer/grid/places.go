package grid

// mostPlaces is up to how many cells of a sheet get a place each, filled or not.
const mostPlaces = 1 << 16

// places are numbers by address: a table for a sheet of usual size, a map for a large one.
type places struct {
	width int
	table []int32
	far   map[[2]int]int
}

func newPlaces(rows, cols int) *places {
	if rows > 0 && cols > mostPlaces/rows {
		return &places{far: map[[2]int]int{}}
	}
	return &places{width: cols, table: make([]int32, rows*cols)}
}

// at returns the number at an address of the sheet, 0 where none was put.
func (p *places) at(row, col int) int {
	if p.far != nil {
		return p.far[[2]int{row, col}]
	}
	return int(p.table[(row-1)*p.width+col-1])
}

func (p *places) put(row, col, n int) {
	if p.far != nil {
		p.far[[2]int{row, col}] = n
		return
	}
	p.table[(row-1)*p.width+col-1] = int32(n)
}
