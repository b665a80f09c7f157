package page

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"taizhang/importer"
	"taizhang/report"
	"taizhang/report/page/desk"
	"taizhang/report/page/inbox"
)

// listName is what the list of a year is called.
const listName = "任务清单.xlsx"

// take makes an issued list the year's own, beside the roster and the settings that the year has; without
// a file, the list that lies there gets what is missing beside it. What lay there before goes to 作废.
func (p *Page) take(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	form, err := r.MultipartReader()
	var name string
	var data []byte
	if err == nil {
		name, data, err = inbox.Single(form)
	}
	if err != nil {
		p.back(w, r, "/list", "没有收到清单："+inbox.Plain(err))
		return
	}
	note, err := p.taken(y, name, data)
	if err != nil {
		note = "没有换：" + err.Error() + "。"
		var wrong *importer.UsageError
		if errors.As(err, &wrong) {
			note += wrong.Hint
		}
	}
	y.Again()
	p.back(w, r, "/list", note)
}

// taken does what take is asked for, and says what was done.
func (p *Page) taken(y *desk.Year, name string, data []byte) (note string, err error) {
	is, err := importer.ReadIssued(y.Folder, name, data)
	if err != nil {
		return "", err
	}
	if !is.Whole {
		if data, err = report.List(is.Plan, is.Beside, is.Sheet); err != nil {
			return "", err
		}
	}
	p.storing.Lock()
	defer p.storing.Unlock()
	in, err := inbox.Open(y.Folder)
	if err != nil {
		return "", err
	}
	defer in.Close()
	before, err := in.Replace(listName, lists(y.Folder), data)
	if err != nil {
		return "", err
	}
	note = fmt.Sprintf("清单换好了：%d项任务、%d条要求。", len(is.Plan.Tasks), len(is.Plan.Requirements)) + ownSettings(is, yearRead(y))
	if len(is.Fresh) > 0 {
		note += fmt.Sprintf("“部门名录”里登记了清单点名的%d个部门：%s；别名、类别可以在 %s 里补。", len(is.Fresh), strings.Join(is.Fresh, "、"), listName)
	}
	if len(before) > 0 {
		note += "原来的在 " + strings.Join(before, "、") + "。"
	}
	return note, nil
}

// ownSettings says what a list has brought along that takes the place of what the year said.
func ownSettings(is *importer.Issued, before int) (note string) {
	if is.Whole {
		note = "它自己带着名录和设置，从现在起照它的"
		if is.Plan.Unit != "" {
			note += "，单位名称是" + is.Plan.Unit
		}
		note += "。"
	}
	if now := is.Plan.Year; before > 0 && now > 0 && now != before {
		note += fmt.Sprintf("年度原来是%d年，照这份清单是%d年：不对的，到“设置”里改。", before, now)
	}
	return note
}

// lists names what is called 任务清单 at the top of a year folder.
func lists(folder string) (names []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if e.Type().IsRegular() && strings.TrimSuffix(e.Name(), filepath.Ext(e.Name())) == "任务清单" {
			names = append(names, e.Name())
		}
	}
	return names
}
