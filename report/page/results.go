package page

import (
	"archive/zip"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/report/page/collect"
	"taizhang/report/page/desk"
	"taizhang/report/page/draw"
	"taizhang/report/page/inbox"
	"taizhang/report/page/questions"
)

// results is 成果 as it is shown.
type results struct {
	Job     *desk.JobState
	Changes *desk.Changes
	Outputs []output
	Pending ledger.Pending
	Words   string
	Asks    string            // how many headings wait, "" for none
	Checks  string            // how many questions wait that keep nothing a draft, "" for none
	Missing []questions.Piece // who and when
	Undated []questions.Piece // whose day nobody knows
	Now     ledger.QuarterTally
	Tiles   []tile
	Trend   draw.Picture
	Dues    draw.Picture
	DueList []draw.Month
	Rate    draw.Rate
	CutOff  string
	Slips   int
	Closing []desk.Closing
	Old     bool   // they are of a build that is overtaken
	Closed  bool   // nothing has changed since but which quarters are final
	Final   string // the quarter that the ledger is drawn up for, with the day, where it was made final; "" else
	Built   bool   // outputs lie there
}

// output is a file of 成果.
type output struct {
	Name, ID, Size, About string
}

// tile is a count of the dashboard.
type tile struct {
	Label, Kind, Sign string
	Count             int
}

var abouts = map[string]string{
	"台账.xlsx": "工作台账：办公室从这里看全年，也可以在里面核定", "年报附件.pdf": "公开的附件，可以直接印", "年报附件.docx": "公开的附件，Word 版", "年报附件.html": "公开的附件，网页版",
	"通报.docx": "报送情况的通报", "台账.json": "给别的程序读的同一份台账",
}

// statusSigns tell statuses apart without colour.
var statusSigns = map[status.Status]string{status.Completed: "●", status.InProgress: "◐", status.Ongoing: "∞", status.Behind: "▲", status.NotStarted: "○", status.NotApplicable: "—", status.NotReported: "？"}

// showResults is 成果.
func (p *Page) showResults(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	if s == nil {
		p.show(w, r, "wait", "成果", y, nil)
		return
	}
	y.CatchUp(s)
	l := s.Ledger
	res := &results{Pending: l.Pending(), CutOff: s.Edition.CutOff.Label()}
	res.Words = questions.Plain(res.Pending.Words())
	for _, c := range res.Pending.Missing {
		one := questions.Piece{Text: c.Quarter.Short() + " " + c.Department, Path: camePath(c.Department, c.Quarter)}
		if _, closed := y.ClosedOn(s, c.Quarter); !closed {
			one.Path = collect.UrgePath(l, c.Department, c.Quarter)
		}
		res.Missing = append(res.Missing, one)
	}
	if j := y.Job(); j != nil {
		state := j.State()
		state.Hint = questions.Here(state.Hint)
		res.Job, res.Changes = &state, j.Changes()
	}
	res.Now = s.Edition.Now()
	res.Tiles = tilesOf(res.Now.Counts)
	res.Rate = draw.RateOf(res.Now.Tally)
	res.Trend = draw.Trend(s.Edition)
	res.DueList = draw.Dues(s.Edition)
	res.Dues = draw.DueChart(res.DueList)
	res.Outputs, res.Slips = p.outputsOf(y)
	res.Old, res.Closed = y.Outdated(s), y.ClosedSince(s)
	res.Closing = y.Closings(s)
	res.Built, res.Undated = y.Built(), undatedOf(y, s, period.Quarter{})
	if res.Asks = y.HeadingsWait(s); res.Words == "" {
		res.Checks = y.ChecksWait(s)
	}
	if last, on := y.LastFinal(s); last == l.AsOf {
		res.Final = last.Short() + "已定稿" + desk.OfDay(on, l.Year)
	}
	p.show(w, r, "results", "成果", y, res)
}

func tilesOf(counts map[status.Status]int) (list []tile) {
	for _, stands := range status.Statuses {
		list = append(list, tile{stands.Label(), string(stands), statusSigns[stands], counts[stands]})
	}
	return list
}

