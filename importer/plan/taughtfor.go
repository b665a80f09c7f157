package plan

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

// settleTaught finishes the lines with the roster: whose alias a word is, and for whom a line
// holds. The plan keeps what is understood.
func (p *Plan) settleTaught(lines []taughtLine) []finding.Finding {
	var found []finding.Finding
	for _, l := range lines {
		if why, at := p.finish(&l); why != "" {
			found = append(found, unreadable(at, why, l.accepts()))
			continue
		}
		scopes, strange := p.scopes(l.scope.Value)
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
			p.Taught = append(p.Taught, lesson)
		}
	}
	p.callDepartments()
	return found
}

// finish finds the department that a line names.
func (p *Plan) finish(l *taughtLine) (why string, at finding.Place) {
	named := l.Kind == words.OfDepartment || l.Kind == words.NotThat && l.Role == "" && l.Status == "" && l.as.Given()
	if !named {
		return "", at
	}
	d, ok := p.Roster.Find(l.as.Value, period.Quarter{})
	if !ok {
		return "作为“" + l.as.Said + "”，部门名录里没有", l.as.At
	}
	l.Department = d.Name
	if l.Kind == words.NotThat {
		return "", at
	}
	if other, taken := p.Roster.Named(l.Word); taken && other.Name != d.Name {
		return "写法“" + l.Word + "”是另一个部门的名称", l.as.At
	}
	return "", at
}

// scopes reads 适用: nothing, departments, files. strange is the part that is neither.
func (p *Plan) scopes(said string) (scopes []words.Scope, strange string) {
	if said == "" {
		return []words.Scope{{}}, ""
	}
	scope, ok := p.ScopeNamed(said)
	if ok {
		return []words.Scope{scope}, ""
	}
	for _, part := range strings.FieldsFunc(said, func(r rune) bool { return roster.IsComma(r) || r == '\n' || r == ';' || r == '；' }) {
		if part = strings.TrimFunc(part, numbering.IsBlank); part == "" {
			continue
		}
		if scope, ok = p.ScopeNamed(part); !ok {
			return nil, part
		}
		scopes = append(scopes, scope)
	}
	return scopes, ""
}

// ScopeNamed returns the scope that a person names: a department of the roster, or a file with
// its ending, from the year folder where it names a folder.
func (p *Plan) ScopeNamed(said string) (words.Scope, bool) {
	if d, ok := p.Roster.Find(said, period.Quarter{}); ok {
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
	case !p.Roster.Known():
		return words.Scope{Department: name}, true
	}
	return words.Scope{}, false
}

// callDepartments gives the roster the aliases of 词表, and takes away those that it denies.
func (p *Plan) callDepartments() {
	changed := false
	for i := range p.Roster.Departments {
		d := &p.Roster.Departments[i]
		more, fewer := p.Taught.Aliases(d.Name)
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
		p.Roster.Index()
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
