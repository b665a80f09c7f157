package page

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"taizhang/importer"
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/page/guard"
)

// dropped is what became of a file that was dropped on the board.
type dropped struct {
	Name      string // as it came
	ID        string // of the stored file, "" where it was not stored
	Stored    string // where it lies, from the year folder
	Whose     string
	Quarter   string
	Rows      ledger.Count
	Read      bool
	Other     int      // the quarter that it says it is of, where that is not the one that it was put into; else 0
	Otherwise string   // the same in words
	Wrong     []string // what keeps it out
	Doubts    []string // what somebody should look at
	sum       string
	quarter   period.Quarter
	received  bool
}

// mostDropped is how many files one request may bring.
const mostDropped = 2000

// drop stores files in the folder of a quarter, and says at once what each is.
func (p *Page) drop(w http.ResponseWriter, r *http.Request, y *year) {
	parts, err := r.MultipartReader()
	s, _, _ := y.state()
	if err != nil || s == nil {
		p.back(w, r, "/board", "没有收到文件，请再放一次。")
		return
	}
	y.storing.Lock()
	defer y.storing.Unlock()
	root, err := os.OpenRoot(y.folder)
	if err != nil {
		p.back(w, r, "/board", "打不开年度文件夹："+plain(err))
		return
	}
	defer root.Close()
	q := s.quarter()
	var got []dropped
	note := ""
	for len(got) < mostDropped {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			note = "没有收完：" + broken(err)
			break
		}
		switch part.FormName() {
		case "quarter":
			if n := quarterNamed(part); n > 0 {
				q.N = n
			}
		case "files":
			if part.FileName() != "" || rawName(part) != "" {
				got = append(got, take(store{root, quarterFolder(root, q)}, q, rawName(part), part)...)
			}
		}
	}
	y.tell(s, got)
	y.mu.Lock()
	y.drops = got
	y.mu.Unlock()
	y.again()
	p.back(w, r, fmt.Sprintf("/board?q=%d#drops", q.N), note)
}

func broken(err error) string {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return fmt.Sprintf("一次放的文件合起来超过%d兆，请分几次放。", guard.MaxRequestBytes>>20)
	}
	return "传到一半断了，请再放一次。"
}

func quarterNamed(from io.Reader) int {
	text, _ := io.ReadAll(io.LimitReader(from, 32))
	if q, ok := period.ParseQuarter(strings.TrimSpace(string(text))); ok {
		return q.N
	}
	return 0
}

// rawName is what the browser calls the file, with the folder where it says one.
func rawName(part *multipart.Part) string {
	_, params, err := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	if err != nil {
		return part.FileName()
	}
	return params["filename"]
}

// take stores a file; of a zip, what lies in it.
func take(at store, q period.Quarter, name string, from io.Reader) []dropped {
	clean := cleanName(name)
	if strings.EqualFold(path.Ext(clean), ".zip") {
		return unpack(at, q, clean, from)
	}
	return []dropped{at.one(q, name, from)}
}

// one stores a file.
func (s store) one(q period.Quarter, name string, from io.Reader) dropped {
	d := dropped{Name: path.Base(strings.ReplaceAll(name, `\`, "/")), quarter: q}
	stored, sum, err := s.put(cleanName(name), from)
	if err != nil {
		d.Wrong = append(d.Wrong, "没有存下："+err.Error())
		return d
	}
	d.Stored, d.sum, d.received = path.Join(s.in, stored), sum, true
	return d
}

// tell reads the stored files and notes on each whose it is, of which quarter, how many rows it
// has, and what was not understood.
func (y *year) tell(s *snapshot, got []dropped) {
	var paths []string
	for _, d := range got {
		if d.received {
			paths = append(paths, filepath.Join(y.folder, filepath.FromSlash(d.Stored)))
		}
	}
	if len(paths) == 0 {
		return
	}
	l, err := importer.Check(context.Background(), importer.Options{Folder: y.folder, Out: y.out}, paths)
	for i := range got {
		d := &got[i]
		switch {
		case !d.received:
		case err != nil:
			d.Doubts = append(d.Doubts, "已经存好，还没有读："+err.Error())
		default:
			d.describe(l)
		}
		if d.received {
			d.compare(s)
		}
	}
}

// describe takes what a check says of the file.
func (d *dropped) describe(l *ledger.Ledger) {
	var whose, when []string
	for i := range l.Returns {
		r := &l.Returns[i]
		if r.File != d.Stored {
			continue
		}
		d.Read = true
		d.Rows.Read, d.Rows.Merged = d.Rows.Read+r.Count.Read, d.Rows.Merged+r.Count.Merged
		d.Rows.Held, d.Rows.Ignored = d.Rows.Held+r.Count.Held, d.Rows.Ignored+r.Count.Ignored
		if r.Department != "" && !slices.Contains(whose, r.Department) {
			whose = append(whose, r.Department)
		}
		if !r.Quarter.IsZero() && !slices.Contains(when, r.Quarter.Short()) {
			when = append(when, r.Quarter.Short())
			if r.Quarter != d.quarter {
				d.Other = r.Quarter.N
				if r.Quarter.Year != d.quarter.Year {
					d.Wrong = append(d.Wrong, "表里写的是"+r.Quarter.Label()+"，不是本年度的")
					d.Other = 0
				}
			}
		}
	}
	d.Whose, d.Quarter = strings.Join(whose, "、"), strings.Join(when, "、")
	for _, in := range l.Inputs {
		if in.File == d.Stored && in.State != ledger.FileRead && in.Reason != "" {
			d.Doubts = append(d.Doubts, in.Reason)
		}
	}
	for i := range l.Findings {
		f := &l.Findings[i]
		if f.Place.File() != d.Stored || f.Severity() == finding.Info {
			continue
		}
		said := f.Message
		if cell := f.Place.Cell(); cell != "" {
			said = cell + "：" + said
		}
		if f.Severity() == finding.Error {
			d.Wrong = append(d.Wrong, said)
		} else {
			d.Doubts = append(d.Doubts, said)
		}
		if f.Code == finding.ReturnMisfiled && d.Other == 0 {
			if q, ok := period.ParseQuarter(f.Wanted); ok && q.N != d.quarter.N {
				d.Other = q.N
			}
		}
	}
	if d.Other > 0 {
		d.Otherwise = period.Quarter{Year: d.quarter.Year, N: d.Other}.Short()
	}
	told := map[string]bool{}
	d.Doubts = slices.DeleteFunc(d.Doubts, func(said string) bool {
		again := told[said] || slices.Contains(d.Wrong, said)
		told[said] = true
		return again
	})
}

// compare notes that the year has the very file already: it was dropped twice, or it is the stale
// one of an earlier quarter.
func (d *dropped) compare(s *snapshot) {
	for i := range s.ledger.Inputs {
		if in := &s.ledger.Inputs[i]; in.Sum == d.sum && in.File != d.Stored {
			d.Doubts = append(d.Doubts, "与已有的 "+in.File+" 一字不差")
		}
	}
}
