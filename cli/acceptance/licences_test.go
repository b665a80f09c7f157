package acceptance

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestLicencesAreShipped: THIRD_PARTY.txt holds the licence of each library that is linked,
// in the version that is linked, and of none that is not.
func TestLicencesAreShipped(t *testing.T) {
	text, err := os.ReadFile("THIRD_PARTY.txt")
	if err != nil {
		t.Fatal(err)
	}
	rule := strings.Repeat("=", 80)
	shipped := map[string]bool{}
	for _, part := range strings.Split(string(text), rule+"\n== ")[1:] {
		name, licence, _ := strings.Cut(part, "\n"+rule)
		shipped[name] = true
		if len(strings.Fields(licence)) < 50 {
			t.Errorf("%s has no licence", name)
		}
	}
	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "-f", "{{with .Module}}{{.Path}} {{.Version}}{{end}}", ".").Output()
	if err != nil {
		t.Skip("no go command: ", err)
	}
	linked := map[string]bool{"Go and its standard library": true, "Fonts": true, "Everyday words": true}
	for line := range strings.Lines(string(out)) {
		if module := strings.TrimSpace(line); module != "" && module != "taizhang" {
			linked[module] = true
		}
	}
	if len(linked) < 10 {
		t.Fatalf("only %d libraries are linked: the test looks in the wrong place", len(linked))
	}
	for name := range linked {
		if !shipped[name] {
			t.Errorf("%s is not in THIRD_PARTY.txt: go run .ci/release.go -licences", name)
		}
	}
	for name := range shipped {
		if !linked[name] {
			t.Errorf("THIRD_PARTY.txt has %s, which is not linked: go run .ci/release.go -licences", name)
		}
	}
}
