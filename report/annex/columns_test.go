package annex

import (
	"strings"
	"testing"

	"taizhang/report/annex/wording"
	"taizhang/report/face"
)

// Where names are long, headings of even length over numbers take two lines for the names'
// sake; where there is room, each takes one.
func TestColumns(t *testing.T) {
	c := composer{ink: newInker(face.Embedded())}
	block := func(name string) wording.Block {
		return wording.Block{Rows: [][]string{
			{"部门", "承担要求", "牵头", "共同负责", "配合", "已完成", "应报报表", "实报", "按时"},
			{name, "36", "3", "33", "0", "9", "4", "4", "0"},
		}}
	}
	const pad = 2 * cellSide
	short, long := c.columns(block("办公室"), wuhao), c.columns(block(strings.Repeat("长", 40)), wuhao)
	if short[1].width < 4*wuhao+pad || short[5].width < 3*wuhao+pad {
		t.Errorf("with room, the columns are %v", short)
	}
	if w := long[1].width - pad; w < 2*wuhao-0.01 || w > 2.5*wuhao {
		t.Errorf("承担要求 has %.1f letters of room", w/wuhao)
	}
	if w := long[5].width - pad; w < 3*wuhao-0.01 {
		t.Errorf("已完成 has %.1f letters of room", w/wuhao)
	}
	sum := 0.0
	for _, col := range long {
		sum += col.width
	}
	if sum > areaWidth+0.01 || sum < areaWidth-0.01 {
		t.Errorf("the columns are %v wide, want %v", sum, areaWidth)
	}
}

// The departments of the register get more room where their names need it, and give none of
// it where they do not.
func TestShareOut(t *testing.T) {
	first := func(duty string) float64 {
		tb := table{sheet: turned, size: wuhao, columns: []column{{49.5 * mm, false}, {26 * mm, true}, {22 * mm, true}, {0, false}}}
		for range 10 {
			tb.rows = append(tb.rows, row{cells: []string{duty, "", "已完成", strings.Repeat("字", 60)}})
		}
		c := composer{ink: newInker(face.Embedded())}
		c.shareOut(tb)
		sum := 0.0
		for _, col := range tb.columns {
			sum += col.width
		}
		if _, _, width, _ := turned.area(); sum > width+0.01 || sum < width-0.01 {
			t.Errorf("%.20s: the columns are %v wide, want %v", duty, sum, width)
		}
		return tb.columns[0].width
	}
	if w := first("办公室"); w != 49.5*mm {
		t.Errorf("a short name has %.1f mm", w/mm)
	}
	if w := first(strings.Repeat("名", 55)); w < 60*mm {
		t.Errorf("a long name has %.1f mm", w/mm)
	}
}
