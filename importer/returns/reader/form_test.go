package reader

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/returns/formkey"
)

var third = period.Quarter{Year: 2021, N: 3}

var asked = []string{"主动公开各项规划和政策解读等相关信息。", "加强行政执法信息公开。", "积极推进财政预算、决算及相关报表公开。", "及时反馈网民对调查征集信息的意见。"}

// formReader reads against a plan that asks the four requirements.
func formReader() *Reader {
	r := testReader()
	p := *r.facts.Plan
	for i, text := range asked {
		p.Tasks = []plan.Task{{No: 1}}
		p.Requirements = append(p.Requirements, plan.Requirement{No: i + 1, Number: fmt.Sprint(i + 1), Task: 1,
			Key: plan.Key("公开", text), Text: grid.Read[string]{Value: text, Said: text}})
	}
	return New(&p, r.facts.Words, nil)
}

func keyOf(i int, q period.Quarter, department string) string {
	return formkey.Key{Requirement: plan.Key("公开", asked[i]), Quarter: q, Department: department}.String()
}

// form is a filled form as a grid: heading, then a row for each requirement.
func form(department string, q period.Quarter) [][]string {
	rows := [][]string{{"序号", "识别码（勿改）", "具体要求", "上季度情况（供参考）", "本季度进展", "完成状态"}}
	for i, text := range asked {
		rows = append(rows, []string{fmt.Sprint(i + 1), keyOf(i, q, department), text, "推进中\n上季度写的话。", fmt.Sprintf("做了第%d件事。", i+1), "推进中"})
	}
	return rows
}

func readForm(file string, above [][]string, rows [][]string) ([]returns.Return, []finding.Finding) {
	s := grid.FromRows(file, "报送表", append(above, rows...))
	return gave(formReader().Read(&grid.Book{File: file, Sheets: []*grid.Sheet{s}}))
}

func TestAFormSaysWhoseAndWhen(t *testing.T) {
	head := func(who, when string) [][]string {
		return [][]string{{"填报单位：" + who, "填报季度：" + when}}
	}
	for _, c := range []struct {
		name, file          string
		above, rows         [][]string
		department, quarter string
		held                finding.Code
		codes               []finding.Code
	}{
		{"all agree", "第三季度/办公室.xlsx", head("办公室", "2021年第三季度"), form("办公室", third), "办公室", "2021Q3", "", nil},
		{"nothing else speaks", "a.xlsx", nil, form("办公室", third), "办公室", "2021Q3", "", nil},
		{"the key goes before the info row", "a.xlsx", head("市场执法股", "2021年第三季度"), form("办公室", third), "办公室", "2021Q3", "", []finding.Code{finding.DepartmentConflict}},
		{"an unknown name does not talk it away", "a.xlsx", head("规划建设股", "2021年第三季度"), form("办公室", third), "办公室", "2021Q3", "", []finding.Code{finding.DepartmentConflict}},
		{"a form of another quarter", "第三季度/办公室.xlsx", nil, form("办公室", period.Quarter{Year: 2021, N: 2}), "办公室", "2021Q2", finding.ReturnMisfiled, []finding.Code{finding.ReturnMisfiled}},
		{"a form of another year", "办公室.xlsx", nil, form("办公室", period.Quarter{Year: 2020, N: 3}), "办公室", "2020Q3", finding.QuarterUnknown, []finding.Code{finding.QuarterUnknown}},
		{"a department that the roster lost", "a.xlsx", nil, form("规划建设股", third), "", "2021Q3", finding.DepartmentUnknown, []finding.Code{finding.DepartmentUnknown}},
		{"rows of two departments", "办公室.xlsx", nil, append(form("办公室", third)[:3], form("市场执法股", third)[3:]...), "", "2021Q3", finding.DepartmentConflict, []finding.Code{finding.DepartmentConflict}},
		{"rows of two quarters", "办公室.xlsx", nil, append(form("办公室", third)[:3], form("办公室", period.Quarter{Year: 2021, N: 2})[3:]...), "办公室", "2021Q3", finding.QuarterConflict, []finding.Code{finding.QuarterConflict}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rs, fs := readForm(c.file, c.above, c.rows)
			if len(rs) != 1 {
				t.Fatalf("%d returns, findings %v", len(rs), fs)
			}
			if r := rs[0]; r.Department.Value != c.department || r.Quarter.Value.String() != c.quarter || r.Held != c.held {
				t.Errorf("%q %s held %q", r.Department.Value, r.Quarter.Value, r.Held)
			}
			var codes []finding.Code
			for _, f := range fs {
				codes = append(codes, f.Code)
			}
			if !slices.Equal(codes, c.codes) {
				t.Errorf("findings %v, want %v", fs, c.codes)
			}
		})
	}
}

