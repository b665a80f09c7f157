package duty

import (
	"regexp"
	"strings"

	"taizhang/importer/plan/roster"
)

// A name may carry in a bracket who else takes part: 基教股（督导室配合）. The bracket of a second
// name (行政审批服务股) and that of a verb alone （配合） say something of the name itself, and stay.

// bracketed is what stands in a bracket that holds no other.
var bracketed = regexp.MustCompile(`[(（〔\[]([^()（）〔〕\[\]]+)[)）〕\]]`)

// together begins what names those who work along: 会同督导室.
var together = regexp.MustCompile(`^(?:会同|协同|联合)`)

// towards begins what names those whom somebody helps: 配合督导室. Who leads then stands nowhere.
var towards = regexp.MustCompile(`^(?:主要|具体|积极|密切)?(?:配合|协助|参与|支持|协办)`)

// takeBeside takes from a piece the brackets that name others with what they do. Everything that such
// a bracket says ends among the names, the deadline or what is unread.
func (r *dutyReading) takeBeside(item string) (rest string, others []Named) {
	for _, at := range bracketed.FindAllStringSubmatchIndex(item, -1) {
		if strings.TrimFunc(item[:at[0]], IsEdge) == "" {
			continue
		}
		told := r.beside(item[at[2]:at[3]])
		if told == nil {
			continue
		}
		rest, more := r.takeBeside(item[:at[0]] + item[at[1]:])
		if told.Due != "" {
			r.Due = told.Due
		}
		r.Unread = append(r.Unread, told.Unread...)
		return rest, append(told.All, more...)
	}
	return item, nil
}

// beside reads a bracket, nil where it names nobody else with what he does.
func (r *dutyReading) beside(text string) *Reply {
	text = strings.TrimFunc(text, IsEdge)
	if r.LabelOf(text) != NoLabel {
		return nil // （配合单位） says what the name before it is
	}
	if with := together.FindString(text); with != "" {
		return r.named(strings.TrimPrefix(text, with), Supports)
	}
	if helps := towards.FindString(text); helps != "" {
		if r.named(strings.TrimPrefix(text, helps), Supports) == nil {
			return nil
		}
		return &Reply{Unread: []string{text}}
	}
	if IsDeadline(text) && !r.Known(text) {
		return &Reply{Due: text}
	}
	return r.named(text, Unmarked)
}

// named reads a text that is made of units' names, each with a side, nil for any other.
func (r *dutyReading) named(text string, side Side) *Reply {
	told := r.Grammar.Read(text, side)
	if len(told.All) == 0 || len(told.Unread) > 0 {
		return nil
	}
	for i := range told.All {
		name := told.All[i].Party.Name
		if told.All[i].Side == Unmarked || told.All[i].Party.Collective == "" && !r.Known(name) && !roster.EndsAsUnit(name) {
			return nil
		}
		told.All[i].pinned = true
	}
	return &told
}

// addBeside adds those whom brackets have named. The names before them answer, where nothing else
// is said of them.
func (r *dutyReading) addBeside(others []Named) {
	for i := r.open; i < len(r.All); i++ {
		r.All[i].helped = true
	}
	r.All = append(r.All, others...)
	r.open = len(r.All)
}
