// Package assign pairs the rows of a table of scores with its columns, one to one, so that
// the pairs fit best all together.
package assign

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

// Best returns for each row of scores the column that it takes, no column twice, so that
// the sum of scores is greatest. Scores lie between 0 and 1, all rows have the same number of
// columns, and there may be more rows than columns or fewer. A row gets -1 where no column is
// left for it: the rows that go without are those whose scores add least. A row is never left
// without a column for a low score alone; what score is too low to count is the caller's to say.
// Of assignments with the same sum it is always the same one that is returned.
//
// It is the Hungarian method with potentials (Kuhn 1955, in the shortest-path form of Jonker
// and Volgenant 1987), in time rows² × columns, where rows are many columns² × rows.
func Best(scores [][]float64) []int {
	rows := len(scores)
	taken := make([]int, rows)
	if rows == 0 {
		return taken
	}
	if cols := len(scores[0]); rows > manyTimes*cols {
		for i := range taken {
			taken[i] = -1
		}
		for j, i := range Best(turned(scores)) {
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
