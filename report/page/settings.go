package page

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"taizhang/importer"
	"taizhang/importer/period"
	"taizhang/report"
	"taizhang/report/outputs"
	"taizhang/report/page/desk"
	"taizhang/report/page/inbox"
)

// settingsView is 设置 as a form.
type settingsView struct {
	File  string
	Items []settingItem
	Why   string // there are none, "" where there are
	Wrong string // why what was sent is not taken in
	Undo  []change
}

type settingItem struct {
	report.Setting
	Was     string // what the workbook says
	Example string // of what can be written, "" where it is plain
	Offer   string // what the list says of it, "" for nothing
}

// examples are shown in fields that are empty.
var examples = map[string]string{"报送截止日": "次月8日", "公开电话": "12345", "附件号": "1", "起始页码": "1", "字体": "内置"}

// Shown is a value as the list of offers calls it.
func (s settingItem) Shown(value string) string {
	if q, ok := period.ParseQuarter(value); ok && s.Item == "截至季度" && q.Year > 0 {
		return q.Label()
	}
	return value
}

// All are the values that are offered, and the one that stands there.
func (s settingItem) All() []string {
	if s.Value == "" || slices.Contains(s.Offers, s.Value) {
		return s.Offers
	}
	return append([]string{s.Value}, s.Offers...)
}

// change is what became of an item of 设置.
type change struct{ Item, From, To string }

// mostOfSetting is how long a value may be, in characters.
const mostOfSetting = 200

// showSettings is 设置, as the workbook has it now: a year that can't be read is set right here too.
func (p *Page) showSettings(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	p.show(w, r, "settings", "年度", y, p.settingsOf(y))
}

func (p *Page) settingsOf(y *desk.Year) *settingsView {
	name := filepath.Base(importer.MasterIn(y.Folder))
	v := &settingsView{File: name}
	in, err := inbox.Open(y.Folder)
	if err != nil {
		v.Why = err.Error()
		return v
	}
	defer in.Close()
	data, err := in.Read(name)
	if errors.Is(err, fs.ErrNotExist) {
		v.Why = "这个文件夹里还没有 " + name + "：先放进今年印发的清单，单位名称、截止日等就有地方写了。"
		return v
	}
	var list []report.Setting
	if err == nil {
		list, err = report.Settings(data, yearRead(y))
	}
	if err != nil {
		v.Why = "读不到设置：" + strings.TrimSuffix(err.Error(), "。") + "。"
		return v
	}
	for _, one := range list {
		item := settingItem{Setting: one, Was: one.Value, Example: examples[one.Item]}
		if s, _, _ := y.State(); s != nil && one.Item == "报送截止日" && one.Value == "" {
			if o := s.Ledger.Plan.Settings.Offered; o.Said != "" {
				item.Example = o.Deadline.Plainly()
				item.Offer = fmt.Sprintf("清单（%s）写着“%s”：照这样的，填“%s”。没有填以前不判断是否迟报。", o.At.Cell(), o.Said, item.Example)
			}
		}
		v.Items = append(v.Items, item)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.setOf == y {
		v.Undo = p.changed
	}
	return v
}

// yearRead is the year that the list is of, 0 where it was not read.
func yearRead(y *desk.Year) int {
	if s, _, _ := y.State(); s != nil {
		return s.Ledger.Year
	}
	return 0
}

// set writes what was changed on the form into the workbook; a field that says what it said is left as
// it is, whatever the workbook says by now.
func (p *Page) set(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	shown := p.settingsOf(y)
	if err := r.ParseForm(); err != nil || len(shown.Items) == 0 {
		p.back(w, r, "/settings", "没有收到设置，请再试一次。")
		return
	}
	changes := changesIn(r.PostForm, shown.Items)
	if len(changes) == 0 {
		p.back(w, r, "/settings", "没有要改的。")
		return
	}
	if err := p.write(y, shown.File, changes); err != nil {
		shown.Wrong = strings.TrimRight(err.Error(), "。") + "。"
		for i := range shown.Items { // what was typed stays
			if one := &shown.Items[i]; r.PostForm.Has(one.Item) {
				one.Value, one.Was = tidied(r.PostForm.Get(one.Item)), r.PostForm.Get("was "+one.Item)
				if one.Value != one.Was && strings.HasPrefix(shown.Wrong, one.Item) {
					one.Setting.Wrong = shown.Wrong
				}
			}
		}
		p.show(w, r, "settings", "年度", y, shown)
		return
	}
	note := "设置改好了"
	p.mu.Lock()
	p.changed, p.setOf = changes, y
	if r.PostForm.Get("undo") != "" {
		p.changed, note = nil, "撤销了"
	}
	p.mu.Unlock()
	var said []string
	for _, c := range changes {
		said = append(said, fmt.Sprintf("%s %s → %s", c.Item, orBlank(c.From), orBlank(c.To)))
	}
	y.Again()
	p.back(w, r, "/settings", note+"："+strings.Join(said, "；")+"。")
}

func orBlank(value string) string {
	if value == "" {
		return "（不填）"
	}
	return value
}

// changesIn are the items of a form that say something else than they were shown to say.
func changesIn(form url.Values, items []settingItem) (list []change) {
	for _, one := range items {
		if was := form.Get("was " + one.Item); form.Has(one.Item) && tidied(form.Get(one.Item)) != was {
			list = append(list, change{one.Item, was, tidied(form.Get(one.Item))})
		}
	}
	return list
}

// tidied is a value in one line.
func tidied(value string) string {
	return strings.Join(strings.FieldsFunc(value, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// write makes the changes in the workbook of the year, all or none. What somebody saved there
// meanwhile is not written over.
func (p *Page) write(y *desk.Year, name string, changes []change) error {
	return p.rewrite(y, name, func(data []byte) ([]byte, error) {
		now, err := report.Settings(data, yearRead(y))
		if err != nil {
			return nil, err
		}
		items := map[string]string{}
		for _, c := range changes {
			if utf8.RuneCountInString(c.To) > mostOfSetting {
				return nil, fmt.Errorf("%s超过%d个字", c.Item, mostOfSetting)
			}
			for _, one := range now {
				if one.Item == c.Item && one.Value != c.From && one.Value != c.To {
					return nil, fmt.Errorf("%s刚刚在别处改成了“%s”，请再看一看", c.Item, one.Value)
				}
			}
			items[c.Item] = c.To
		}
		return report.SetSettings(data, yearRead(y), items)
	})
}

// rewrite changes a workbook of the year, unless somebody has it open.
func (p *Page) rewrite(y *desk.Year, name string, change func(data []byte) ([]byte, error)) error {
	p.storing.Lock()
	defer p.storing.Unlock()
	if open := outputs.LockOf(y.Folder, name); open != "" {
		return fmt.Errorf("%s 正在 Excel 或 WPS 里打开着，请先存盘、关掉再改；确实没有打开的，请删除 %s", name, open)
	}
	in, err := inbox.Open(y.Folder)
	if err != nil {
		return err
	}
	defer in.Close()
	return in.Rewrite(name, change)
}
