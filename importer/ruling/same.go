package ruling

import (
	"regexp"
	"strconv"

	"taizhang/importer/fold"
)

// Same is the act that says what a requirement was called before.
const Same Act = "same" // 仍是同一条

var formerItem = regexp.MustCompile(`^(上年)?(?:原来?|的)*第?([0-9]+)[项条]?$`)

// FormerItem reads what a requirement was called by its number: 原第3项, 上年第3项. ok is false
// where its words are given.
func (r Ruling) FormerItem() (no int, lastYear, ok bool) {
	m := formerItem.FindStringSubmatch(fold.Text(r.Value))
	if m == nil {
		return 0, false, false
	}
	no, err := strconv.Atoi(m[2])
	return no, m[1] != "", err == nil && no > 0
}
