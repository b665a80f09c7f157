package ruling

import (
	"regexp"
	"strconv"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/status"
)

// Line is a line of 待核对 as the office decides in it: what it typed, and the keys that
// say what it is about.
type Line struct {
	Choice, Item, Status, Value, Reason, By, On string // typed by the office

	Target
	Mark string // see Mark
	Ref  string // the item that the ledger printed with its requirement's key: see Ref
	Kind Kind
}

// Whole is what the office decides of a whole requirement in 总台账: its status at the end
// of the ledger's quarter.
type Whole struct {
	Choice, Status, Value, Reason, By, On string // typed by the office

	Ref     string // of the requirement
	Quarter string
	Text    string // of the requirement
	Mark    string // see Mark
}

// Line returns the line that shows the ruling again, as the office typed it. Where the
// requirement of a place has another number by now, it shows that.
func (r Ruling) Line() Line {
	l := Line{Choice: r.Typed.Choice, Item: r.Typed.Item, Status: r.Typed.Status, Value: r.Typed.Value, Reason: r.Reason, By: r.By, On: r.On,
		Target: r.Target, Kind: MergedRow}
	if r.Key != "" {
		l.Item, l.Ref = strconv.Itoa(r.Requirement), Ref(r.Requirement, r.Key)
	}
	switch {
	case r.Target.RowKey != "":
	case r.Act == Same && r.Key != "":
		l.Kind = Former
	case r.Target.Standing() && r.Key != "":
		l.Kind = Requirement
	case r.Act.OfFile():
		l.Kind = HeldFile
	default:
		l.Kind = NoRow
	}
	return l
}

// Whole returns the cells of 总台账 that show the ruling of a requirement's standing again.
func (r Ruling) Whole() Whole {
	return Whole{Choice: r.Typed.Choice, Status: r.Typed.Status, Value: r.Typed.Value, Reason: r.Reason, By: r.By, On: r.On, Ref: Ref(r.Requirement, r.Key), Quarter: r.Target.Quarter}
}

// Said returns what stands in the typed columns, for the mark of the line. The act comes last:
// earlier versions had no column for it, and an empty one leaves their marks as they are.
func (w Whole) Said() []string { return []string{w.Status, w.Value, w.Reason, w.By, w.On, w.Choice} }

// line returns the decision as a line. Where no act is chosen it follows from what is typed.
func (w Whole) line() Line {
	choice := w.Choice
	switch {
	case choice != "":
	case w.Value != "":
		choice = Same.Label()
	default:
		choice = Take.Label()
	}
	return Line{Choice: choice, Status: w.Status, Value: w.Value, Reason: w.Reason, By: w.By, On: w.On,
		Target: Target{Quarter: w.Quarter}, Ref: w.Ref, Kind: Requirement}
}

func (w Whole) empty() bool {
	return w.Choice == "" && w.Status == "" && w.Value == "" && w.Reason == "" && w.By == "" && w.On == ""
}

// Ref joins a requirement's number and key, as the hidden column holds them.
func Ref(no int, key string) string { return strconv.Itoa(no) + ":" + key }

var refParts = regexp.MustCompile(`^([0-9]+):([0-9a-f]+)$`)

func parseRef(s string) (no int, key string, ok bool) {
	m := refParts.FindStringSubmatch(s)
	if m == nil {
		return 0, "", false
	}
	no, err := strconv.Atoi(m[1])
	return no, m[2], err == nil
}

// empty reports whether the office has typed nothing into the line.
func (l Line) empty() bool {
	return l.Choice == "" && l.Status == "" && l.Value == "" && l.Reason == "" && l.By == "" && l.On == "" && (l.Item == "" || l.Kind == Requirement || l.Kind == Former)
}

var (
	placeChoice = regexp.MustCompile(`^按?第([0-9]+)项(并入)?$`)
	itemNumber  = regexp.MustCompile(`^第?([0-9]+)项?$`)
)

