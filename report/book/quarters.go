package book

import (
	"fmt"
	"math"
	"slices"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/status"

	"github.com/xuri/excelize/v2"
)

const quartersHead, quartersTop, quartersStatus = 4, 5, 3

// roundedNote says why shares do not sum to 100%, where those of a quarter do not.
func (b *book) roundedNote() string {
	if slices.ContainsFunc(b.Quarters, func(q ledger.QuarterTally) bool { return q.Rounded() }) {
		return roundedWords
	}
	return ""
}

const roundedWords = "；因四舍五入，分项之和可能不等于100%"

// share turns a share in percent to 0.1 into what a percent format shows.
func share(x float64) float64 { return math.Round(x*10) / 1000 }

// rate is the completion rate, or a dash where there is none to be said.
func rate(t ledger.Tally, link target) cell {
	if !t.Rated {
		return cell{value: "—", look: midLook}
	}
	k := shareLook
	if !link.none() {
		k.color = blue
	}
	return cell{value: share(t.Rate), look: k, link: link}
}

// quarters writes 季度进度: the trend, a chart, and what changed since the quarter before.
func (b *book) quarters() {
	words := status.Statuses
	widths := []float64{16, 10}
	for range len(words) + 7 {
		widths = append(widths, 11)
	}
	s := b.sheet(quartersSheet, page{title: quartersSheet, landscape: true, tab: "BF8F00"}, widths...)
	s.put(30, []cell{{value: "季度进度", look: titleLook}})
	s.put(20, []cell{{value: "各季度末全部要求的进度；本季度没有报送的，沿用最近一次。", look: noteLook}})
	s.trend(words)
	s.trendShares(words)
	s.skip(1)
	var names []string
	for _, q := range b.Quarters {
		names = append(names, q.Quarter.Label())
	}
	s.chart(plot{title: "各季度末的进度（条）", kind: excelize.ColStacked, top: s.next, head: quartersHead, first: quartersTop,
		col: quartersStatus, statuses: words, categories: names, width: s.width(0, len(widths)), height: 360,
		counts: func(i int, st status.Status) int { return b.Quarters[i].Counts[st] }})
	s.skip(1)
	s.changes()
	if b.LastYear != nil {
		s.lookBack(min(s.AsOf.N, 2) + 2)
	}
	s.close()
}

func (s *sheet) trend(words []status.Status) {
	s.put(24, []cell{{value: "表1　进度和报送（条、份）", look: sectionLook}})
	head := heads("季度", "具体要求")
	for _, st := range words {
		head = append(head, cell{value: statusWord(st), look: headLook})
	}
	s.heading(append(head, heads("逾期", "应报", "已报", "按时", "迟报", "日期不详", "未报送")...))
	for i, q := range s.Quarters {
		column := overviewSheet + "!" + fmt.Sprintf("$%[1]s$%[2]d:$%[1]s$%[3]d", letter(overviewFixed+2*i+1),
			s.overviewFirst(), s.overviewFirst()+max(len(s.Plan.Requirements), 1)-1)
		cells := []cell{{value: q.Quarter.Label(), look: labelLook},
			{value: q.Of, look: countLook, formula: fmt.Sprintf(`COUNTA(%s)-COUNTIF(%s,"不计")`, column, column)}}
		for k, st := range words {
			word := fmt.Sprintf("%s$%d", letter(quartersStatus+k), quartersHead)
			cells = append(cells, cell{value: q.Counts[st], look: countLook, formula: fmt.Sprintf("COUNTIF(%s,%s)", column, word)})
		}
		r := q.Returns
		for _, n := range []int{q.Overdue, r.Expected, r.Reported, r.OnTime, r.Late, r.Undated, r.Missing} {
			cells = append(cells, cell{value: n, look: countLook})
		}
		s.row(cells...)
	}
}

func (s *sheet) trendShares(words []status.Status) {
	s.skip(1)
	s.put(24, []cell{{value: "表2　占比（分母为具体要求；完成率的分母不含常态化和不适用，各季度的相同" + s.roundedNote() + "）", look: sectionLook}})
	head := heads("季度", "分母")
	for _, st := range words {
		head = append(head, cell{value: statusWord(st), look: headLook})
	}
	s.heading(append(head, heads("完成率", "完成率分母")...))
	for _, q := range s.Quarters {
		cells := []cell{{value: q.Quarter.Label(), look: labelLook}, {value: q.Of, look: countLook}}
		for _, st := range words {
			cells = append(cells, cell{value: share(q.Shares[st]), look: shareLook})
		}
		s.row(append(cells, rate(q.Tally, target{}), cell{value: q.RateOf, look: countLook})...)
	}
}

// changes lists the requirements that stand elsewhere than a quarter ago.
func (s *sheet) changes() {
	if s.AsOf.N < 2 {
		s.put(24, []cell{{value: "第一季度没有上季度可比。", look: sectionLook}})
		return
	}
	before := period.Quarter{Year: s.AsOf.Year, N: s.AsOf.N - 1}
	s.put(24, []cell{{value: fmt.Sprintf("表3　与%s相比的变化", before.Short()), look: sectionLook}})
	text, lead := len(s.widths)-9, 3
	s.repeat(s.heading(append(heads("项次"), cell{value: "具体要求", look: headLook, span: text}, cell{value: "牵头（共同负责）", look: headLook, span: lead},
		cell{value: before.Short(), look: headLook}, cell{value: s.AsOf.Short(), look: headLook}, cell{value: "变化", look: headLook, span: 3})))
	none := true
	for i := range s.Plan.Requirements {
		r := &s.Plan.Requirements[i]
		was, is := s.Standing(r.No, before), s.Standing(r.No, s.AsOf)
		word := change(was, is)
		if word == "" {
			continue
		}
		none = false
		who, _ := duty(r.Duty, s.Plan.Settings.FirstLeads)
		s.row(cell{value: r.No, look: orderLook, link: s.toEntries(r.No)},
			cell{value: r.Text.Value, look: bodyLook, span: text}, cell{value: who, look: bodyLook, span: lead},
			standing(was), standing(is), cell{value: word, look: bodyLook, span: 3})
	}
	if none {
		s.row(cell{value: "没有变化。", look: midLook, span: len(s.widths)})
	}
}

func standing(s *ledger.Standing) cell {
	if !s.Active {
		return cell{value: "不计", look: statusLook(status.NotApplicable)}
	}
	return cell{value: statusWord(s.Status), look: statusLook(s.Status)}
}

// change says in a word how a requirement moved, "" where it did not.
func change(was, is *ledger.Standing) string {
	word := ""
	switch {
	case was.Active != is.Active && is.Active:
		word = "本季度起计入"
	case was.Active != is.Active:
		return "本季度起不再计入"
	case was.Status == is.Status:
	case is.Status == status.Completed:
		word = "新完成"
	case was.Status == status.Completed:
		word = "由已完成退回"
	case was.Status == status.NotReported:
		word = "首次报送"
	case is.Status == status.Behind:
		word = "转为滞后"
	default:
		word = "进度变化"
	}
	if is.Overdue && !was.Overdue {
		if word != "" {
			word += "；"
		}
		word += "新逾期"
	}
	return word
}
