package reader

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/templates/words"
)

// wrongWithoutTheWord is for how many words of the vocabulary a return reads otherwise that is
// headed with the word, by a reader that never heard of it; each time a finding names the column.
// The number may only fall.
const wrongWithoutTheWord = 34

// columnOf is a column of a made-up return: what it is for, a heading and five answers.
type columnOf struct {
	role    words.Role
	heading string
	cells   [5]string
}

var leftOutTexts = []string{"主动公开各项规划和政策解读等相关信息。", "加强行政执法信息公开。", "积极推进财政预算、决算及相关报表公开。", "及时反馈网民对调查征集信息的意见。", "持续更新机构职能和办事指南。"}

// nineRoles are the columns of the return, otherRoles those that stand beside them where a word
// heads one.
var (
	nineRoles = []columnOf{
		{words.Number, "序号", [5]string{"1", "2", "3", "4", "5"}},
		{words.Requirement, "具体要求", [5]string(leftOutTexts)},
		{words.Department, "责任部门", [5]string{"办公室", "办公室", "办公室", "办公室", "办公室"}},
		{words.Progress, "工作进展", [5]string{"已公开规划5部，制作解读图表12张。", "公开处罚决定36件，更新权责清单1次。", "已公开15家单位预算，决算公开正在准备。", "收到意见48条，已全部反馈。", "更新办事指南22项、机构职能3处。"}},
		{words.Status, "完成状态", [5]string{"推进中", "常态化", "推进中", "已完成", "常态化"}},
		{words.Percent, "完成比例", [5]string{"60%", "50%", "75%", "100%", "50%"}},
		{words.Completed, "完成时间", [5]string{"", "", "", "2021年8月30日", "2021年9月3日"}},
		{words.Evidence, "佐证材料", [5]string{"https://www.example.gov.cn/1.html", "执法公示清单", "财函〔2021〕3号", "https://www.example.gov.cn/4.html", "更新记录"}},
		{words.Problems, "存在问题", [5]string{"历史规划档案不全，整理难度大。", "无", "部分单位报送不及时。", "人手不足，系统卡顿问题突出。", "无"}},
	}
	otherRoles = []columnOf{
		{words.Task, "工作任务", [5]string{"做好规划信息公开", "做好监管执法信息公开", "做好财政信息公开", "做好专栏信息公开", "做好专栏信息公开"}},
		{words.Lead, "牵头部门", [5]string{"办公室", "办公室", "办公室", "办公室", "办公室"}},
		{words.Support, "配合部门", [5]string{"计划财务股", "办公室", "办公室", "市场执法股", "计划财务股"}},
		{words.Person, "责任人", [5]string{"张建国", "李晓梅", "王丽", "张建国", "张建国"}},
		{words.Due, "完成时限", [5]string{"年底前", "长期", "2021年11月20日前", "9月底前", "年底前"}},
		{words.NextSteps, "下步措施", [5]string{"将继续整理历史规划，争取11月上网。", "下一步加强抽查。", "拟于四季度公开决算。", "继续跟进。", "将扩大更新范围。"}},
		{words.Remarks, "备注", [5]string{"", "另有两件在办", "", "", "与上月口径相同"}},
		{words.Score, "评分", [5]string{"9分", "8分", "9.5分", "10分", "7分"}},
		{words.Filler, "填报人", [5]string{"陈明 13800000001", "刘芳 13800000002", "何伟 13800000003", "陈明 13800000001", "陈明 13800000001"}},
		{words.From, "启用", [5]string{"2021Q1", "2021Q1", "2021Q2", "2021Q1", "2021Q1"}},
		{words.Until, "停用", [5]string{"2021Q4", "", "", "2021Q4", ""}},
		{words.Change, "调整说明", [5]string{"", "由原第9项并入", "", "", "市政府办调整分工"}},
	}
)

// aboutTime is the end of a heading under which days stand.
var aboutTime = regexp.MustCompile(`(?:时间|日期|时限)$`)

func leftOutPlan(r *Reader) *plan.Plan {
	p := *r.facts.Plan
	p.Tasks = []plan.Task{{No: 1, Title: grid.Read[string]{Value: "做好专栏信息公开", Said: "做好专栏信息公开"}}}
	for i, text := range leftOutTexts {
		p.Requirements = append(p.Requirements, plan.Requirement{No: i + 1, Number: fmt.Sprint(i + 1), Task: 1,
			Key: plan.Key("公开", text), Text: grid.Read[string]{Value: text, Said: text}})
	}
	return &p
}

// headedWith is the return in which a column of the role is headed with the word, and which
// column that is.
func headedWith(role words.Role, word string) (book *grid.Book, at int) {
	cols := slices.Clone(nineRoles)
	at = slices.IndexFunc(cols, func(c columnOf) bool { return c.role == role })
	if at < 0 {
		i := slices.IndexFunc(otherRoles, func(c columnOf) bool { return c.role == role })
		at = len(cols)
		cols = append(cols, otherRoles[i])
	}
	cols[at].heading = word
	if days := (columnOf{cells: [5]string{"2021年10月8日", "2021年10月8日", "2021年10月9日", "2021年10月8日", "2021年10月11日"}}); aboutTime.MatchString(word) && (role == words.Filler || role == words.NextSteps) {
		cols[at].cells = days.cells
	}
	rows := [][]string{{"2021年第三季度情况表"}, {"填报单位：办公室"}, nil}
	for _, c := range cols {
		rows[2] = append(rows[2], c.heading)
	}
	for i := range leftOutTexts {
		var row []string
		for _, c := range cols {
			row = append(row, c.cells[i])
		}
		rows = append(rows, row)
	}
	return grid1("第三季度/办公室.xlsx", rows), at + 1
}

