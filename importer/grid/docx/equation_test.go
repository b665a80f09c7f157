package docx

import "testing"

func TestEquations(t *testing.T) {
	for code, want := range map[string]string{
		` eq \o\ac(□,√)`: "☑", `EQ \o\ac(○,12)`: "⑫", `eq \o\ac(○,21)`: "21", `eq \o\ac(□,×)`: "☒", `eq \o\ac(□,)`: "□", `EQ \f(3,4)`: "3/4",
		`EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(zhōng),中)`: "中", `eq \o(□，√)`: "☑",
	} {
		if got, ok := equation(code); got != want || !ok {
			t.Errorf("%s is %q", code, got)
		}
	}
	for _, code := range []string{"EQUAL", ` HYPERLINK "a\o(1,2)"`, `EQ \f(1`, "EQ", ""} {
		if got, ok := equation(code); ok {
			t.Errorf("%s is %q", code, got)
		}
	}
}
