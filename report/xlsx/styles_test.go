package xlsx

import (
	"strings"
	"testing"

	"taizhang/report/xlsx/xlsxtest"
)

// Each style is read back by another program: excelize.
func TestLooksAreReadBack(t *testing.T) {
	for name, k := range map[string]Style{
		"plain":      {},
		"all":        {Font: Hei, Size: 9.5, Bold: true, underline: true, Color: "9C0006", Fill: "FFC7CE", Align: "center", Middle: true, Frame: true, Nowrap: true, Format: DayFormat, Open: true},
		"in a frame": {Frame: true, Format: ShareFormat},
		"with words": OrderStyle.Counted("第", "行"),
	} {
		f := xlsxtest.Open(t, rowOfCells(t, Cell{Value: "别的", Style: HeadStyle}, Cell{Value: 3, Style: k}))
		id, err := f.GetCellStyle("表", "B1")
		if err != nil {
			t.Fatal(err)
		}
		s, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		family, color := song, ink
		if k.Font != "" {
			family, color = k.Font, k.Color
		}
		vertical := map[bool]string{true: "center", false: "top"}[k.Middle]
		if s.Font.Family != family || s.Font.Size != k.Points() || s.Font.Bold != k.Bold || s.Font.Color != color || (s.Font.Underline == "single") != k.underline {
			t.Errorf("%s: font %+v", name, s.Font)
		}
		if a := s.Alignment; a.Horizontal != k.Align || a.Vertical != vertical || a.WrapText == k.Nowrap {
			t.Errorf("%s: alignment %+v", name, a)
		}
		if filled := len(s.Fill.Color) == 1; filled != (k.Fill != "") || filled && s.Fill.Color[0] != k.Fill {
			t.Errorf("%s: fill %+v", name, s.Fill)
		}
		if framed := len(s.Border) == 4; framed != k.Frame {
			t.Errorf("%s: borders %+v", name, s.Border)
		}
		if k.Format == "" && s.CustomNumFmt != nil || k.Format != "" && (s.CustomNumFmt == nil || *s.CustomNumFmt != k.Format) {
			t.Errorf("%s: format %v", name, s.CustomNumFmt)
		}
		if open := s.Protection != nil && !s.Protection.Locked; open != k.Open {
			t.Errorf("%s: protection %+v", name, s.Protection)
		}
	}
}

// A style sheet in which the styles have no place, or another number than theirs, fails.
func TestLooksNeedTheirPlace(t *testing.T) {
	sheet := `<styleSheet><fonts count="1"><font/></fonts><fills count="2"><fill/><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs></styleSheet>`
	s := newStyles()
	s.of(HeadStyle)
	s.of(ShareStyle)
	if got, err := s.into([]byte(sheet)); err != nil || !strings.Contains(string(got), `<numFmts count="1">`) || !strings.Contains(string(got), `<cellXfs count="3">`) {
		t.Errorf("%s: %v", got, err)
	}
	for _, broken := range []string{"", "<styleSheet/>", strings.Replace(sheet, `cellXfs count="1"`, `cellXfs count="2"`, 1), strings.Replace(sheet, "</fills>", "", 1)} {
		if _, err := s.into([]byte(broken)); err == nil {
			t.Errorf("no failure for %s", broken)
		}
	}
}
