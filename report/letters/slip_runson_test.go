package letters

import (
	"testing"

	"taizhang/importer/grid"
)

// A title that was not merged runs on over the empty cells behind it; a text beside others keeps to its cell.
func TestATitleRunsOn(t *testing.T) {
	s := grid.FromRows("a.xlsx", "表", [][]string{{"东山镇2021年第四季度落实情况", "", ""}, {"序号", "具体要求", "落实情况"},
		{"1", "组建两个中小学教育集团，制定章程运行。", "石桥校区已落地，集团教师共三十一名到岗任教。"}, {"2", "扩大限额补贴用气用地范围。", "十二月二十日全面完成，两次共补贴一千零三十三户。"}})
	o := Slip{}.original(s)
	if k := o.look(s.Cell(1, 1)); !k.Nowrap {
		t.Error("the title is broken in its narrow cell")
	}
	if k := o.look(s.Cell(3, 2)); k.Nowrap {
		t.Error("a text beside another runs into it")
	}
}
