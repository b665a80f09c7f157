package console

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"taizhang/importer/finding"
)

func many(code finding.Code, n int) (fs []finding.Finding) {
	for i := range n {
		fs = append(fs, finding.New(code, finding.In(fmt.Sprintf("%d.xlsx", i+1), ""), "有问题", "请改正"))
	}
	return fs
}

// TestFindingsAreBoundedOnATerminal: what matters does not scroll away, and a pipe gets all.
func TestFindingsAreBoundedOnATerminal(t *testing.T) {
	fs := append(many(finding.TextCopied, 100), many(finding.RowUnmatched, 2)...)
	var piped, shown bytes.Buffer
	Findings(Screen{Writer: &piped}, fs, "taizhang check 2021 2> 问题.txt")
	Findings(Screen{Writer: &shown, Width: 80}, fs, "taizhang check 2021 2> 问题.txt")
	if n := strings.Count(piped.String(), ".xlsx "); n != 102 {
		t.Errorf("a pipe got %d of 102", n)
	}
	if strings.Contains(piped.String(), "问题.txt") {
		t.Error("a pipe is told to use a file")
	}
	text := shown.String()
	if n := strings.Count(text, ".xlsx "); n != mostOfAKind+2 {
		t.Errorf("a terminal got %d in full", n)
	}
	for _, want := range []string{"另有 95 处同类问题 [text-copied]", "共 102 处：强制 2，核实 100，提示 0。", "taizhang check 2021 2> 问题.txt"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if strings.Index(text, "[强制]") > strings.Index(text, "[核实]") {
		t.Error("the most severe come last")
	}
}

// TestColours: severities that have to be acted on, on screens that obey, and nowhere else.
func TestColours(t *testing.T) {
	fs := append(many(finding.RowUnmatched, 1), append(many(finding.TextCopied, 1), many(finding.TextUnchanged, 1)...)...)
	var plain, coloured bytes.Buffer
	Findings(Screen{Writer: &plain, Width: 80}, fs, "")
	Findings(Screen{Writer: &coloured, Width: 80, Colour: true}, fs, "")
	if strings.Contains(plain.String(), "\x1b") {
		t.Errorf("%q", plain.String())
	}
	for _, want := range []string{"\x1b[1;31m[强制]\x1b[0m", "\x1b[33m[核实]\x1b[0m", "  [提示]"} {
		if !strings.Contains(coloured.String(), want) {
			t.Errorf("%q is missing in %q", want, coloured.String())
		}
	}
	stripped := strings.NewReplacer("\x1b[1;31m", "", "\x1b[33m", "", "\x1b[0m", "").Replace(coloured.String())
	if stripped != plain.String() {
		t.Error("colours change the layout")
	}
}
