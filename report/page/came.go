package page

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"

	"taizhang/importer"
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report"
	"taizhang/report/page/collect"
	"taizhang/report/page/desk"
	"taizhang/report/page/draw"
	"taizhang/report/page/inbox"
	"taizhang/report/page/questions"
)

// came is what a light of 收表 stands for: what a department sent for a quarter, on which day it came in and
// what says so, and what waits.
type came struct {
	Department string
	Quarter    period.Quarter
	Light      light
	Due        string
	Returns    []cameReturn
	Asked      []cameQuestion
	Drawn      *draw.Sheet // where the day stands
	Stated     bool        // each return names its own day, which holds whatever is registered
	Was, On    string      // what is registered, and what stands in the field; "" for nothing
	Why        string      // nothing can be registered, "" where it can
	Example    string
	Wrong      string // why what was sent is not taken in
	Urge       string // where the texts are that ask for it, "" where nobody is asked
}

// cameReturn is a file of the department for the quarter.
type cameReturn struct {
	Name, Sheet, ID string
	On, From        string // the day, and what it was read from; "" for none
}

// cameQuestion is one that waits.
type cameQuestion struct{ ID, Title, Message string }

// camePath leads to what a department sent for a quarter.
func camePath(department string, q period.Quarter) string {
	return "/came?" + url.Values{"d": {department}, "q": {strconv.Itoa(q.N)}}.Encode()
}

// showCame is what a light stands for.
func (p *Page) showCame(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	if s == nil {
		p.show(w, r, "wait", "收表", y, nil)
		return
	}
	c := p.cameOf(y, s, r.URL.Query().Get("d"), r.URL.Query().Get("q"))
	if c == nil {
		http.Redirect(w, r, "/board", http.StatusSeeOther)
		return
	}
	p.show(w, r, "came", "收表", y, c)
}

// cameOf lays out what a department sent, nil for one that the year does not have.
func (p *Page) cameOf(y *desk.Year, s *questions.Reading, department, quarter string) *came {
	n, _ := strconv.Atoi(quarter)
	c := &came{Department: department, Quarter: period.Quarter{Year: s.Ledger.Year, N: n}}
	c.Example = exampleDay(c.Quarter)
	var cover *ledger.Coverage
	for i := range s.Ledger.Coverage {
		if one := &s.Ledger.Coverage[i]; one.Department == department && one.Quarter == c.Quarter {
			cover = one
		}
	}
	if cover == nil {
		return nil
	}
	asked := collect.AskedOf(y, s)[collect.Place{Department: department, Quarter: c.Quarter}]
	c.Light, c.Due = lightOf(cover, len(asked)), cover.Due.Label()
	for _, i := range asked {
		q := &s.Questions[i]
		c.Asked = append(c.Asked, cameQuestion{questions.ID(q), q.Finding.Code.Entry().Title, questions.Here(q.Finding.Message)})
	}
	if _, closed := y.ClosedOn(s, c.Quarter); !closed && (cover.State == ledger.Missing || cover.State == ledger.Unreadable) {
		c.Urge = collect.UrgePath(s.Ledger, department, c.Quarter)
	}
	c.Stated = true
	var at finding.Place
	for i := range s.Ledger.Returns {
		r := &s.Ledger.Returns[i]
		if r.Department != department || r.Quarter != c.Quarter {
			continue
		}
		one := cameReturn{Name: r.File, Sheet: r.Sheet, On: r.ReceivedOn.Label(), From: dayFrom(s, r)}
		one.ID = p.ids.Of(filepath.Join(y.Folder, filepath.FromSlash(r.File)))
		for j := range s.Ledger.Inputs {
			if in := &s.Ledger.Inputs[j]; in.File == r.File && in.RawName != "" {
				one.ID = p.ids.Of(filepath.Join(y.Folder, filepath.FromSlash(in.RawName)))
			}
		}
		c.Returns = append(c.Returns, one)
		c.Stated = c.Stated && !r.StatedOn.IsZero()
		if at == (finding.Place{}) || r.ReceivedOn == cover.ReceivedOn {
			at = r.Day.At
		}
	}
	if c.Stated = c.Stated && len(c.Returns) > 0; c.Stated {
		c.Drawn = p.books.Around(y.Folder, s.Ledger, at, false)
	} else {
		c.Was, c.Why = p.registered(y, s, c)
		c.On = c.Was
	}
	return c
}

// dayFrom says what the day was read from on which a return came in.
func dayFrom(s *questions.Reading, r *ledger.Return) string {
	at := r.Day.At
	switch {
	case r.ReceivedOn.IsZero():
		return ""
	case r.StatedOn.IsZero():
		return "照 任务清单.xlsx 的“报送登记”" + at.Cell()
	case at.Cell() != "":
		return "读自报表的 " + at.Cell() + "：" + draw.Short(r.Day.Said, 40)
	}
	return "读自报表里的文字：" + draw.Short(r.Day.Said, 40)
}

