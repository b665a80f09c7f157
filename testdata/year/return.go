package year

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"
)

// write writes the department's return of a quarter.
func (d *department) write(path string, q int) error {
	f := excelize.NewFile()
	defer f.Close()
	s := &sheet{f: f, name: "报送表"}
	s.keep(f.SetSheetName("Sheet1", s.name))
	days := "yyyy\"年\"m\"月\"d\"日\""
	day, err := f.NewStyle(&excelize.Style{CustomNumFmt: &days})
	s.keep(err)
	share, err := f.NewStyle(&excelize.Style{NumFmt: 9})
	s.keep(err)
	text, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"}})
	s.keep(err)

	s.row(1, fmt.Sprintf("%d年第%s季度政务公开重点工作任务完成情况表", of, numerals[q]))
	s.merge(1, 1, 1, len(d.layout))
	stated := time.Date(of, time.Month(q*3+1), 1+d.rng.IntN(7), 0, 0, 0, 0, time.UTC)
	if d.slips(4) {
		stated = stated.AddDate(0, 0, 10)
	}
	s.row(2, fmt.Sprintf("填报单位：%s          填报日期：%d年%d月%d日", d.name, stated.Year(), stated.Month(), stated.Day()))
	s.merge(2, 1, 2, len(d.layout))
	heading := make([]any, len(d.layout))
	for i, h := range d.layout {
		heading[i] = h
	}
	s.row(3, heading...)

	row, opened, task := 4, 4, ""
	column := 1
	for i, h := range d.layout {
		if h == "工作任务" {
			column = i + 1
		}
	}
	for i := range d.stories {
		if d.slips(1) {
			continue // forgotten
		}
		r := &d.stories[i]
		values := d.answer(r, q)
		if r.task == task {
			values["工作任务"] = nil
		} else {
			s.merge(opened, column, row-1, column)
			opened, task = row, r.task
		}
		d.put(s, row, values, text, share, day)
		row++
	}
	s.merge(opened, column, row-1, column)
	if d.slips(15) {
		d.put(s, row, map[string]any{"工作任务": "其他", "具体要求": d.pick(invented...), "完成状态": "已完成", "完成情况": d.tell(q), "进展情况": d.tell(q)}, text, share, day)
		row++
	}
	s.row(row, "注：完成状态请填写已完成、推进中、常态化、滞后、未启动、不涉及。")
	s.merge(row, 1, row, len(d.layout))
	s.row(row+1, "填报人：          审核人：          联系电话：")
	s.merge(row+1, 1, row+1, len(d.layout))
	return s.save(path)
}

// put writes one row in the department's own layout.
func (d *department) put(s *sheet, row int, values map[string]any, text, share, day int) {
	cells := make([]any, len(d.layout))
	for i, h := range d.layout {
		cells[i] = values[h]
	}
	s.row(row, cells...)
	for i, v := range cells {
		style := text
		switch v.(type) {
		case float64:
			style = share
		case time.Time:
			style = day
		}
		s.keep(s.f.SetCellStyle(s.name, at(row, i+1), at(row, i+1), style))
	}
}

// answer is what the department says of a requirement in a quarter.
func (d *department) answer(r *story, q int) map[string]any {
	if !d.slips(1.5) || r.progress == "" {
		r.progress = d.tell(q) // else what stood there last time
	}
	if d.slips(0.2) {
		r.progress += "联系人手机13800138000。"
	}
	values := map[string]any{"工作任务": r.task, "具体要求": r.text, "完成情况": r.progress, "进展情况": r.progress,
		"存在问题": d.pick(problems...), "下一步工作": d.pick(furthers...), "下一步工作措施": d.pick(furthers...), "备注": ""}
	values["序号"] = number(r.no)
	if d.chance(10) {
		values["具体要求"] = d.retyped(r.text)
	}
	switch {
	case r.ongoing:
		values["完成状态"] = d.pick(wordsOngoing...)
		if d.chance(50) {
			values["佐证材料"] = d.evidence(q)
		}
	case q < r.done:
		values["完成状态"] = d.pick(wordsOn...)
		values["完成比例"] = d.share(float64(q*20+d.rng.IntN(4)*5) / 100)
		if d.slips(1) {
			values["完成比例"] = "大部分"
		}
	default:
		values["完成状态"], values["完成比例"], values["佐证材料"] = d.pick(wordsDone...), d.share(1), d.evidence(r.done)
		values["完成时间"] = d.date(time.Date(of, time.Month(r.done*3-d.rng.IntN(3)), 1+d.rng.IntN(28), 0, 0, 0, 0, time.UTC))
		switch {
		case d.slips(2):
			values["佐证材料"] = ""
		case d.slips(2):
			values["完成比例"] = d.share(0.6)
		case d.slips(1):
			values["完成时间"] = "近期"
		case q == r.done && d.slips(2):
			values["完成状态"] = "推进中" // and it falls back, or was never done
		}
	}
	if d.slips(2) {
		values["完成状态"] = d.pick(unclear...)
	}
	return values
}

func number(no string) any {
	n := 0
	if _, err := fmt.Sscan(no, &n); err != nil {
		return no
	}
	return n
}

func (d *department) share(v float64) any {
	if d.asText {
		return fmt.Sprintf("%.0f%%", v*100)
	}
	return v
}

func (d *department) date(t time.Time) any {
	if d.dated {
		return t
	}
	return fmt.Sprintf("%d.%d.%d", t.Year(), t.Month(), t.Day())
}
