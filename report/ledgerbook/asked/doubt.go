package asked

import (
	"slices"
	"unicode/utf8"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// How a column was read: what the office is asked, what it may look through, what holds nothing.
type sureness int

const (
	doubtful sureness = iota // another answer may change what becomes of the column
	assumed                  // read by its content or a part of the heading, and nothing speaks for another reading
	empty                    // no cell below the heading holds anything
	sure
)

// What a reading that the heading alone does not give must reach, as a lead over the next best.
const (
	sureFrom     = 0.1  // where the heading says so
	leastLead    = 0.3  // by content, or a part of the heading
	toldLead     = 0.25 // of sentences alone, where there are enough of them or the heading asks what was done
	statedLead   = 0.15 // of a column of short statuses: no other column looks like one
	datedLead    = 0.1  // of a day of completion beside a limit: both are days
	numberedLead = 0.5  // of numbers by content alone: people helped are counted too
	personLead   = 0.6  // of a person: a heading that holds 领导 may ask for what a leader is to do
	aloneLead    = 0.6  // of what is not published, where nothing else in the table tells what was done
)

const (
	fewestTold    = 4  // answers from which content alone says that a column tells what was done
	longestStatus = 12 // characters of a status that tells nothing beside it
	longestName   = 4  // characters of a person
	longestCount  = 3  // characters of a number that counts lines
)

// howSure says whether somebody has to look at how a column was read.
//
// cells is how many cells stand below the same heading read alike, in all files.
func howSure(m *ledger.Met, cells int) sureness {
	c := &m.Column
	switch {
	case c.By == table.ByKey || c.By == table.ByOffice:
		return sure
	case c.Filled == 0:
		return empty
	case c.By == table.ByHeading:
		if c.Role == "" || c.Role.Code() == "other" || c.Next != "" && c.Sure < sureFrom && !asksEither(c) {
			return doubtful
		}
		return sure
	case leads(m, cells):
		return assumed
	}
	return doubtful
}

// leads reports whether a column that its heading does not name is read as nothing else can be.
func leads(m *ledger.Met, cells int) bool {
	c := &m.Column
	switch c.Role {
	case "", words.OtherText:
		return c.Next == words.Number && longest(c.Samples) <= longestCount // it counts lines, where another holds the list's numbers
	case words.Requirement, words.Task:
		return c.Sure >= leastLead || asksEither(c)
	case words.Status:
		return c.Sure >= statedLead && (longest(c.Samples) <= longestStatus || boxes(c.Samples))
	case words.Progress:
		if table.TurnsAway(c.Heading[len(c.Upper):]) {
			return false
		}
		if c.Next == words.Status && c.Quarter != 0 && shortest(c.Samples) > longestStatus {
			return true // 三季度 over sentences that open with a status: it is taken out of them either way
		}
		if c.By == table.ByPart {
			return c.Sure >= leastLead
		}
		return c.Sure >= toldLead && (cells >= fewestTold || table.AsksDone(c.Heading))
	case words.Completed:
		return c.Sure >= leastLead || c.Next == words.Due && c.Sure >= datedLead
	case words.Number:
		return c.Sure >= numberedLead || c.By == table.ByPart && c.Sure >= leastLead
	case words.Person:
		return c.Sure >= personLead || c.Sure >= leastLead && longest(c.Samples) <= longestName
	case words.Remarks, words.NextSteps:
		return c.Sure >= aloneLead || c.Sure >= leastLead && m.Told
	}
	return c.Sure >= leastLead
}

// asksEither reports a column that names what a row answers, as a task or as a requirement: a row that the
// list does not know is named either way.
func asksEither(c *table.Column) bool {
	return (c.Role == words.Requirement || c.Role == words.Task) && !c.Next.Answers()
}

// boxes reports samples that are choices of printed boxes: □没动 ■在办.
func boxes(samples []string) bool {
	return !slices.ContainsFunc(samples, func(text string) bool { return !status.HoldsEmptyBox(text) })
}

// longest and shortest count the characters of the longest and the shortest of some samples, 0 for none.
func longest(samples []string) (n int) {
	for _, text := range samples {
		n = max(n, utf8.RuneCountInString(text))
	}
	return n
}

func shortest(samples []string) (n int) {
	for i, text := range samples {
		if size := utf8.RuneCountInString(text); i == 0 || size < n {
			n = size
		}
	}
	return n
}
