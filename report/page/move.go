package page

import (
	"errors"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"

	"taizhang/importer/period"
)

// move puts a stored file into another quarter, or, without one, into 作废. It is not deleted.
func (p *Page) move(w http.ResponseWriter, r *http.Request, y *year) {
	from, ok := p.ids.path(r.PostFormValue("id"))
	s, _, _ := y.state()
	rel, err := filepath.Rel(y.folder, from)
	if !ok || s == nil || err != nil || !filepath.IsLocal(rel) {
		http.Error(w, errNoID.Error(), http.StatusNotFound)
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
	to, back := "作废", r.PostFormValue("q")
	if n, _ := strconv.Atoi(r.PostFormValue("to")); n >= 1 && n <= 4 {
		to, back = quarterFolder(root, period.Quarter{Year: s.ledger.Year, N: n}), strconv.Itoa(n)
	}
	at := store{root, to}
	stored, err := at.moved(filepath.ToSlash(rel))
	note := ""
	if err != nil {
		note = "没有移成：" + err.Error()
	} else {
		note = rel + " 已移到 " + stored
		y.mu.Lock()
		y.drops = slices.DeleteFunc(slices.Clone(y.drops), func(d dropped) bool { return d.Stored == filepath.ToSlash(rel) })
		y.mu.Unlock()
		y.again()
	}
	p.back(w, r, "/board?q="+back, note)
}

// moved puts a file of the year into the folder under its own name.
func (s store) moved(from string) (string, error) {
	if err := s.year.MkdirAll(s.in, 0o755); err != nil {
		return "", said(err)
	}
	for n := 1; n <= mostCopies; n++ {
		at := path.Join(s.in, copyName(path.Base(from), n))
		if _, err := s.year.Lstat(at); err == nil {
			continue
		}
		if err := s.year.Rename(from, at); err != nil {
			return "", said(err)
		}
		return at, nil
	}
	return "", errors.New("同名的文件太多")
}
