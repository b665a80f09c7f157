package answer

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// StatusOfTheItem reads the status that a clause states of the item by its name: 中医馆升级已于8月25日完成,
// 加强针接种推进中. What else a clause speaks of may be a part. Clauses that differ say nothing.
func (t *Taker) StatusOfTheItem(row *returns.Row) grid.Read[status.Status] {
	var found grid.Read[status.Status]
	about := t.about(row)
	if about == "" || !row.Progress.Given() {
		return found
	}
	for _, clause := range strings.FieldsFunc(row.Progress.Value, func(c rune) bool { return strings.ContainsRune("。；;，,\n", c) }) {
		said, ok := behindItsName(strings.TrimSpace(clause), about)
		if !ok || utf8.RuneCountInString(said) > LongestClause {
			continue
		}
		r := t.Grammar.Cell(said)
		switch {
		case r.Status == status.NoStatus:
			continue
		case found.Given() && found.Value != r.Status, r.Status == status.Completed && stillOpen.MatchString(row.Progress.Value):
			return grid.Read[status.Status]{}
		}
		found = grid.Read[status.Status]{Value: r.Status, Said: said, At: row.Progress.At}
	}
	return found
}

// about returns what the row speaks of: its own words, or those of the requirement that it cites.
func (t *Taker) about(row *returns.Row) string {
	if row.Text.Value != "" || len(row.Cites) != 1 {
		return row.Text.Value
	}
	for i := range t.Plan.Requirements {
		if r := &t.Plan.Requirements[i]; r.Number == row.Cites[0] {
			return r.Text.Value
		}
	}
	return ""
}

// behindItsName returns what a clause says behind a short name of the item: a beginning whose
// characters stand in the item's text in their order.
func behindItsName(clause, about string) (said string, ok bool) {
	key := fold.Key(about)
	for _, end := range NameEnds(clause, 8) {
		name := strings.TrimSuffix(clause[:end], "工作")
		n := utf8.RuneCountInString(name)
		if n >= 2 && strings.HasSuffix(key, fold.Key(name)) {
			said, ok = clause[end:], true // 大赛尚未启动, of 技能大赛
			continue
		}
		if n < leastName || n > longestItsName || !inOrder(fold.Key(name), key) {
			continue
		}
		said, ok = clause[end:], true
	}
	return said, ok
}

// leastName is how many characters a short name of an item has that its clause is known by.
const leastName = 4

// longestItsName is how many characters such a name has at the most.
const longestItsName = 40

// inOrder reports whether all characters of a name stand in a text in their order.
func inOrder(name, text string) bool {
	for _, r := range name {
		i := strings.IndexRune(text, r)
		if i < 0 {
			return false
		}
		text = text[i+utf8.RuneLen(r):]
	}
	return true
}

// predicate is where a sentence that opens with a name goes on to what is said of it.
var predicate = regexp.MustCompile(`已|于|正|仍|未|尚|将|目前|现|转入|进度|本季|共|完成|推进|属|工作|方面|建设|[，：。；:]`)

// NameEnds returns where a name that opens a text may end, by what is said of it behind: at most so many
// places.
func NameEnds(text string, most int) (ends []int) {
	for _, at := range predicate.FindAllStringIndex(text, most) {
		ends = append(ends, at[0])
	}
	return ends
}
