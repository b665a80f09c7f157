package importer

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/plan"
	"taizhang/importer/status"
)

// generator makes one return. Every choice comes from its own random source.
type generator struct {
	rng  *rand.Rand
	plan *plan.Plan
	rows [][]string
}

func (g *generator) pick(words ...string) string { return words[g.rng.IntN(len(words))] }
func (g *generator) chance(p float64) bool       { return g.rng.Float64() < p }

var headings = map[string][]string{
	"序号":   {"序号", "编号", "序", "任务编号", "序　号"},
	"工作任务": {"工作任务", "重点任务", "工 作 任 务", "主要任务"},
	"具体要求": {"具体要求", "工作要求", "任务内容", "具 体\n要 求", "主要内容"},
	"进展":   {"进展情况", "工作进展", "落实情况", "第三季度完成情况", "落实举措及成效"},
	"状态":   {"完成状态", "状态", "是否完成", "办理状态"},
	"比例":   {"完成比例（%）", "完成率", "完成百分比"},
	"时间":   {"完成时间", "办结时间", "实际完成时间"},
	"佐证":   {"佐证材料", "附件或链接", "公开链接"},
	"问题":   {"存在问题", "困难问题"},
	"上次":   {"上季度完成情况", "上季度进展"},
	"时限":   {"完成时限", "时限要求"},
}

var tickColumns = []string{"已完成", "推进中", "未启动"}

var ticked = []status.Status{status.Completed, status.InProgress, status.NotStarted}

// orSelf is the column's own name where it has no other headings.
func orSelf(words []string, name string) []string {
	if len(words) == 0 {
		return []string{name}
	}
	return nil
}

var statusWords = map[status.Status][]string{
	status.Completed:     {"已完成", "完成", "已办结", "已落实", "提前完成"},
	status.InProgress:    {"推进中", "正在推进", "按序时推进", "基本完成", "已完成80%", "部分完成"},
	status.Ongoing:       {"常态化", "持续推进", "长期坚持"},
	status.Behind:        {"滞后", "未完成", "进展缓慢", "尚未完成"},
	status.NotStarted:    {"未启动", "尚未开始", "未开展"},
	status.NotApplicable: {"不涉及", "不适用", "无此项业务"},
}

var invented = []string{"组织党员干部开展义务植树活动。", "完成机关食堂改造项目前期工作。", "参加全市羽毛球比赛并获得奖项。", "开展办公用品采购。",
	"做好值班值守和安全保卫工作。", "走访慰问困难群众二十户。", "加强机关作风建设，严肃工作纪律。", "组织召开政务公开工作推进会。"}

func (g *generator) generate(seed int) made {
	departments := g.plan.Roster.Departments
	d := departments[g.rng.IntN(len(departments))]
	q := period.Quarter{Year: 2021, N: 1 + g.rng.IntN(4)}
	m := made{truth: map[int]answer{}}
	var merges [][4]int
	left := g.rng.IntN(3)
	put := func(cells ...string) int {
		g.rows = append(g.rows, append(make([]string, left), cells...))
		return len(g.rows)
	}
	file := fmt.Sprintf("%s/%s.xlsx", q.Short(), d.Name)
	title := g.pick("", "2021年", "二〇二一年") + q.Short() + "政务公开重点工作任务完成情况表"
	switch g.rng.IntN(4) {
	case 0: // only the names speak
	case 1:
		put(g.pick("附件2", "附件"))
		put(title)
		put("填报单位：" + d.Name + g.pick("", "（盖章）") + "    填报日期：2021年" + fmt.Sprint(q.N*3) + "月28日")
	case 2:
		put(title)
		put("填报单位", d.Name, "", "填报季度", q.Short())
		file = "报送/材料.xlsx"
	case 3:
		put(d.Name + title)
		put()
		file = "报送/材料.xlsx"
	}
	g.table(&m, q, d, put, &merges, left)
	if g.chance(0.4) {
		put("注：1.请如实填写。")
		put("2.请于次月8日前报送。")
	}
	if g.chance(0.4) {
		put("填报人：          审核人：          联系电话：")
	}
	s := grid.FromRows(file, g.pick("Sheet1", "报送表", q.Short()), g.rows, merges...)
	m.book = &grid.Book{File: file, Sum: fmt.Sprint(seed), Format: "xlsx", Sheets: []*grid.Sheet{s}}
	return m
}