// ruling reads the line. keys are the requirements of the ledger that the office typed
// into, by number. What can't be carried out has a Why.
func (l Line) ruling(keys map[int]string) Ruling {
	r := Ruling{Target: l.Target, Reason: l.Reason, By: l.By, On: l.On, State: Orphaned,
		Typed: Typed{Choice: l.Choice, Item: l.Item, Status: l.Status, Value: l.Value}}
	r.Act = actOf(l.Choice)
	item := l.Item
	if m := placeChoice.FindStringSubmatch(fold.Text(l.Choice)); m != nil && (item == "" || item == m[1]) {
		r.Act, item = Place, m[1]
		r.Typed.Item = item // the choice is shown by its label, which has no number
	}
	if r.Act != "" {
		r.Typed.Choice = r.Act.Label()
	}
	switch {
	case l.Choice == "":
		r.Why = "这一行填了内容，但“核定”一栏没有选"
	case r.Act == "":
		r.Why = "“" + l.Choice + "”不是可选的核定"
	case l.Target == Target{}:
		r.Act, r.Why = "", "这一行没有对应的问题（行尾隐藏的几列被清空了）"
	case r.Act.OfNumbers():
		r.Act, r.Why = "", "数和勾稽关系在“"+NumbersSheet+"”“"+RulesSheet+"”里核定"
	case l.Standing() && r.Act == Same:
		r.same(l)
	case l.Standing() && r.Act != Take:
		r.Act, r.Why = "", "这里只能选“"+Take.Label()+"”或“"+Same.Label()+"”"
	case r.Act.OfFile() && (l.RowKey != "" || l.File == ""):
		r.Why = "这个问题不是整份报表的，不能选“" + r.Act.Label() + "”"
	case r.Act.OfFile():
		if r.Value = strings.TrimSpace(l.Value); r.Value == "" && r.Act != Discard {
			r.Why = "没有填“" + valueHeading + "”"
		}
	case l.RowKey == "" && !l.Standing() && r.Act != Accept:
		r.Why = "这个问题不是报表的某一行，只能选“" + Accept.Label() + "”"
	case r.Act == Place:
		r.place(l, item, keys)
	case r.Act == Take:
		r.take(l)
	}
	if unused := l.unused(r.Act); unused != "" && r.Why == "" {
		r.Why = "“" + r.Act.Label() + "”用不到“" + unused + "”一栏：请清空那一格，或者改选核定"
	}
	r.Identify()
	return r
}

// unused returns the heading of a column that the office filled in and the act has no use for: what
// was meant by it must not be lost.
func (l Line) unused(act Act) string {
	if (act == Accept || act == Ignore) && l.Status != "" && l.Kind != Requirement && l.Kind != Former {
		return statusHeading
	}
	return ""
}

func (r *Ruling) place(l Line, item string, keys map[int]string) {
	m := itemNumber.FindStringSubmatch(fold.Text(item))
	no := 0
	if m != nil {
		no, _ = strconv.Atoi(m[1])
	}
	was, key, known := parseRef(l.Ref)
	switch {
	case item == "":
		r.Why = "没有填按第几项并入"
	case no == 0:
		r.Why = "“" + item + "”不是项次"
	case known && was == no:
		r.Requirement, r.Key = no, key // also where the list has changed since
	case keys[no] == "":
		r.Why = "没有第" + strconv.Itoa(no) + "项"
	default:
		r.Requirement, r.Key = no, keys[no]
	}
	if r.Key != "" {
		r.Typed.Item = strconv.Itoa(no)
		if l.Status != "" {
			r.take(l)
		}
	}
}

func (r *Ruling) take(l Line) {
	if r.Status = statusOf(l.Status); r.Status == status.NoStatus {
		r.Why = "“" + l.Status + "”不是可选的状态"
		if l.Status == "" {
			r.Why = "没有选采用什么状态"
		}
	}
	if !l.Standing() {
		return
	}
	if l.Value != "" {
		r.Why = "“" + valueHeading + "”和状态请分两次填"
	}
	r.Requirement, r.Key, _ = parseRef(l.Ref)
}

// same reads what the requirement was called before.
func (r *Ruling) same(l Line) {
	if r.Value = strings.TrimSpace(l.Value); r.Value == "" {
		r.Why = "没有在“" + valueHeading + "”里填它原来是哪一条"
	}
	if l.Status != "" {
		r.Why = "“" + valueHeading + "”和状态请分两次填"
	}
	r.Requirement, r.Key, _ = parseRef(l.Ref)
}

// statusOf reads one of the statuses that the office may take.
func statusOf(said string) status.Status {
	for _, s := range Statuses {
		if fold.Key(s.Label()) == fold.Key(said) && said != "" {
			return s
		}
	}
	return status.NoStatus
}
