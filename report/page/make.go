package page

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"taizhang/importer"
	"taizhang/report"
	"taizhang/report/outputs"
	"taizhang/report/page/collect"
	"taizhang/report/page/inbox"
)

// choose opens a year that the page itself has named.
func (p *Page) choose(w http.ResponseWriter, r *http.Request) {
	path, ok := p.ids.Path(r.PostFormValue("id"))
	if !ok {
		http.Error(w, errNoID.Error(), http.StatusNotFound)
		return
	}
	note := ""
	if err := p.Open(path); err != nil {
		note = err.Error()
	}
	p.back(w, r, "/", note)
}

// make makes a year folder questions.Beside the others, as init does, and opens it.
func (p *Page) make(w http.ResponseWriter, r *http.Request) {
	said := strings.TrimSpace(r.PostFormValue("name"))
	if said == "" {
		p.back(w, r, "/", "请写新文件夹的名字，例如 2027。")
		return
	}
	folder := filepath.Join(p.base(), inbox.CleanName(said))
	if entries, err := os.ReadDir(folder); err == nil && len(entries) > 0 {
		p.back(w, r, "/", inbox.CleanName(said)+" 里已经有内容，没有改动：请换一个名字。")
		return
	}
	unit := strings.TrimSpace(r.PostFormValue("unit"))
	var err error
	switch how := r.PostFormValue("from"); how {
	case "":
		_, err = report.Start(folder, 0, unit)
	case "sample":
		_, err = report.Sample(folder, p.Sample)
	default:
		err = p.goOn(how, folder, unit)
	}
	if err == nil {
		err = p.Open(folder)
	}
	if err != nil {
		p.back(w, r, "/", "没有建成："+err.Error())
		return
	}
	note := "已建好 " + folder + "。"
	if r.PostFormValue("from") != "sample" {
		note += "下一步：到“清单”里放进今年印发的清单。也可以用 Excel 或 WPS 改里面的 任务清单.xlsx，存盘后这里自己更新。"
	}
	p.back(w, r, "/", note)
}

// goOn makes a year folder that goes on from one that the page has named.
func (p *Page) goOn(id, folder, unit string) error {
	from, ok := p.ids.Path(id)
	if !ok {
		return errNoID
	}
	if err := outputs.Recover(filepath.Join(from, importer.OutFolder), from); err != nil {
		return err
	}
	old, err := importer.Carry(from, "")
	if err != nil {
		return err
	}
	_, err = report.Continue(folder, 0, unit, old.Carried, old.Ledger, old.Decisions)
	return err
}

// closeYear leaves the open year to others.
func (p *Page) closeYear(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	y := p.year
	p.year = nil
	p.mu.Unlock()
	if y != nil {
		y.End()
	}
	p.back(w, r, "/", "")
}

// forms writes the forms of a quarter, as the command does.
func (p *Page) forms(w http.ResponseWriter, r *http.Request) {
	y := p.current()
	n, _ := strconv.Atoi(r.PostFormValue("quarter"))
	if y == nil || n < 1 || n > 4 {
		p.back(w, r, "/", "请选一个季度。")
		return
	}
	paths, q, err := y.WriteForms(r.Context(), n)
	switch {
	case err != nil:
		p.back(w, r, "/", "没有写成："+err.Error())
	case len(paths) == 0:
		p.back(w, r, "/", q.Label()+"没有应报送的部门：请核对任务清单的责任部门和部门名录。")
	default:
		kept, before := 0, ""
		for _, path := range paths {
			if filepath.Base(filepath.Dir(path)) == collect.KeptFolder {
				kept++
			}
		}
		if kept > 0 {
			before = fmt.Sprintf("；原来的%d份移进了里面的“%s”", kept, collect.KeptFolder)
		}
		p.back(w, r, "/", fmt.Sprintf("%s的报送表已写出%d份，在 %s%s。在“下发”一格里可以保存成一个压缩包。发给部门，填好报回来的在“收表”里放进来。", q.Label(), len(paths)-kept, filepath.Join(y.Folder, collect.FormsFolder, q.Short()), before))
	}
	y.Again()
}