// table puts the heading and the rows.
func (g *generator) table(m *made, q period.Quarter, d plan.Department, put func(...string) int, merges *[][4]int, left int) {
	columns := []string{"序号", "工作任务", "具体要求", "进展", "状态", "比例", "时间", "佐证", "问题"}
	drop := func(name string) {
		columns = slices.DeleteFunc(columns, func(c string) bool { return c == name })
	}
	for _, optional := range []string{"序号", "工作任务", "比例", "佐证", "问题"} {
		if g.chance(0.35) {
			drop(optional)
		}
	}
	statusLeads := g.chance(0.25)
	if statusLeads {
		drop("状态")
	}
	if g.chance(0.3) {
		i := slices.Index(columns, "具体要求") + 1
		tail := columns[i:]
		g.rng.Shuffle(len(tail), func(a, b int) { tail[a], tail[b] = tail[b], tail[a] })
	}
	if g.chance(0.2) { // what was said last time, and by when it is due, stand beside
		columns = append(columns, "上次", "时限")
	}
	ticks := !statusLeads && g.chance(0.2)
	if ticks {
		i := slices.Index(columns, "状态")
		columns = slices.Replace(columns, i, i+1, tickColumns...)
	}
	heading := make([]string, len(columns))
	for i, c := range columns {
		heading[i] = g.pick(append(slices.Clone(headings[c]), orSelf(headings[c], c)...)...)
	}
	if ticks || g.chance(0.15) { // a heading of two rows
		first, second := slices.Clone(heading), make([]string, len(columns))
		top := put(first...)
		for i, c := range columns {
			if slices.Contains(tickColumns, c) {
				first[i], second[i] = "", c
				continue
			}
			*merges = append(*merges, [4]int{top, left + i + 1, top + 1, left + i + 1})
		}
		if ticks {
			i := slices.Index(columns, tickColumns[0])
			g.rows[top-1][left+i] = g.pick("完成状态", "进度状态", "完成情况")
			for j := i + 1; j < i+len(tickColumns); j++ {
				g.rows[top-1][left+j] = ""
			}
			*merges = append(*merges, [4]int{top, left + i + 1, top, left + i + len(tickColumns)})
		}
		put(second...)
		heading = nil
	} else {
		put(heading...)
	}

	nos := g.requirements(d, q)
	numbering := g.rng.IntN(4) // the list's in a column, own, none, the list's in the text
	started, last, lastMerge := 0, 0, 0
	for i, no := range nos {
		if heading != nil && g.chance(0.04) {
			put(heading...)
		}
		if g.chance(0.03) {
			put(fmt.Sprint(len(nos) + 10 + i))
		}
		stands := status.Statuses[g.rng.IntN(6)]
		if ticks {
			stands = ticked[g.rng.IntN(len(ticked))]
		}
		a := answer{requirement: no, status: stands}
		task, text, number := "其他", invented[g.rng.IntN(len(invented))], ""
		if no > 0 {
			req := &g.plan.Requirements[no-1]
			task = g.pick("", "一、", "（二）") + g.plan.Tasks[req.Task-1].Title.Value + g.pick("", "。")
			text = g.noisy(req.Text.Value)
			number = req.Number
		}
		said := g.pick(statusWords[stands]...)
		progress := fmt.Sprintf("本季度围绕该项工作召开会议%d次，发布信息%d条。", 1+g.rng.IntN(9), 1+g.rng.IntN(99))
		if statusLeads {
			progress = said + g.pick("。", "，", "：") + progress
			if stands == status.NotApplicable {
				progress = said
			}
		}
		date := ""
		if stands == status.Completed {
			a.completed = period.Date{Year: 2021, Month: q.N*3 - g.rng.IntN(3), Day: 1 + g.rng.IntN(28)}
			c := a.completed
			date = g.pick(c.String(), c.Label(), fmt.Sprintf("%d.%d.%d", c.Year, c.Month, c.Day), fmt.Sprintf("%d/%d/%d", c.Year, c.Month, c.Day),
				fmt.Sprintf("%d月%d日", c.Month, c.Day), fmt.Sprintf("%04d%02d%02d", c.Year, c.Month, c.Day))
		}
		switch {
		case numbering == 3 && number != "":
			text = number + g.pick(".", "．", "、") + text
		case numbering == 1:
			number = fmt.Sprint(i + 1)
		case numbering == 2:
			number = ""
		}
		values := map[string]string{"序号": number, "工作任务": task, "具体要求": text, "进展": progress, "状态": said, "时间": date,
			"佐证": g.pick("", "https://www.example.gov.cn/a", "政办函〔2021〕3号"), "问题": g.pick("", "无", "人手不足")}
		if stands == status.Completed {
			values["比例"] = g.pick("100%", "100")
		}
		if ticks {
			values[stands.Label()] = g.pick("√", "✓", "是")
		}
		values["上次"], values["时限"] = g.pick("已完成", "推进中", "未启动"), g.pick("年底前", "2021年11月20日前", "长期", "")
		cells := make([]string, len(columns))
		for j, c := range columns {
			cells[j] = values[c]
		}
		row := put(cells...)
		m.truth[row] = a
		// A task that is merged over its requirements.
		if j := slices.Index(columns, "工作任务"); j >= 0 && last == row-1 && started > 0 && no > 0 && nos[i-1] > 0 &&
			g.plan.Requirements[no-1].Task == g.plan.Requirements[nos[i-1]-1].Task && g.chance(0.5) && lastMerge != row-1 {
			lastMerge = row
			*merges = append(*merges, [4]int{row - 1, left + j + 1, row, left + j + 1})
		}
		started, last = row, row
	}
}

