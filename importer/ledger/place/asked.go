package place

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"taizhang/importer/ledger/likeness"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/table"
)

// asked is what a row says of the requirement that it answers. What it says of the progress
// has no part in it.
type asked struct {
	text   string   // the requirement as the row writes it, "" for none
	number string   // the number beside it, which may be the row's own
	listed bool     // the number is the list's in so many words: 第7项
	cites  []string // the list's numbers where the row cites several
	task   string   // folded
	inTask []int    // the requirements of the task that the row names
}

// silent reports whether the row writes no requirement: its numbers, or its task, must speak.
func (a asked) silent() bool { return a.text == "" && a.cites == nil }

// ask reads what a row says of its requirement, in whichever of its cells that stands.
func (pl *Placer) ask(row *returns.Row) asked {
	a := asked{text: row.Text.Value, number: row.Number.Value, task: pl.keys.Of(row.Task.Value)}
	if row.Serial {
		a.number = ""
	}
	switch cites := distinctNumbers(row.Cites); {
	case len(cites) > 1:
		a.cites = cites
	case len(cites) == 1:
		a.number, a.listed = cites[0], true
	}
	a.inTask = pl.requirementsOf(row.Task.Value)
	if len(pl.byText[pl.keys.Of(a.text)]) > 0 {
		return a
	}
	pl.takeTitle(&a) // with its number, which counts tasks
	a.takeNumbers()
	a.takeNumberBehind()
	pl.takeTitle(&a)
	if a.silent() && a.inTask == nil && row.Task.At.Row() > 0 && row.Task.At.Row() == row.At.Row() {
		a.text = row.Task.Value // the only column for what is to be done; a title inherited from above is none
	}
	return a
}

// takeTitle takes a text that is a task's title for what it is: it names no requirement.
func (pl *Placer) takeTitle(a *asked) {
	if in := pl.requirementsOf(a.text); in != nil {
		a.text, a.inTask = "", in
	}
}

// citedHead is a text that begins with numbers of the list: 第7项 设施计划. Without 第 it
// is a quantity: 3项制度.
var citedHead = regexp.MustCompile(`(?s)^((?:清单|任务|序号|编号|要求)?第[0-9０-９一二三四五六七八九十、，,~～—\-－至到和及与第]+[项条])[\s\p{P}]*(.*\p{Han}.*)$`)

// takeNumbers takes the numbers off the beginning of the text, or all of it where it is
// nothing else.
func (a *asked) takeNumbers() {
	whole, rest := a.text, ""
	if m := citedHead.FindStringSubmatch(strings.TrimSpace(a.text)); m != nil {
		whole, rest = m[1], m[2]
	}
	numbers := distinctNumbers(table.Cited(whole))
	switch {
	case len(numbers) > 1:
		if a.cites == nil {
			a.cites = numbers
		}
		a.text = rest
	case len(numbers) == 1 && strings.ContainsAny(whole, "第条项"):
		a.number, a.listed, a.text = numbers[0], true, rest
	case len(numbers) == 1:
		if a.number == "" {
			a.number = numbers[0]
		}
		a.text = rest
	case a.number == "" && strings.IndexFunc(a.text, unicode.IsDigit) == 0: // （2） counts parts of a requirement
		if number, rest := plan.SplitNumber(a.text); number != "" && rest != "" {
			a.number, a.text = number, rest
		}
	}
}

// numberBehind is a number in a bracket behind a name: 内控（配合）（36）.
var numberBehind = regexp.MustCompile(`^(.*\p{Han}.*?)\s*[(（]\s*(第?[0-9]{1,3}[条项号]?)\s*[)）]$`)

// takeNumberBehind takes a number off the end of a name that has none before it.
func (a *asked) takeNumberBehind() {
	if a.number != "" || a.cites != nil {
		return
	}
	m := numberBehind.FindStringSubmatch(strings.TrimSpace(a.text))
	if m == nil {
		return
	}
	if numbers := table.Cited(m[2]); len(numbers) == 1 {
		a.number, a.listed, a.text = numbers[0], strings.ContainsAny(m[2], "第条项"), table.WithoutRemark(m[1])
	}
}

func distinctNumbers(numbers []string) []string {
	var distinct []string
	for _, n := range numbers {
		if !slices.Contains(distinct, n) {
			distinct = append(distinct, n)
		}
	}
	return distinct
}

// sameTitle is the likeness from which a text is a task's title with a slip of the pen.
const sameTitle = 0.9

// requirementsOf returns the requirements of the task that a text names, nil where it
// names none. Tasks of the same title are taken together.
func (pl *Placer) requirementsOf(text string) []int {
	if text == "" {
		return nil
	}
	if nos, known := pl.titled[text]; known {
		return nos
	}
	said := likeness.Of(plan.Title(text))
	var nos []int
	for t, title := range pl.tasks {
		if said.Key != "" && said.Key == title.Key {
			nos = append(nos, pl.plan.Tasks[t].Requirements...)
		}
	}
	if nos == nil {
		for t, title := range pl.tasks {
			if said.Likeness(title) >= sameTitle && likeness.SameFigures(said.Key, title.Key) {
				nos = append(nos, pl.plan.Tasks[t].Requirements...)
			}
		}
	}
	pl.titled[text] = nos
	return nos
}

// inTask reports whether the row names no task, or the requirement's.
func (pl *Placer) inTask(a asked, no int) bool {
	return a.task == "" && a.inTask == nil || slices.Contains(a.inTask, no)
}
