package disk

import (
	"strings"
	"testing"
)

// A lock file is known by its name, and by what it holds where it lost that on its way.
func TestLockFiles(t *testing.T) {
	word := "\x06wangli" + strings.Repeat(" ", 47) + "\x06\x00w\x00a\x00n\x00g\x00l\x00i\x00" + strings.Repeat("\x00", 94)
	excel := "\x04user" + strings.Repeat(" ", 50) + "\x04\x00u\x00s\x00e\x00r\x00" + strings.Repeat(" \x00", 50)
	for name, c := range map[string]struct {
		base, head string
		want       bool
	}{
		"by its name":              {"~$股汇报.docx", "", true},
		"of Word, renamed":         {"股汇报.docx", word, true},
		"of Excel, renamed":        {"股二季度.xlsx", excel, true},
		"as long, and a text":      {"说明.txt", strings.Repeat("已完成公开三批。\n", 20)[:162], false},
		"as long, and zeros":       {"空.xlsx", strings.Repeat("\x00", 162), false},
		"another length":           {"股汇报.docx", word + "x", false},
		"a zip that is as long":    {"股汇报.docx", "PK\x03\x04" + strings.Repeat("\x14\x00", 79), false},
		"nothing, under good name": {"股汇报.docx", "", false},
	} {
		if len(c.head) > 0 && name[:2] == "of" && len(c.head) != 162 && len(c.head) != 165 {
			t.Fatalf("%s: %d bytes", name, len(c.head))
		}
		if got := IsLock(c.base, []byte(c.head)); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