// keys returns by sheet row which requirement the key of each row names, 0 for none.
func keys(rows []returns.Row) []int {
	var nos []int
	for _, row := range rows {
		no := 0
		for i, text := range asked {
			if row.Key.Value == plan.Key("公开", text) {
				no = i + 1
			}
		}
		nos = append(nos, no)
	}
	return nos
}

func TestRowsKeepTheirKeys(t *testing.T) {
	swap := func(rows [][]string, a, b int) [][]string { rows[a], rows[b] = rows[b], rows[a]; return rows }
	for _, c := range []struct {
		name  string
		rows  func([][]string) [][]string
		want  []int
		codes []finding.Code
	}{
		{"as it was", func(r [][]string) [][]string { return r }, []int{1, 2, 3, 4}, nil},
		{"sorted", func(r [][]string) [][]string { return swap(swap(r, 1, 4), 2, 3) }, []int{4, 3, 2, 1}, nil},
		{"rows deleted", func(r [][]string) [][]string { return slices.Delete(r, 2, 4) }, []int{1, 4}, nil},
		{"a column inserted before and within", func(r [][]string) [][]string {
			for i := range r {
				r[i] = slices.Insert(slices.Insert(r[i], 2, ""), 0, "")
			}
			return r
		}, []int{1, 2, 3, 4}, nil},
		{"the key column moved to the end and its heading gone", func(r [][]string) [][]string {
			for i := range r {
				r[i] = append(slices.Delete(slices.Clone(r[i]), 1, 2), r[i][1])
			}
			r[0][len(r[0])-1] = ""
			return r
		}, []int{1, 2, 3, 4}, nil},
		{"only the visible columns sorted", func(r [][]string) [][]string {
			r[1][1], r[2][1] = r[2][1], r[1][1]
			return r
		}, []int{0, 0, 3, 4}, []finding.Code{finding.NumberTextConflict}},
		{"a copied row written over", func(r [][]string) [][]string {
			return append(r, []string{"5", r[1][1], "做好编外人员招聘公告的公示工作。", "", "公示两次。", "已完成"})
		}, []int{1, 2, 3, 4, 0}, []finding.Code{finding.NumberTextConflict}},
		{"the requirement reworded", func(r [][]string) [][]string {
			r[1][2] = "公开各项规划、政策解读等相关信息"
			return r
		}, []int{1, 2, 3, 4}, nil},
		{"the requirement emptied", func(r [][]string) [][]string { r[1][2] = ""; return r }, []int{1, 2, 3, 4}, nil},
		{"a key counted up by dragging", func(r [][]string) [][]string {
			r[2][1] = strings.Replace(r[2][1], "TZ1", "TZ2", 1)
			return r
		}, []int{1, 0, 3, 4}, nil},
		{"two keys in a row", func(r [][]string) [][]string { r[1][3] = r[2][1]; return r }, []int{0, 2, 3, 4}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			rs, fs := readForm("第三季度/办公室.xlsx", nil, c.rows(form("办公室", third)))
			if len(rs) != 1 {
				t.Fatalf("%d returns, findings %v", len(rs), fs)
			}
			if got := keys(rs[0].Rows); !slices.Equal(got, c.want) {
				t.Errorf("keys %v, want %v", got, c.want)
			}
			var codes []finding.Code
			for _, f := range fs {
				codes = append(codes, f.Code)
			}
			if !slices.Equal(codes, c.codes) {
				t.Errorf("findings %v, want %v", fs, c.codes)
			}
			for _, row := range rs[0].Rows {
				if strings.Contains(row.Progress.Value, "上季度") {
					t.Errorf("row %d answers with the last quarter's words: %q", row.At.Row(), row.Progress.Value)
				}
			}
		})
	}
}

func TestAnUnansweredFormIsEmpty(t *testing.T) {
	rows := form("办公室", third)
	for _, row := range rows[1:] {
		row[4], row[5] = "", ""
	}
	rs, fs := readForm("第三季度/办公室.xlsx", nil, rows)
	if len(rs) != 1 || rs[0].Held != finding.EmptyReturn || len(fs) != 1 || fs[0].Code != finding.EmptyReturn {
		t.Errorf("%+v %v", rs, fs)
	}
}
