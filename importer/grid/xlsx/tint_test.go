package xlsx

import "testing"

// The lighter and darker colors of Excel's own list, as Excel writes them for others to read.
func TestTints(t *testing.T) {
	for _, c := range []struct {
		color string
		tint  float64
		want  string
	}{
		{"4F81BD", 0.59999389629810485, "B8CCE4"}, {"4F81BD", 0.79998168889431442, "DCE6F1"}, {"4472C4", 0.59999389629810485, "B4C6E7"}, {"F79646", -0.249977111117893, "E26B0A"},
		{"70AD47", -0.249977111117893, "548235"}, {"1F497D", 0.39997558519241921, "538DD5"}, {"FFFFFF", -0.14999847407452621, "D9D9D9"}, {"FFFFFF", -0.34998626667073579, "A6A6A6"},
		{"FF0000", 0, "FF0000"}, {"00FF00", 1, "FFFFFF"}, {"0000FF", -1, "000000"}, {"FF0000", 2, ""},
	} {
		if got := tinted(c.color, c.tint); got != c.want {
			t.Errorf("%s with %v is %s, want %s", c.color, c.tint, got, c.want)
		}
	}
}
