package page

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
	"taizhang/report/page/desk"
	"taizhang/report/page/questions"
)

// decide takes in what was chosen for a question, or for all that wait of its cause.
func (p *Page) decide(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	if s == nil {
		p.back(w, r, "/check", "")
		return
	}
	id := r.PostFormValue("q")
	at, known := s.At[id]
	if !known || s.Questions[at].Office.Kind == "" {
		p.back(w, r, "/check", "这个问题刚刚变了，请再看一看。")
		return
	}
	q := &s.Questions[at]
	key := r.PostFormValue("key")
	choice := ruling.Line{Choice: r.PostFormValue("choice"), Item: strings.TrimSpace(r.PostFormValue("item")), Status: r.PostFormValue("status"), Value: strings.TrimSpace(r.PostFormValue("value"))}
	if key != "" {
		o := slices.IndexFunc(s.Options(q), func(o questions.Option) bool { return o.Key == key })
		if o < 0 {
			p.back(w, r, "/check?q="+id, "没有 "+key+" 这一项。")
			return
		}
		if s.Options(q)[o].Drop {
			p.letGo(w, r, y, s, at)
			return
		}
		choice = s.Options(q)[o].Line
	}
	h := p.signed(r, y)
	reason := reasonOf(r)
	var all []desk.Typed
	open, apart := y.Asked(s), 0
	for _, i := range open {
		other := &s.Questions[i]
		together := r.PostFormValue("all") != "" && q.Cause > 0 && other.Cause == q.Cause
		switch {
		case i == at || together && s.Offers(other, choice):
			all = append(all, typing(y, s, other, questions.Fill(other, choice, h, reason)))
		case together:
			apart++
		}
	}
	if !slices.Contains(open, at) { // decided before: it is decided anew
		all = append(all, typing(y, s, q, questions.Fill(q, choice, h, reason)))
	}
	if err := y.DecideAll(s, all); err != nil {
		p.back(w, r, "/check?q="+id, "没有记下："+err.Error())
		return
	}
	to := "/check"
	if next := onwards(s, y.Asked(s), at); next != "" {
		to += "?q=" + next
	}
	said, fill := p.receiptOf(y, all)
	if apart > 0 {
		said += fmt.Sprintf("同一原因的另外 %d 处不能一起这样办，还要逐处核对。", apart)
	}
	p.backWith(w, r, to, said, fill)
}

// signed is by whom and on which day a decision is made, as it was written; the day is offered again.
func (p *Page) signed(r *http.Request, y *desk.Year) questions.Habits {
	h := questions.Habits{By: strings.TrimSpace(r.PostFormValue("by")), On: strings.TrimSpace(r.PostFormValue("on"))}
	y.Dated(h.On, p.Day().Label())
	return h
}

// reasonOf is the reason that was written, else the one that was chosen of those that were written before.
func reasonOf(r *http.Request) string {
	return cmp.Or(strings.TrimSpace(r.PostFormValue("reason")), strings.TrimSpace(r.PostFormValue("before")))
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
	reason := reasonOf(r)
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
	h := p.signed(r, y)
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
	to := "/check"
	if next := onwards(s, y.Asked(s), at); next != "" {
		to += "?q=" + next
	}
	p.back(w, r, to, receipt(all))
}

// letGo takes back a decision that is not carried out, or all such of its cause.
func (p *Page) letGo(w http.ResponseWriter, r *http.Request, y *desk.Year, s *questions.Reading, at int) {
	q := &s.Questions[at]
	all := []desk.Typed{typing(y, s, q, questions.Emptied(q))}
	all[0].Says = "撤掉了“" + q.Ruled.Says() + "”"
	for _, i := range y.Asked(s) {
		other := &s.Questions[i]
		if r.PostFormValue("all") != "" && i != at && q.Cause > 0 && other.Cause == q.Cause && questions.Gone(q) && questions.Gone(other) {
			all = append(all, typing(y, s, other, questions.Emptied(other)))
			all[len(all)-1].Says = "撤掉了“" + other.Ruled.Says() + "”"
		}
	}
	if err := y.DecideAll(s, all); err != nil {
		p.back(w, r, "/check?q="+questions.ID(q), "没有撤掉："+err.Error())
		return
	}
	said := all[0].Says
	if len(all) > 1 {
		said += fmt.Sprintf("等 %d 条", len(all))
	}
	to := "/check"
	if next := onwards(s, y.Asked(s), at); next != "" {
		to += "?q=" + next
	}
	p.back(w, r, to, said+"。按 U 可以撤销。")
}

