package ruling

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/fold"
)

// JournalName is the file of the year folder in which every decision stands.
const JournalName = "核定.jsonl"

// NoJournal stands for the sum of a journal that there is not.
const NoJournal = "absent"

// Withdrawn is the state of a decision that the office took back or replaced.
const Withdrawn State = "withdrawn"

// ByLedger is how a decision came in that was typed into the ledger.
const ByLedger = "ledger"

// Journal is 核定.jsonl: every decision of the office in the order in which they were taken
// in. It only grows. The zero value is that of a year without decisions.
type Journal struct {
	Sum    string  // SHA-256 of the file as it was read, NoJournal for none
	Faults []Fault // lines that nobody understands; they stay in the file

	entries []entry
	at      map[string]int // entries by ID
	ended   map[string]bool
	fresh   []int // entries that the file does not have yet
	open    bool  // the file's last line has no end
}

// entry is a line: a decision, or the withdrawal of one, or both.
type entry struct {
	ruling    Ruling
	via       string
	withdraws string
	decides   bool
}

// Fault is a line of the file that can't be understood.
type Fault struct {
	Line int
	Text string
}

// ReadJournal reads the bytes of a 核定.jsonl, nil for a year that has none. A line that
// comes twice, as when two copies of a folder were joined, counts once.
func ReadJournal(data []byte) *Journal {
	j := &Journal{Sum: NoJournal, at: map[string]int{}, ended: map[string]bool{}}
	if data == nil {
		return j
	}
	sum := sha256.Sum256(data)
	j.Sum = hex.EncodeToString(sum[:])
	text := strings.TrimPrefix(string(data), "\uFEFF")
	j.open = text != "" && !strings.HasSuffix(text, "\n")
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		e, ok := parseEntry(line)
		if !ok {
			j.Faults = append(j.Faults, Fault{n, line})
			continue
		}
		j.add(e)
	}
	return j
}

// add takes an entry in. One that is known already changes nothing.
func (j *Journal) add(e entry) bool {
	if _, known := j.at[e.ruling.ID]; known {
		return false
	}
	e.ruling.Filed = len(j.entries) + 1
	j.at[e.ruling.ID] = len(j.entries)
	j.entries = append(j.entries, e)
	if e.withdraws != "" {
		j.ended[e.withdraws] = true
	}
	return true
}

// enter adds an entry that the file does not have yet.
func (j *Journal) enter(e entry) {
	if !j.add(e) {
		return
	}
	j.fresh = append(j.fresh, len(j.entries)-1)
}

// Fresh returns what is to be appended to the file, nil for nothing.
func (j *Journal) Fresh() []byte {
	if j == nil || len(j.fresh) == 0 {
		return nil
	}
	var lines []byte
	if j.open {
		lines = append(lines, '\n')
	}
	for _, i := range j.fresh {
		lines = append(append(lines, j.entries[i].line()...), '\n')
	}
	return lines
}

// Count returns how many lines were taken in so far: by it a ledger says what it knew when it
// was printed.
func (j *Journal) Count() int {
	if j == nil {
		return 0
	}
	return len(j.entries)
}

// InForce returns the decisions that hold, in the order in which they were made.
func (j *Journal) InForce() []Ruling { return j.list(false) }

// TakenBack returns the decisions that were withdrawn or replaced.
func (j *Journal) TakenBack() []Ruling { return j.list(true) }

func (j *Journal) list(ended bool) (list []Ruling) {
	if j == nil {
		return nil
	}
	for _, e := range j.entries {
		if e.decides && j.ended[e.ruling.ID] == ended {
			r := e.ruling
			if r.State = Orphaned; ended {
				r.State = Withdrawn
			}
			list = append(list, r)
		}
	}
	return list
}

// holds returns the decision with the ID where it is in force.
func (j *Journal) holds(id string) (Ruling, bool) {
	i, known := j.at[id]
	if !known || j.ended[id] || !j.entries[i].decides {
		return Ruling{}, false
	}
	return j.entries[i].ruling, true
}