// outputsOf lists what lies in 成果.
func (p *Page) outputsOf(y *desk.Year) (list []output, slips int) {
	entries, err := os.ReadDir(y.Out)
	if err != nil {
		return nil, 0
	}
	for _, e := range entries {
		name := e.Name()
		info, err := e.Info()
		switch {
		case err != nil || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$"):
		case name == "退回单" && e.IsDir():
			inside, _ := os.ReadDir(filepath.Join(y.Out, name))
			slips = len(slices.DeleteFunc(inside, func(e os.DirEntry) bool { return !ofClerk(e) }))
		case info.Mode().IsRegular():
			list = append(list, output{name, p.ids.Of(filepath.Join(y.Out, name)), size(info.Size()), abouts[name]})
		}
	}
	slices.SortStableFunc(list, func(a, b output) int { return outputRank(a.Name) - outputRank(b.Name) })
	return list, slips
}

func size(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d B", n)
}

// saveFile gives a file of the year to be saved. A browser does not show it here: what departments
// send must never run as a page of ours.
func (p *Page) saveFile(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	at, ok := p.ids.Path(r.PathValue("id"))
	rel, err := filepath.Rel(y.Folder, at)
	if !ok || err != nil || !filepath.IsLocal(rel) {
		http.Error(w, errNoID.Error(), http.StatusNotFound)
		return
	}
	root, err := os.OpenRoot(y.Folder)
	if err != nil {
		http.Error(w, "打不开年度文件夹："+inbox.Plain(err), http.StatusNotFound)
		return
	}
	defer root.Close()
	f, err := root.Open(rel)
	if err != nil {
		http.Error(w, "这个文件已经不在了。", http.StatusNotFound)
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		http.Error(w, "这不是文件。", http.StatusNotFound)
		return
	}
	attach(w, filepath.Base(rel))
	w.Header().Set("Content-Length", fmt.Sprint(info.Size()))
	if r.Method != http.MethodHead {
		io.Copy(w, f)
	}
}

// attach makes the answer a file that is saved under a name.
func attach(w http.ResponseWriter, name string) {
	plainName := strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII || r < ' ' || r == '"' || r == '\\' {
			return '_'
		}
		return r
	}, name)
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", `attachment; filename="`+plainName+`"; filename*=UTF-8''`+url.PathEscape(name))
}

// saveSlips gives all slips as one zip.
func (p *Page) saveSlips(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	name := "退回单.zip"
	if s, _, _ := y.State(); s != nil && y.Outdated(s) {
		name = "上一次的退回单.zip"
	}
	saveAll(w, r, filepath.Join(y.Out, "退回单"), name, "现在没有退回单：先生成成果。")
}

// saveForms gives the forms of a quarter as one zip.
func (p *Page) saveForms(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	n, _ := strconv.Atoi(r.URL.Query().Get("q"))
	name := period.Quarter{N: min(max(n, 1), 4)}.Short()
	saveAll(w, r, filepath.Join(y.Folder, collect.FormsFolder, name), name+"报送表.zip", "这个季度还没有报送表：先写出。")
}

// saveAll gives the files of a folder as one zip; none says that there are none.
func saveAll(w http.ResponseWriter, r *http.Request, folder, name, none string) {
	entries, err := os.ReadDir(folder)
	entries = slices.DeleteFunc(entries, func(e os.DirEntry) bool { return !ofClerk(e) })
	if err != nil || len(entries) == 0 {
		http.Error(w, none, http.StatusNotFound)
		return
	}
	attach(w, name)
	if r.Method == http.MethodHead {
		return
	}
	z := zip.NewWriter(w)
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			continue // taken away meanwhile
		}
		out, err := z.CreateHeader(&zip.FileHeader{Name: e.Name(), Method: zip.Store})
		if err != nil {
			return
		}
		if _, err := out.Write(data); err != nil {
			return
		}
	}
	z.Close()
}

// ofClerk reports a file that somebody is to see: none that a program keeps for itself, and no link.
func ofClerk(e os.DirEntry) bool {
	return e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "~$")
}

// build begins to write all outputs, unless that is going on.
func (p *Page) build(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	y.Build(desk.Press{Version: p.Version, Program: p.Program, Fonts: p.Fonts, Day: p.Day})
	p.back(w, r, "/results", "")
}

// stopBuild ends a build.
func (p *Page) stopBuild(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	y.Stop()
	p.back(w, r, "/results", "")
}

// outputOrder is the order in which a run names what it wrote.
var outputOrder = []string{"台账.xlsx", "年报附件.pdf", "年报附件.docx", "年报附件.html", "通报.docx", "台账.json"}

func outputRank(name string) int {
	if i := slices.Index(outputOrder, name); i >= 0 {
		return i
	}
	return len(outputOrder)
}

// figure prints a number as it is.
func figure(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
