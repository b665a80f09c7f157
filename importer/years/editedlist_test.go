package years

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/importer"
	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/settle"
	"taizhang/importer/period"
	"taizhang/importer/ruling"
	"taizhang/importer/status"
	"taizhang/report/export"
)

// decided is a decision as the office made it, and what it truly is about.
type decided struct {
	id      string
	act     ruling.Act
	target  map[string]any
	value   string
	no      int
	key     string
	called  string
	was     string // key that it had, for Same
	status  status.Status
	lineage int // of the requirement
}

// worlds is how many are made; each lives through two years.
const worlds = 4

// tallied counts what became of decisions each time that the ledger was drawn up.
type tallied struct{ looks, applied, reported, waiting, proposed, rightly, edited, agreed int }

// TestEditsOfTheListLoseNoDecision edits a list through two years while decisions of each act
// stand: whatever happens to a requirement or a department, each decision is carried out on
// what it was about, or said not to be. A text that was edited is proposed, and what the
// office then agrees to is followed.
func TestEditsOfTheListLoseNoDecision(t *testing.T) {
	var n tallied
	acts, edits := map[ruling.Act]int{}, map[string]int{}
	for seed := range uint64(worlds) {
		w := begin(t, seed)
		var last []byte
		var lasting []decided
		for w.year = 2021; w.year <= 2022; w.year++ {
			w.folder = filepath.Join(t.TempDir(), fmt.Sprint(w.year))
			made := slices.Clone(lasting)
			if last != nil {
				w.write(filepath.Join(w.folder, "上年", "台账.json"), string(last))
			}
			for quarter := 1; quarter <= 4; quarter++ {
				if quarter > 1 || w.year > 2021 {
					w.edit(quarter)
				}
				w.report(quarter)
				w.writeList()
				l := w.load(made)
				n.check(w, l, made, acts)
				made = n.agree(w, l, made)
				l = w.load(made)
				n.check(w, l, made, acts)
				made = w.decide(l, quarter, made)
				l = w.load(made)
				n.check(w, l, made, acts)
				var b bytes.Buffer
				if err := export.Write(&b, l); err != nil {
					t.Fatal(err)
				}
				last = b.Bytes()
			}
			lasting = slices.DeleteFunc(slices.Clone(made), func(d decided) bool { return d.act != ruling.Column })
		}
		for kind, count := range w.edits {
			edits[kind] += count
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	t.Logf("%d worlds, edits %v: %d looks at decisions (%v): %d applied, %d reported, %d wait for a heading; "+
		"%d whose requirement was edited or is gone, proposals for %d, the true one among them for %d; %d agreed to",
		worlds, edits, n.looks, acts, n.applied, n.reported, n.waiting, n.edited, n.proposed, n.rightly, n.agreed)
	for _, act := range []ruling.Act{ruling.Place, ruling.Take, ruling.Accept, ruling.Ignore, ruling.Sender, ruling.Quarter, ruling.Discard, ruling.Close, ruling.Column, ruling.Same} {
		if acts[act] == 0 {
			t.Errorf("no decision %q was looked at", act)
		}
	}
	if n.reported == 0 || n.proposed == 0 || n.agreed == 0 {
		t.Error("the generator makes nothing")
	}
}

func (w *world) load(made []decided) *ledger.Ledger {
	w.t.Helper()
	var lines bytes.Buffer
	for _, d := range made {
		line := map[string]any{"id": d.id, "act": d.act, "target": d.target, "value": nil, "requirement": nil, "status": nil,
			"reason": "经核实", "by": "王某", "on": "2021-04-12", "via": "ledger", "withdraws": nil}
		if d.value != "" {
			line["value"] = d.value
		}
		if d.no > 0 {
			line["requirement"], line["key"], line["called"] = d.no, d.key, d.called
		}
		if d.status != "" {
			line["status"] = d.status
		}
		if d.was != "" {
			line["was"] = []string{d.was}
		}
		if d.act == ruling.Column {
			line["typed"] = map[string]string{"choice": d.value, "item": ruling.ForDepartment}
		}
		if d.act == ruling.Close {
			line["files"] = []string{}
		}
		data, err := json.Marshal(line)
		if err != nil {
			w.t.Fatal(err)
		}
		lines.Write(append(data, '\n'))
	}
	if err := os.WriteFile(filepath.Join(w.folder, ruling.JournalName), lines.Bytes(), 0o644); err != nil {
		w.t.Fatal(err)
	}
	l, err := importer.Load(context.Background(), importer.Options{Folder: w.folder})
	if err != nil {
		w.t.Fatal(err)
	}
	return l
}

// decide makes decisions of each act on what the ledger shows, none twice on one thing.
func (w *world) decide(l *ledger.Ledger, quarter int, made []decided) []decided {
	on := func(target map[string]any, d decided) {
		said := fmt.Sprint(target["department"], target["row_key"], target["code"], target["file"], target["sheet"], target["sum"], target["heading"], target["quarter"], d.key)
		if slices.ContainsFunc(made, func(o decided) bool { return o.id == said }) {
			return
		}
		d.id, d.target = said, target
		made = append(made, d)
	}
	require := func(d decided) decided {
		r := &l.Plan.Requirements[w.rng.IntN(len(l.Plan.Requirements))]
		d.no, d.key, d.called = r.No, r.Key, r.Text.Value
		d.lineage = w.of[lineage(l.Plan.Tasks[r.Task-1].Title.Value, r.Text.Value)]
		if d.lineage == 0 {
			w.t.Fatalf("unknown requirement %q", r.Text.Value)
		}
		return d
	}
	rows := map[string]*ledger.Row{}
	for i := range l.Rows {
		rows[l.Rows[i].Key] = &l.Rows[i]
	}
	for i, s := range ruling.Subjects(l.Findings) {
		f := l.Findings[i]
		target := map[string]any{"file": f.Place.File(), "sheet": f.Place.Sheet(), "row_key": s.RowKey, "department": f.Department, "quarter": f.Quarter,
			"code": s.Code, "nth": s.Nth, "sum": s.Sum}
		row := rows[s.RowKey]
		if row != nil {
			target["sum"] = row.Sum
		}
		switch {
		case f.Code == finding.RulingOrphaned || f.Settled || !w.chance(0.5):
		case f.Code == finding.RowUnmatched && w.chance(0.5):
			on(target, require(decided{act: ruling.Place, status: status.InProgress}))
		case f.Code == finding.RowUnmatched:
			on(target, decided{act: ruling.Ignore})
		case f.Code == finding.StatusUnknown && w.chance(0.5):
			on(target, decided{act: ruling.Take, status: status.Behind})
		case f.Code == finding.DepartmentUnknown:
			on(target, decided{act: ruling.Sender, value: w.item(l).office})
		case f.Code == finding.QuarterUnknown:
			on(target, decided{act: ruling.Quarter, value: fmt.Sprintf("%dQ%d", w.year, quarter)})
		case f.Code == finding.NoTable:
			on(target, decided{act: ruling.Discard})
		case f.Severity() != finding.Error && w.chance(0.3):
			on(target, decided{act: ruling.Accept})
		}
	}
	for range 3 {
		on(map[string]any{"quarter": fmt.Sprintf("%dQ%d", w.year, quarter)}, require(decided{act: ruling.Take, status: status.Behind}))
	}
	if quarter == 2 {
		on(map[string]any{"quarter": fmt.Sprintf("%dQ%d", w.year, quarter-1), "code": finding.ReturnAfterClose}, decided{act: ruling.Close, value: ruling.CloseWord})
	}
	for _, m := range l.Met() {
		if m.Heading == "办理成色" && m.Department != "" && w.chance(0.3) {
			on(map[string]any{"heading": m.Heading, "department": m.Department, "file": ""}, decided{act: ruling.Column, value: "不读"})
			break
		}
	}
	return made
}

func (w *world) item(l *ledger.Ledger) item { return w.items[w.rng.IntN(len(w.items))] }

// check holds every decision against the ledger.
func (n *tallied) check(w *world, l *ledger.Ledger, made []decided, acts map[ruling.Act]int) {
	w.t.Helper()
	all := map[string]*ruling.Ruling{}
	for _, rs := range [][]ruling.Ruling{l.Rulings, l.Drafts, l.Readings} {
		for i := range rs {
			if all[rs[i].ID] != nil {
				w.t.Errorf("decision %s comes twice", rs[i].ID)
			}
			all[rs[i].ID] = &rs[i]
		}
	}
	said := map[string]bool{}
	for _, f := range l.Findings {
		if f.Code == finding.RulingOrphaned {
			said[f.Message] = true
		}
	}
	if len(all) != len(made) {
		w.t.Errorf("%d decisions of %d", len(all), len(made))
	}
	for _, d := range made {
		n.looks++
		acts[d.act]++
		r := all[d.id]
		switch {
		case r == nil:
			w.t.Errorf("%s %q is dropped", d.act, d.id)
		case r.State == ruling.Applied:
			n.applied++
			if wrong := w.wrong(l, d, r, made); wrong != "" {
				w.t.Errorf("%s %q is applied: %s", d.act, d.id, wrong)
			}
		case said[settle.Orphan(l, *r).Message]:
			n.reported++
			n.gone(w, l, d, r)
		case d.act == ruling.Column && !w.met(l, d) && w.listed(d):
			n.waiting++
		default:
			w.t.Errorf("%s %q (%s) is neither applied nor reported: %s", d.act, d.id, r.State, r.Why)
		}
	}
}

// met reports whether some file has the heading that an answer is about.
func (w *world) met(l *ledger.Ledger, d decided) bool {
	return slices.ContainsFunc(l.Met(), func(m ledger.Met) bool {
		return m.Heading == d.target["heading"] && (d.target["department"] == "" || d.target["department"] == m.Department)
	})
}

// listed reports whether the department that an answer is for is on the roster.
func (w *world) listed(d decided) bool {
	return d.target["department"] == "" || slices.ContainsFunc(w.offices, func(o office) bool { return o.name == d.target["department"] })
}

// lineageOf returns what a requirement of the ledger truly is.
func (w *world) lineageOf(l *ledger.Ledger, no int) int {
	r := l.Requirement(no)
	return w.of[lineage(l.Plan.Tasks[r.Task-1].Title.Value, r.Text.Value)]
}

// gone counts decisions whose requirement is not on the list as it was, and what is proposed.
func (n *tallied) gone(w *world, l *ledger.Ledger, d decided, r *ruling.Ruling) {
	if d.key == "" || !strings.Contains(r.Why, "清单中已没有这条要求") {
		return
	}
	n.edited++
	any, right := false, false
	for _, p := range l.Proposals {
		if p.Text == d.called {
			any, right = true, right || w.lineageOf(l, p.Requirement) == d.lineage
		}
	}
	if any {
		n.proposed++
	}
	if right {
		n.rightly++
	}
}

// agree says of half of the true proposals that they are so.
func (n *tallied) agree(w *world, l *ledger.Ledger, made []decided) []decided {
	for _, p := range l.Proposals {
		r := l.Requirement(p.Requirement)
		id := fmt.Sprint("same", r.Key, p.Value)
		now := w.lineageOf(l, p.Requirement)
		known := slices.ContainsFunc(made, func(d decided) bool { return d.id == id || d.act == ruling.Same && d.key == r.Key })
		before := slices.IndexFunc(made, func(d decided) bool { return d.called == p.Text && d.lineage == now })
		if known || before < 0 && w.texts[p.Text] != now || !w.chance(0.5) {
			continue
		}
		n.agreed++
		made = append(made, decided{id: id, act: ruling.Same, target: map[string]any{"quarter": l.AsOf.String()}, value: p.Value,
			no: r.No, key: r.Key, called: r.Text.Value, was: p.Key, lineage: now})
	}
	return made
}

// wrong says what is amiss with a decision that the ledger says was carried out.
func (w *world) wrong(l *ledger.Ledger, d decided, r *ruling.Ruling, made []decided) string {
	if d.key != "" {
		now := l.Requirement(r.Requirement)
		agreed := slices.ContainsFunc(made, func(o decided) bool { return o.act == ruling.Same })
		switch {
		case w.lineageOf(l, r.Requirement) != d.lineage:
			return fmt.Sprintf("on %q, it was about %q", now.Text.Value, d.called)
		case now.Key != d.key && !agreed:
			return "on an edited text that nobody agreed to"
		}
	}
	key, _ := d.target["row_key"].(string)
	var row *ledger.Row
	for i := range l.Rows {
		if key != "" && l.Rows[i].Key == r.Target.RowKey {
			row = &l.Rows[i]
		}
	}
	file, _ := d.target["file"].(string)
	switch d.act {
	case ruling.Place:
		if row == nil || row.Fate == ledger.Merged && row.Requirement != r.Requirement {
			return fmt.Sprintf("the row is %+v", row)
		}
	case ruling.Ignore:
		if row == nil || row.Fate != ledger.Ignored {
			return fmt.Sprintf("the row is %+v", row)
		}
	case ruling.Take:
		q, _ := period.ParseQuarter(d.target["quarter"].(string))
		if st := l.Standing(max(r.Requirement, 1), q); key == "" && st.Active && st.Status != d.status {
			return "the standing is " + string(st.Status)
		}
	case ruling.Sender, ruling.Quarter:
		for _, ret := range l.Returns {
			if ret.File != file || ret.Quarter.String() == d.value || d.act == ruling.Sender && w.family[ret.Department] == w.family[d.value] {
				continue
			}
			return fmt.Sprintf("the return is %s's of %s, not of %s", ret.Department, ret.Quarter, d.value)
		}
	case ruling.Discard:
		for i := range l.Rows {
			if l.Rows[i].At.File() == file && l.Rows[i].Fate != ledger.Ignored {
				return "a row of it counts"
			}
		}
	}
	return ""
}
