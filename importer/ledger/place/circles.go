package place

import "taizhang/importer/assign"

// circle is rows of a return and the requirements that they contend for: no row of it is worth
// naming for a requirement of another circle.
type circle struct {
	rows, requirements []int // indexes into the table of scores
}

// circles parts a table of scores, by row and requirement, into what can be decided by itself. A
// row that is worth naming nowhere is in none: it takes nothing, and pushes nobody aside.
func circles(scores [][]float64) (list []circle) {
	if len(scores) == 0 {
		return nil
	}
	first := make([]int, len(scores[0])) // by requirement: a row of its circle, plus one
	leader := make([]int, len(scores))
	for k := range leader {
		leader[k] = k
	}
	find := func(k int) int {
		for leader[k] != k {
			leader[k] = leader[leader[k]]
			k = leader[k]
		}
		return k
	}
	named := make([]bool, len(scores))
	for k, row := range scores {
		for j, score := range row {
			if score < worthNaming {
				continue
			}
			named[k] = true
			if first[j] == 0 {
				first[j] = k + 1
			} else if a, b := find(first[j]-1), find(k); a != b {
				leader[max(a, b)] = min(a, b)
			}
		}
	}
	at := map[int]int{} // circles by their leaders
	for k := range scores {
		if !named[k] {
			continue
		}
		n, known := at[find(k)]
		if !known {
			n = len(list)
			at[find(k)] = n
			list = append(list, circle{})
		}
		list[n].rows = append(list[n].rows, k)
	}
	for j, k := range first {
		if k > 0 {
			c := &list[at[find(k-1)]]
			c.requirements = append(c.requirements, j)
		}
	}
	return list
}

// pairUp returns for each row the requirement's index that it takes, -1 for none. Many rows that
// are no requirement's cost no more than looking at them.
func pairUp(scores [][]float64) []int {
	taken := make([]int, len(scores))
	for k := range taken {
		taken[k] = -1
	}
	for _, c := range circles(scores) {
		table := make([][]float64, len(c.rows))
		for n, k := range c.rows {
			table[n] = make([]float64, len(c.requirements))
			for m, j := range c.requirements {
				table[n][m] = scores[k][j]
			}
		}
		for n, m := range assign.Best(table) {
			if m >= 0 {
				taken[c.rows[n]] = c.requirements[m]
			}
		}
	}
	return taken
}
