package inbox

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/ruling"
)

// Became is what became of a file, by a reading: whose it is, of which quarters, and where each of its rows went.
type Became struct {
	Whose    []string // every department that it speaks for
	Quarters []period.Quarter
	Rows     ledger.Count
	Later    int      // of the held ones, those that came after their quarter was final
	Fates    []string // 并入12行; 待核对3行（…）; 不计6行（…）
	Why      string   // why nothing of it counts, where the rows do not say it; "" else
}

// BecameOf tells it of files, by their names in the year.
func BecameOf(l *ledger.Ledger, files ...string) map[string]*Became {
	all, kept := map[string]*Became{}, map[string]*reasons{}
	for _, file := range files {
		all[file], kept[file] = &Became{}, newReasons()
	}
	for i := range l.Returns {
		r := &l.Returns[i]
		b := all[r.File]
		if b == nil {
			continue
		}
		b.Rows.Add(r.Count)
		if r.Department != "" && !slices.Contains(b.Whose, r.Department) {
			b.Whose = append(b.Whose, r.Department)
		}
		if !r.Quarter.IsZero() && !slices.Contains(b.Quarters, r.Quarter) {
			b.Quarters = append(b.Quarters, r.Quarter)
		}
	}
	instead := insteadOf(l, all)
	for i := range l.Rows {
		r := &l.Rows[i]
		b := all[r.At.File()]
		if b == nil || r.Fate == ledger.Merged {
			continue
		}
		why := kept[r.At.File()]
		if r.Fate == ledger.Held && r.Reason == string(finding.ReturnAfterClose) {
			b.Later++
			continue
		}
		why.add(r.Fate, reasonOf(r, instead[i]))
	}
	for file, b := range all {
		slices.SortFunc(b.Quarters, func(a, b period.Quarter) int { return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.N, b.N)) })
		b.Fates = kept[file].said(b.Rows, b.Later)
		b.Why = whyNothing(l, file, b.Rows)
	}
	return all
}

// insteadOf finds, of each row that another one takes the place of, the file of that other row.
func insteadOf(l *ledger.Ledger, files map[string]*Became) map[int]string {
	type answer struct {
		requirement int
		department  string
		quarter     period.Quarter
	}
	wanted := map[answer][]int{}
	for i := range l.Rows {
		r := &l.Rows[i]
		if files[r.At.File()] != nil && r.Fate == ledger.Ignored && r.Requirement > 0 && (r.Reason == string(returns.Superseded) || r.Reason == string(returns.Duplicate)) {
			at := answer{r.Requirement, r.Department, r.Quarter}
			wanted[at] = append(wanted[at], i)
		}
	}
	found := map[int]string{}
	if len(wanted) == 0 {
		return found
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		for _, at := range wanted[answer{e.Requirement, e.Department, e.Quarter}] {
			found[at] = e.Row.At.File()
		}
	}
	return found
}

// reasonOf says why a row does not count; instead is the file that says the same or something later, "" where
// none is known.
func reasonOf(r *ledger.Row, instead string) string {
	switch {
	case r.Fate == ledger.Held || instead == "":
		return ledger.ReasonLabel(*r)
	case instead == r.At.File():
		instead = "这一份里的另一行"
	case path.Base(instead) == path.Base(r.At.File()):
		instead = "《" + instead + "》"
	default:
		instead = "《" + path.Base(instead) + "》"
	}
	if r.Reason == string(returns.Superseded) {
		return "被" + instead + "取代"
	}
	return "与" + instead + "内容相同"
}

// reasons counts rows by fate and reason, in the order in which they came.
type reasons struct {
	order map[ledger.Fate][]string
	count map[ledger.Fate]map[string]int
}

func newReasons() *reasons {
	return &reasons{map[ledger.Fate][]string{}, map[ledger.Fate]map[string]int{ledger.Held: {}, ledger.Ignored: {}}}
}

func (r *reasons) add(fate ledger.Fate, reason string) {
	if r.count[fate][reason]++; r.count[fate][reason] == 1 {
		r.order[fate] = append(r.order[fate], reason)
	}
}

// said is the account of a file in words: nothing is said of what there is none of, but for rows that count.
func (r *reasons) said(rows ledger.Count, later int) (list []string) {
	if rows.Read == 0 {
		return nil
	}
	list = append(list, fmt.Sprintf("并入%d行", rows.Merged))
	if later > 0 {
		list = append(list, notYet(later))
	}
	for _, one := range []struct {
		fate ledger.Fate
		word string
		n    int
	}{{ledger.Held, "待核对", rows.Held - later}, {ledger.Ignored, "不计", rows.Ignored}} {
		if one.n == 0 {
			continue
		}
		var parts []string
		for _, reason := range r.order[one.fate] {
			parts = append(parts, fmt.Sprintf("%s%d行", reason, r.count[one.fate][reason]))
		}
		list = append(list, fmt.Sprintf("%s%d行（%s）", one.word, one.n, strings.Join(parts, "、")))
	}
	return list
}

// notYet says of rows that their quarter was final before they came.
func notYet(n int) string { return fmt.Sprintf("先不并入%d行（这一季度已定稿）", n) }

// whyNothing says what the rows of a file of which nothing counts do not say by themselves.
func whyNothing(l *ledger.Ledger, file string, rows ledger.Count) string {
	if rows.Merged > 0 {
		return ""
	}
	for i := range l.Rulings {
		r := &l.Rulings[i]
		if r.Act != ruling.Discard || r.State != ruling.Applied || r.Target.File != file {
			continue
		}
		said := "办公室核定“" + ruling.Discard.Label() + "”，不算"
		if r.Target.Sheet != "" {
			said = "工作表“" + r.Target.Sheet + "”" + said
		}
		if r.Reason != "" {
			said += "：" + r.Reason
		}
		return said
	}
	if rows.Read > 0 {
		return ""
	}
	for i := range l.Findings {
		if f := &l.Findings[i]; f.Place.File() == file && f.Severity() == finding.Error && !f.Settled {
			return f.Message
		}
	}
	return ""
}
