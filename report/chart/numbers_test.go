package chart

import (
	"math"
	"strings"
	"testing"

	"taizhang/importer/status"
	"taizhang/report/publish"
	"taizhang/templates/tables"
)

func bar(name, text string, value float64) publish.NumberBar {
	return publish.NumberBar{Name: name, Text: text, Value: value}
}

// figures are charts of numbers: small ones, ones of very unequal parts, and long names.
var figures = []publish.NumberFigure{
	{Title: "收到和办理", Kind: tables.Balance, Unit: "件", Sides: []string{"收到", "去向"}, Remark: "两边各13件。",
		Left:  []publish.NumberBar{bar("上年结转", "2", 2), bar("本年新收", "11", 11)},
		Right: []publish.NumberBar{bar("予以公开", "6", 6), bar("部分公开", "1", 1), bar("不予公开", "2", 2), bar("无法提供", "2", 2), bar("不予处理", "1", 1), bar("结转下年", "1", 1)}},
	{Title: "收到和办理", Kind: tables.Balance, Unit: "件", Sides: []string{"收到", "去向"},
		Left: []publish.NumberBar{bar("上年结转", "1", 1), bar("本年新收", "14628", 14628)}, Right: []publish.NumberBar{bar("予以公开", "14629", 14629)}},
	{Title: "办理结果", Kind: tables.Ranked, Unit: "万元", Remark: "合计12.5万元。", Left: []publish.NumberBar{bar("一个名称特别特别长的渠道（又挂一个牌子）", "12.4", 12.4), bar("短", "0.1", 0.1)}},
	{Title: "收办数量", Kind: tables.Years, Unit: "件", Sides: []string{"2019年", "2020年", "2021年"},
		Spans: [][]publish.NumberBar{{bar("新收", "9", 9), bar("办理", "9", 9)}, {bar("新收", "7", 7)}, {bar("新收", "11", 11), bar("办理", "12", 12)}}},
}

// TestBalanceIsEqual draws both bars of a balance equally long, and every number beside its name.
func TestBalanceIsEqual(t *testing.T) {
	for _, page := range pages {
		c := Numbers(editions["the list of 2021"], figures[0], page)
		widths := map[float64]float64{} // by the top of the bar
		text := ""
		for _, s := range c.Shapes {
			switch s := s.(type) {
			case Rect:
				if s.H == sideHeight && s.Stroke > 0 {
					widths[s.Y] += s.W
				}
			case Text:
				text += s.Text + "|"
			}
		}
		var all []float64
		for _, w := range widths {
			all = append(all, w)
		}
		if len(all) != 2 || math.Abs(all[0]-all[1]) > 0.01 {
			t.Errorf("the bars are %v wide", all)
		}
		for _, want := range []string{"上年结转2件", "本年新收11件", "予以公开6件", "结转下年1件"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is not printed: %s", want, text)
			}
		}
	}
}

// TestPartsBlameNobody: no part of what was received or decided has the red of what is behind or missing;
// in grey too, neighbours differ, and the words on them can be read.
func TestPartsBlameNobody(t *testing.T) {
	for i, a := range partLooks {
		if a.fill == statusLook(status.Behind).fill {
			t.Errorf("part %d is printed like what is behind", i)
		}
		if math.Abs(lightness(a.words)-lightness(a.fill)) < 0.4 {
			t.Errorf("words on part %d can't be read", i)
		}
		if b := partLook(i + 1); math.Abs(lightness(a.fill)-lightness(b.fill)) < 0.15 && a.angle == b.angle && (a.pitch > 0) == (b.pitch > 0) {
			t.Errorf("parts %d and %d look alike", i, i+1)
		}
	}
}
