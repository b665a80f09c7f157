package page

import (
	"bytes"
	"net/http"

	"taizhang/report/page/desk"
	"taizhang/report/page/draw"
	"taizhang/report/page/questions"
)

// kanban is 看板.html: what the public edition says, in one file that needs nothing else. It is made
// of the edition alone, so that what the gate withholds is not in reach.
type kanban struct {
	Unit, CutOff string
	Rate         draw.Rate
	Year         int
	Draft        bool
	Tiles        []tile
	Trend, Dues  draw.Picture
	Tasks        []kanbanTask
	Overdue      []string
}

type kanbanTask struct {
	Title string
	Rate  draw.Rate
}

// saveBoard gives 看板.html to be saved.
func (p *Page) saveBoard(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	if s == nil {
		http.Error(w, "还没有读完，请稍等。", http.StatusServiceUnavailable)
		return
	}
	var page bytes.Buffer
	if err := p.views.ExecuteTemplate(&page, "kanban.html", kanbanOf(s)); err != nil {
		panic(err)
	}
	attach(w, "看板.html")
	w.Write(page.Bytes())
}

func kanbanOf(s *questions.Reading) kanban {
	e := s.Edition
	now := e.Now()
	k := kanban{Unit: e.Unit, Year: e.Year, CutOff: e.CutOff.Label(), Draft: e.Draft, Tiles: tilesOf(now.Counts), Trend: draw.Trend(e), Dues: draw.DueChart(draw.Dues(s.Edition))}
	k.Rate = draw.RateOf(now.Tally)
	for i := range e.Tasks {
		t := &e.Tasks[i]
		k.Tasks = append(k.Tasks, kanbanTask{t.Title, draw.RateOf(t.Tally)})
	}
	for _, r := range e.Overdue() {
		k.Overdue = append(k.Overdue, r.Text)
	}
	return k
}
