package openworld

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// fact is what a department says of a requirement in a quarter, as far as the layout writes
// it. Each text holds a token, a number that stands nowhere else in the folder: by it a
// text is known again wherever the program puts it.
type fact struct {
	job         *job
	requirement *requirement // nil of a row that answers nothing on the list
	department  string
	quarter     int
	status      string   // what the department means
	accepted    []string // statuses that a clerk may give it; nil where none is written
	said        string
	date        string // ISO
	dateWritten bool
	texts       map[string]string // by role, of what was written
	twin        *fact             // the fact whose row this one shares
	sample      bool              // an example of how to fill in the form
	places      []place           // where its tokens stand
}

// place is where a token stands.
type place struct {
	book, sheet string
	row, col    int // from 1
	role        string
	token       string
}

// folder is one year folder in the making.
type folder struct {
	world *world
	list  *list
	known bool
	token int
	facts []*fact
	owner map[string][]owner
}

// owner is a fact that a token belongs to, and what it is to it.
type owner struct {
	fact *fact
	role string
}

// job makes the books of one layout for its departments.
type job struct {
	*folder
	rng         *rand.Rand
	layout      string
	departments []string
	quarter     int
}

func (j *job) chance(p float64) bool { return j.rng.Float64() < p }

// fact returns what the department says of the requirement; a nil requirement is a row
// that answers nothing on the list.
func (j *job) fact(department string, quarter int, r *requirement) *fact {
	f := &fact{job: j, requirement: r, department: department, quarter: quarter, texts: map[string]string{}}
	f.mean(pick(j.rng, []string{"completed", "completed", "in_progress", "in_progress", "ongoing", "behind", "not_started", "not_applicable"}))
	j.facts = append(j.facts, f)
	return f
}

// mean gives the fact a status with the words for it, and a date where it is completed.
func (f *fact) mean(status string) *fact {
	j := f.job
	f.status, f.date = status, ""
	words := knownStatuses
	if !j.known {
		words = j.world.statuses
	}
	f.said = pick(j.rng, words[status])
	if status == "completed" {
		f.date = fmt.Sprintf("%d-%02d-%02d", j.list.year, f.quarter*3-j.rng.IntN(3), 1+j.rng.IntN(28))
	}
	return f
}

// among makes the fact mean one of the statuses.
func (f *fact) among(statuses ...string) *fact {
	if !slices.Contains(statuses, f.status) {
		f.mean(pick(f.job.rng, statuses))
	}
	return f
}

// own returns a fact for each requirement of the department; now and then one is left out.
func (j *job) own(department string, quarter int) []*fact {
	var facts []*fact
	for _, r := range j.list.own(department) {
		if j.chance(0.06) && len(facts) > 0 {
			continue
		}
		facts = append(facts, j.fact(department, quarter, r))
	}
	return facts
}

func (j *job) mine() []*fact { return j.own(j.departments[0], j.quarter) }

// text writes the text of a role, with its token.
func (f *fact) text(role string) string {
	if f.twin != nil {
		return f.twin.text(role)
	}
	if s, ok := f.texts[role]; ok {
		return s
	}
	j := f.job
	from := j.world.texts[strings.TrimRight(role, "0123456789")]
	if strings.HasPrefix(role, "progress") {
		switch {
		case f.requirement == nil:
			from = j.world.texts["invented"]
		case f.status == "not_started" || f.status == "not_applicable":
			from = j.world.texts["waiting"]
		}
	}
	j.token += 1 + j.rng.IntN(40)
	token := fmt.Sprint(j.token)
	j.owner[token] = append(j.owner[token], owner{f, role})
	f.texts[role] = strings.ReplaceAll(pick(j.rng, from), "{n}", token)
	return f.texts[role]
}

// maybe writes the text of a role that many leave empty.
func (f *fact) maybe(role string) string {
	if f.twin == nil && f.texts[role] == "" && f.job.chance(0.4) {
		return ""
	}
	return f.text(role)
}

// share makes the other fact answer in the same row.
func (f *fact) share(other *fact) {
	other.twin, other.status, other.said, other.date = f, f.status, f.said, f.date
}

// sayStatus writes the status word.
func (f *fact) sayStatus() string {
	f.accepted = []string{f.status}
	return f.said
}

// sayDate writes the date of completion, in one of the ways it is written.
func (f *fact) sayDate() string {
	if f.date == "" {
		return ""
	}
	f.dateWritten = true
	return f.job.dated(f.date)
}

func (j *job) dated(iso string) string {
	var y, m, d int
	fmt.Sscanf(iso, "%d-%d-%d", &y, &m, &d)
	styles := []string{"%[1]d年%[2]d月%[3]d日", "%[1]d-%02[2]d-%02[3]d", "%[1]d.%[2]d.%[3]d", "%[1]d/%[2]d/%[3]d", "%[2]d月%[3]d日"}
	return fmt.Sprintf(pick(j.rng, styles), y, m, d)
}

var tokenForm = regexp.MustCompile(`\d+`)

// tokens returns the tokens in a text, in order.
func (f *folder) tokens(s string) []string {
	var all []string
	for _, t := range tokenForm.FindAllString(s, -1) {
		if len(t) == 5 && f.owner[t] != nil {
			all = append(all, t)
		}
	}
	return all
}

// wroteAnything reports whether a reader of the sheet learns anything of the requirement.
func (f *fact) wroteAnything() bool {
	return !f.sample && (f.accepted != nil || len(f.places) > 0)
}
