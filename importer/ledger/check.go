package ledger

import (
	"slices"
	"unicode/utf8"

	"taizhang/importer/finding"
)

// shortestCopy is the length in characters from which an identical text is worth a look:
// below it, two departments may well write the same.
const shortestCopy = 12

// checkEntries compares each entry with what was said before and by others.
func (m *merge) checkEntries() {
	said := m.sayings()
	from := len(m.Findings)
	m.gather(len(m.Entries), func(i int) []finding.Finding {
		c := comparison{ledger: m.Ledger, entry: &m.Entries[i], key: m.merged[i].key}
		text := m.merged[i].progress
		if before := m.before(c.entry); before >= 0 {
			c.before = &m.Entries[before]
			c.unchanged(text, m.merged[before].progress)
		}
		c.regressed()
		c.completedOn()
		c.support()
		c.copied(text, said[saying{c.entry.Quarter, text}])
		return c.found
	})
	m.Findings = append(m.Findings[:from], saidOnce(m.Findings[from:])...)
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
func (m *merge) before(e *Entry) int {
	for n := e.Quarter.N - 1; n >= 1; n-- {
		if i, said := m.spoke(e.Requirement, e.Department, n); said {
			return i
		}
	}
	return -1
}
