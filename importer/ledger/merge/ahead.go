package merge

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/numbers"
	"taizhang/importer/period"
	"taizhang/importer/returns"
)

// The year is at the latest quarter that anything came of. A table of the whole year that came in summer,
// or a file in the wrong folder, takes it further than everybody else is: nobody is asked then for returns
// and results of quarters that only such a file speaks of, and one finding says so.

// fewOf is how many departments must be behind for each that is ahead.
const fewOf = 4

// leastBehind is how many departments must be behind for anybody to be ahead of them.
const leastBehind = 2

// came is a return, or a table of numbers, as far as it tells how far the year is.
type came struct {
	file, department string
	n                int  // of the quarter
	wide             bool // nothing says that it is of this quarter alone
}

// findAhead sets the quarter that the year has come to, where the office has not said it, and reports those
// that are ahead of it.
func findAhead(l *ledger.Ledger, rs []returns.Return, base *numbers.Given, void func(file, sheet string) bool) {
	all := cameOf(l, rs, base, void)
	var ahead []came
	for n := l.AsOf.N; n > 1; n-- {
		those := aheadIn(n, all)
		if those == nil {
			break
		}
		ahead, l.Come = those, period.Quarter{Year: l.Year, N: n - 1}
	}
	if ahead == nil {
		return
	}
	who := byWhom(ahead)
	f := finding.New(finding.AsOfDoubtful, finding.In(ahead[0].file, ""), who, l.AsOf.Short())
	f.Message = fmt.Sprintf("只有%s报到%s，别的部门都还在%s或以前。台账照收到的报表算到%s；%s起没有报送的部门、到期没有办结的要求，没有逐个列为问题。",
		who, l.AsOf.Short(), l.Come.Short(), l.AsOf.Short(), l.Come.Next().Short())
	f.Hint = fmt.Sprintf("现在只做到%s的，在 任务清单.xlsx 的“设置”里把“截至季度”填为“%s”（页面上在“设置”里填）；确实做到%s的，填为“%s”。是放错了文件夹、写错了季度的，请部门改正。",
		l.Come.Short(), l.Come.Short(), l.AsOf.Short(), l.AsOf.Short())
	f.Quarter = l.AsOf.String()
	l.Findings = append(l.Findings, f)
}

// byWhom names the departments that are ahead, each with the first of its files; of many the first.
func byWhom(ahead []came) string {
	var names, said []string
	for _, c := range ahead {
		if slices.Contains(names, c.department) {
			continue
		}
		if names = append(names, c.department); len(names) <= mostAhead {
			said = append(said, c.department+"（"+c.file+"）")
		}
	}
	if len(names) > len(said) {
		return fmt.Sprintf("%s等%d个部门", strings.Join(said, "、"), len(names))
	}
	return strings.Join(said, "、")
}

// mostAhead is how many departments that are ahead are named.
const mostAhead = 3

// aheadIn returns what came of a quarter or a later one, where that is ahead of everybody else; nil where
// the quarter has begun.
func aheadIn(n int, all []came) (those []came) {
	last := map[string]int{}
	for _, c := range all {
		last[c.department] = max(last[c.department], c.n)
	}
	ahead, behind, reached := 0, 0, 0
	for _, at := range last {
		if at >= n {
			ahead++
		} else {
			behind, reached = behind+1, max(reached, at)
		}
	}
	if behind < leastBehind || ahead > max(1, behind/fewOf) {
		return nil
	}
	for _, c := range all {
		if c.n < n {
			continue
		}
		if !c.wide && c.n <= reached+1 {
			return nil // an ordinary return of the next quarter begins it
		}
		those = append(those, c)
	}
	return those
}

// cameOf lists what tells how far the year is.
func cameOf(l *ledger.Ledger, rs []returns.Return, base *numbers.Given, void func(file, sheet string) bool) (all []came) {
	several := map[string][]int{} // quarters by file
	for i := range rs {
		if r := &rs[i]; tells(l, r, void) && !r.Restates && !slices.Contains(several[r.File], r.Quarter.Value.N) {
			several[r.File] = append(several[r.File], r.Quarter.Value.N)
		}
	}
	for i := range rs {
		if r := &rs[i]; tells(l, r, void) {
			all = append(all, came{r.File, r.Department.Value, r.Quarter.Value.N, len(several[r.File]) > 1 && !namesQuarter(r.File, r.Quarter.Value.N) || isSpan(r.Quarter.Said)})
		}
	}
	if base == nil {
		return all
	}
	for i := range base.Values {
		if v := &base.Values[i]; v.Quarter.Year == l.Year && v.State != numbers.Blank && v.Department != "" {
			c := came{v.At.File(), v.Department, v.Quarter.N, true}
			if !slices.Contains(all, c) {
				all = append(all, c)
			}
		}
	}
	return all
}

// tells reports whether a return tells how far the year is.
func tells(l *ledger.Ledger, r *returns.Return, void func(file, sheet string) bool) bool {
	return r.Held == "" && r.Department.Value != "" && r.Quarter.Value.Year == l.Year && !void(r.File, r.Sheet)
}

// isSpan reports whether the words by which a quarter was told mean a span that ends with it: 全年, 1-12月.
func isSpan(said string) bool {
	mentions := period.Mentions(said)
	return len(mentions) > 0 && !slices.ContainsFunc(mentions, func(m period.Mention) bool { return !m.Span })
}

// namesQuarter reports whether the path of a file names a quarter and no span.
func namesQuarter(file string, n int) bool {
	for ; file != "." && file != "/"; file = path.Dir(file) {
		if slices.ContainsFunc(period.Mentions(path.Base(file)), func(m period.Mention) bool { return !m.Span && m.Quarter.N == n }) {
			return true
		}
	}
	return false
}
