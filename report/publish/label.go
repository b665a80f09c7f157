package publish

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"taizhang/importer/status"
	"taizhang/report/publish/prose"
	"taizhang/templates/gate"
)

// phrases are what departments write that the edition does not repeat; they are read when a first
// edition is made.
var phrases = sync.OnceValue(gate.DefaultPhrases)

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

// withoutSpeaker returns a text without the name of the department that says it (县商务局：…), which the
// document prints before it or beside it.
func withoutSpeaker(text, department string) string {
	for _, colon := range []string{"：", ":"} {
		if rest, named := strings.CutPrefix(text, department+colon); named && department != "" && strings.TrimSpace(rest) != "" {
			return strings.TrimSpace(rest)
		}
	}
	return text
}

// What says at the end of a text that its standing follows: 状态：已完成, 【已完成】, （目前状态：推进中）.
var (
	closingLabel   = regexp.MustCompile(`^(?:目前|当前|完成|办理)?(?:状态|进度)\s*[：:为是]\s*`)
	closingBracket = regexp.MustCompile(`[（(【\[]\s*(?:(?:目前|当前|完成|办理)?(?:状态|进度)\s*[：:])?([^（(【\[\]】)）]{2,8})[)）】\]]$`)
)

// withoutClosing returns a text without a last clause that only names its own standing again (…，此项已完成。
// …。该项工作推进中。). One that says no more of whom stays where nothing before it tells a figure: of
// 制度修订，已完成。 it is the verb.
func withoutClosing(text string, stands status.Status) string {
	body := strings.TrimRight(text, "。；")
	if m := closingBracket.FindStringSubmatchIndex(body); m != nil && m[0] > 0 && slices.Contains(labels(stands), body[m[2]:m[3]]) {
		return prose.Sentence(strings.TrimRight(body[:m[0]], "。；，、 "))
	}
	i := strings.LastIndexAny(body, "。；，")
	if i < 0 || stands == status.NoStatus {
		return text
	}
	rest := strings.TrimRight(body[:i], "。；，")
	_, size := utf8.DecodeRuneInString(body[i:])
	mark, clause := body[i:i+size], body[i+size:]
	bare := closingLabel.ReplaceAllString(clause, "")
	for _, subject := range strings.Fields(phrases().Subjects) {
		bare = strings.TrimPrefix(bare, subject)
	}
	if rest == "" || !slices.Contains(labels(stands), bare) || bare == clause && mark == "，" && figuresIn(rest) == 0 {
		return text
	}
	return prose.Sentence(rest)
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
	return append(names, strings.Fields(phrases().Standing[stands.Label()])...)
}