// receipt says what was taken in.
func receipt(all []desk.Typed) string {
	if len(all) > 1 {
		return fmt.Sprintf("已记下 %d 处：%s。按 U 可以一起撤销。", len(all), all[0].Ruling.Says())
	}
	return fmt.Sprintf("已记下：%s。按 U 可以撤销。", all[0].Ruling.Says())
}

// receiptOnce is the receipt, with what the ledger asks for beside a decision where that is missing: it is said
// once.
func (p *Page) receiptOnce(y *desk.Year, all []desk.Typed) string {
	missing := lacking(all[0].Ruling)
	p.mu.Lock()
	defer p.mu.Unlock()
	if missing == "" || p.toldOf == y {
		return receipt(all)
	}
	p.toldOf = y
	return receipt(all) + "没有写" + missing + "，台账里会要求补上：先写好再按键，核定人写一次就一直带着。"
}

// receiptOf is the receipt of a decision on a card, and leads to where a reason and a name can still be written
// beside it.
func (p *Page) receiptOf(y *desk.Year, all []desk.Typed) (said string, fill questions.Piece) {
	said = p.receiptOnce(y, all)
	if missing := lacking(all[0].Ruling); missing != "" {
		fill = questions.Piece{Text: "给这一条补写" + missing, Path: "/check?q=" + all[0].ID}
	}
	return said, fill
}

// lacking names what the ledger asks for beside a decision and what was not written, "" for nothing.
func lacking(r ruling.Ruling) string {
	var missing []string
	for _, one := range [][2]string{{"理由", r.Reason}, {"核定人", r.By}} {
		if one[1] == "" {
			missing = append(missing, one[0])
		}
	}
	return strings.Join(missing, "和")
}

// typing is a line of 待核对 as it would be read from the ledger.
func typing(y *desk.Year, s *questions.Reading, q *ledgerbook.Question, l ruling.Line) desk.Typed {
	mark := y.Mark(nil, nil)
	if q.Ruled != nil {
		mark = y.Mark(q.Ruled, ruling.LineTyped.Cells(q.Office))
	}
	one := desk.Typed{ID: questions.ID(q), Typing: l.Typed(s.Keys, mark)}
	if one.Empty {
		one.Drops = q.Ruled
	}
	return one
}

// closeQuarter makes a quarter final, or opens it again.
func (p *Page) closeQuarter(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	q, ok := period.ParseQuarter(r.PostFormValue("quarter"))
	if s == nil || !ok || q.Year != s.Ledger.Year {
		p.back(w, r, "/results", "")
		return
	}
	open := r.PostFormValue("open") != ""
	note := q.Short() + "定稿了：以后才来的、改过的报表先不并入，列在“核对”里。"
	if open {
		note = q.Short() + "不再是定稿：以后来的报表照常并入。"
	}
	if err := y.Close(s, q, open, p.Day().Label()); err != nil {
		note = "没有记下：" + err.Error()
	}
	y.Again()
	p.back(w, r, "/results", note)
}

// asksOf reports whether 核对 has a card of the thing that a decision was made on: a heading, a requirement
// and a quarter have none.
func asksOf(y *desk.Year, on string) bool {
	s, _, _ := y.State()
	if s == nil {
		return false
	}
	_, known := s.At[on]
	return known
}

// headingPath leads to the heading that a decision was made on, under the name that it has without an answer; ""
// where it was made on something else.
func headingPath(y *desk.Year, on string) string {
	s, _, _ := y.State()
	if s == nil || on == "" {
		return ""
	}
	i := s.HeadingAt(on)
	if i < 0 {
		return ""
	}
	return "/headings?h=" + questions.Unanswered(&s.Headings[i])
}

// undo takes back what was decided last.
func (p *Page) undo(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	says, on, err := y.TakeBack()
	to := r.PostFormValue("to")
	if to != "/headings" && to != "/list" {
		to = "/check"
	}
	if path := headingPath(y, on); to == "/headings" && path != "" {
		to = path
	}
	switch {
	case err != nil:
		p.back(w, r, to, "没有撤销："+err.Error())
	case says == "":
		p.back(w, r, to, "没有可以撤销的核定。")
	case to == "/check" && asksOf(y, on):
		y.Again()
		p.back(w, r, to+"?q="+on, fmt.Sprintf("已撤销：%s。", says))
	default:
		y.Again()
		p.back(w, r, to, fmt.Sprintf("已撤销：%s。", says))
	}
}
