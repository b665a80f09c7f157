package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write golden files anew")

// TestMain lets the scripts call taizhang as a program of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"taizhang": func() {
		os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
	}})
}

// TestScripts runs the command line as a clerk would; the sample year lies at $SAMPLE.
func TestScripts(t *testing.T) {
	sample, err := filepath.Abs("testdata/sample")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"fill": fill},
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLE", sample)
			return nil
		},
	})
}

// TestReadmeShowsARealSession holds both READMEs to what the program prints.
func TestReadmeShowsARealSession(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if code := run(context.Background(), []string{"build", "testdata/sample", "--out", t.TempDir()}, &stdout, &stderr); code != exitDone {
		t.Fatalf("exit %d: %s", code, stderr.String())
	}
	session, _, _ := strings.Cut(stdout.String(), "已写出")
	for _, name := range []string{"README.md", "README.zh-CN.md"} {
		readme, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(readme), session) {
			t.Errorf("%s shows another session than\n%s", name, session)
		}
	}
}
