package wording

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"taizhang/importer/grid/chars"
	"taizhang/importer/ledger"
	"taizhang/importer/status"
)

// functions are the phrases that a template composes sentences with.
var functions = template.FuncMap{
	"构成":  func(f fact) string { return composition(f, true) },
	"分布":  func(f fact) string { return composition(f, false) },
	"分述":  named,
	"列举":  enumerate,
	"不计类": uncounted,
	"有":   some,
	"除去":  without,
	"分列":  points,
	"概述":  summed,
	"并列":  abreast,
	"谈到":  about,
	"前":   leading,
	"有不足": lacking,
	"图":   figure,
	"表":   reference("表"),
}

// percent prints a share with one decimal, 0% and 100% without.
func percent(p float64) string {
	if p == 0 || p == 100 {
		return strconv.Itoa(int(p)) + "%"
	}
	return strconv.FormatFloat(p, 'f', 1, 64) + "%"
}

// share prints part of whole in percent, — where the whole is too small for a rate. What is not
// all is never printed as 100%, what is not nothing never as 0%.
func share(part, whole int) string {
	if whole < ledger.SmallestBase {
		return none
	}
	p := ledger.Percent(part, whole)
	if part > 0 && part < whole {
		p = min(max(p, 0.1), 99.9)
	}
	return percent(p)
}

// composition says how a number of requirements is made up:
// 已完成26项，占78.8%；推进中4项，占12.1%；常态化3项，占9.1%, or without shares
// 已完成2项，推进中1项. Where all stand alike: 均已完成.
func composition(f fact, shares bool) string {
	parts, _ := f["分项"].([]fact)
	if len(parts) == 1 {
		if n, _ := f["总数"].(int); n == 1 {
			return single(parts[0]["名称"].(string))
		}
		return "均" + single(parts[0]["名称"].(string))
	}
	var list []string
	for _, p := range parts {
		s := fmt.Sprintf("%s%d项", p["名称"], p["数"])
		if share, _ := p["占比"].(string); shares && share != none {
			s += "，占" + share
		}
		list = append(list, s)
	}
	if shares {
		return strings.Join(list, "；")
	}
	return strings.Join(list, "，")
}

// single is a standing as a predicate.
func single(label string) string {
	switch label {
	case status.InProgress.Label():
		return "正在推进"
	case status.Ongoing.Label():
		return "已常态化开展"
	case status.Behind.Label():
		return "进度滞后"
	case status.NotStarted.Label():
		return "尚未启动"
	case status.NotApplicable.Label():
		return "不适用"
	case status.NotReported.Label():
		return "暂无进展信息"
	}
	return label
}

// named says how a number of requirements is made up and which they are:
// 已完成2项（第1、4项），推进中1项（第7项）. Where all stand alike: 均已完成（第1、4项）.
func named(f fact) string {
	parts, _ := f["分项"].([]fact)
	if len(parts) == 1 {
		numbers, _ := parts[0]["项"].([]fact)
		return composition(f, false) + bracketed(numbers)
	}
	var list []string
	for _, p := range parts {
		numbers, _ := p["项"].([]fact)
		list = append(list, fmt.Sprintf("%s%d项", p["名称"], p["数"])+bracketed(numbers))
	}
	return strings.Join(list, "，")
}

// listed is how many requirements are named one by one before the rest is counted.
const listed = 10

// enumerate names requirements by their numbers: 第3项; 第1、5、9项; 第1、2、…、10项等14项.
func enumerate(list []fact) string {
	if len(list) == 0 {
		return ""
	}
	var numbers []string
	for _, f := range list[:min(len(list), listed)] {
		numbers = append(numbers, fmt.Sprint(f["序号"]))
	}
	s := "第" + strings.Join(numbers, "、") + "项"
	if len(list) > listed {
		s += fmt.Sprintf("等%d项", len(list))
	}
	return s
}

// counted names requirements where their number is said already: 第3项; 第1、2、…、10项等.
func counted(list []fact) string {
	if len(list) <= listed {
		return enumerate(list)
	}
	return enumerate(list[:listed]) + "等"
}

// bracketed is the same after a count: （第3项）.
func bracketed(list []fact) string {
	if len(list) == 0 {
		return ""
	}
	return "（" + counted(list) + "）"
}

// uncounted names the standings that a rate leaves out, of those only what there is: 常态化开展和不适用,
// or one of the two.
func uncounted(f fact, between string) string {
	var names []string
	for _, s := range []status.Status{status.Ongoing, status.NotApplicable} {
		part, _ := f[s.Label()].(fact)
		if n, _ := part["数"].(int); n == 0 {
			continue
		}
		name := s.Label()
		if s == status.Ongoing {
			name += "开展"
		}
		names = append(names, name)
	}
	return strings.Join(names, between)
}

// some puts the number of requirements for {数} and their names for {项}; it says nothing
// where there are none.
func some(list []fact, sentence string) (string, error) {
	if len(list) == 0 {
		return "", nil
	}
	names := enumerate(list)
	if strings.Contains(sentence, "{数}") {
		names = counted(list)
	}
	if len(sentence)*len(names) > maxText {
		return "", errLong
	}
	return strings.NewReplacer("{数}", fmt.Sprint(len(list)), "{项}", names).Replace(sentence), nil
}

// without returns the requirements of a list that are in none of the others: what is behind and not
// told among the overdue already.
func without(list []fact, others ...[]fact) []fact {
	told := map[any]bool{}
	for _, other := range others {
		for _, f := range other {
			told[f["序号"]] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(list), func(f fact) bool { return told[f["序号"]] })
}

// points lists what is not empty: 一是……；二是……。 A single point has no number.
func points(list ...string) (string, error) {
	list = slices.DeleteFunc(list, func(s string) bool { return s == "" })
	if len(list) == 0 {
		return "", nil
	}
	size := 0
	for _, s := range list {
		if size += len(s); size > maxText/2 {
			return "", errLong
		}
	}
	if len(list) > 1 {
		for i := range list {
			list[i] = chars.Numeral(i+1) + "是" + list[i]
		}
	}
	return strings.Join(list, "；") + "。", nil
}
