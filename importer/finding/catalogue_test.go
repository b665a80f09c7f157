package finding

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// contract is the table of severities and codes that other programs rely on.
var contract = map[Severity]string{
	Error: `unreadable-file password-protected unsupported-format file-too-large no-table
		department-unknown quarter-unknown duplicate-return empty-return return-misfiled return-after-close
		row-unmatched row-ambiguous duplicate-row number-unreadable number-conflict rule-broken requirement-orphaned`,
	Warning: `wrong-extension department-conflict quarter-conflict hidden-content number-text-conflict not-assigned
		requirement-missing status-unknown status-contradiction percent-unreadable date-unreadable date-outside-quarter
		formula-without-value link-unsafe evidence-missing status-regressed restated-differs text-copied overdue return-missing return-late
		lead-support-conflict list-number-gap list-number-duplicate list-no-department list-unknown-department
		list-due-unreadable ruling-orphaned last-year-unused last-year-conflict personal-information secrecy-marking sensitive-wording glyph-missing
		column-ambiguous sheet-unread setting-unreadable number-missing number-doubtful carry-over-differs year-doubtful as-of-doubtful person-doubtful text-contradicts-status ledger-edited`,
	Info: `attachment superseded-return text-unchanged list-inherited setting-missing
		column-assumed column-unused file-skipped number-explained struck-text`,
}

func TestCatalogueHoldsTheContractsCodes(t *testing.T) {
	for severity, codes := range contract {
		for _, code := range strings.Fields(codes) {
			n := 0
			for _, e := range Catalogue {
				if e.Code == Code(code) {
					n++
				}
			}
			if n != 1 {
				t.Errorf("%s stands %d times in the catalogue", code, n)
			}
			if got := Code(code).Entry().Severity; got != severity {
				t.Errorf("%s is %s, the contract says %s", code, got, severity)
			}
		}
	}
	all := strings.Fields(contract[Error] + " " + contract[Warning] + " " + contract[Info])
	for _, e := range Catalogue {
		if !slices.Contains(all, string(e.Code)) {
			t.Errorf("%s is no code of the contract", e.Code)
		}
	}
}

// broken is what a sentence looks like when a blank was left empty, or filled with
// something that brings its own full stop.
var broken = regexp.MustCompile(`[{}\[\]]|[：；，、（“ ][。；，）”]|。。|；。|。；|，，|（）|“”|  |^[：；，、]|在）|为 的|第 条`)

func TestSentencesAreWholeHoweverTheyAreFilled(t *testing.T) {
	for _, e := range Catalogue {
		for _, found := range []string{"", "表题", "已发布3篇。", "第1条“公开规划。”"} {
			for _, wanted := range []string{"", "2021年第一季度", "名录中最接近的是“办公室”。"} {
				f := New(e.Code, Place{}, found, wanted)
				for _, s := range []string{f.Message, f.Hint} {
					if m := broken.FindString(s); m != "" || !strings.HasSuffix(s, "。") {
						t.Errorf("%s filled with %q and %q reads %q (%q)", e.Code, found, wanted, s, m)
					}
				}
			}
		}
	}
}

// A clerk looks a problem up by its title; the page of all problems links to it.
func TestTitlesAreShortAndDistinct(t *testing.T) {
	seen := map[string]Code{}
	plain := regexp.MustCompile(`^\p{Han}{2,12}$`)
	for _, e := range Catalogue {
		if !plain.MatchString(e.Title) {
			t.Errorf("%s is titled %q", e.Code, e.Title)
		}
		if other, twice := seen[e.Title]; twice {
			t.Errorf("%s and %s are both titled %q", e.Code, other, e.Title)
		}
		seen[e.Title] = e.Code
	}
}

func TestUnknownCodeStillSpeaks(t *testing.T) {
	f := New("no-such-code", Place{}, "内容", "")
	if f.Message != "内容" || f.Severity() != Warning {
		t.Errorf("got %q, %s", f.Message, f.Severity())
	}
}
