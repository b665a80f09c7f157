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
	"taizhang/report/ledgerbook"
	"taizhang/report/letters"
	"taizhang/report/page/collect"
	"taizhang/report/page/desk"
	"taizhang/report/page/inbox"
	"taizhang/report/page/questions"
)

// board is 收表 as it is shown: departments by quarters, and the files of one quarter.
type board struct {
	Quarters []boardQuarter
	Rows     []boardRow
	Chosen   period.Quarter
	Drops    []dropped
	Back     int  // of them that can be taken back
	Telling  bool // some of them are not understood yet
	Files    []boardFile
	Group    *letters.Sending // the text that asks all who owe something
	Remind   []collect.Urging // the same for each
	Folder   string           // of the quarter, in which is stored what is dropped
	Closed   bool             // the quarter is final
	Ahead    bool             // the ledger is far from it yet
	Slips    int
	Old      bool   // they are of a build that is overtaken
	AsOf     string // the quarter that the ledger is drawn up for
	Chose    bool   // the settings say so
	Begun    bool   // something has come
	Today    string
	Undated  []questions.Piece // whose day nobody knows
	Counts   string            // how the numbers of what waits hang together, "" where they are one
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

// dropped is a file that was dropped lately, as it stands now.
type dropped struct {
	inbox.Dropped
	Asked int    // questions that wait for the office
	First string // the first of them
	Days  []dayAsked
	Back  bool // it goes back with all the others: neither is its quarter final nor is it built in
}

// boardFile is a file of the quarter that is shown.
type boardFile struct {
	Name, ID, Whose string
	Path            string   // to what came of the department that sent it, "" where it is not one
	State           []string // what became of it
	Rows            ledger.Count
	Open            int    // findings that keep something out
	Asked           int    // questions that wait for the office
	First           string // the first of them
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

// boardOf lays out 收表.
func (p *Page) boardOf(y *desk.Year, s *questions.Reading, chosen int) *board {
	l := s.Ledger
	b := &board{Chosen: period.Quarter{Year: l.Year, N: chosen}}
	asked := collect.AskedOf(y, s)
	year := (period.Quarter{Year: l.Year, N: 4}).Until()
	counts := map[period.Quarter]*boardQuarter{}
	for _, q := range year {
		one := &boardQuarter{Quarter: q, Chosen: q.N == chosen}
		if due := l.Plan.Settings.Deadline.For(q); !due.IsZero() {
			one.Due = due.Label()
		}
		counts[q] = one
	}
	rows, held := map[string]int{}, 0
	for i := range l.Coverage {
		c := &l.Coverage[i]
		n, known := rows[c.Department]
		if !known {
			n = len(b.Rows)
			rows[c.Department] = n
			b.Rows = append(b.Rows, boardRow{Name: c.Department, Lights: slices.Repeat([]light{{Kind: "none", Sign: "·", Word: "还没有报表"}}, 4)})
		}
		waits := len(asked[collect.Place{Department: c.Department, Quarter: c.Quarter}])
		b.Rows[n].Lights[c.Quarter.N-1] = lightOf(c, waits)
		if b.Rows[n].Lights[c.Quarter.N-1].Kind == "held" {
			held += waits
		}
		switch light := &b.Rows[n].Lights[c.Quarter.N-1]; light.Kind {
		case "none":
		case "missing":
			light.Path = camePath(c.Department, c.Quarter)
			if _, closed := y.ClosedOn(s, c.Quarter); !closed {
				light.Path = collect.UrgePath(l, c.Department, c.Quarter)
			}
		default:
			light.Path = camePath(c.Department, c.Quarter)
		}
		counts[c.Quarter].add(c)
	}
	b.Rows = slices.DeleteFunc(b.Rows, func(r boardRow) bool {
		return !slices.ContainsFunc(r.Lights, func(l light) bool { return l.Kind != "none" })
	})
	for _, q := range year {
		if counts[q].Expected == 0 {
			all := collect.ReceiptsOf(l, q)
			counts[q].Expected, counts[q].Gone = all.Expected, all.Missing
		}
		b.Quarters = append(b.Quarters, *counts[q])
	}
	waiting := waitingOf(y, s)
	b.Files = p.filesOf(y, s, b.Chosen, waiting)
	b.Counts = countsOf(len(y.Asked(s)), held, b.Files)
	b.Today, b.Undated = p.Day().Label(), undatedOf(y, s, b.Chosen)
	group, each := letters.Apart(letters.Sendings(s.Ledger, b.Chosen, p.Day()))
	b.Group = group
	for _, one := range each {
		b.Remind = append(b.Remind, collect.Urging{Sending: one, ID: collect.UrgeID(l, one.To)})
	}
	_, b.Closed = y.ClosedOn(s, b.Chosen)
	b.Ahead = l.Now().Next().Before(b.Chosen)
	b.Folder = b.Chosen.Short()
	if in, err := inbox.Open(y.Folder); err == nil {
		b.Folder = in.Of(b.Chosen)
		in.Close()
	}
	var drops []inbox.Dropped
	drops, b.Telling = p.drops.List(y)
	for _, d := range drops {
		one := dropped{Dropped: d.Now(l)}
		if of := waiting[one.Stored]; len(of) > 0 && !one.Untold {
			one.Asked, one.First = len(of), questions.ID(of[0])
		}
		if one.Received {
			one.ID = p.ids.Of(filepath.Join(y.Folder, filepath.FromSlash(one.Stored)))
		}
		if one.Received && !one.Gone && !one.Untold {
			one.Days = p.daysAsked(y, s, one.Stored)
		}
		if one.Received && !one.Gone && !b.Closed && !y.BuiltIn(s, one.Stored) {
			one.Back = true
			b.Back++
		}
		b.Drops = append(b.Drops, one)
	}
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

// waitingOf lists the questions that wait for the office, by the file that they are on.
func waitingOf(y *desk.Year, s *questions.Reading) map[string][]*ledgerbook.Question {
	list := map[string][]*ledgerbook.Question{}
	for _, i := range y.Asked(s) {
		q := &s.Questions[i]
		list[q.Finding.Place.File()] = append(list[q.Finding.Place.File()], q)
	}
	return list
}

// filesOf lists the files that lie in the folder of a quarter or speak of it.
func (p *Page) filesOf(y *desk.Year, s *questions.Reading, q period.Quarter, waiting map[string][]*ledgerbook.Question) (list []boardFile) {
	l := s.Ledger
	speaks := map[string]bool{}
	for i := range l.Returns {
		if r := &l.Returns[i]; r.Quarter == q {
			speaks[r.File] = true
		}
	}
	var here []*ledger.Input
	var names []string
	for i := range l.Inputs {
		in := &l.Inputs[i]
		folder, ok := period.ParseQuarter(path.Base(path.Dir(in.File)))
		if speaks[in.File] || in.Quarter == q || ok && folder.N == q.N && (folder.Year == 0 || folder.Year == q.Year) {
			here, names = append(here, in), append(names, in.File)
		}
	}
	became := inbox.BecameOf(l, names...)
	for _, in := range here {
		b := became[in.File]
		f := boardFile{Name: in.File, ID: p.ids.Of(filepath.Join(y.Folder, filepath.FromSlash(cmp.Or(in.RawName, in.File)))),
			Whose: cmp.Or(strings.Join(b.Whose, "、"), in.Department), Rows: b.Rows, State: stateOf(in, b)}
		if len(b.Whose) == 1 {
			f.Path = camePath(b.Whose[0], q)
		}
		for n, q := range waiting[in.File] {
			if n == 0 {
				f.First = questions.ID(q)
			}
			if f.Asked++; q.Finding.Severity() == finding.Error {
				f.Open++
			}
		}
		list = append(list, f)
	}
	return list
}

// countsOf says what each number of what waits counts, where they are not one: all of it, what lies on a department and a
// quarter, and what lies in the files of the quarter that is shown.
func countsOf(all, held int, files []boardFile) string {
	inFiles := 0
	for _, f := range files {
		inFiles += f.Asked
	}
	if all == held && held == inFiles {
		return ""
	}
	return fmt.Sprintf("“核对”现在共%d处：上面各格里的合起来%d处，下面这一季度的文件里%d处。没有报送的、清单里的、没有认出部门的，不在格子里；不出自哪一份文件的、别的季度的，不在下面的表里。", all, held, inFiles)
}

// stateOf says what became of a file: where its rows went, and why nothing of it counts where nothing does.
func stateOf(in *ledger.Input, b *inbox.Became) (said []string) {
	if in.State != ledger.FileRead {
		return []string{stateWord(in)}
	}
	if b.Why != "" {
		said = append(said, b.Why)
	} else if b.Rows.Read == 0 {
		return []string{"读了，里面没有填报的行"}
	}
	return append(said, b.Fates...)
}

// stateWord says what became of a file, without a full stop: other words may follow.
func stateWord(in *ledger.Input) string {
	switch in.State {
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
		collecting := collect.Quarter(y, s, p.Day())
		chosen = p.lastQuarter(y, collecting.N)
		if _, closed := y.ClosedOn(s, period.Quarter{Year: s.Ledger.Year, N: chosen}); closed {
			chosen = collecting.N // what was looked at last is done
		}
	}
	y.CatchUp(s)
	p.standAt(y, chosen)
	p.drops.Wait(y, showWait)
	b := p.boardOf(y, s, chosen)
	p.show(w, r, "board", "收表", y, b)
}
