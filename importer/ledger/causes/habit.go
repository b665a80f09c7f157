package causes

import (
	"slices"
	"strings"
	"unicode"

	"taizhang/importer/finding"
	"taizhang/importer/plan"
)

// habits are what a department does in one return as in the next: it is asked once about all of
// them.
var habits = []finding.Code{finding.StatusRegressed, finding.StatusContradiction, finding.TextContradictsStatus, finding.TextUnchanged,
	finding.EvidenceMissing, finding.DateUnreadable, finding.DateOutsideQuarter, finding.PercentUnreadable}

// frame is a folded text with a mark for each number in it: one sentence that is filled in anew
// from case to case has one frame.
func frame(text string) string {
	var b strings.Builder
	number := false
	for _, r := range text {
		switch is := unicode.IsDigit(r) || strings.ContainsRune("〇零一二两三四五六七八九十百千万亿", r); {
		case !is:
			b.WriteRune(r)
			number = false
		case !number:
			b.WriteRune('#')
			number = true
		}
	}
	return b.String()
}

// copiedText is the folded text that a finding of a copied text is about.
func copiedText(f *finding.Finding) string { return strings.TrimPrefix(f.Cause, f.Quarter) }

// texts returns the copied texts that findings are about, each once, in their order.
func (t telling) texts() []string { return t.distinct(copiedText) }

// leadsOf joins the names of those whose word decides on a requirement, as the list has them.
func leadsOf(req *plan.Requirement) string {
	parties := req.Duty.Lead
	if len(parties) == 0 {
		parties = req.Duty.Joint
	}
	var names []string
	for _, p := range parties {
		names = append(names, p.Name)
	}
	return strings.Join(names, "、")
}

// contradicted returns the numbers of the requirements that findings go back to, each once and
// in their order on the list.
func (t telling) contradicted() (numbers []int) {
	for _, cause := range t.distinct(func(f *finding.Finding) string { return f.Cause }) {
		if no := t.known.requirements[cause]; no > 0 {
			numbers = append(numbers, no)
		}
	}
	slices.Sort(numbers)
	return numbers
}

// weight says how soon a cause of a severity is to be looked at, the soonest 0: first what was
// not understood and what is not there, for it changes what is counted; then what two
// statements make of one thing; last how something is worded.
func weight(code finding.Code) int {
	switch code {
	case finding.LeadSupportConflict, finding.StatusRegressed, finding.StatusContradiction, finding.TextContradictsStatus, finding.NumberDoubtful,
		finding.CarryOverDiffers, finding.DateOutsideQuarter, finding.LastYearConflict:
		return 1
	case finding.TextCopied, finding.TextUnchanged, finding.EvidenceMissing, finding.ReturnLate, finding.WrongExtension, finding.LinkUnsafe,
		finding.ListNumberGap, finding.ListNumberDuplicate, finding.GlyphMissing, finding.SensitiveWording:
		return 2
	}
	return 0
}
