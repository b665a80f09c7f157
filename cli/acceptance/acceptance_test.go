// Package acceptance tests the whole program as its users meet it: the command line, the
// same bytes everywhere, kills at any moment, hostile files, a gallery of the findings,
// years as offices really have them, and what the README says.
package acceptance

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"taizhang/cli"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write golden files anew")

// sampleVar names the folder of the sample year, for scripts and for the program that they
// start.
const sampleVar = "SAMPLE"

// TestMain lets the scripts call taizhang as a program of its own.
func TestMain(m *testing.M) {
	testscript.Main(tree{m}, map[string]func(){"taizhang": func() {
		os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
	}})
}

// tree runs the tests at the top of the source tree, where the documents and testdata are.
type tree struct{ *testing.M }

func (t tree) Run() int {
	top := filepath.Join("..", "..")
	sample, err := filepath.Abs(filepath.Join(top, "testdata", "sample"))
	if err == nil {
		err = errors.Join(os.Setenv(sampleVar, sample), os.Chdir(top))
	}
	if err != nil {
		panic(err)
	}
	return t.M.Run()
}

// run is the program in this process.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	return cli.Run(ctx, args, stdout, stderr, os.DirFS(os.Getenv(sampleVar)))
}

// TestScripts runs the command line as a clerk would; the sample year lies at $SAMPLE.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"fill": fill, "decide": typed, "holds": holds, "older": older, "addsheet": addSheet, "again": again, "draft": draft, "plain": plain},
		Setup: func(env *testscript.Env) error {
			env.Setenv(sampleVar, os.Getenv(sampleVar))
			return nil
		},
	})
}

// TestReadmeShowsARealSession holds both READMEs to what the program prints.
func TestReadmeShowsARealSession(t *testing.T) {
	readmes := readmes(t)
	t.Chdir(t.TempDir())
	var stdout, stderr bytes.Buffer
	for _, args := range [][]string{{"init", "--sample", "demo", "--quiet"}, {"build", "demo"}} {
		if code := run(context.Background(), args, &stdout, &stderr); code != cli.ExitDone {
			t.Fatalf("exit %d: %s", code, stderr.String())
		}
	}
	for name, readme := range readmes {
		if session := filepath.ToSlash(stdout.String()); !strings.Contains(readme, session) {
			t.Errorf("%s shows another session than\n%s", name, session)
		}
	}
}

// TestReadmesPointAtWhatIsThere: each file that is linked exists, and where the link is
// called after a test, the test is in that file.
func TestReadmesPointAtWhatIsThere(t *testing.T) {
	link := regexp.MustCompile("\\[`?([^\\]`]*)`?\\]\\(([^):]+)\\)")
	for name, readme := range readmes(t) {
		links := link.FindAllStringSubmatch(readme, -1)
		if len(links) < 5 {
			t.Errorf("%s: only %d links found", name, len(links))
		}
		for _, l := range links {
			target, err := os.ReadFile(l[2])
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if strings.HasPrefix(l[1], "Test") && !strings.Contains(string(target), "func "+l[1]+"(") {
				t.Errorf("%s: %s is not in %s", name, l[1], l[2])
			}
			if strings.HasSuffix(l[2], ".png") && len(target) > 200_000 {
				t.Errorf("%s: %s is %d bytes", name, l[2], len(target))
			}
		}
	}
}

func readmes(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, name := range []string{"README.md", "README.zh-CN.md"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = string(text)
	}
	return texts
}
