package plan

import (
	"fmt"
	"slices"
	"strconv"

	"taizhang/importer/finding"
)

// checkNumbers reports numbers that are missing or come twice. A list counts on through
// all tasks, or anew in each: a task that begins with 1 begins a new count.
func (b *builder) checkNumbers() {
	var run []*Requirement
	task := 0
	for i := range b.plan.Requirements {
		r := &b.plan.Requirements[i]
		if r.Task != task && r.Number == "1" {
			b.checkRun(run)
			run = nil
		}
		task = r.Task
		run = append(run, r)
	}
	b.checkRun(run)
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
