package year

import (
	"fmt"
	"strings"
)

// What departments write: an opening, what was done, what came of it and what follows, 40 to
// 120 characters, with numbers of their own.
var (
	openings = []string{"本季度，%s", "%[2]d月份以来，%[1]s", "截至%[2]d月底，%[1]s", "按照工作安排，%s", "对照任务清单，%s"}
	doings   = []string{"召开专题会议%d次，印发工作方案%d份，明确责任人和完成时限", "在政府网站和公众号发布信息%d条，其中政策解读%d篇",
		"梳理公开事项%d项，更新完善公开目录%d处", "开展自查%d次，发现问题%d个，均已建立整改台账", "组织业务培训%d场，参训人员%d人次",
		"收到群众咨询和留言%d件，办结%d件，答复均在规定时限内", "走访企业和村(社区)%d家，收集意见建议%d条", "制作图解、短视频等解读材料%d件，转发上级解读%d篇"}
	results = []string{"，公开内容经三级审核后上网，未发现错漏。", "；群众满意度比上季度提高%d个百分点。", "，累计浏览%d次，未收到纠错意见。", "，相关栏目做到每周更新，已连续%d周无断档。",
		"，有关做法在全县工作例会上作了交流。", "；已将任务细化为%d项具体措施逐项落实。", "，形成工作台账%d份备查。"}
	nexts = []string{"下一步将加强与牵头部门的沟通，确保按时完成。", "下阶段重点做好归集整理和动态更新。", "后续将结合检查反馈的问题继续整改。", "", "", ""}

	wordsDone    = []string{"已完成", "已完成", "已完成", "已办结", "完成"}
	wordsOn      = []string{"推进中", "正在推进", "按序时推进", "有序推进"}
	wordsOngoing = []string{"常态化", "持续推进", "长期坚持", "常态化开展"}
	unclear      = []string{"已上会", "详见附件说明", "待定", "同意"}
	problems     = []string{"无", "无", "无", "人手不足，业务培训有待加强", "部分历史数据字段不统一，清洗工作量大", "个别栏目更新不够及时"}
	furthers     = []string{"继续做好日常更新", "加强业务培训，提高信息质量", "按时间节点推进", "总结经验，形成长效机制", ""}
	invented     = []string{"组织党员干部开展义务植树活动。", "完成机关食堂改造项目前期工作。", "走访慰问困难群众，送去慰问物资。", "做好值班值守和安全保卫工作。"}
)

// tell is a progress text of a quarter.
func (d *department) tell(q int) string {
	n := func() int { return 2 + d.rng.IntN(97) }
	var b strings.Builder
	fmt.Fprintf(&b, d.pick(openings...)+"%[3]s", d.name, q*3, "")
	fmt.Fprintf(&b, d.pick(doings...), n(), n())
	for range 1 + d.rng.IntN(2) {
		b.WriteString("，")
		fmt.Fprintf(&b, d.pick(doings...), n(), n())
	}
	result := d.pick(results...)
	if strings.Contains(result, "%d") {
		result = fmt.Sprintf(result, n())
	}
	b.WriteString(result)
	b.WriteString(d.pick(nexts...))
	return b.String()
}

// evidence is a page or a document.
func (d *department) evidence(q int) string {
	if d.rng.IntN(3) == 0 {
		return fmt.Sprintf("示政办函〔%d〕%d号", of, 1+d.rng.IntN(200))
	}
	month, day := q*3-d.rng.IntN(3), 1+d.rng.IntN(28)
	return fmt.Sprintf("https://www.example.gov.cn/zwgk/%d%02d/t%d%02d%02d_%d.html", of, month, of, month, day, 1000+d.rng.IntN(9000))
}

// retyped is a text as somebody types it again: other punctuation, a character changed.
func (d *department) retyped(text string) string {
	if d.chance(50) {
		text = strings.NewReplacer(",", "，", "(", "（", ")", "）").Replace(text)
	}
	rs := []rune(text)
	if len(rs) > 20 && d.chance(50) {
		i := 5 + d.rng.IntN(len(rs)-5)
		rs[i] = []rune("的和与等及有")[d.rng.IntN(6)]
	}
	return string(rs)
}
