package book

import (
	"strings"
	"testing"
)

// Each look is read back by another program: excelize.
func TestLooksAreReadBack(t *testing.T) {
	for name, k := range map[string]look{
		"plain":      {},
		"all":        {font: hei, size: 9.5, bold: true, underline: true, color: "9C0006", fill: "FFC7CE", align: "center", middle: true, frame: true, nowrap: true, format: dayFormat, open: true},
		"in a frame": {frame: true, format: shareFormat},
		"with words": orderLook.counted("第", "行"),
	} {
		f := opened(t, rowOfCells(t, cell{value: "别的", look: headLook}, cell{value: 3, look: k}))
		id, err := f.GetCellStyle("表", "B1")
		if err != nil {
			t.Fatal(err)
		}
		s, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		family, color := song, ink
		if k.font != "" {
			family, color = k.font, k.color
		}
		vertical := map[bool]string{true: "center", false: "top"}[k.middle]
		if s.Font.Family != family || s.Font.Size != k.points() || s.Font.Bold != k.bold || s.Font.Color != color || (s.Font.Underline == "single") != k.underline {
			t.Errorf("%s: font %+v", name, s.Font)
		}
		if a := s.Alignment; a.Horizontal != k.align || a.Vertical != vertical || a.WrapText == k.nowrap {
			t.Errorf("%s: alignment %+v", name, a)
		}
		if filled := len(s.Fill.Color) == 1; filled != (k.fill != "") || filled && s.Fill.Color[0] != k.fill {
			t.Errorf("%s: fill %+v", name, s.Fill)
		}
		if framed := len(s.Border) == 4; framed != k.frame {
			t.Errorf("%s: borders %+v", name, s.Border)
		}
		if k.format == "" && s.CustomNumFmt != nil || k.format != "" && (s.CustomNumFmt == nil || *s.CustomNumFmt != k.format) {
			t.Errorf("%s: format %v", name, s.CustomNumFmt)
		}
		if open := s.Protection != nil && !s.Protection.Locked; open != k.open {
			t.Errorf("%s: protection %+v", name, s.Protection)
		}
	}
}

// A style sheet in which the looks have no place, or another number than theirs, fails.
func TestLooksNeedTheirPlace(t *testing.T) {
	sheet := `<styleSheet><fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs></styleSheet>`
	s := newStyles()
	s.of(headLook)
	s.of(shareLook)
	if got, err := s.into([]byte(sheet)); err != nil || !strings.Contains(string(got), `<numFmts count="1">`) || !strings.Contains(string(got), `<cellXfs count="3">`) {
		t.Errorf("%s: %v", got, err)
	}
	for _, broken := range []string{"", "<styleSheet/>", strings.Replace(sheet, `cellXfs count="1"`, `cellXfs count="2"`, 1), strings.Replace(sheet, "</fills>", "", 1)} {
		if _, err := s.into([]byte(broken)); err == nil {
			t.Errorf("no failure for %s", broken)
		}
	}
}
