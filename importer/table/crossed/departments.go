package crossed

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/table/block"
)

// group is the columns of one department.
type group struct {
	name  grid.Cell   // as it stands first
	bare  string      // the name without what stands behind it
	names []grid.Cell // all cells that hold it: under each quarter, and where the heading is printed again
	cols  []int
}

// behindName is what stands behind a department's name where it heads a column: （牵头）, 进展情况, 报的.
var behindName = regexp.MustCompile(`(?:\s*[（(【\[][^（）()]{1,12}[)）】\]]|[:：]|[（(]?(?:牵头|主办|主责|负责|配合|协办|参与)[)）]?|(?:的|填)?(?:办理|推进|工作|完成|落实)?(?:进展|进度|情况|填报|反馈|答复)|所?(?:上报|报送|填写|报|填|写)的?)+$`)

// departmentIn returns the department that a heading names, without what stands behind its name; "" for
// none. Of a name that ends in a bracket the bracket may be a part.
func (r *Reader) departmentIn(cell grid.Cell) string {
	if cell.Kind != grid.Text || len(cell.Text) > longestDepartment*utf8.UTFMax {
		return ""
	}
	return r.named.Get(cell.Text, r.departmentOf)
}

// departmentOf is departmentIn of a text.
func (r *Reader) departmentOf(text string) string {
	if strings.ContainsAny(text, " \u3000\t\r\n") {
		text = strings.Join(strings.Fields(text), "")
	}
	switch {
	case text == "" || utf8.RuneCountInString(text) > longestDepartment || strings.ContainsAny(text, "、，,;；/"):
		return ""
	case r.Names(text):
		return text
	}
	if last, _ := utf8.DecodeLastRuneInString(text); !strings.ContainsRune(endsBehindName, last) {
		return ""
	}
	if name := behindName.ReplaceAllString(text, ""); name != "" && r.Names(name) {
		return name
	}
	return ""
}

// endsBehindName are the last characters of what behindName takes off: most cells end in none of them.
const endsBehindName = ")）】]:：头办责合与展度况报馈复送填写的"

// longestDepartment is how many characters a department's name has at the most, with what stands behind it.
const longestDepartment = 32

// departmentsAcross returns the departments that stand in a line, each with the columns up to the next
// cell of the line. Left of the first one a column must be left for what is asked.
func (r *Reader) departmentsAcross(v block.View, line int) (groups []group) {
	open := -1 // the group that goes on over empty cells
	for c := v.Left(); c <= v.Right(); c++ {
		cell := v.Cell(line, c)
		switch {
		case cell.IsEmpty() || v.Across(cell):
			if open >= 0 && !v.Empty(line, c, c) {
				groups[open].cols = append(groups[open].cols, c)
			}
			continue
		case v.Down(cell):
			open = -1
			continue
		}
		open = -1
		name := r.departmentIn(cell)
		if name == "" && len(groups) > 0 && unitLike.MatchString(strings.TrimSpace(cell.Text)) {
			name = strings.TrimSpace(cell.Text) // a department that the roster lacks, among others
		}
		if name == "" {
			continue
		}
		if c == v.Left() {
			return nil
		}
		key := fold.Key(name)
		if open = slices.IndexFunc(groups, func(g group) bool { return fold.Key(g.bare) == key }); open < 0 {
			open = len(groups)
			groups = append(groups, group{name: cell, bare: name})
		}
		groups[open].names = append(groups[open].names, cell)
		groups[open].cols = append(groups[open].cols, c)
	}
	return groups
}

// unitLike is a short name that ends as those of departments do.
var unitLike = regexp.MustCompile(`^\p{Han}{1,12}(?:股|科|室|处|所|站|队|馆|院|中心|办|局|校)$`)

// knownOf counts the departments that the roster names.
func (r *Reader) knownOf(groups []group) (n int) {
	for _, g := range groups {
		if r.Names(g.bare) {
			n++
		}
	}
	return n
}

// severalDepartments reports whether two cells name two departments: most returns name their own alone.
func (r *Reader) severalDepartments(v block.View) bool {
	first := ""
	for line := v.First(); line <= v.Last(); line++ {
		for c := v.Left(); c <= v.Right(); c++ {
			switch name := r.departmentIn(v.Cell(line, c)); {
			case name == "" || name == first:
			case first == "":
				first = name
			default:
				return true
			}
		}
	}
	return false
}
