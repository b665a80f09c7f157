package causes

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/importer/status"
)

// How much of a cause a sentence names.
const (
	longestWord = 12 // characters that a word of the vocabulary may have; what is longer is a sentence
	mostPlaces  = 6  // cells of a sheet
	mostNamed   = 8  // departments, requirements
)

// telling is a cause on its way into words.
type telling struct {
	lead  *finding.Finding   // the one that gives it its code
	all   []*finding.Finding // in their order
	known recurring
}

// message says what is wrong and in how many places.
func (t telling) message() string {
	n, found := len(t.all), t.lead.Found
	switch t.lead.Code {
	case finding.StatusUnknown:
		if t.isWord() {
			if sign := t.lead.Wanted; sign != "" {
				found += "”（表上的" + sign + "）“"
				return fmt.Sprintf("状态%s看不懂，共 %d 处%s。", strings.TrimSuffix("“"+found, "“"), n, t.where())
			}
			return fmt.Sprintf("状态“%s”看不懂，共 %d 处%s。", found, n, t.where())
		}
	case finding.RowUnmatched, finding.RowAmbiguous:
		if t.known.rows[fold.Key(found)] {
			return fmt.Sprintf("%s：“%s”，共 %d 处%s。", t.lead.Code.Entry().Title, brief(found), n, t.where())
		}
	case finding.DepartmentUnknown:
		if name, ok := word(found); ok {
			return fmt.Sprintf("报表上写的部门“%s”认不出来，共 %d 处%s。", name, n, t.where())
		}
	case finding.ColumnAmbiguous:
		return fmt.Sprintf("“%s”一栏拿不准是什么%s，共 %d 处%s。", t.heading(), optional("，现按“%s”读", t.lead.Wanted), n, t.where())
	case finding.ColumnAssumed:
		return fmt.Sprintf("“%s”一栏的叫法没有见过，按%s%s读取，共 %d 处%s。", t.heading(), t.basis(), optional("当作“%s”", t.lead.Wanted), n, t.where())
	case finding.ColumnUnused:
		return fmt.Sprintf("“%s”一栏没有认出用途，内容留在“明细”的“其他栏目”里，共 %d 处%s。", t.heading(), n, t.where())
	case finding.ReturnMissing:
		if t.lead.Place.File() != "" {
			return t.lead.Message
		}
		return fmt.Sprintf("%s有 %d 个部门没有报送：%s。", t.quarter(), n, t.departments())
	case finding.ReturnLate:
		return fmt.Sprintf("%s有 %d 个部门迟报：%s。", t.quarter(), n, t.departments())
	case finding.Overdue:
		return fmt.Sprintf("%s末有 %d 条要求%s：%s。", t.quarter(), n, overdueWords(t.all), t.requirements())
	case finding.RequirementMissing:
		return fmt.Sprintf("%s有 %d 条要求没有填：%s%s。", t.who(), n, t.requirements(), t.bracketed())
	case finding.LeadSupportConflict:
		switch list := t.contradicted(); {
		case len(list) > 1:
			return fmt.Sprintf("%s牵头的 %d 条要求（%s），配合部门与牵头部门说法不一，共 %d 处：%s%s。",
				t.known.leads[t.lead.Cause], len(list), numberList(list), n, t.departments(), t.where())
		case len(list) == 1 && n > 1:
			return fmt.Sprintf("第%d条，配合部门与牵头部门说法不一，共 %d 处：%s%s。", list[0], n, t.departments(), t.where())
		}
	case finding.TextCopied:
		texts := t.texts()
		if len(texts) > 1 {
			return fmt.Sprintf("有 %d 处进展套用同一句话，至多换了数字（例如“%s”）：%s。", n, brief(copiedText(t.lead)), t.departments())
		}
		return fmt.Sprintf("%s有 %d 处进展文字一字不差%s：%s。", t.oneQuarter(), n, optional("（“%s”）", brief(copiedText(t.lead))), t.departments())
	case finding.SettingUnreadable:
		if n > 1 {
			return fmt.Sprintf("设置里有 %d 处看不懂：%s（%s）。", n, t.founds(), t.places())
		}
	case finding.EvidenceMissing:
		return fmt.Sprintf("%s有 %d 处填了已完成，但没有佐证材料%s。", t.who(), n, t.bracketed())
	}
	if n == 1 {
		return t.alone()
	}
	if t.lead.Code == finding.YearDoubtful {
		return fmt.Sprintf("%s因此没有并入的报表有 %d 张。", t.lead.Message, n-1)
	}
	return fmt.Sprintf("%s%s，共 %d 处%s。", optional("%s：", t.who()), t.lead.Code.Entry().Title, n, t.bracketed())
}

