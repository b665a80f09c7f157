package flow

import (
	"strconv"
	"strings"
)

// Counts are the last numbers that a list gave, by level.
type Counts map[int]int

// Set has the next number of a level be this one.
func (c Counts) Set(level, next int) { c[level] = next - 1 }

// Next counts on at a level, from start where it has given none, and lets the deeper ones begin
// again.
func (c Counts) Next(level, start int) {
	if _, ok := c[level]; !ok {
		c[level] = start - 1
	}
	c[level]++
	for l := range c {
		if l > level {
			delete(c, l)
		}
	}
}

// At returns the last number of a level, the one that it starts with where it has given none.
func (c Counts) At(level, start int) int {
	if n, ok := c[level]; ok {
		return n
	}
	return start
}

// Circled writes 1 to 20 as ① to ⑳.
func Circled(n int) string {
	if n >= 1 && n <= 20 {
		return string(rune('①' + n - 1))
	}
	return strconv.Itoa(n)
}

// Letter writes 1 to 26 as the letters from first on.
func Letter(n int, first rune) string {
	if n >= 1 && n <= 26 {
		return string(first + rune(n-1))
	}
	return strconv.Itoa(n)
}

// Roman writes 1 to 39 in Roman figures, in small letters or capitals.
func Roman(n int, capitals bool) string {
	if n < 1 || n > 39 {
		return strconv.Itoa(n)
	}
	s := strings.Repeat("x", n/10) + []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}[n%10]
	if capitals {
		return strings.ToUpper(s)
	}
	return s
}