// without is a vocabulary that lacks a word, in all roles.
func without(t *testing.T, word string) *words.Words {
	t.Helper()
	w := words.Default()
	for _, lists := range []map[words.Role][]string{w.Columns, w.Heads} {
		for role := range lists {
			lists[role] = slices.DeleteFunc(slices.Clone(lists[role]), func(s string) bool { return fold.Key(s) == fold.Key(word) })
		}
	}
	w, err := w.With(nil)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// values are all that a reading says, by row, without the headings that it stood under.
func values(g returns.Reading) (all []string) {
	for _, ret := range g.Returns {
		all = append(all, fmt.Sprint(ret.Department.Value, ret.Quarter.Value, ret.Held))
		for i := range ret.Rows {
			row := &ret.Rows[i]
			var other []string
			for _, o := range row.Other {
				other = append(other, o.Text)
			}
			slices.Sort(other)
			all = append(all, fmt.Sprintf("%d %s|%s|%s|%s|%s|%s %s|%v|%s|%v|%v|%s|%s|%s|%q", row.At.Row(), row.Ignored, row.Number.Value, row.Task.Value, row.Text.Value,
				row.Departments.Value, row.Status.Value, row.Status.Said, row.Percent.Value, row.Progress.Value, row.CompletedOn.Value, evidence(row), row.Problems.Value,
				row.NextSteps.Value, row.Remarks.Value, other))
		}
	}
	return all
}

func evidence(row *returns.Row) (all []string) {
	for _, e := range row.Evidence {
		all = append(all, e.Value)
	}
	return all
}

// speaksOf reports whether a finding names the column, or says that the sheet was not read.
func speaksOf(fs []finding.Finding, col int) bool {
	return slices.ContainsFunc(fs, func(f finding.Finding) bool {
		switch f.Code {
		case finding.ColumnAssumed, finding.ColumnAmbiguous, finding.ColumnUnused:
			return f.Place.Col() == col
		}
		return f.Code == finding.NoTable || f.Code == finding.SheetUnread
	})
}

// Each word of the vocabulary is taken away in turn. A return that it heads is read right all the
// same, or a finding names the column.
func TestNoHeadingIsNeeded(t *testing.T) {
	type pair struct {
		role words.Role
		word string
	}
	var pairs []pair
	for role, list := range words.Default().Columns {
		for _, word := range list {
			pairs = append(pairs, pair{role, word})
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Or(cmp.Compare(a.role, b.role), cmp.Compare(a.word, b.word)) })
	base := testReader()
	p := leftOutPlan(base)
	right, said, silent := 0, 0, 0
	ofNine, rightOfNine := 0, 0
	for _, pair := range pairs {
		first := slices.Concat(nineRoles, otherRoles)
		standard := first[slices.IndexFunc(first, func(c columnOf) bool { return c.role == pair.role })].heading
		if aboutTime.MatchString(pair.word) && pair.role != words.Completed && pair.role != words.Due {
			standard = pair.word // days stand below it: the vocabulary says what it is
		}
		book, col := headedWith(pair.role, standard)
		want := values(New(p, base.facts.Words, nil).Read(book))
		book, col = headedWith(pair.role, pair.word)
		got := New(p, without(t, pair.word), nil).Read(book)
		nine := slices.ContainsFunc(nineRoles, func(c columnOf) bool { return c.role == pair.role })
		if nine {
			ofNine++
		}
		switch have := values(got); {
		case slices.Equal(have, want):
			right++
			if nine {
				rightOfNine++
			}
		case speaksOf(got.Findings, col):
			said++
			t.Logf("%s %s: wrong, and said so: %s", pair.role, pair.word, firstDifference(want, have))
		default:
			silent++
			t.Errorf("%s %s: wrong and silent: %s\nfindings %v", pair.role, pair.word, firstDifference(want, have), got.Findings)
		}
	}
	t.Logf("%d words: %d right, %d wrong with a finding, %d wrong and silent; of the nine roles %d of %d right", len(pairs), right, said, silent, rightOfNine, ofNine)
	if said != wrongWithoutTheWord {
		t.Errorf("%d of %d wrong with a finding, the number to beat is %d", said, len(pairs), wrongWithoutTheWord)
	}
}

func firstDifference(want, got []string) string {
	for i := range want {
		if i >= len(got) {
			return "nothing for " + want[i]
		}
		if want[i] != got[i] {
			return strings.ReplaceAll(fmt.Sprintf("\n  want %s\n  read %s", want[i], got[i]), "\n\n", "\n")
		}
	}
	return "more than was there"
}
