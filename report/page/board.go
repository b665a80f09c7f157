package page

import (
	"cmp"
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/report/letters"
	"taizhang/report/page/desk"
	"taizhang/report/page/inbox"
	"taizhang/report/page/questions"
)

// board is 收表 as it is shown: departments by quarters, and the files of one quarter.
type board struct {
	Quarters []boardQuarter
	Rows     []boardRow
	Chosen   period.Quarter
	Drops    []inbox.Dropped
	Back     int  // of them that can be taken back
	Telling  bool // some of them are not understood yet
	Files    []boardFile
	Group    *letters.Sending  // the text that asks all who owe something
	Remind   []letters.Sending // the same for each
	Slips    int
	Old      bool   // they are of a build that is overtaken
	AsOf     string // the quarter that the ledger is drawn up for
	Chose    bool   // the settings say so
	Begun    bool   // something has come
}

type boardQuarter struct {
	period.Quarter
	Due                        string
	Expected, Came, Late, Gone int
	Chosen                     bool
}

type boardRow struct {
	Name   string
	Lights []light
}

// light is how a department stands in a quarter: told by a sign and a word, and by colour besides.
type light struct {
	Kind string // on, late, missing, inbox.Broken, held, undated, none
	Sign string
	Word string
	Came string // how the return came, where Word says what waits; "" else
	More string // a sentence
	Path string // where it leads, "" for nowhere
}

// boardFile is a file of the quarter that is shown.
type boardFile struct {
	Name, ID     string
	Whose, State string
	Rows         ledger.Count
	Open         int // findings that keep something out
	Asked        int // questions that wait for the office
}

var signs = map[string]string{"on": "●", "late": "◐", "missing": "○", "broken": "✕", "held": "▲", "undated": "◍", "none": "—"}

// lightOf shows a coverage; asked is how many questions on it wait for the office.
func lightOf(c *ledger.Coverage, asked int) light {
	l := light{Word: c.State.Label()}
	switch c.State {
	case ledger.OnTime:
		l.Kind, l.More = "on", c.ReceivedOn.Label()+"收到"
	case ledger.Late:
		l.Kind, l.Word, l.More = "late", fmt.Sprintf("迟报%d天", c.LateDays), c.ReceivedOn.Label()+"收到，截止"+c.Due.Label()
	case ledger.Missing:
		l.Kind, l.Word = "missing", "未报"
		if !c.Due.IsZero() {
			l.More = "截止" + c.Due.Label()
		}
	case ledger.Undated:
		l.Kind, l.Word, l.More = "undated", "已报", "没有读到填报日期，看不出是否按时"
		if c.Due.IsZero() {
			l.More = "没有设报送截止日，不判断是否按时"
		}
	case ledger.Unreadable:
		l.Kind, l.Word, l.More = "broken", "读不出", "交了，但读不出来或者用不上"
	default:
		l.Kind, l.Word = "none", "无须报送"
	}
	if asked > 0 && c.Expected && c.State != ledger.Missing && l.Kind != "broken" {
		l.Came, l.Kind, l.Word = l.Word, "held", fmt.Sprintf("%d处待核对", asked)
	}
	l.Sign = signs[l.Kind]
	return l
}

// askedOf lists the questions on returns of a department for a quarter that wait for the office: those that
// name both, and those on a file that is theirs.
func askedOf(y *desk.Year, s *questions.Reading) map[place][]int {
	of := map[string]place{} // by file, that of one department for one quarter
	for i := range s.Ledger.Returns {
		r := &s.Ledger.Returns[i]
		at := place{r.Department, r.Quarter}
		if other, known := of[r.File]; known && other != at {
			at = place{}
		}
		of[r.File] = at
	}
	list := map[place][]int{}
	for _, i := range y.Asked(s) {
		f := &s.Questions[i].Finding
		at := of[f.Place.File()]
		if q, ok := period.ParseQuarter(f.Quarter); ok && f.Department != "" {
			at = place{f.Department, q}
		}
		if at.department != "" {
			list[at] = append(list[at], i)
		}
	}
	return list
}

type place struct {
	department string
	quarter    period.Quarter
}

