package fold

import (
	"iter"
	"slices"
	"strings"
)

// Shape is a text prepared for many comparisons.
type Shape struct {
	Key   string
	grams []uint64 // pairs of neighbouring characters, sorted, repeats kept
}

// Has reports whether a pair of characters, one of those that Pairs yields, stands in the text.
func (s Shape) Has(pair uint64) bool {
	_, ok := slices.BinarySearch(s.grams, pair)
	return ok
}

// Of returns the shape of s. A key of one character is its own only pair.
func Of(s string) Shape {
	key := Key(s)
	runes := []rune(key)
	if len(runes) == 1 {
		return Shape{Key: key, grams: []uint64{uint64(runes[0])}}
	}
	grams := make([]uint64, 0, max(len(runes)-1, 0))
	for i := 1; i < len(runes); i++ {
		grams = append(grams, uint64(runes[i-1])<<32|uint64(runes[i]))
	}
	slices.Sort(grams)
	return Shape{Key: key, grams: grams}
}

// Likeness returns how alike two texts are, 0 to 1, by their shared pairs of characters
// (Dice's coefficient over the folded text, repeats counted). Only equal keys
// give 1: of texts with the same pairs in another order one pair does not count. An empty
// key gives 0, and so does a key of one character beside any other.
func (a Shape) Likeness(b Shape) float64 {
	switch {
	case a.Key == "" || b.Key == "":
		return 0
	case a.Key == b.Key:
		return 1
	}
	both := len(a.grams) + len(b.grams)
	return 2 * float64(min(a.shared(b), (both-1)/2)) / float64(both)
}

// Within returns how much of the shorter text is found in the longer one, 0 to 1; 1 where
// it stands there whole.
func (a Shape) Within(b Shape) float64 {
	if len(a.Key) > len(b.Key) {
		a, b = b, a
	}
	switch {
	case a.Key == "":
		return 0
	case strings.Contains(b.Key, a.Key):
		return 1
	}
	return float64(a.shared(b)) / float64(min(len(a.grams), len(b.grams)))
}

// shared counts the pairs that both hold.
func (a Shape) shared(b Shape) int {
	n := 0
	for i, j := 0, 0; i < len(a.grams) && j < len(b.grams); {
		switch {
		case a.grams[i] == b.grams[j]:
			n, i, j = n+1, i+1, j+1
		case a.grams[i] < b.grams[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// Pairs yields the pairs of neighbouring characters, sorted, repeats included.
func (a Shape) Pairs() iter.Seq[uint64] { return slices.Values(a.grams) }
