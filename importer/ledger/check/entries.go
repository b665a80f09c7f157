// Package check compares what is merged with other quarters, other departments, the list and the year
// before, and says what is missing. It reports, and changes no entry.
package check

import (
	"slices"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/rows"
	"taizhang/importer/ledger/standing"
	"taizhang/importer/parallel"
)

// shortestCopy is the length in characters from which an identical text is worth a look:
// below it, two departments may well write the same.
const shortestCopy = 12

// entries are the entries of a ledger with the rows that each was made of.
type entries struct {
	ledger *ledger.Ledger
	merged []rows.Answer // by entry
	voices *standing.Voices
}

// Entries compares each entry with what was said before and by others. merged are the rows that
// the entries were made of.
func Entries(l *ledger.Ledger, merged []rows.Answer, voices *standing.Voices) {
	all := entries{l, merged, voices}
	said := all.sayings()
	found := parallel.Gather(len(l.Entries), func(i int) []finding.Finding {
		c := comparison{ledger: l, entry: &l.Entries[i], key: merged[i].Key}
		text := merged[i].Progress
		if before := all.before(c.entry); before >= 0 {
			c.before = &l.Entries[before]
			c.unchanged(text, merged[before].Progress)
		}
		c.regressed()
		c.completedOn()
		c.support()
		c.copied(text, said[saying{c.entry.Quarter, text}])
		return c.found
	})
	l.Findings = append(l.Findings, saidOnce(found)...)
}

// saidOnce returns the findings without those that say the same of one row again: the
// entries of a row that cites several requirements share its date and its text.
func saidOnce(found []finding.Finding) []finding.Finding {
	said := make(map[finding.Finding]bool, len(found))
	return slices.DeleteFunc(found, func(f finding.Finding) bool {
		if said[f] {
			return true
		}
		said[f] = true
		return false
	})
}

// isLong reports whether a folded text is long enough for a look.
func isLong(text string) bool {
	return len(text) >= shortestCopy*utf8.UTFMax || utf8.RuneCountInString(text) >= shortestCopy
}

// before returns the number of the department's last entry on the same requirement in an
// earlier quarter, -1 for none.
func (a entries) before(e *ledger.Entry) int {
	for n := e.Quarter.N - 1; n >= 1; n-- {
		if i, said := a.voices.Spoke(e.Requirement, e.Department, n); said {
			return i
		}
	}
	return -1
}
