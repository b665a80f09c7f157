package ledger

import "math"

// manyTimes is by how much the rows must outnumber the columns for it to be quicker to let
// the columns choose.
const manyTimes = 4

// turned returns the scores with rows and columns exchanged.
func turned(scores [][]float64) [][]float64 {
	out := make([][]float64, len(scores[0]))
	for j := range out {
		out[j] = make([]float64, len(scores))
		for i := range scores {
			out[j][i] = scores[i][j]
		}
	}
	return out
}

// assign returns for each row of scores the column that it takes, no column twice, so
// that the sum of scores is greatest; -1 for a row that finds none left. It is the
// Hungarian method with potentials (Kuhn 1955, in the shortest-path form of Jonker and
// Volgenant 1987), in time rows² × columns, where rows are many columns² × rows.
func assign(scores [][]float64) []int {
	rows := len(scores)
	taken := make([]int, rows)
	if rows == 0 {
		return taken
	}
	if cols := len(scores[0]); rows > manyTimes*cols {
		for i := range taken {
			taken[i] = -1
		}
		for j, i := range assign(turned(scores)) {
			if i >= 0 {
				taken[i] = j
			}
		}
		return taken
	}
	// The method wants no more rows than columns; the columns added here mean "none".
	real := len(scores[0])
	cols := max(real, rows)
	cost := func(i, j int) float64 {
		if j >= real {
			return 1
		}
		return 1 - scores[i][j]
	}
	u, v := make([]float64, rows+1), make([]float64, cols+1)
	owner, way := make([]int, cols+1), make([]int, cols+1)
	for i := 1; i <= rows; i++ {
		owner[0] = i
		least := make([]float64, cols+1)
		used := make([]bool, cols+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		at := 0
		for owner[at] != 0 {
			used[at] = true
			row, delta, next := owner[at], math.Inf(1), 0
			for j := 1; j <= cols; j++ {
				if used[j] {
					continue
				}
				if c := cost(row-1, j-1) - u[row] - v[j]; c < least[j] {
					least[j], way[j] = c, at
				}
				if least[j] < delta {
					delta, next = least[j], j
				}
			}
			for j := 0; j <= cols; j++ {
				if used[j] {
					u[owner[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			at = next
		}
		for at != 0 {
			owner[at] = owner[way[at]]
			at = way[at]
		}
	}
	for i := range taken {
		taken[i] = -1
	}
	for j := 1; j <= real; j++ {
		if owner[j] != 0 {
			taken[owner[j]-1] = j - 1
		}
	}
	return taken
}
