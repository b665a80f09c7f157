package plan

import (
	"fmt"
	"slices"
	"strconv"

	"taizhang/importer/finding"
	"taizhang/importer/plan/draft"
)

// checkNumbers reports numbers that are missing or come twice. A list counts on through
// all tasks, or anew in each: a task that begins with 1 begins a new count. Points of
// another kind ((1) beside 1.) are counted for themselves.
func (b *builder) checkNumbers(drafts []draft.Draft) {
	var counts []int
	runs, tasks := map[int][]*Requirement{}, map[int]int{}
	for i := range b.plan.Requirements {
		r, count := &b.plan.Requirements[i], drafts[i].Count
		if !slices.Contains(counts, count) {
			counts = append(counts, count)
		}
		if r.Task != tasks[count] && r.Number == "1" {
			b.checkRun(runs[count])
			runs[count] = nil
		}
		tasks[count] = r.Task
		runs[count] = append(runs[count], r)
	}
	for _, count := range counts {
		b.checkRun(runs[count])
	}
}

// checkRun checks one count.
func (b *builder) checkRun(run []*Requirement) {
	seen := map[int]*Requirement{}
	var numbers []int
	for _, r := range run {
		n, err := strconv.Atoi(r.Number)
		if err != nil {
			continue
		}
		if before := seen[n]; before != nil {
			b.report(finding.ListNumberDuplicate, r.Text.At, r.Number, before.Text.At.Cell())
			continue
		}
		seen[n] = r
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	for i := 1; i < len(numbers); i++ {
		from, to := numbers[i-1]+1, numbers[i]-1
		if from > to {
			continue
		}
		missing := strconv.Itoa(from)
		if to > from {
			missing = fmt.Sprintf("%d—%d", from, to)
		}
		b.report(finding.ListNumberGap, seen[numbers[i]].Text.At, fmt.Sprintf("%d之后是%d", numbers[i-1], numbers[i]), missing)
	}
}