// requirements returns the department's own requirements, some missing, some in another
// order, with a 0 for each invented row.
func (g *generator) requirements(d plan.Department, q period.Quarter) []int {
	var nos []int
	for i := range g.plan.Requirements {
		req := &g.plan.Requirements[i]
		if slices.Contains(g.plan.Assigned(req, q).All(), d.Name) && !g.chance(0.1) {
			nos = append(nos, req.No)
		}
		if g.chance(0.03) {
			nos = append(nos, 0)
		}
	}
	if g.chance(0.3) {
		g.rng.Shuffle(len(nos), func(a, b int) { nos[a], nos[b] = nos[b], nos[a] })
	}
	if len(nos) == 0 {
		nos = []int{1}
	}
	return nos
}

// noisy returns a requirement's text as departments retype it.
func (g *generator) noisy(text string) string {
	rs := []rune(text)
	if g.chance(0.3) { // other widths and punctuation
		text = strings.NewReplacer(",", "，", "。", "", "、", g.pick("、", ","), "(", "（", ")", "）", "“", "\"", "”", "\"").Replace(text)
		rs = []rune(text)
	}
	if len(rs) > 12 && g.chance(0.3) { // a few characters changed
		for range 1 + g.rng.IntN(2) {
			i := g.rng.IntN(len(rs))
			switch g.rng.IntN(3) {
			case 0:
				rs[i] = []rune("的和与等及有")[g.rng.IntN(6)]
			case 1:
				rs = slices.Delete(rs, i, i+1)
			default:
				rs = slices.Insert(rs, i, []rune("的和与等及有")[g.rng.IntN(6)])
			}
		}
	}
	if len(rs) > 24 && g.chance(0.2) { // shortened
		rs = append(rs[:len(rs)*(60+g.rng.IntN(35))/100], []rune(g.pick("", "……", "等"))...)
	}
	return string(rs)
}
