package parallel

import "slices"

// Gather returns what each of n things gives, in their order; they are asked side by side.
func Gather[T any](n int, of func(i int) []T) []T {
	given := make([][]T, n)
	Each(n, func(i int) { given[i] = of(i) })
	return slices.Concat(given...)
}