// Take takes in what the office typed into a copy of the ledger. What stands there as the
// copy printed it decides nothing, however old the copy is; what differs is a decision,
// unless it was taken in before. A decision that the copy printed and the file has lost comes
// back into it.
func (j *Journal) Take(typed []Typing) { j.take(typed, ByLedger) }

func (j *Journal) take(typed []Typing, via string) {
	for _, t := range typed {
		if _, known := j.at[t.Mark.ID]; t.Mark.ID != "" && !known && !t.Changed && !t.Empty {
			r := t.Ruling
			r.ID = t.Mark.ID
			j.enter(entry{ruling: r, via: via, decides: true})
		}
	}
	for _, t := range typed {
		if !t.Changed {
			continue
		}
		printed, held := j.holds(t.Mark.ID)
		switch {
		case t.Empty && held:
			back := Ruling{ID: t.Mark.withdrawal(), Target: printed.Target}
			j.enter(entry{ruling: back, via: via, withdraws: t.Mark.ID})
		case !t.Empty:
			j.decide(t, held, via)
		}
	}
}

// decide takes in a decision that replaces the one that the copy printed on its line, or the
// one that was typed there into the same copy before.
func (j *Journal) decide(t Typing, replaces bool, via string) {
	r := t.Ruling
	r.ID = t.Mark.decision(r)
	if via == ByPage && j.ended[r.ID] { // taken back there, and now decided anew
		t.Mark.Base = len(j.entries)
		r.ID = t.Mark.decision(r)
	}
	if _, known := j.at[r.ID]; known {
		return
	}
	if printed, _ := j.holds(t.Mark.ID); printed.Key == r.Key && r.Called == "" {
		r.Called = printed.Called // said when its requirement was still on the list
	}
	e := entry{ruling: r, via: via, decides: true}
	if replaces {
		e.withdraws = t.Mark.ID
	}
	for i := range j.entries {
		other := j.entries[i].ruling
		if _, held := j.holds(other.ID); !held || other.about() != r.about() {
			continue
		}
		if other.says() == r.says() && other.ID != t.Mark.ID {
			return // said in another copy already
		}
		if e.withdraws == "" && t.Mark.decision(other) == other.ID {
			e.withdraws = other.ID
		}
	}
	j.enter(e)
}

// about names what a ruling decides on, says what was typed of it.
func (r Ruling) about() string {
	t := r.Target
	parts := []string{t.RowKey, string(t.Code), strconv.Itoa(t.Nth), t.Department, t.Quarter, fold.Key(t.Heading), fold.Key(t.Beside[0]), fold.Key(t.Beside[1])}
	if t.Standing() {
		parts = append(parts, r.Key)
	}
	if t.Indicator != "" || t.Rule != "" {
		parts = append(parts, t.Indicator, t.Rule, t.Scope)
	}
	if t.RowKey == "" {
		parts = append(parts, t.Sum, t.File, t.Sheet)
	}
	return strings.Join(parts, "\n")
}

func (r Ruling) says() string {
	return plainCells([]string{r.Typed.Choice, r.Typed.Item, r.Typed.Status, r.Typed.Value, r.Reason, r.By, r.On})
}

// plainCells joins what stands in cells, so that it doesn't matter how a program saves spaces
// and line breaks.
func plainCells(cells []string) string {
	plain := slices.Clone(cells)
	for i, c := range plain {
		plain[i] = strings.Join(strings.Fields(c), " ")
	}
	return strings.TrimRight(strings.Join(plain, "\n"), "\n")
}

// Lasting returns the lines of decisions that hold beyond the year, nil for none: answers on
// headings, but for those on one file.
func (j *Journal) Lasting(answers []Ruling) (lines []byte) {
	for _, a := range answers {
		i, known := j.at[a.ID]
		if !known || a.Why != "" || a.Target.File != "" {
			continue
		}
		e := j.entries[i]
		e.withdraws = ""
		lines = append(append(lines, e.line()...), '\n')
	}
	return lines
}
