package questions

import (
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
)

// ScopesOf lists what 适用 offers for a heading, and says which department and which file that is. A
// department is left out where an answer for it alone can't hold.
func ScopesOf(s *Reading, r *ledgerbook.Reading) (scopes []string, means string) {
	scopes = []string{ruling.ForAll}
	var said []string
	if name := r.Office.Department; name != "" && !TooLate(s, r, name) {
		scopes = append(scopes, ruling.ForDepartment)
		said = append(said, "“"+ruling.ForDepartment+"”只管"+name)
	}
	if file := r.Office.File; file != "" {
		scopes = append(scopes, ruling.ForFile)
		said = append(said, "“"+ruling.ForFile+"”只管 "+file)
	}
	if len(said) == 0 {
		return scopes, ""
	}
	return scopes, "不填是各部门、各文件都照办；" + strings.Join(said, "；") + "。"
}

// ScopeDepartment is the department that an answer is for alone, "" for none.
func ScopeDepartment(s *Reading, line *ruling.Heading) string {
	if fold.Key(line.Scope) == ruling.ForDepartment {
		return line.Department
	}
	scope, _ := s.Ledger.Plan.ScopeNamed(line.Scope)
	return scope.Department
}

// TooLate reports that all columns of a department under a heading stand in files of several departments
// whose paths do not name it: such a file is read as one, before it is known which rows are whose.
func TooLate(s *Reading, r *ledgerbook.Reading, name string) bool {
	met := false
	for i := range r.Met {
		m := &r.Met[i]
		if name == "" || m.Department != name {
			continue
		}
		if met = true; !ofSeveral(s, m.File, name) || namedByPath(s, m.File, name) {
			return false
		}
	}
	return met
}

// ofSeveral reports whether a file holds returns of others beside a department's.
func ofSeveral(s *Reading, file, name string) bool {
	return slices.ContainsFunc(s.Ledger.Returns, func(r ledger.Return) bool { return r.File == file && r.Department != name })
}

// namedByPath reports whether the path of a file says whose it is.
func namedByPath(s *Reading, file, name string) bool {
	for i := range s.Ledger.Returns {
		r := &s.Ledger.Returns[i]
		if r.File == file && r.Department == name && r.Whose.At.Row() == 0 && r.Whose.At.Sheet() == "" && strings.Contains(file, r.Whose.Said) {
			return true
		}
	}
	for _, d := range s.Ledger.Plan.Roster.FindIn(file) {
		if d.Name == name {
			return true
		}
	}
	return false
}
