package console

import (
	"bytes"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/plan"
)

// A name that a terminal would obey, or that reads as another one, is shown as it is wherever
// it is printed.
func TestNamesAreMadeVisible(t *testing.T) {
	const odd = "反向\u202Exslx\u202C\x1b[31m红\u2066\a\u009b.exe"
	fs := []finding.Finding{finding.New(finding.UnreadableFile, finding.In(odd, odd).At(1, 1), odd, odd)}
	p := &plan.Plan{Year: 2021, Source: odd, Unit: odd, Tasks: []plan.Task{{No: 1, Group: odd}}}
	l := &ledger.Ledger{Plan: p, Year: 2021, Unit: odd, Findings: fs}
	var b bytes.Buffer
	for _, s := range []Screen{{Writer: &b}, {Writer: &b, Width: 60}} {
		Findings(s, fs, odd)
		Tasks(s, p)
		Check(s, l)
		Explain(s, l)
		Summary(s, l, []string{odd})
		Fault(s, "打不开 "+odd)
		s.Say("写出了 " + odd)
	}
	for _, bad := range []string{"\u202E", "\u202C", "\u2066", "\x1b", "\a", "\u009b"} {
		if at := strings.Index(b.String(), bad); at >= 0 {
			t.Errorf("%q in %q", bad, b.String()[max(0, at-60):min(at+60, b.Len())])
		}
	}
	if !strings.Contains(b.String(), "反向〔U+202E〕xslx〔U+202C〕·[31m红") {
		t.Error(b.String())
	}
}
