package prose

import (
	"strings"
	"testing"

	"taizhang/importer/fold"
)

// FuzzProse: setting a text keeps every character that is no mark.
func FuzzProse(f *testing.F) {
	for _, s := range []string{"", "公开 12 份,其中(市级)3 份;", "a , b", "(a)(公)", "\"公\"\"", "1.5;2:30", "公.开.", "，\n，", "１２３％", "公\n\n开\r\n1", "((公)", "3 . 公", "公 ,公"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := Set(text)
		if fold.Key(once) != fold.Key(text) && strings.ContainsFunc(fold.Key(text), fold.IsHan) {
			t.Errorf("%q became %q", text, once)
		}
	})
}
