package openworld

import (
	"fmt"
	"slices"
	"strings"
)

// column is a column of a table: what it holds, and what stands above it.
type column struct{ role, heading string }

// heading returns a word for the role that the table does not have yet.
func (j *job) heading(role string, taken []column) string {
	words := known[role]
	if unknown := j.world.headings[role]; (!j.known || role == "extra") && len(unknown) > 0 {
		words = unknown
	}
	for range 50 {
		h := pick(j.rng, words)
		if !slices.ContainsFunc(taken, func(c column) bool { return c.heading == h }) {
			return h
		}
	}
	return words[0]
}

// columns heads the roles.
func (j *job) columns(roles ...string) []column {
	var cols []column
	for _, r := range roles {
		cols = append(cols, column{r, j.heading(strings.TrimRight(r, "0123456789"), cols)})
	}
	return cols
}

// usual returns the roles of an ordinary table: these, and some of those that not every form has.
func (j *job) usual(optional ...string) []string {
	roles := []string{"number", "requirement", "progress", "status", "completed_on"}
	for _, o := range optional {
		if j.chance(0.5) {
			roles = append(roles, o)
		}
	}
	return roles
}

// cell writes what the fact says in a column of the role.
func (f *fact) cell(role string) string {
	r := f.requirement
	switch role {
	case "number", "task", "requirement", "due":
		if r == nil {
			return map[string]string{"requirement": "其他工作", "task": "其他"}[role]
		}
		return map[string]string{"number": r.number, "task": f.job.list.tasks[r.task], "requirement": f.job.retyped(r.text), "due": r.due}[role]
	case "short":
		return r.short
	case "department":
		return f.department
	case "status":
		return f.sayStatus()
	case "completed_on":
		return f.sayDate()
	case "problems", "next_steps", "evidence", "remarks", "extra", "extra2":
		return f.maybe(role)
	case "":
		return ""
	}
	return f.text(role)
}

// retyped returns a requirement as departments retype it.
func (j *job) retyped(text string) string {
	switch j.rng.IntN(8) {
	case 0:
		return strings.NewReplacer("，", ",", "。", "", "“", "\"", "”", "\"").Replace(text)
	case 1:
		return strings.TrimSuffix(text, "。")
	}
	return text
}

func headings(cols []column) []string {
	var cells []string
	for _, c := range cols {
		cells = append(cells, c.heading)
	}
	return cells
}

// body puts a row for each fact, and returns the first and the last of them.
func (j *job) body(s *sheet, cols []column, facts []*fact) (first, last int) {
	first = len(s.rows) + 1
	for _, f := range facts {
		s.add(f.row(cols)...)
	}
	return first, len(s.rows)
}

func (f *fact) row(cols []column) []string {
	var cells []string
	for _, c := range cols {
		cells = append(cells, f.cell(c.role))
	}
	return cells
}

func (j *job) table(s *sheet, cols []column, facts []*fact) (first, last int) {
	s.add(headings(cols)...)
	return j.body(s, cols, facts)
}

// seasons are the ways to write a quarter.
var seasons = [][]string{
	{"第%s季度", "%s季度", "第%s季度"},
	{"第%s季度", "%s季度", "Q%d", "%d季度", "M"},
}

func (j *job) season() string {
	styles := seasons[0]
	if !j.known {
		styles = seasons[1]
	}
	switch style := pick(j.rng, styles); {
	case style == "M":
		return fmt.Sprintf("%d-%d月", j.quarter*3-2, j.quarter*3)
	case strings.Contains(style, "%d"):
		return fmt.Sprintf(style, j.quarter)
	default:
		return fmt.Sprintf(style, numeral(j.quarter))
	}
}

func numeral(n int) string { return []string{"零", "一", "二", "三", "四"}[n] }

// filled puts year, quarter, department and topic into a pattern.
func (j *job) filled(pattern string) string {
	return strings.NewReplacer("{年}", fmt.Sprint(j.list.year), "{季}", j.season(), "{部门}", j.departments[0], "{事}", j.list.topic).Replace(pattern)
}

func (j *job) titled(whose bool) string {
	patterns := knownTitles
	if !j.known {
		patterns = j.world.titles
	}
	for {
		if p := pick(j.rng, patterns); whose || !strings.Contains(p, "{部门}") {
			return j.filled(p)
		}
	}
}

// open returns a book with one sheet, the name of which says nothing. Who sends it and for
// which quarter is named by the file, by the title or by a row of labels.
func (j *job) open() (*book, *sheet) {
	b, voice := j.named()
	s := &sheet{name: pick(j.rng, []string{"Sheet1", "Sheet1", "报送表", "汇总"})}
	if j.chance(0.2) {
		s.left = 1
	}
	b.sheets = append(b.sheets, s)
	switch {
	case voice == "file" && j.chance(0.5):
		s.add(j.titled(true))
	case voice == "title":
		for {
			if t := j.titled(true); strings.Contains(t, j.departments[0]) {
				s.add(t)
				break
			}
		}
	case voice == "info":
		s.add(j.titled(false))
		s.add(j.info()...)
	}
	return b, s
}

// named returns a book with a path, and what has to name department and quarter.
func (j *job) named() (*book, string) {
	b := &book{kind: "xlsx"}
	if j.chance(0.5) {
		patterns := knownFilenames
		if !j.known {
			patterns = j.world.filenames
		}
		b.path = j.filled(pick(j.rng, patterns))
		if j.chance(0.5) {
			b.path = fmt.Sprintf("第%s季度/%s", numeral(j.quarter), b.path)
		}
		return b, "file"
	}
	b.path = fmt.Sprintf("%s/材料%d", pick(j.rng, []string{"收件", "报送", fmt.Sprintf("第%s季度", numeral(j.quarter))}), 10+j.rng.IntN(90))
	return b, pick(j.rng, []string{"title", "info"})
}

// info is a row that says who reports and when.
func (j *job) info() []string {
	day := fmt.Sprintf("%d年%d月%d日", j.list.year, j.quarter*3, 20+j.rng.IntN(10))
	who, when := "填报单位：", "填报日期："
	if !j.known {
		who = pick(j.rng, []string{"报送单位：", "单位（盖章）：", "填表单位：", "报送科室（盖章）："})
		when = pick(j.rng, []string{"报送时间：", "制表日期：", "填表日期："})
	}
	if j.chance(0.5) {
		return []string{who + j.departments[0] + "        " + when + day}
	}
	return []string{who + j.departments[0], "", "", when + day}
}

// foot puts what stands below a table.
func (j *job) foot(s *sheet) {
	s.add("注：1.请如实填写，不得漏项。")
	s.add("2.本表一式两份。")
	s.add("填表人：刘芳          审核人：陈志          联系电话：0000-1234567")
}

// gathered returns a book of several departments: only its rows say whose they are.
func (j *job) gathered() (*book, *sheet) {
	b := &book{kind: "xlsx", path: fmt.Sprintf("汇总/%s汇总%d", j.season(), 10+j.rng.IntN(90))}
	s := &sheet{name: "Sheet1"}
	s.add(j.titled(false))
	b.sheets = append(b.sheets, s)
	return b, s
}
