package period

import (
	"fmt"
	"regexp"
	"strings"
)

// FindDeadline returns the deadline of returns that a note of a list gives (各科室于每季度末月25日前报送进展), with
// the sentence that gives it. ok is false where there is none, or where it is somebody else's: what the office
// itself sends upwards, or makes known.
func FindDeadline(text string, year int) (d Deadline, sentence string, ok bool) {
	r := read(text)
	for _, at := range saidDeadline.FindAllStringIndex(r.plain, -1) {
		lo := r.at[at[0]]
		hi := len(text)
		if at[1] < len(r.at) {
			hi = r.at[at[1]]
		}
		before, after := text[:lo], text[hi:]
		if i := strings.LastIndexAny(before, sentenceEnds); i >= 0 {
			before = strings.TrimLeft(before[i:], sentenceEnds)
		}
		if i := strings.IndexAny(after, sentenceEnds); i >= 0 {
			after = after[:i]
		}
		whole := before + text[lo:hi] + after
		if strings.Contains(before, "汇总") || upwards.MatchString(whole) || !sends(before, after) {
			continue
		}
		if d, ok = ParseDeadline(strings.TrimLeft(r.plain[at[0]:at[1]], "于在"), year); ok {
			return d, unbracketed(noteLabel.ReplaceAllString(strings.TrimSpace(whole), "")), true
		}
	}
	return Deadline{}, "", false
}

// sentenceEnds end what a deadline is said of.
const sentenceEnds = "。；;！!\n"

var (
	saidDeadline = regexp.MustCompile(dayOfMonth + `|` + fourMonths + `|` + endOfMonth + `|(?:\d{1,2}月\d{1,2}日、){3}\d{1,2}月\d{1,2}日`)
	upwards      = regexp.MustCompile(`上级|省[厅局委]|市[委府]|[县区]委|政府`)
	otherReports = regexp.MustCompile(`[通公简申汇预播]报|[日周月季年]报`)
	sendingOff   = regexp.MustCompile(`报|反馈|提交|交[到至办局]`)
	noteLabel    = regexp.MustCompile(`^[（(]?(?:备?注|[填报编]*说明)\s*[:：]\s*`)
	sendingTime  = regexp.MustCompile(`(?:报送|上报|填报|反馈)(?:进展|情况)?(?:的?时间|时限|期限|截止日?期?)[为是:：]?[于在]?$`)
)

// sends reports whether what stands around a time says that something is sent then.
func sends(before, after string) bool {
	return sendingOff.MatchString(otherReports.ReplaceAllString(after, "")) || sendingTime.MatchString(before)
}

// unbracketed is a sentence without the half of a bracket that stands around more than it.
func unbracketed(sentence string) string {
	if strings.Count(sentence, "（") > strings.Count(sentence, "）") {
		sentence = strings.TrimPrefix(sentence, "（")
	}
	if strings.Count(sentence, "）") > strings.Count(sentence, "（") {
		sentence = strings.TrimSuffix(sentence, "）")
	}
	return sentence
}

// Plainly is the deadline as 设置 shows it by example: 季末月25日, 次月8日, 季末; four dates as they are written.
func (d Deadline) Plainly() string {
	switch {
	case !d.fixed[0].IsZero():
		return d.Rule
	case d.after == 0 && d.day == 0:
		return "季末"
	case d.after == 0:
		return fmt.Sprintf("季末月%d日", d.day)
	case d.day == 0:
		return "次月底"
	}
	return fmt.Sprintf("次月%d日", d.day)
}
