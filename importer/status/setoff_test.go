package status

import (
	"testing"

	"taizhang/templates/words"
)

// What clerks wrote of where something stands, in sentences and in cells, with what they meant.
func TestSetOffByTheWriter(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]Status{
		"审查平均用时压到6.5个工作日，承诺件办了9件。——长期抓": Ongoing,
		"15个项目里5个补了设计资料，已销号1个。——推进中":    InProgress,
		"选址北门——南桥一线":                    NoStatus,
		"排查举报线索29条，暑期巡查方案已发各镇。（状态：推进中）": InProgress,
		"北部片区11月28日正式通水，已完成，惠及3.71万人":   Completed,
		"一期主体全线完工，已完成，二期图纸送审":           NoStatus,
		"没办完，还在推，等市文件":                  InProgress,
		"本季度均未启动，等省里农机作业补助指标下来再干":       NotStarted,
		"未按时完成，正在推进":                    NoStatus,
	} {
		if got := g.Sentence(text).Status; got != want {
			t.Errorf("%s reads %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]Status{
		"没完，还差1家": InProgress, "年年都做": Ongoing, "每年都搞": Ongoing, "算完成": Completed, "不算完成": Behind, "拖了期": Behind, "未按时完成": Behind,
	} {
		if got := g.Cell(text).Status; got != want {
			t.Errorf("the cell %s reads %q, want %q", text, got, want)
		}
	}
	legend := g.Legend("图例：在相应栏打“√”：甲：办结；乙：在办；丙：未动；丁：常年")
	for sign, want := range map[string]Status{"甲": Completed, "乙": InProgress, "丁": Ongoing} {
		if legend[sign] != want {
			t.Errorf("%s stands for %q, want %q", sign, legend[sign], want)
		}
	}
}
