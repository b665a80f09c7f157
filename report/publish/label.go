package publish

import (
	"slices"
	"strings"

	"taizhang/importer/status"
)

// withoutLabel returns a text without the name of its own standing before it (推进中：, 已完成。,
// 【滞后】), which the document prints beside it. A name that differs from the standing stays, as
// does one that is all there is or that the next words set aside.
func withoutLabel(text string, stands status.Status) string {
	label, rest := labelled(text)
	if stands == status.NoStatus || !slices.Contains(labels(stands), strings.TrimSpace(label)) || strings.Trim(rest, "。；，、： ") == "" || strings.HasPrefix(rest, "但") {
		return text
	}
	return rest
}

// labelled cuts a text behind its first mark, or behind the bracket that it begins with.
func labelled(text string) (label, rest string) {
	if inside, opens := strings.CutPrefix(text, "【"); opens {
		label, rest, _ = strings.Cut(inside, "】")
	} else if i := strings.IndexAny(text, "。；："); i >= 0 {
		label, rest = text[:i], text[i:]
	}
	return label, strings.TrimLeft(rest, "。；，、： ")
}

// labels are the names that documents have for a standing.
func labels(stands status.Status) []string {
	names := []string{stands.Label(), strings.TrimSuffix(neutral(stands), "。")}
	switch stands {
	case status.Ongoing:
		names = append(names, "常态化开展", "常态化推进", "已常态化开展")
	case status.Behind:
		names = append(names, "进度滞后")
	}
	return names
}