// registered is the day that 报送登记 names, or why it can't name one.
func (p *Page) registered(y *desk.Year, s *questions.Reading, c *came) (on, why string) {
	in, err := inbox.Open(y.Folder)
	if err != nil {
		return "", err.Error()
	}
	defer in.Close()
	data, err := in.Read(filepath.Base(importer.MasterIn(y.Folder)))
	if errors.Is(err, fs.ErrNotExist) {
		return "", "这个文件夹里还没有 任务清单.xlsx"
	}
	if err == nil {
		on, err = report.Registered(data, s.Ledger.Plan, report.Receipt{Department: c.Department, Quarter: c.Quarter})
	}
	if err != nil {
		return "", err.Error()
	}
	return on, ""
}

// receive registers the day on which a return came in, in the workbook of the year.
func (p *Page) receive(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	var c *came
	if s != nil {
		c = p.cameOf(y, s, r.PostFormValue("d"), r.PostFormValue("q"))
	}
	if c == nil {
		p.back(w, r, "/board", "")
		return
	}
	on := tidied(r.PostFormValue("on"))
	of := report.Receipt{Department: c.Department, Quarter: c.Quarter, On: on}
	to := afterReceipt(r.PostFormValue("to"), of)
	if on == r.PostFormValue("was") {
		p.back(w, r, to, "没有要改的。")
		return
	}
	if err := p.register(y, s, of, r.PostFormValue("was")); err != nil {
		c.Wrong, c.On = err.Error()+"。", on
		p.show(w, r, "came", "收表", y, c)
		return
	}
	y.Again()
	note := "记下了：" + c.Department + c.Quarter.Short() + "的报表" + on + "收到。"
	if on == "" {
		note = c.Department + c.Quarter.Short() + "的收到日期清空了。"
	}
	p.back(w, r, to, note)
}

// register writes into 报送登记. What somebody saved there meanwhile is not written over.
func (p *Page) register(y *desk.Year, s *questions.Reading, of report.Receipt, was string) error {
	known := s.Ledger.Plan
	return p.rewrite(y, filepath.Base(importer.MasterIn(y.Folder)), func(data []byte) ([]byte, error) {
		now, err := report.Registered(data, known, of)
		if err != nil {
			return nil, err
		}
		if now != was && now != of.On {
			return nil, fmt.Errorf("收到日期刚刚在别处改成了“%s”，请再看一看", now)
		}
		return report.Register(data, known, of)
	})
}

// mostUndated is how many departments are named whose day is not known.
const mostUndated = 8

// undatedOf says whose returns came on a day that nobody knows, each name leading to where the day is set; of one
// quarter, or of all where it is zero. nil for none.
func undatedOf(y *desk.Year, s *questions.Reading, of period.Quarter) (said []questions.Piece) {
	var list []ledger.Coverage
	for _, c := range y.Undated(s) {
		if of.IsZero() || c.Quarter == of {
			list = append(list, c)
		}
	}
	for i, c := range list[:min(len(list), mostUndated)] {
		before, name := "、", c.Department
		if i == 0 {
			before = fmt.Sprintf("%d个部门的报表看不出哪天交的，分不清迟没迟（", len(list))
		}
		if of.IsZero() {
			name = c.Quarter.Short() + name
		}
		said = append(said, questions.Piece{Text: before}, questions.Piece{Text: name, Path: camePath(c.Department, c.Quarter)})
	}
	switch {
	case len(list) > mostUndated:
		said = append(said, questions.Piece{Text: "等）。点部门，写上哪天收到的"})
	case len(list) > 0:
		said = append(said, questions.Piece{Text: "）。点部门，写上哪天收到的"})
	}
	return said
}

// dayAsked is a return of which the day is not known, as the card of its file asks for it.
type dayAsked struct {
	Department string
	Quarter    period.Quarter
	Example    string
}

// daysAsked lists them for a file that was dropped: those that somebody can be held to once the day is known, and for
// which it can be written down.
func (p *Page) daysAsked(y *desk.Year, s *questions.Reading, file string) (list []dayAsked) {
	for _, c := range y.Undated(s) {
		for i := range s.Ledger.Returns {
			r := &s.Ledger.Returns[i]
			if r.File != file || r.Department != c.Department || r.Quarter != c.Quarter || !r.ReceivedOn.IsZero() {
				continue
			}
			if was, why := p.registered(y, s, &came{Department: c.Department, Quarter: c.Quarter}); was == "" && why == "" {
				list = append(list, dayAsked{c.Department, c.Quarter, exampleDay(c.Quarter)})
			}
			break
		}
	}
	return list
}

// exampleDay is a day on which a return of the quarter may come in.
func exampleDay(q period.Quarter) string {
	return fmt.Sprintf("%d年%d月8日", q.Year+q.N/4, 3*q.N%12+1)
}

// afterReceipt is where a day that was written down leads: the board where it was written there, else the light.
func afterReceipt(to string, of report.Receipt) string {
	if to == "board" {
		return fmt.Sprintf("/board?q=%d#drops", of.Quarter.N)
	}
	return camePath(of.Department, of.Quarter)
}
