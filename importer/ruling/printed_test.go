package ruling

import (
	"strings"
	"testing"
)

// TestPrintedInCells: the codes of a long sheet fill one cell after the other, and none is lost.
func TestPrintedInCells(t *testing.T) {
	for _, rows := range []int{0, 1, 999, 1000, 1001, 2000, 2500} {
		p := &Printed{Name: "总表", Width: 10}
		var want strings.Builder
		codes := make([]Code, 9) // and an empty column
		for row := 1; row <= rows; row++ {
			for i := range codes {
				codes[i] = CodeOfNumber(float64(row*10 + i))
				want.WriteString(string(codes[i][:]))
			}
			want.WriteString(codeEmpty)
			p.Put(row, codes)
		}
		cells := p.Cells()[2:]
		if got := strings.Join(cells, ""); got != want.String() {
			t.Fatalf("%d rows: %d characters, want %d", rows, len(got), want.Len())
		}
		for i, cell := range cells {
			if len(cell) > longest || i+1 < len(cells) && len(cell) != longest || i > 0 && cell == "" {
				t.Errorf("%d rows: cell %d has %d characters", rows, i, len(cell))
			}
		}
	}
}

// TestCodeOfText: spaces and line breaks of any number are one, and none at the ends count.
func TestCodeOfText(t *testing.T) {
	for _, same := range [][]string{{"已完成", " 已完成", "已完成\n", "\u3000已完成"}, {"已 完成", "已\n完成", "已\u00a0 \u3000完成"}, {"", " ", "\n"}} {
		for _, s := range same[1:] {
			if CodeOfText(s) != CodeOfText(same[0]) {
				t.Errorf("%q and %q differ", s, same[0])
			}
		}
	}
	if CodeOfText("已完成") == CodeOfText("已 完成") || CodeOfText("") == CodeOfText("已完成") {
		t.Error("different texts are alike")
	}
}

func BenchmarkPut(b *testing.B) {
	codes := make([]Code, 20)
	text := strings.Repeat("对照任务清单开展自查，发现问题均已建立整改台账；", 4)
	b.ReportAllocs()
	for b.Loop() {
		p := &Printed{Name: "总表", Width: len(codes)}
		for row := range 5000 {
			codes[0] = CodeOfText(text)
			p.Put(row+1, codes)
		}
		p.Cells()
	}
}
