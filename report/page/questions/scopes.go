package questions

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/ledger"
	"taizhang/importer/ruling"
	"taizhang/report/ledgerbook"
)

// Scope is what 适用 offers for a heading: Value is what the cell holds, Says whom it covers in plain words, with
// the files that bear the heading today.
type Scope struct {
	Value, Key string
	Label      string
	Says       string
}

const (
	mostOwners = 6  // departments that are named with their files
	mostScopes = 12 // departments and files that are offered besides
)

// ScopesOf lists whom an answer on a heading can be for: all, the department and the file that it stands in first,
// and besides those the others. A department is left out where an answer for it alone can't hold.
func ScopesOf(s *Reading, r *ledgerbook.Reading) (list, more []Scope) {
	files, owners, of := filesOf(r)
	list = []Scope{{ruling.ForAll, "a", "全部部门、全部文件", "现在是" + owned(files, owners, of) + "；以后交来的也照办"}}
	first, file := r.Office.Department, r.Office.File
	later := "现在%d份文件，它以后交来的也照办"
	if first != "" && !TooLate(s, r, first) {
		list = append(list, Scope{ruling.ForDepartment, "d", "只这个部门：" + first, fmt.Sprintf(later, of[first])})
	}
	if file != "" {
		list = append(list, Scope{ruling.ForFile, "f", "只这份文件：" + file, ""})
	}
	if len(files) < 2 {
		return list, nil
	}
	for _, name := range owners {
		if named, ok := s.Ledger.Plan.ScopeNamed(name); name != "" && name != first && ok && named.Department == name && !TooLate(s, r, name) {
			more = append(more, Scope{name, "", "只" + name, fmt.Sprintf(later, of[name])})
		}
	}
	for _, other := range files {
		if named, ok := s.Ledger.Plan.ScopeNamed(other); other != file && ok && named.Department == "" {
			more = append(more, Scope{other, "", "只 " + other, ""})
		}
	}
	return list, more[:min(len(more), mostScopes)]
}

// filesOf lists the files that a heading stands in and whose they are, with how many each has.
func filesOf(r *ledgerbook.Reading) (files, owners []string, of map[string]int) {
	of = map[string]int{}
	seen := map[[2]string]bool{}
	for i := range r.Met {
		m := &r.Met[i]
		if !slices.Contains(files, m.File) {
			files = append(files, m.File)
		}
		if of[m.Department] == 0 {
			owners = append(owners, m.Department)
		}
		if one := [2]string{m.Department, m.File}; !seen[one] {
			seen[one] = true
			of[m.Department]++
		}
	}
	return files, owners, of
}

// owned says how many files there are, and of whom.
func owned(files, owners []string, of map[string]int) string {
	var said []string
	for _, name := range owners[:min(len(owners), mostOwners)] {
		said = append(said, fmt.Sprintf("%s%d份", cmp.Or(name, "不知道是谁的"), of[name]))
	}
	text := fmt.Sprintf("%d份文件（%s", len(files), strings.Join(said, "、"))
	if len(owners) > mostOwners {
		text += fmt.Sprintf("等%d个部门", len(owners))
	}
	return text + "）"
}

// Beyond counts the files with a heading that an answer for a part of them leaves as they are.
func Beyond(s *Reading, r *ledgerbook.Reading, scope string) int {
	files, _, _ := filesOf(r)
	within := map[string]bool{}
	named, _ := s.Ledger.Plan.ScopeNamed(scope)
	for i := range r.Met {
		m := &r.Met[i]
		switch key := fold.Key(scope); {
		case key == "", key == ruling.ForAll,
			key == ruling.ForDepartment && m.Department == r.Office.Department,
			key == ruling.ForFile && m.File == r.Office.File,
			named.Department != "" && m.Department == named.Department, scope == m.File:
			within[m.File] = true
		}
	}
	return len(files) - len(within)
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
