package wording

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/figures"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/report/publish"
)

// mostLit is how many requirements with a red or yellow light are listed, so that the bulletin keeps to
// its page; fewer where their texts are long.
const mostLit = 8

// Bulletin fills a template of the bulletin. An error names the line and what was asked for, in Chinese.
func Bulletin(l *ledger.Ledger, b figures.Bulletin, e publish.Edition, source string) ([]Block, error) {
	blocks, err := Fill(bulletinFacts(l, b, e), source, "通报.md")
	if err != nil {
		return nil, err
	}
	for _, b := range blocks {
		if b.Kind == Figure || b.Kind == Register || b.Kind == Contents {
			return nil, fmt.Errorf("通报.md：通报里不放图、附表和目录")
		}
	}
	refer(blocks, label(blocks))
	return blocks, nil
}

func bulletinFacts(l *ledger.Ledger, b figures.Bulletin, e publish.Edition) fact {
	name := printedNames(l, e)
	f := fact{
		"单位": words(e.Unit), "清单": words(e.Name), "年度": e.Year, "季度": b.Quarter.Label(), "截至": b.Quarter.Last().Label(), "要求数": b.Now.Of,
		"本季": tally(b.Now.Tally, e.Where), "上季": fact(nil), "对比": []fact(nil), "下期": "",
		"应报": b.Now.Returns.Expected, "实报": b.Now.Returns.Reported, "日期不详": b.Now.Returns.Undated, "归属不明": unassigned(l, b.Quarter), "截止": closing(l, b.Quarter),
		"迟报": receivers(b.Late, name), "未报": receivers(b.Missing, name), "待补报": receivers(b.Owed, name),
		"居前": ranked(l, b.Best, name), "居后": ranked(l, b.Worst, name),
	}
	if b.HasBefore {
		f["上季"] = tally(b.Before.Tally, nil)
		f["对比"] = compared(b)
	}
	if !b.NextReturn.IsZero() {
		f["下期"] = b.NextReturn.Label()
	}
	var lights []fact
	for _, light := range figures.Lights {
		if n := b.Lights[light]; n > 0 {
			lights = append(lights, fact{"名称": light.Label(), "数": n})
		}
	}
	f["灯"], f["沿用"] = lights, b.Carried
	var lit []fact
	for _, light := range []figures.Light{figures.Red, figures.Yellow} {
		of := b.Red
		if light == figures.Yellow {
			of = b.Yellow
		}
		for _, r := range pick(e, of) {
			one := items([]publish.Requirement{r})[0]
			one["灯"] = strings.TrimSuffix(light.Label(), "灯")
			one["责任"] = words(owners(l, b.Quarter, r, name))
			one["临期"] = light == figures.Yellow && r.Status != status.Behind && r.Status != status.NotReported
			one["不补"] = nobodyOwes(l, b, r.No)
			lit = append(lit, one)
		}
	}
	n := fitting(lit)
	f["亮灯"], f["要求"], f["其余"] = lit[:n], lit[:n], len(lit)-n
	f["分类要求"] = alike(lit[:n])
	return f
}

// unassigned counts the sheets of a quarter that are held because nobody knows whose they are. One
// whose quarter is not known either may be of any.
func unassigned(l *ledger.Ledger, q period.Quarter) int {
	n := 0
	for i := range l.Returns {
		if r := &l.Returns[i]; r.Department == "" && r.Count.Held > 0 && (r.Quarter == q || r.Quarter.IsZero()) {
			n++
		}
	}
	return n
}

// closing is until when returns of a quarter are on time, "" where no deadline is set.
func closing(l *ledger.Ledger, q period.Quarter) string {
	if day := l.Plan.Settings.Deadline.For(q); !day.IsZero() {
		return day.Label()
	}
	return ""
}

// nobodyOwes reports a requirement of which nobody who decides is asked for a return of the quarter any more: they
// are to tell of it with the next one.
func nobodyOwes(l *ledger.Ledger, b figures.Bulletin, no int) bool {
	missing := func(list []ledger.Coverage, name string) bool {
		return slices.ContainsFunc(list, func(c ledger.Coverage) bool { return c.Department == name })
	}
	deciders := l.Standing(no, b.Quarter).Deciders
	return len(deciders) > 0 && !slices.ContainsFunc(deciders, func(v ledger.Voice) bool {
		return missing(b.Owed, v.Department) || !missing(b.Missing, v.Department)
	})
}

