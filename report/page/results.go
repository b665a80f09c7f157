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
	"strings"
	"unicode"

	"taizhang/importer/ledger"
	"taizhang/importer/status"
)

// results is 成果 as it is shown.
type results struct {
	Job     *jobState
	Changes *changes
	Outputs []output
	Pending ledger.Pending
	Words   string
	Missing []string // who and when
	Now     ledger.QuarterTally
	Tiles   []tile
	Trend   svg
	Dues    svg
	DueList []dueMonth
	Rate    string
	CutOff  string
	Slips   int
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
func (p *Page) showResults(w http.ResponseWriter, r *http.Request, y *year) {
	s, _, _ := y.state()
	if s == nil {
		p.show(w, r, "wait", "成果", y, nil)
		return
	}
	l := s.ledger
	res := &results{Pending: l.Pending(), CutOff: s.edition.CutOff.Label()}
	res.Words = res.Pending.Words()
	for _, c := range res.Pending.Missing {
		res.Missing = append(res.Missing, c.Quarter.Short()+" "+c.Department)
	}
	y.mu.Lock()
	j := y.job
	y.mu.Unlock()
	if j != nil {
		state := j.state()
		res.Job = &state
		if !state.Going {
			j.mu.Lock()
			res.Changes = j.changes
			j.mu.Unlock()
		}
	}
	res.Now = s.edition.Now()
	res.Tiles = tilesOf(res.Now.Counts)
	if res.Now.Rated {
		res.Rate = number(res.Now.Rate) + "%"
	}
	res.Trend = trendOf(s.edition)
	res.DueList = duesOf(s)
	res.Dues = dueChart(res.DueList)
	res.Outputs, res.Slips = p.outputsOf(y)
	p.show(w, r, "results", "成果", y, res)
}

func tilesOf(counts map[status.Status]int) (list []tile) {
	for _, stands := range status.Statuses {
		list = append(list, tile{stands.Label(), string(stands), statusSigns[stands], counts[stands]})
	}
	return list
}

// outputsOf lists what lies in 成果.
func (p *Page) outputsOf(y *year) (list []output, slips int) {
	entries, err := os.ReadDir(y.out)
	if err != nil {
		return nil, 0
	}
	for _, e := range entries {
		name := e.Name()
		info, err := e.Info()
		switch {
		case err != nil || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$"):
		case name == "退回单" && e.IsDir():
			inside, _ := os.ReadDir(filepath.Join(y.out, name))
			slips = len(inside)
		case info.Mode().IsRegular():
			list = append(list, output{name, p.ids.of(filepath.Join(y.out, name)), size(info.Size()), abouts[name]})
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
func (p *Page) saveFile(w http.ResponseWriter, r *http.Request, y *year) {
	at, ok := p.ids.path(r.PathValue("id"))
	rel, err := filepath.Rel(y.folder, at)
	if !ok || err != nil || !filepath.IsLocal(rel) {
		http.Error(w, errNoID.Error(), http.StatusNotFound)
		return
	}
	root, err := os.OpenRoot(y.folder)
	if err != nil {
		http.Error(w, "打不开年度文件夹："+plain(err), http.StatusNotFound)
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
func (p *Page) saveSlips(w http.ResponseWriter, r *http.Request, y *year) {
	folder := filepath.Join(y.out, "退回单")
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) == 0 {
		http.Error(w, "现在没有退回单：先生成成果。", http.StatusNotFound)
		return
	}
	attach(w, "退回单.zip")
	if r.Method == http.MethodHead {
		return
	}
	z := zip.NewWriter(w)
	for _, e := range entries {
		if !e.Type().IsRegular() {
			continue
		}
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
