package check

import (
	"path"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/table"
)

// A file that holds text and could be a department's has come, whatever is in the way of reading it. Nobody is
// told that it has sent nothing while such a file lies there.

// maybe collects whose files could be from which nothing was taken in.
type maybe struct {
	l      *ledger.Ledger
	unused map[ledger.Desk][]ledger.Unused
}

// add notes a file for departments in quarters, each file once.
func (m maybe) add(departments []string, quarters []period.Quarter, u ledger.Unused) {
	for _, d := range departments {
		for _, q := range quarters {
			at := ledger.Desk{Department: d, Quarter: q}
			if d != "" && !slices.ContainsFunc(m.unused[at], func(o ledger.Unused) bool { return o.File == u.File }) {
				m.unused[at] = append(m.unused[at], u)
			}
		}
	}
}

// unread adds the sheets that nobody understood, for the departments that they name.
func (m maybe) unread(rs []returns.Return, void func(file, sheet string) bool) {
	for i := range m.l.Inputs {
		in := &m.l.Inputs[i]
		if in.State != ledger.FileRead && in.State != ledger.FileFailed {
			continue
		}
		for j := range in.Sheets {
			s := &in.Sheets[j]
			if s.Cells.Unread == 0 || void(in.File, s.Sheet) {
				continue
			}
			u := ledger.Unused{File: in.File, Kind: ledger.Unclear, Why: "里面有文字没有读懂"}
			texts := slices.DeleteFunc(slices.Clone(s.Unread), isAddressed)
			named := m.namedAlone(texts)
			if s.State == table.IsUnread {
				named = append(named, m.namedIn(slices.Concat(ends(texts), labels(texts), []string{s.Sheet, base(in.File)}))...)
			}
			if in.State == ledger.FileFailed {
				named = append(named, in.Department)
			}
			m.add(named, m.quartersOf(in, s, rs), u)
		}
	}
}

// isAddressed reports whether a text says to whom a letter goes: 局办公室：.
func isAddressed(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")
}

// labels are what stands before the colons of texts, where somebody notes down who said what: 12月26日，财务股来电：….
func labels(texts []string) (labels []string) {
	for _, text := range texts {
		if at := strings.IndexAny(text, "：:"); at > 0 && !fold.Longer(text[:at], longestTitle) {
			labels = append(labels, text[:at])
		}
	}
	return labels
}

// held adds the returns of nobody and of no quarter that wait for the office.
func (m maybe) held(rs []returns.Return) {
	for i := range rs {
		ret := &rs[i]
		if m.l.Returns[i].Count.Held == 0 {
			continue
		}
		quarters := []period.Quarter{ret.Quarter.Value}
		if ret.Quarter.Value.IsZero() {
			quarters = m.l.AsOf.Until()
		}
		switch {
		case ret.Department.Value == "":
			said := []string{base(ret.File), ret.Sheet, ret.Department.Said}
			for j := range ret.Rows {
				said = append(said, ret.Rows[j].Departments.Value, ret.Rows[j].Section.Said, opening(ret.Rows[j].Text.Said), opening(ret.Rows[j].Progress.Value))
			}
			for j := range m.l.Findings {
				if f := &m.l.Findings[j]; f.Code == finding.DepartmentConflict && f.Held && f.Place.File() == ret.File {
					said = append(said, f.Found)
				}
			}
			m.add(m.namedIn(said), quarters, ledger.Unused{File: ret.File, Kind: ledger.Nobodys, Why: "还没有认定是哪个部门的"})
		case ret.Quarter.Value.IsZero():
			m.add([]string{ret.Department.Value}, quarters, ledger.Unused{File: ret.File, Kind: ledger.Misfiled, Why: "没有写明季度"})
		}
	}
}

// opening is the beginning of a text, in which whoever writes may name himself: 港航中心还办了….
func opening(text string) string {
	n := 0
	for at := range text {
		if n++; n > longestTitle {
			return text[:at]
		}
	}
	return text
}

// namedAlone returns the departments of which a text is the name and nothing else.
func (m maybe) namedAlone(texts []string) (names []string) {
	for _, text := range texts {
		if d, ok := m.l.Plan.Roster.Find(text, period.Quarter{}); ok && !slices.Contains(names, d.Name) {
			names = append(names, d.Name)
		}
	}
	return names
}

// namedIn returns the departments that short texts name.
func (m maybe) namedIn(texts []string) (names []string) {
	for _, text := range texts {
		if fold.Longer(text, longestTitle) {
			continue
		}
		for _, d := range m.l.Plan.Roster.FindIn(text) {
			if !slices.Contains(names, d.Name) {
				names = append(names, d.Name)
			}
		}
	}
	return append(names, m.namedAlone(texts)...)
}

// quartersOf returns the quarters that a sheet of a file may be of. The narrowest that names any decides: the
// sheet's title, its name, the file's name, its folders, what else was read in the file. A span (上半年) means each
// quarter in it. Where nothing names one it may be any.
func (m maybe) quartersOf(in *ledger.Input, s *returns.SheetAccount, rs []returns.Return) []period.Quarter {
	said := []string{strings.Join(ends(s.Unread), "\n"), s.Sheet, base(in.File)}
	for dir := path.Dir(in.File); dir != "." && dir != "/"; dir = path.Dir(dir) {
		said = append(said, path.Base(dir))
	}
	for _, text := range said {
		if qs, spoken := m.quartersIn(text); spoken {
			return qs
		}
	}
	var read []period.Quarter
	for i := range rs {
		if q := rs[i].Quarter.Value; rs[i].File == in.File && !q.IsZero() && !slices.Contains(read, q) {
			read = append(read, q)
		}
	}
	if read != nil {
		return read
	}
	if !in.Quarter.IsZero() {
		return []period.Quarter{in.Quarter}
	}
	return m.l.AsOf.Until()
}

// quartersIn returns the quarters of the year that a text names, and whether it names any, of whatever year.
func (m maybe) quartersIn(text string) (qs []period.Quarter, spoken bool) {
	for _, mention := range period.Mentions(text) {
		spoken = true
		if y := mention.Quarter.Year; y != 0 && y != m.l.Year {
			continue
		}
		from := mention.Quarter.N
		if mention.Span {
			from = 1
		}
		for n := from; n <= mention.Quarter.N; n++ {
			if q := (period.Quarter{Year: m.l.Year, N: n}); !slices.Contains(qs, q) {
				qs = append(qs, q)
			}
		}
	}
	return qs, spoken
}

// ends are the first and the last texts of a sheet, among which titles and signatures stand.
func ends(texts []string) []string {
	if len(texts) <= 2*endTexts {
		return slices.Clone(texts)
	}
	return slices.Concat(texts[:endTexts], texts[len(texts)-endTexts:])
}

const (
	endTexts     = 3  // at either end of a sheet
	longestTitle = 40 // characters of a text that says whose a sheet is
)

// base is the name of a file without its folders and its ending.
func base(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }
