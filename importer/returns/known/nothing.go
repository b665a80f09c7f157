package known

import (
	"regexp"
	"strings"

	"taizhang/importer/status"
)

// Nothing reports whether a cell's text says nothing: empty, 同上, 见附件, 略, 无.
func (r *Facts) Nothing(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), "。.；;，,")
	return s == "" || r.Words.IsUnanswered(s) || r.Words.IsNothing(s) || pointsElsewhere(s)
}

// pointsElsewhere reports an answer that only names an attachment. Most do not even begin so.
func pointsElsewhere(s string) bool {
	return (strings.HasPrefix(s, "详见") || strings.HasPrefix(s, "见") || strings.HasPrefix(s, "参见")) && attached.MatchString(s)
}

// attached is an answer that only points elsewhere: 详见附件2, 见《……》附表.
var attached = regexp.MustCompile(`^(详见|见|参见)[^，。；]{0,12}(附件|附表|材料|附后)[^，。；]{0,6}$`)

func (r *Facts) Declines(s string) bool {
	return r.Grammar.Word(s) == status.NotApplicable
}
