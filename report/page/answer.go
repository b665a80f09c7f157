package page

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
)

// decide takes in what was chosen for a question, or for all that wait of its cause.
func (p *Page) decide(w http.ResponseWriter, r *http.Request, y *year) {
	s, _, _ := y.state()
	if s == nil {
		p.back(w, r, "/check", "")
		return
	}
	id := r.PostFormValue("q")
	at, known := s.at[id]
	if !known || s.questions[at].Office.Kind == "" {
		p.back(w, r, "/check", "这个问题刚刚变了，请再看一看。")
		return
	}
	q := &s.questions[at]
	key := r.PostFormValue("key")
	choice := ruling.Line{Choice: r.PostFormValue("choice"), Item: strings.TrimSpace(r.PostFormValue("item")), Status: r.PostFormValue("status"), Value: strings.TrimSpace(r.PostFormValue("value"))}
	if key != "" {
		o := slices.IndexFunc(optionsOf(s, q), func(o option) bool { return o.Key == key })
		if o < 0 {
			p.back(w, r, "/check?q="+id, "没有 "+key+" 这一项。")
			return
		}
		choice = optionsOf(s, q)[o].line
	}
	h := habits{By: strings.TrimSpace(r.PostFormValue("by")), On: strings.TrimSpace(r.PostFormValue("on"))}
	reason := strings.TrimSpace(r.PostFormValue("reason"))
	var all []typed
	open := y.asked(s)
	for _, i := range open {
		other := &s.questions[i]
		if i == at || r.PostFormValue("all") != "" && q.Cause > 0 && other.Cause == q.Cause && offers(s, other, choice) {
			all = append(all, y.typing(s, other, fill(other, choice, h, reason)))
		}
	}
	if !slices.Contains(open, at) { // decided before: it is decided anew
		all = append(all, y.typing(s, q, fill(q, choice, h, reason)))
	}
	if err := y.decideAll(s, all); err != nil {
		p.back(w, r, "/check?q="+id, "没有记下："+err.Error())
		return
	}
	to := "/check"
	if _, next := neighbours(s, y.asked(s), at); next != "" {
		to += "?q=" + next
	}
	p.back(w, r, to, howMany(all))
}

// howMany says what was taken in where it was more than one.
func howMany(all []typed) string {
	if len(all) > 1 {
		return "已记下 " + strconv.Itoa(len(all)) + " 处，按 U 可以一起撤销。"
	}
	return ""
}

// offers reports whether the ledger's list would offer a choice on a question of the same cause: an
// item only where it is one of its candidates too.
func offers(s *snapshot, q *ledgerbook.Question, choice ruling.Line) bool {
	first, last := q.Office.Kind.Span()
	if q.Office.Kind == "" || !slices.ContainsFunc(ruling.Choices[first:last+1], func(c ruling.Choice) bool { return c.Label == choice.Choice }) {
		return false
	}
	if q.Office.Kind != ruling.HeldRow || choice.Item == "" {
		return true
	}
	no, _ := strconv.Atoi(choice.Item)
	return slices.Contains(s.candidates(q), no)
}

// typing is a line of 待核对 as it would be read from the ledger.
func (y *year) typing(s *snapshot, q *ledgerbook.Question, l ruling.Line) typed {
	mark := y.mark(nil, nil)
	if q.Ruled != nil {
		mark = y.mark(q.Ruled, ruling.LineTyped.Cells(q.Office))
	}
	return typed{id: idOf(q), Typing: l.Typed(s.keys, mark)}
}

// undo takes back what was decided last.
func (p *Page) undo(w http.ResponseWriter, r *http.Request, y *year) {
	says, on, err := y.takeBack()
	to := r.PostFormValue("to")
	if to != "/headings" && to != "/list" {
		to = "/check"
	}
	switch {
	case err != nil:
		p.back(w, r, to, "没有撤销："+err.Error())
	case says == "":
		p.back(w, r, to, "没有可以撤销的核定。")
	case to == "/check" && on != "":
		p.back(w, r, to+"?q="+on, fmt.Sprintf("已撤销：%s。", says))
	default:
		y.again()
		p.back(w, r, to, fmt.Sprintf("已撤销：%s。", says))
	}
}
