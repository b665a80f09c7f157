package origin

import (
	"path"
	"regexp"
	"strconv"
	"strings"
)

var versionWords = []struct {
	pattern *regexp.Regexp
	rank    int // 0 takes the number in the name
}{
	{regexp.MustCompile(`[vV]([0-9]{1,2})`), 0},
	{regexp.MustCompile(`第([0-9]{1,2})[版稿]`), 0},
	{regexp.MustCompile(`(?:修订|修改|更正|更新|定稿|终稿|最终版|版本)稿?([0-9]{1,2})`), 0},
	{regexp.MustCompile(`最终|终稿|定稿|以此(?:[稿份版件表])?为准`), 100},
	{regexp.MustCompile(`修订|修改|更正|更新|补正|重报|新版|改后|改稿|[（(]改[)）]|^改[：:_-]?|[_-]改$`), 1},
}

// Version reads how late a version of a return its file name says it is: v2, 修订, 最终版;
// 0 where it says nothing. （1） and 副本 are copies and no versions.
func Version(base string) int {
	name := strings.TrimSuffix(base, path.Ext(base))
	if !strings.ContainsAny(name, "vV版稿修更定终最补重准改") {
		return 0 // as nearly always
	}
	for _, w := range versionWords {
		m := w.pattern.FindStringSubmatch(name)
		switch {
		case m == nil:
		case w.rank > 0:
			return w.rank
		default:
			n, _ := strconv.Atoi(m[1])
			return n
		}
	}
	return 0
}
