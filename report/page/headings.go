package page

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
	"taizhang/report/page/desk"
	"taizhang/report/page/draw"
	"taizhang/report/page/questions"
)

// headingLine is a heading of 认表.
type headingLine struct {
	ID, Heading  string
	Said         string // what was decided since the last reading
	Role, By     string
	Sure         string // 没有把握, 把握31%
	Next         string
	Samples      []string
	Where        string
	Files, Cells int
	Doubtful     bool
	Answer       string
	Here         bool
	Keep         string        // the one role that it is read as
	Parts        []headingPart // where it is read as now this, now that: each role with where
	Apart        bool          // no file has it as two of them, so that all can be right
}

// headingPart is one of the roles that a heading is read as.
type headingPart struct {
	Role, Where, Sample string
	More                int // further files
}

// partsOf are the roles that a heading is read as, in the order of its files; apart reports that no
// file has two of them.
func partsOf(r *ledgerbook.Reading) (parts []headingPart, apart bool) {
	roles := map[string]string{} // by file
	apart = true
	for i := range r.Met {
		m := &r.Met[i]
		role := string(m.Column.Role)
		if was, known := roles[m.File]; known && was != role || role == "" {
			apart = false
		}
		roles[m.File] = role
		n := slices.IndexFunc(parts, func(p headingPart) bool { return p.Role == role })
		if n >= 0 {
			parts[n].More++
			continue
		}
		one := headingPart{Role: role, Where: m.File}
		if len(m.Column.Samples) > 0 {
			one.Sample = draw.Short(strings.Join(strings.Fields(m.Column.Samples[0]), " "), longestSample)
		}
		parts = append(parts, one)
	}
	return parts, apart
}

// headings is 认表 as it is shown.
type headings struct {
	read   *questions.Reading
	Lines  []headingLine
	All    bool // those that are sure too
	Count  int  // that are doubtful
	At     *headingLine
	Next   string // the heading after this one
	Drawn  *draw.Sheet
	Roles  []string
	Scopes []questions.Scope
	More   []questions.Scope // further departments and files that an answer can be for
	Choose bool              // whom the answer is for is to be chosen: the heading stands in several files
	Habits questions.Habits
}

func (h *headings) from() *questions.Reading { return h.read }

const longestSample = 28

// lineID names a line of 认表. One whose answer was taken back since the last reading has the name by which the next
// one knows it.
func lineID(y *desk.Year, r *ledgerbook.Reading) string {
	if name := questions.Unanswered(r); y.Reopened(name) {
		return name
	}
	return questions.HeadingID(r)
}

func lineOf(y *desk.Year, r *ledgerbook.Reading) headingLine {
	l := headingLine{ID: lineID(y, r), Heading: r.Heading, Role: strings.ReplaceAll(r.Role, "\n", "、"), By: strings.ReplaceAll(r.By, "\n", "、"),
		Files: r.Files, Cells: r.Cells, Doubtful: r.Doubtful}
	l.Said, _ = y.LaidOn(l.ID)
	if r.Answer != nil && !y.Reopened(questions.Unanswered(r)) {
		l.Answer = r.Answer.Says()
		if r.Answer.Why != "" {
			l.Answer += "：没有执行，" + r.Answer.Why
		}
	}
	if len(r.Met) > 0 {
		m := &r.Met[0]
		if !strings.Contains(r.Role, "\n") && m.Column.Role != "" {
			l.Keep = string(m.Column.Role)
		} else if l.Parts, l.Apart = partsOf(r); len(l.Parts) < 2 {
			l.Parts = nil
		}
		l.Sure = sureness(m.Column.Sure)
		if m.Column.Next != m.Column.Role {
			l.Next = string(m.Column.Next)
		}
		for _, text := range m.Column.Samples {
			l.Samples = append(l.Samples, draw.Short(strings.Join(strings.Fields(text), " "), longestSample))
		}
		l.Where = m.File
		if cell := m.Column.At.Cell(); cell != "" {
			l.Where += " " + cell
		}
	}
	return l
}

// sureness says how sure the reading of a column is.
func sureness(sure float64) string {
	if percent := fmt.Sprintf("%.0f%%", 100*sure); percent != "0%" {
		return "把握" + percent
	}
	return "没有把握"
}

