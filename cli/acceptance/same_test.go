package acceptance

import (
	"bytes"
	"context"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"taizhang/cli"
)

// TestSameBytesEverywhere: neither the number of processors nor the time zone, the
// language, the dates of files, the order in which they were put there, the place of the
// folder or an earlier run shows in the outputs.
func TestSameBytesEverywhere(t *testing.T) {
	build := func(year string, env ...string) map[string]string {
		t.Helper()
		var said bytes.Buffer
		cmd := program(year)
		cmd.Env = append(os.Environ(), env...)
		cmd.Stderr = &said
		if err := cmd.Run(); err != nil {
			t.Fatalf("%v: %s", err, said.String())
		}
		return below(t, filepath.Join(year, "成果"))
	}
	want := build(sampleAt(t, filepath.Join(t.TempDir(), "2021"), 0))
	if len(want) < 6 {
		t.Fatalf("only %d outputs", len(want))
	}
	for n, c := range []struct {
		name, folder string
		env          []string
	}{
		{"one processor", "2021", []string{"GOMAXPROCS=1"}},
		{"eight processors", "2021", []string{"GOMAXPROCS=8"}},
		{"east", "2021", []string{"TZ=Pacific/Kiritimati", "LANG=zh_CN.GB18030"}},
		{"west", "2021", []string{"TZ=Pacific/Pago_Pago", "LC_ALL=tr_TR.UTF-8"}},
		{"elsewhere", filepath.Join("一个 很长的&名字 #1%20", "深", "2021"), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			year := sampleAt(t, filepath.Join(t.TempDir(), c.folder), uint64(n+1))
			for _, time := range []string{"first", "second"} {
				if got := build(year, c.env...); !maps.Equal(got, want) {
					t.Errorf("the %s run differs:\n%s", time, difference(got, want))
				}
			}
		})
	}
}

// TestABuildOverAnotherIsLikeAFirst: slips that stay from an earlier run are those that
// would be written anew, whatever has changed since.
func TestABuildOverAnotherIsLikeAFirst(t *testing.T) {
	year := sampleAt(t, filepath.Join(t.TempDir(), "2021"), 1)
	replace := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(year, filepath.FromSlash(name)), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	returned := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("testdata", "sample", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	stayed := 0
	for _, step := range []struct {
		what   string
		change func()
		flags  []string
	}{
		{"the beginning", func() {}, nil},
		{"nothing", func() {}, nil},
		{"another return in the place of one", func() {
			replace("第三季度/市文化馆2021第三季度.xlsx", returned("第二季度/市文化馆2021第二季度.xlsx"))
		}, nil},
		{"the return of before", func() {
			replace("第三季度/市文化馆2021第三季度.xlsx", returned("第三季度/市文化馆2021第三季度.xlsx"))
		}, nil},
		{"a return fewer", func() { os.Remove(filepath.Join(year, "第三季度", "市文化馆2021第三季度.xlsx")) }, nil},
		{"another unit", func() {}, []string{"--unit", "另一个局"}},
		{"another quarter", func() {}, []string{"--as-of", "2021Q2"}},
		{"a slip that somebody has changed", func() {
			slips, err := filepath.Glob(filepath.Join(year, "成果", "退回单", "*.xlsx"))
			if err != nil || len(slips) == 0 {
				t.Fatal(slips, err)
			}
			if err := os.Truncate(slips[0], 1000); err != nil {
				t.Fatal(err)
			}
		}, []string{"--as-of", "2021Q2"}},
	} {
		step.change()
		before := slipTimes(t, year)
		fresh := filepath.Join(t.TempDir(), "2021")
		if err := os.CopyFS(fresh, os.DirFS(year)); err != nil {
			t.Fatal(err)
		}
		if err := os.RemoveAll(filepath.Join(fresh, "成果")); err != nil {
			t.Fatal(err)
		}
		var built [2]map[string]string
		for i, folder := range []string{year, fresh} {
			var said bytes.Buffer
			if code := run(context.Background(), append([]string{"build", folder, "--quiet"}, step.flags...), io.Discard, &said); code != cli.ExitDone {
				t.Fatalf("after %s: exit %d: %s", step.what, code, said.String())
			}
			built[i] = below(t, filepath.Join(folder, "成果"))
		}
		maps.DeleteFunc(built[0], func(name, _ string) bool { return strings.HasPrefix(name, "历史") })
		if !maps.Equal(built[0], built[1]) {
			t.Errorf("after %s there is\n%s", step.what, difference(built[0], built[1]))
		}
		for name, when := range slipTimes(t, year) {
			if when.Equal(before[name]) {
				stayed++
			}
		}
	}
	if stayed < 10 {
		t.Errorf("%d slips stayed: each run writes all anew", stayed)
	}
}

// slipTimes are when the slips of a year were written.
func slipTimes(t *testing.T, year string) map[string]time.Time {
	t.Helper()
	times := map[string]time.Time{}
	slips, err := filepath.Glob(filepath.Join(year, "成果", "退回单", "*.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range slips {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		times[path] = info.ModTime()
	}
	return times
}

// sampleAt copies the sample's second and third quarter with its list to a folder, the
// files in an order and with dates of their own.
func sampleAt(t *testing.T, folder string, seed uint64) string {
	t.Helper()
	files := below(t, filepath.Join("testdata", "sample"))
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(name string) bool {
		return strings.HasPrefix(name, "第一季度") || strings.HasPrefix(name, "第四季度") || files[name] == ""
	})
	rng := rand.New(rand.NewPCG(seed, 7))
	rng.Shuffle(len(names), func(a, b int) { names[a], names[b] = names[b], names[a] })
	for _, name := range names {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(files[name]), 0o644); err != nil {
			t.Fatal(err)
		}
		when := time.Date(1980+rng.IntN(60), 1, 1, 0, 0, 0, 0, time.UTC)
		if err := os.Chtimes(path, when, when); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// linkNet are the libraries that link package net: pflag for flags that hold addresses,
// excelize to tell the kind of a picture by its bytes. Neither is used here.
var linkNet = []string{"github.com/spf13/pflag", "github.com/xuri/excelize/v2"}

// answerNet are the rooms of our own that answer the browser of this machine, and the one that
// opens it. They listen on loopback alone and call nobody: report/page has tests of its own for
// that.
var answerNet = map[string][]string{
	"taizhang/report/page/guard": {"net", "net/http"},
	"taizhang/report/page":       {"net/http"},
	"taizhang/cli":               {"os/exec"},
}

// TestNoNetwork: nothing that is linked imports a package that reaches the network, or
// starts other programs, but for these two libraries and those rooms.
func TestNoNetwork(t *testing.T) {
	out, err := exec.CommandContext(context.Background(), "go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}} {{join .Imports \" \"}}{{end}}", ".").Output()
	if err != nil {
		t.Skip("no go command: ", err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		packages := strings.Fields(line)
		if len(packages) == 0 {
			continue
		}
		seen++
		for _, to := range packages[1:] {
			if (to == "net" || strings.HasPrefix(to, "net/http") || to == "crypto/tls" || to == "os/exec") && !slices.Contains(linkNet, packages[0]) &&
				!slices.Contains(answerNet[packages[0]], to) {
				t.Errorf("%s imports %s", packages[0], to)
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d packages looked at", seen)
	}
}
