package acceptance

import (
	"os"
	"strings"
	"testing"

	"taizhang/importer/grid"
)

// TestReadmeStatesTheLimits holds both READMEs to the limits of the code.
func TestReadmeStatesTheLimits(t *testing.T) {
	for _, name := range []string{"README.md", "README.zh-CN.md"} {
		readme, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range grid.Limits() {
			what := l.English
			if name != "README.md" {
				what = l.Chinese
			}
			if row := "| " + what + " |"; !strings.Contains(string(readme), row) {
				t.Errorf("%s lacks the line %s", name, row)
			}
		}
	}
}
