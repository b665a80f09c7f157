package page

import (
	"net/http"
	"strings"

	"taizhang/importer/period"
	"taizhang/report/page/desk"
	"taizhang/report/page/questions"
)

// alikeView is what was found in the returns of many departments at once, to be decided together in view of
// all of it. Title is that of its code.
type alikeView struct {
	ID, Title, Quarter string
	Count, Departments int
	Groups             []alikeGroup
	Habits             questions.Habits
}

type alikeGroup struct {
	Department string
	Lines      []alikeLine
}

type alikeLine struct{ ID, Message, Said, Where string }

// alikeOf lays out what may be decided together with a question, nil for nothing.
func (p *Page) alikeOf(y *desk.Year, s *questions.Reading, at int) *alikeView {
	list := s.Alike(y.Asked(s), at)
	if list == nil {
		return nil
	}
	f := s.Questions[at].Finding
	v := &alikeView{ID: questions.ID(&s.Questions[at]), Title: f.Code.Entry().Title, Quarter: f.Quarter, Count: len(list), Habits: y.Habits(s, p.Day().Label())}
	if quarter, ok := period.ParseQuarter(f.Quarter); ok {
		v.Quarter = quarter.Short()
	}
	groups := map[string]int{}
	for _, i := range list {
		q := &s.Questions[i]
		n, known := groups[q.Finding.Department]
		if !known {
			n = len(v.Groups)
			groups[q.Finding.Department] = n
			v.Groups = append(v.Groups, alikeGroup{Department: q.Finding.Department})
		}
		line := alikeLine{ID: questions.ID(q), Message: q.Finding.Message, Where: where(q.Finding.Place)}
		if q.Row != nil {
			line.Said = q.Row.Text
		}
		v.Groups[n].Lines = append(v.Groups[n].Lines, line)
	}
	v.Departments = len(v.Groups)
	return v
}

// showAlike lists what may be decided together with a question.
func (p *Page) showAlike(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	if s == nil {
		p.show(w, r, "wait", "核对", y, nil)
		return
	}
	at, known := s.At[r.URL.Query().Get("q")]
	if !known {
		p.back(w, r, "/check", "")
		return
	}
	v := p.alikeOf(y, s, at)
	if v == nil {
		p.back(w, r, "/check?q="+questions.ID(&s.Questions[at]), "")
		return
	}
	p.show(w, r, "alike", "核对", y, v)
}

// decideAlike accepts those that are ticked of what was listed. What is no longer asked, or was never
// listed, is left as it is.
func (p *Page) decideAlike(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	id := r.PostFormValue("q")
	if s == nil {
		p.back(w, r, "/check", "")
		return
	}
	at, known := s.At[id]
	reason := strings.TrimSpace(r.PostFormValue("reason"))
	ticked := map[string]bool{}
	for _, one := range r.PostForm["of"] {
		ticked[one] = true
	}
	switch {
	case !known:
		p.back(w, r, "/check", "这些问题刚刚变了，请再看一看。")
		return
	case reason == "":
		p.back(w, r, "/alike?q="+id, "没有记下：没有写理由。")
		return
	case len(ticked) == 0:
		p.back(w, r, "/check?q="+id, "一处也没有勾，没有记下什么。")
		return
	}
	h := questions.Habits{By: strings.TrimSpace(r.PostFormValue("by")), On: strings.TrimSpace(r.PostFormValue("on"))}
	var all []desk.Typed
	for _, i := range s.Alike(y.Asked(s), at) {
		if q := &s.Questions[i]; ticked[questions.ID(q)] {
			all = append(all, typing(y, s, q, questions.Fill(q, questions.Accepting(), h, reason)))
		}
	}
	if len(all) == 0 {
		p.back(w, r, "/check", "这些问题刚刚变了，请再看一看。")
		return
	}
	if err := y.DecideAll(s, all); err != nil {
		p.back(w, r, "/alike?q="+id, "没有记下："+err.Error())
		return
	}
	p.back(w, r, "/check", receipt(all))
}