// alone is the sentence of a single finding, with the place that it speaks of.
func (t telling) alone() string {
	f := t.lead
	if at := f.Place.String(); at != "" {
		return at + "：" + f.Message
	}
	return optional("%s：", f.Department) + f.Message
}

// hint says what settles all findings of the cause. A word or a heading is taught once.
func (t telling) hint() string {
	found := t.lead.Found
	switch t.lead.Code {
	case finding.StatusUnknown:
		if t.isWord() {
			return "意思固定的，在 任务清单.xlsx 的“词表”里加一行（把“推进中”换成它的意思）：状态 | " + found + " | 推进中 |"
		}
	case finding.DepartmentUnknown:
		if name, ok := word(found); ok {
			return optional("%s。", strings.TrimRight(t.lead.Wanted, "。")) + "在 任务清单.xlsx 的“词表”里加一行（第三栏写名录里的名称）：部门 | " + name + " | …… |"
		}
	case finding.ColumnAmbiguous:
		return fmt.Sprintf("在 台账.xlsx 的“读法”里，把“%s”改读作“%s”，或改读作别的栏目；选一次，以后都照办。", t.heading(), t.reading())
	case finding.ColumnAssumed:
		return fmt.Sprintf("读得对的，不用处理；不对的，在 台账.xlsx 的“读法”里给“%s”改选栏目。", t.heading())
	case finding.ColumnUnused:
		return fmt.Sprintf("要读取的，在 台账.xlsx 的“读法”里，把“%s”改读作“%s”或别的栏目；不要的，不用处理。", t.heading(), t.reading())
	}
	for _, f := range t.all {
		if t.lead.Code == finding.YearDoubtful {
			break // the others only follow from it
		}
		if f.Hint != t.lead.Hint { // each has a detail of its own
			return finding.New(t.lead.Code, finding.Place{}, "", "").Hint
		}
	}
	return t.lead.Hint
}

// isWord reports whether what was found is a word that departments wrote as a status, and
// short enough for the vocabulary.
func (t telling) isWord() bool {
	_, short := word(t.lead.Found)
	return short && (t.known.statuses[fold.Key(t.lead.Found)] || t.lead.Wanted != "" && t.known.statuses[fold.Key(t.lead.Wanted)])
}

// word returns a text that may be a name or a word of the vocabulary; ok is false for a
// sentence.
func word(text string) (w string, ok bool) {
	w = strings.TrimSpace(text)
	return w, w != "" && utf8.RuneCountInString(w) <= longestWord && !strings.ContainsAny(w, "|｜\n，。；")
}

func (t telling) heading() string {
	if heading := brief(strings.Join(strings.Fields(t.lead.Found), "")); heading != "" {
		return heading
	}
	return "没有栏目名"
}

// brief is the beginning of a text, on one line.
func brief(text string) string {
	text = strings.TrimRight(strings.Join(strings.Fields(text), " "), "。；")
	if r := []rune(text); len(r) > 2*longestWord {
		return string(r[:2*longestWord]) + "……"
	}
	return text
}

// reading is the role that a heading is most likely to be given.
func (t telling) reading() string {
	if t.lead.Wanted != "" {
		return t.lead.Wanted
	}
	return "进展"
}

// basis is by what the columns of a heading were read. One heading may stand over contents that
// speak for it and over others that do not.
func (t telling) basis() string {
	var by []string
	for _, f := range t.all {
		basis := cmp.Or(f.Basis, "内容")
		if f.Code == finding.ColumnAssumed && !slices.Contains(by, basis) {
			by = append(by, basis)
		}
	}
	slices.Sort(by)
	return strings.Join(by, "或")
}

// quarter is the quarter that all findings concern.
func (t telling) quarter() string {
	if q, ok := period.ParseQuarter(t.lead.Quarter); ok {
		return q.Short()
	}
	return t.lead.Quarter
}

// oneQuarter is the quarter that all findings concern, "" where they concern several.
func (t telling) oneQuarter() string {
	if slices.ContainsFunc(t.all, func(f *finding.Finding) bool { return f.Quarter != t.lead.Quarter }) {
		return ""
	}
	return t.quarter()
}

// overdueWords says how what is due stands: of what nobody reported on, nobody knows that it is not done.
func overdueWords(found []*finding.Finding) string {
	unheard := 0
	for _, f := range found {
		if strings.HasSuffix(f.Found, status.NotReported.Label()) {
			unheard++
		}
	}
	switch unheard {
	case 0:
		return "已到期而没有完成"
	case len(found):
		return "已到期而没有填报"
	}
	return fmt.Sprintf("已到期而没有完成或者没有填报（没有填报的 %d 条）", unheard)
}
