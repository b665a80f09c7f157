package draw

import (
	"strings"
	"testing"

	"taizhang/report/chart"
)

func TestTextsOfChartsAreNeverMarkup(t *testing.T) {
	drawn := string(draw(chart.Chart{Title: `"><script>`, Shapes: []chart.Shape{chart.Text{Text: "</text><script>alert(1)</script>"}}}).Code)
	if strings.Contains(drawn, "<script") || !strings.Contains(drawn, "&lt;script&gt;") || strings.Contains(drawn, "style=") {
		t.Errorf("a chart says %s", drawn)
	}
}