// alike puts together what is asked in the same words: of what is overdue and nobody reported, of what
// is overdue, of what is to be hurried, of what is due soon.
func alike(lit []fact) []fact {
	var unheard, let, hurry, overdue, soon []fact
	for _, f := range lit {
		switch {
		case f["逾期"] == true && f["未报"] == true && f["不补"] == true:
			let = append(let, f)
		case f["逾期"] == true && f["未报"] == true:
			unheard = append(unheard, f)
		case f["逾期"] == true:
			overdue = append(overdue, f)
		case f["临期"] == true:
			soon = append(soon, f)
		default:
			hurry = append(hurry, f)
		}
	}
	var groups []fact
	for _, g := range []fact{{"项": unheard, "逾期": true, "未报": true, "不补": false, "临期": false}, {"项": let, "逾期": true, "未报": true, "不补": true, "临期": false},
		{"项": overdue, "逾期": true, "未报": false, "不补": false, "临期": false}, {"项": hurry, "逾期": false, "未报": false, "不补": false, "临期": false},
		{"项": soon, "逾期": false, "未报": false, "不补": false, "临期": true}} {
		if of, _ := g["项"].([]fact); len(of) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

// Bounds of the list, in lines of its table and characters a line.
const (
	mostLines = 24
	lineRunes = 20
)

// fitting returns how many of the requirements go into the table of the bulletin, one at least.
func fitting(lit []fact) int {
	lines := 0
	for i, f := range lit {
		text, _ := f["内容"].(words)
		lines += 1 + utf8.RuneCountInString(string(text))/lineRunes
		if i == mostLit || i > 0 && lines > mostLines {
			return i
		}
	}
	return len(lit)
}

// mostAbreast is how many departments are named side by side.
const mostAbreast = 10

// abreast names departments side by side, with what is told of each in brackets.
func abreast(list []fact) words {
	var names []string
	for _, f := range list[:min(len(list), mostAbreast)] {
		name, _ := f["名称"].(words)
		one := string(name)
		if days, _ := f["天数"].(int); days > 0 {
			one += fmt.Sprintf("（迟%d天）", days)
		}
		if rate, ok := f["完成率"].(string); ok {
			one += "（" + rate + "）"
		}
		names = append(names, one)
	}
	said := strings.Join(names, "、")
	if len(list) > mostAbreast {
		said += fmt.Sprintf("等%d个部门", len(list))
	}
	return words(said)
}

// printedNames gives each department the name by which the edition prints it.
func printedNames(l *ledger.Ledger, e publish.Edition) func(string) string {
	names := map[string]string{}
	for i, d := range l.ByDepartment {
		if i < len(e.Departments) {
			names[d.Department.Name] = e.Departments[i].Name
		}
	}
	return func(department string) string {
		if name := names[department]; name != "" {
			return name
		}
		return "有关部门" // what the edition does not know, nobody has looked at
	}
}

// owners says who answers for a requirement: who holds it back where those are few, else its leads or
// all who share it.
func owners(l *ledger.Ledger, q period.Quarter, r publish.Requirement, name func(string) string) string {
	var behind []string
	for _, v := range l.Standing(r.No, q).Deciders {
		if v.Decides {
			behind = append(behind, name(v.Department))
		}
	}
	if n := len(behind); n > 0 && n <= mostNamed {
		return strings.Join(behind, "、")
	}
	if len(r.Lead) > 0 {
		return together(r.Lead)
	}
	if len(r.Joint) > 0 {
		return together(r.Joint)
	}
	return none
}

func receivers(list []ledger.Coverage, name func(string) string) []fact {
	var out []fact
	for _, c := range list {
		days := 0
		if c.State == ledger.Late {
			days = c.LateDays
		}
		out = append(out, fact{"名称": words(name(c.Department)), "天数": days})
	}
	return out
}

func ranked(l *ledger.Ledger, places []int, name func(string) string) []fact {
	var out []fact
	for _, i := range places {
		d := l.ByDepartment[i]
		out = append(out, fact{"名称": words(name(d.Department.Name)), "完成率": percent(d.Rate)})
	}
	return out
}

// compared are the counts of two quarters and how they changed.
func compared(b figures.Bulletin) []fact {
	row := func(name string, count func(status.Status) string, overdue string) fact {
		f := fact{"名称": name, "逾期": overdue}
		for _, s := range status.Statuses {
			f[s.Label()] = count(s)
		}
		return f
	}
	plain := func(t ledger.QuarterTally) func(status.Status) string {
		return func(s status.Status) string { return fmt.Sprint(t.Counts[s]) }
	}
	change := func(n int) string {
		if n == 0 {
			return none
		}
		return fmt.Sprintf("%+d", n)
	}
	return []fact{
		row("本季度", plain(b.Now), fmt.Sprint(b.Now.Overdue)),
		row("上季度", plain(b.Before), fmt.Sprint(b.Before.Overdue)),
		row("增减", func(s status.Status) string { return change(b.Now.Counts[s] - b.Before.Counts[s]) }, change(b.Now.Overdue-b.Before.Overdue)),
	}
}
