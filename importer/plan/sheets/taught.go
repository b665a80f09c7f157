package sheets

import (
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/plan/draft"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// taughtLine is a line of 词表 as it stands, with what of it is understood without the roster.
type taughtLine struct {
	words.Lesson
	as, scope grid.Read[string]
}

// ReadTaught reads the sheet 词表 as far as it can be without the roster. A line that is not
// understood teaches nothing, and a finding says so.
func ReadTaught(s *grid.Sheet) ([]taughtLine, []finding.Finding) {
	if s == nil {
		return nil, nil
	}
	h, ok := FindHeader(s, "写法")
	if !ok {
		return nil, []finding.Finding{unreadable(s.Place(), "没有“写法”这一栏", "要有这四栏："+strings.Join(TaughtColumns, "、"))}
	}
	var lines []taughtLine
	var found []finding.Finding
	for row := h.Row + 1; row <= s.LastRow(); row++ {
		kind, word := draft.ReadCell(h.cell(row, "类别")), draft.ReadCell(h.cell(row, "写法"))
		l := taughtLine{as: draft.ReadCell(h.cell(row, "作为")), scope: draft.ReadCell(h.cell(row, "适用"))}
		l.Kind, l.Word = words.Kind(fold.Key(kind.Value)), word.Value
		if fold.Key(l.scope.Value) == "全部" {
			l.scope = grid.Read[string]{}
		}
		if word.At == (finding.Place{}) {
			word.At = s.Place().At(row, 0)
		}
		switch {
		case !word.Given() && !l.as.Given():
			continue // a kind alone is a form that waits
		case !word.Given():
			found = append(found, unreadable(word.At, "没有填写法", "写法是报表里原样的字，一行一个"))
			continue
		}
		if why, at := l.understand(kind); why != "" {
			if at == (finding.Place{}) {
				at = word.At
			}
			found = append(found, unreadable(at, why, l.accepts()))
			continue
		}
		lines = append(lines, l)
	}
	return lines, found
}

// ForAll returns what the lines teach of all files, before the roster is known.
func ForAll(lines []taughtLine) words.Taught {
	var t words.Taught
	for _, l := range lines {
		names := l.Kind == words.NotThat && l.Role == "" && l.Status == "" && l.as.Given() // a department's alias
		if !l.scope.Given() && !names {
			t = append(t, l.Lesson)
		}
	}
	return t
}

// understand reads 类别 and 作为; where they make no sense it says why, and of which cell.
func (l *taughtLine) understand(kind grid.Read[string]) (why string, at finding.Place) {
	role, isRole := words.RoleNamed(l.as.Value)
	label, isStatus := statusNamed(l.as.Value)
	switch l.Kind {
	case words.OfColumn:
		if l.Role = role; !isRole {
			return saidAs(l.as, "不是栏目的读法"), l.as.At
		}
	case words.OfStatus:
		if l.Status = label; !isStatus {
			return saidAs(l.as, "不是状态"), l.as.At
		}
	case words.OfDepartment:
		if !l.as.Given() {
			return saidAs(l.as, ""), l.as.At
		}
	case words.NotThat:
		switch {
		case isRole:
			l.Role = role
		case isStatus:
			l.Status = label
		}
	default:
		if !kind.Given() {
			return "没有选类别", finding.Place{}
		}
		return "类别“" + kind.Said + "”", kind.At
	}
	return "", finding.Place{}
}

func saidAs(as grid.Read[string], why string) string {
	if !as.Given() {
		return "没有填作为什么"
	}
	return "作为“" + as.Said + "”，" + why
}

// accepts says what a line of the kind may name.
func (l *taughtLine) accepts() string {
	switch l.Kind {
	case words.OfColumn:
		return "栏目可以作为：" + joinRoles()
	case words.OfStatus:
		return "状态可以作为：已完成、推进中、常态化、滞后、未启动、不适用"
	case words.OfDepartment:
		return "部门要作为部门名录里的名称"
	case words.NotThat:
		return "不作为后面写栏目的读法、状态或部门名称，都不作为的留空"
	}
	return "类别可以是：栏目、状态、部门、不作为"
}

func joinRoles() string {
	var names []string
	for _, role := range words.Pointed {
		names = append(names, string(role))
	}
	return strings.Join(names, "、")
}

// statusNamed returns the label of the status that a person names: 已完成, completed.
func statusNamed(said string) (label string, ok bool) {
	for _, s := range status.Statuses {
		if s != status.NotReported && said != "" && (fold.Key(said) == fold.Key(s.Label()) || fold.Key(said) == fold.Key(string(s))) {
			return s.Label(), true
		}
	}
	return "", false
}

// unreadable is a cell of 词表 that is not understood, with what may stand there.
func unreadable(at finding.Place, found, wanted string) finding.Finding {
	f := finding.New(finding.SettingUnreadable, at, found, "")
	f.Hint = "这一行没有用上，请在 任务清单.xlsx 的“词表”里改正。" + wanted + "。"
	return f
}

// TaughtKinds lists what 类别 offers.
func TaughtKinds() []string {
	var kinds []string
	for _, k := range words.Kinds {
		kinds = append(kinds, string(k))
	}
	return kinds
}

// TaughtColumns are the columns of the sheet 词表.
var TaughtColumns = []string{"类别", "写法", "作为", "适用"}

// WrittenLessons are the lines of 词表 in the order of TaughtColumns.
func WrittenLessons(s *grid.Sheet) (lines [][]string) {
	h, ok := FindHeader(s, "写法")
	if !ok {
		return nil
	}
	for row := h.Row + 1; row <= h.sheet.LastRow(); row++ {
		var line []string
		for _, heading := range TaughtColumns {
			line = append(line, strings.TrimSpace(h.cell(row, heading).String()))
		}
		if at := slices.Index(TaughtColumns, "写法"); at >= 0 && line[at] != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
