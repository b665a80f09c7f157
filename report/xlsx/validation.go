package xlsx

import "taizhang/importer/period"

// Validation is what may be typed into cells, and what is said to who types.
type Validation struct {
	Ref     string // the cells: C5 or C5:C40
	Allowed Allowed
	Title   string
	Input   string // said beforehand, "" for nothing
	Error   string // said of anything else, which is refused; "" where anything else may be typed
}

// Allowed is what may be typed into a cell, as one of the functions below makes it.
type Allowed struct {
	kind        allowedKind
	words       []string
	formula     string
	least, most int
}

type allowedKind int

const (
	oneOf allowedKind = iota
	oneFrom
	wholeNumber
	anyNumber
	someDay
	whatHolds
)

// OneOf allows one of a few words, which have at most 255 letters together.
func OneOf(words ...string) Allowed { return Allowed{kind: oneOf, words: words} }

// OneFrom allows what stands in the cells that a formula leads to: 名录!$A$4:$A$300.
func OneFrom(formula string) Allowed { return Allowed{kind: oneFrom, formula: formula} }

// WholeNumber allows the whole numbers from least to most.
func WholeNumber(least, most int) Allowed {
	return Allowed{kind: wholeNumber, least: least, most: most}
}

// AnyNumber allows the numbers from least to most.
func AnyNumber(least, most int) Allowed { return Allowed{kind: anyNumber, least: least, most: most} }

// DayBetween allows the days from first to last.
func DayBetween(first, last period.Date) Allowed {
	return Allowed{kind: someDay, least: Serial(first), most: Serial(last)}
}

// WhatHolds allows what makes a formula true, which speaks of the first of the cells.
func WhatHolds(formula string) Allowed { return Allowed{kind: whatHolds, formula: formula} }

// Validate holds cells to what may be typed.
func (s *Worksheet) Validate(v Validation) {
	s.do(func() error { return s.frame.validate(v) })
}

// Offer gives cells a list of words to choose from; something else may be typed all the same.
func (s *Worksheet) Offer(ref string, words ...string) {
	s.Validate(Validation{Ref: ref, Allowed: OneOf(words...)})
}