// showHeadings is 认表.
func (p *Page) showHeadings(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	if s == nil {
		p.show(w, r, "wait", "认表", y, nil)
		return
	}
	h := &headings{read: s, All: r.URL.Query().Has("all"), Roles: ruling.Roles(), Habits: y.Habits(s, p.Day().Label())}
	open := y.Doubtful(s)
	h.Count = len(open)
	at := s.HeadingAt(r.URL.Query().Get("h"))
	for i := range s.Headings {
		line := lineOf(y, &s.Headings[i])
		if h.All || slices.Contains(open, i) || line.Said != "" {
			h.Lines = append(h.Lines, line)
		}
	}
	if at < 0 && len(open) > 0 {
		at = open[0]
	}
	if at >= 0 {
		reading := &s.Headings[at]
		line := lineOf(y, reading)
		h.At = &line
		h.Scopes, h.More = questions.ScopesOf(s, reading)
		h.Choose = reading.Files > 1
		for i := range h.Lines {
			if h.Lines[i].Here = h.Lines[i].ID == line.ID; h.Lines[i].Here && i+1 < len(h.Lines) {
				h.Next = h.Lines[i+1].ID
			}
		}
		if len(reading.Met) > 0 {
			h.Drawn = p.books.Around(y.Folder, s.Ledger, reading.Met[0].Column.At, !questions.Beside(s, &reading.Met[0]))
		}
	}
	p.show(w, r, "headings", "认表", y, h)
}

// answerHeading takes in what a heading means.
func (p *Page) answerHeading(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	if s == nil {
		p.back(w, r, "/headings", "")
		return
	}
	id := r.PostFormValue("h")
	i := slices.IndexFunc(s.Headings, func(b ledgerbook.Reading) bool { return lineID(y, &b) == id })
	if i < 0 {
		p.back(w, r, "/headings", "这个表头刚刚变了，请再看一看。")
		return
	}
	reading := &s.Headings[i]
	mark := ruling.Mark{}
	if reading.Answer != nil {
		mark = y.Mark(reading.Answer, reading.Office.Cells())
	} else {
		mark = y.Mark(nil, nil)
	}
	line := reading.Office
	for _, as := range []string{"keep", "each"} {
		if len(r.PostForm["role"]) > 1 && slices.Contains(r.PostForm["role"], as) {
			r.PostForm.Set("role", as) // the list beside the button was left as it was
		}
	}
	line.Choice, line.Role, line.Scope = "", strings.TrimSpace(r.PostForm.Get("role")), strings.TrimSpace(r.PostFormValue("scope"))
	keep := line.Role == "keep"
	if keep && len(reading.Met) > 0 {
		line.Role = string(reading.Met[0].Column.Role)
	}
	each := line.Role == "each"
	if _, apart := partsOf(reading); each && !apart {
		line.Role = ""
	}
	if line.Role == "" {
		p.back(w, r, "/headings?h="+id, "请选这一栏是什么。")
		return
	}
	if line.Scope == "" && !keep && !each && reading.Files > 1 {
		p.back(w, r, "/headings?h="+id, fmt.Sprintf("没有记下：“%s”在%d份文件里都有，先选这个答案管哪些，再答。", reading.Heading, reading.Files))
		return
	}
	if _, known := s.Ledger.Plan.ScopeNamed(line.Scope); !each && line.Scope != "" && !known &&
		!slices.ContainsFunc(ruling.Scopes, func(one string) bool { return fold.Key(one) == fold.Key(line.Scope) }) {
		p.back(w, r, "/headings?h="+id, "没有记下：“"+line.Scope+"”既不是部门名录里的名称，也不是带后缀的文件名。")
		return
	}
	if name := questions.ScopeDepartment(s, &line); !each && questions.TooLate(s, reading, name) {
		p.back(w, r, "/headings?h="+id, "没有记下：有“"+reading.Heading+"”的文件里不只"+name+"一家，文件名和文件夹里也没有它的名称，只管"+name+"的读法照办不了。请选“只这份文件”或者“全部部门、全部文件”。")
		return
	}
	signed := p.signed(r, y)
	line.Reason, line.By, line.On = reasonOf(r), signed.By, signed.On
	all := []desk.Typed{{ID: id, Typing: line.Typed(mark)}}
	if each {
		all = eachAsRead(id, reading, line, mark)
	}
	note := p.receiptOnce(y, all)
	if left := questions.Beyond(s, reading, line.Scope); left > 0 && !each {
		note += fmt.Sprintf("另外%d份文件里的“%s”照原来的读法。", left, reading.Heading)
	}
	if err := y.DecideAll(s, all); err != nil {
		note = "没有记下：" + err.Error()
	}
	to := "/headings"
	for _, next := range y.Doubtful(s) {
		if next > i { // one goes on down the list, and from its end to what was passed over
			to += "?h=" + questions.HeadingID(&s.Headings[next])
			break
		}
	}
	p.back(w, r, to, note)
}

// eachAsRead says of each file that has a heading that it is read there as it is.
func eachAsRead(id string, r *ledgerbook.Reading, line ruling.Heading, mark ruling.Mark) (all []desk.Typed) {
	said := map[string]bool{}
	for i := range r.Met {
		m := &r.Met[i]
		if said[m.File] {
			continue
		}
		said[m.File] = true
		line.Role, line.Scope, line.File = string(m.Column.Role), ruling.ForFile, m.File // a file of its own: none of them takes the place of another
		all = append(all, desk.Typed{ID: id, Typing: line.Typed(mark)})
	}
	return all
}
