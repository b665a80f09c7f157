package sheets

import (
	"path"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/period"
	"taizhang/importer/plan/numbering"
	"taizhang/importer/plan/roster"
	"taizhang/templates/words"
)

// SettleTaught finishes the lines with the roster: whose alias a word is, and for whom a line
// holds. The departments answer to the aliases from then on.
func SettleTaught(lines []taughtLine, known *roster.Roster) (taught words.Taught, found []finding.Finding) {
	for _, l := range lines {
		if why, at := finish(&l, known); why != "" {
			found = append(found, unreadable(at, why, l.accepts()))
			continue
		}
		scopes, strange := scopesOf(l.scope.Value, known)
		switch {
		case strange != "":
			found = append(found, unreadable(l.scope.At, "适用“"+strange+"”", "适用写部门名录里的名称，或带后缀的文件名；对全部有效的留空"))
			continue
		case l.scope.Given() && (l.Kind == words.OfDepartment || l.Kind == words.NotThat):
			found = append(found, unreadable(l.scope.At, "“"+string(l.Kind)+"”不能只适用于“"+l.scope.Said+"”", "这一类对全部报表有效，请把“适用”清空"))
			continue
		}
		for _, scope := range scopes {
			lesson := l.Lesson
			lesson.Scope = scope
			taught = append(taught, lesson)
		}
	}
	callDepartments(known, taught)
	return taught, found
}

// finish finds the department that a line names.
func finish(l *taughtLine, known *roster.Roster) (why string, at finding.Place) {
	named := l.Kind == words.OfDepartment || l.Kind == words.NotThat && l.Role == "" && l.Status == "" && l.as.Given()
	if !named {
		return "", at
	}
	d, ok := known.Find(l.as.Value, period.Quarter{})
	if !ok {
		return "作为“" + l.as.Said + "”，部门名录里没有", l.as.At
	}
	l.Department = d.Name
	if l.Kind == words.NotThat {
		return "", at
	}
	if other, taken := known.Named(l.Word); taken && other.Name != d.Name {
		return "写法“" + l.Word + "”是另一个部门的名称", l.as.At
	}
	return "", at
}

// scopesOf reads 适用: nothing, departments, files. strange is the part that is neither.
func scopesOf(said string, known *roster.Roster) (scopes []words.Scope, strange string) {
	if said == "" {
		return []words.Scope{{}}, ""
	}
	scope, ok := ScopeNamed(known, said)
	if ok {
		return []words.Scope{scope}, ""
	}
	for _, part := range strings.FieldsFunc(said, func(r rune) bool { return roster.IsComma(r) || r == '\n' || r == ';' || r == '；' }) {
		if part = strings.TrimFunc(part, numbering.IsBlank); part == "" {
			continue
		}
		if scope, ok = ScopeNamed(known, part); !ok {
			return nil, part
		}
		scopes = append(scopes, scope)
	}
	return scopes, ""
}

// ScopeNamed returns the scope that a person names: a department of the roster, or a file with
// its ending, from the year folder where it names a folder.
func ScopeNamed(known *roster.Roster, said string) (words.Scope, bool) {
	if d, ok := known.Find(said, period.Quarter{}); ok {
		return words.Scope{Department: d.Name}, true
	}
	name := strings.ReplaceAll(strings.TrimSpace(said), `\`, "/")
	switch {
	case name == "":
		return words.Scope{}, false
	case path.Ext(name) != "" && strings.Contains(name, "/"):
		return words.In(name), true
	case path.Ext(name) != "":
		return words.Scope{File: name}, true
	case !known.Known():
		return words.Scope{Department: name}, true
	}
	return words.Scope{}, false
}

// callDepartments gives the roster the aliases of 词表, and takes away those that it denies.
func callDepartments(known *roster.Roster, taught words.Taught) {
	changed := false
	for i := range known.Departments {
		d := &known.Departments[i]
		more, fewer := taught.Aliases(d.Name)
		if len(more)+len(fewer) == 0 {
			continue
		}
		changed = true
		var aliases []string
		for _, alias := range slices.Concat(d.Aliases, more) {
			if !holds(fewer, alias) && !holds(aliases, alias) {
				aliases = append(aliases, alias)
			}
		}
		d.AnswerTo(aliases)
	}
	if changed {
		known.Index()
	}
}

func holds(names []string, name string) bool {
	for _, n := range names {
		if fold.Key(n) == fold.Key(name) {
			return true
		}
	}
	return false
}