// boardOf lays out 收表.
func (p *Page) boardOf(y *desk.Year, s *questions.Reading, chosen int) *board {
	l := s.Ledger
	b := &board{Chosen: period.Quarter{Year: l.Year, N: chosen}}
	asked := askedOf(y, s)
	year := (period.Quarter{Year: l.Year, N: 4}).Until()
	counts := map[period.Quarter]*boardQuarter{}
	for _, q := range year {
		one := &boardQuarter{Quarter: q, Chosen: q.N == chosen}
		if due := l.Plan.Settings.Deadline.For(q); !due.IsZero() {
			one.Due = due.Label()
		}
		counts[q] = one
	}
	rows := map[string]int{}
	for i := range l.Coverage {
		c := &l.Coverage[i]
		n, known := rows[c.Department]
		if !known {
			n = len(b.Rows)
			rows[c.Department] = n
			b.Rows = append(b.Rows, boardRow{Name: c.Department, Lights: slices.Repeat([]light{{Kind: "none", Sign: "·", Word: "还没有报表"}}, 4)})
		}
		b.Rows[n].Lights[c.Quarter.N-1] = lightOf(c, len(asked[place{c.Department, c.Quarter}]))
		if l := &b.Rows[n].Lights[c.Quarter.N-1]; l.Kind != "none" {
			l.Path = camePath(c.Department, c.Quarter)
		}
		counts[c.Quarter].add(c)
	}
	b.Rows = slices.DeleteFunc(b.Rows, func(r boardRow) bool {
		return !slices.ContainsFunc(r.Lights, func(l light) bool { return l.Kind != "none" })
	})
	for _, q := range year {
		b.Quarters = append(b.Quarters, *counts[q])
	}
	b.Files = p.filesOf(y, s, b.Chosen)
	b.Group, b.Remind = letters.Apart(letters.Sendings(s.Ledger, b.Chosen, p.Day()))
	b.Drops, b.Telling = p.drops.List(y)
	b.AsOf, b.Chose, b.Begun = l.AsOf.Short(), !l.Plan.Settings.AsOf.IsZero(), s.Begun()
	if entries, err := os.ReadDir(filepath.Join(y.Out, "退回单")); err == nil {
		b.Slips, b.Old = len(slices.DeleteFunc(entries, func(e os.DirEntry) bool { return !ofClerk(e) })), y.Outdated(s)
	}
	return b
}

func (q *boardQuarter) add(c *ledger.Coverage) {
	if !c.Expected {
		return
	}
	q.Expected++
	switch c.State {
	case ledger.Missing:
		q.Gone++
	case ledger.Late:
		q.Late, q.Came = q.Late+1, q.Came+1
	default:
		q.Came++
	}
}

// filesOf lists the files that lie in the folder of a quarter or speak of it.
func (p *Page) filesOf(y *desk.Year, s *questions.Reading, q period.Quarter) (list []boardFile) {
	l := s.Ledger
	of := map[string]*boardFile{}
	inQuarter := map[string]bool{}
	for i := range l.Inputs {
		in := &l.Inputs[i]
		f := &boardFile{Name: in.File, Whose: in.Department, State: stateWord(in)}
		of[in.File] = f
		inFolder, ok := period.ParseQuarter(path.Base(path.Dir(in.File)))
		inQuarter[in.File] = in.Quarter == q || ok && inFolder.N == q.N && (inFolder.Year == 0 || inFolder.Year == q.Year)
	}
	for i := range l.Returns {
		r := &l.Returns[i]
		f := of[r.File]
		if f == nil {
			continue
		}
		inQuarter[r.File] = inQuarter[r.File] || r.Quarter == q
		f.Whose = cmp.Or(f.Whose, r.Department)
		f.Rows.Read, f.Rows.Merged, f.Rows.Held, f.Rows.Ignored = f.Rows.Read+r.Count.Read, f.Rows.Merged+r.Count.Merged, f.Rows.Held+r.Count.Held, f.Rows.Ignored+r.Count.Ignored
	}
	for _, i := range y.Asked(s) {
		q := &s.Questions[i]
		if f := of[q.Finding.Place.File()]; f != nil {
			if f.Asked++; q.Finding.Severity() == finding.Error {
				f.Open++
			}
		}
	}
	for i := range l.Inputs {
		in := &l.Inputs[i]
		if inQuarter[in.File] {
			f := of[in.File]
			f.ID = p.ids.Of(filepath.Join(y.Folder, filepath.FromSlash(cmp.Or(in.RawName, in.File))))
			list = append(list, *f)
		}
	}
	return list
}

// stateWord says what became of a file, without a full stop: other words may follow.
func stateWord(in *ledger.Input) string {
	switch in.State {
	case ledger.FileRead:
		return "已读"
	case ledger.FileAttachment:
		return "附件（扫描件或图片）"
	case ledger.FileSkipped:
		return "没有读：" + strings.TrimSuffix(in.Reason, "。")
	}
	return "读不出：" + strings.TrimSuffix(in.Reason, "。")
}

// showBoard is 收表.
func (p *Page) showBoard(w http.ResponseWriter, r *http.Request, y *desk.Year) {
	s, _, _ := y.State()
	if s == nil {
		p.show(w, r, "wait", "收表", y, nil)
		return
	}
	chosen, _ := strconv.Atoi(r.URL.Query().Get("q"))
	if chosen < 1 || chosen > 4 {
		chosen = p.lastQuarter(y, s.Quarter().N)
	}
	y.CatchUp(s)
	p.standAt(y, chosen)
	p.drops.Wait(y, showWait)
	b := p.boardOf(y, s, chosen)
	for i := range b.Drops {
		if b.Drops[i].Received {
			b.Drops[i].ID = p.ids.Of(filepath.Join(y.Folder, filepath.FromSlash(b.Drops[i].Stored)))
			b.Back++
		}
	}
	p.show(w, r, "board", "收表", y, b)
}
