package legend

import (
	"fmt"
	"testing"

	"taizhang/importer/grid"
)

func TestPieces(t *testing.T) {
	for text, want := range map[string]string{
		"○ 正在做 △ 慢了": "[{〇 正在做} {△ 慢了}]", "说明：√完成，○正在做，△慢了": "[{√ 完成} {〇 正在做} {△ 慢了}]", "○：悬着": "[{〇 悬着}]",
		"（图例）●表示办妥；○表示没办": "[{● 办妥} {〇 没办}]",
		"√": "[]", "√ 已公开规划12条": "[]", "已完成√": "[]", "正在做": "[]", "": "[]", "○ 正在做，下一步召开会议": "[]",
	} {
		if got := fmt.Sprint(Pieces(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestNamedSignsAreThoseThatAreUsed(t *testing.T) {
	s := grid.FromRows("a.xlsx", "S", [][]string{{"○ 正在做 △ 悬着"}, {"甲", "○"}, {"乙", "△"}, {"√ 妥了"}})
	if got := fmt.Sprint(Named(s, SignsOf(s))); got != "map[△:悬着 〇:正在做]" {
		t.Error(got)
	}
}
