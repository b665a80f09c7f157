package excel

// mostHigh is over how many rows something may lie that is still looked at.
const mostHigh = 64

// RowOf returns the row that the middle of something lies in, and how much of it lies there, 0 to 1:
// it begins into row top and ends rest into row bottom, in the unit of height. What people draw over
// a row reaches into its neighbours.
func RowOf(top, into, bottom, rest int, height func(row int) int) (row int, share float64) {
	if bottom <= top || bottom-top > mostHigh {
		return top, 1
	}
	whole := rest - into
	for r := top; r < bottom; r++ {
		whole += height(r)
	}
	if whole <= 0 {
		return top, 1
	}
	from := 0 // of the row, from where it begins
	for r := top; r <= bottom; r++ {
		here := height(r)
		switch r {
		case top:
			here -= into
		case bottom:
			here = rest
		}
		if here = max(here, 0); 2*(from+here) >= whole {
			return r, float64(here) / float64(whole)
		}
		from += here
	}
	return bottom, 0
}

// OneRow is the share of something that lies in one row from which on it is that row's.
const OneRow = 0.75
