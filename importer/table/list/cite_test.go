package list

import (
	"strings"
	"testing"
)

// TestCited: by whatever a citation begins with, it is read; a text that begins alike is none.
func TestCited(t *testing.T) {
	for text, want := range map[string]string{
		"7": "7", "第7项": "7", "（7）": "7", " 7 ": "7", "清单第7条": "7", "任务7": "7", "序号3": "3", "编号3": "3", "要求5": "5", "第十二项": "12", "10-11": "10 11",
		"12至14": "12 13 14", "第1、2、5项": "1 2 5", "1.1": "1.1", "第3.1、4.2项": "3.1 4.2", "\u200b第7项": "7", "７": "7", "07": "7", "0": "", "第3、5项工作": "3 5", "14.修订指南": "",
		"十": "", "完成7项": "", "要求全部完成": "", "公开目录": "", "": "",
	} {
		if got := strings.Join(Cited(text), " "); got != want {
			t.Errorf("%q cites %q, want %q", text, got, want)
		}
	}
}

// BenchmarkCited is what the cells of a return cost: the text of a requirement, with and without
// its number, which cites nothing, and the number alone.
func BenchmarkCited(b *testing.B) {
	for b.Loop() {
		if Cited("主动公开财政信息，及时更新目录") != nil || Cited("14.各级政府及部门单位要修订公开指南，明确获取渠道") != nil || len(Cited("14")) != 1 {
			b.Fatal("it reads otherwise")
		}
	}
}
