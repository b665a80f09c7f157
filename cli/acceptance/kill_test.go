package acceptance

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

var kills = flag.Int("kills", killsFrom(12), "how often the tests of killed runs kill one; KILLS where it is set")

// TestKilledRuns kills runs at any moment. Whatever they leave is whole: each output is
// that of the run before or of this one, and after one more run everything is as if
// nothing had happened, rulings and what was filled in included.
func TestKilledRuns(t *testing.T) {
	d := newDesk(t)
	d.builds()
	d.types("待核对", []string{"整理旧规划的工作安排"}, map[string]any{"核定": "按第N项并入", "按第几项": 2, "核定人": "张三"})
	d.builds() // 历史 holds a ledger from here on
	d.types("待核对", []string{"status-unknown"}, map[string]any{"核定": "采用此状态", "采用状态": "推进中"})
	d.puts("成果/退回单/财务股（已填）.csv", "部门填好的")
	before := below(t, d.year)
	d.puts("第一季度/办公室.csv", "填报单位：办公室\n具体要求,完成情况,完成状态\n主动公开规划纲要和政策解读,已公开三篇,推进中\n整理旧规划的工作安排,正在整理旧档案,推进中\n另一项没有的工作,做了,已完成\n")
	old := filepath.Join(t.TempDir(), "old")
	if err := os.CopyFS(old, os.DirFS(d.year)); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if err := program(d.year).Run(); err != nil {
		t.Fatal(err)
	}
	took := time.Since(began)
	after := below(t, d.year)
	for _, name := range []string{"成果/台账.xlsx", "成果/年报附件.pdf", "成果/台账.json"} {
		if before[name] == after[name] {
			t.Fatalf("%s does not change: the test shows nothing", name)
		}
	}
	hit := map[string]int{}
	for n := range *kills {
		if err := os.RemoveAll(d.year); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(d.year, os.DirFS(old)); err != nil {
			t.Fatal(err)
		}
		kill(t, program(d.year), filepath.Join(d.year, "成果"), n, took)
		left := below(t, d.year)
		hit[phase(left, before, after)]++
		whole(t, left, before, after)
		var said bytes.Buffer
		again := program(d.year)
		again.Stderr = &said
		if err := again.Run(); err != nil {
			t.Fatalf("kill %d: the run after it: %v\n%s", n, err, said.String())
		}
		if got := below(t, d.year); !maps.Equal(got, after) {
			t.Fatalf("kill %d (%s): the run after it leaves\n%s", n, phase(left, before, after), difference(got, after))
		}
		if t.Failed() {
			t.Fatalf("kill %d", n)
		}
	}
	t.Logf("killed: %v", hit)
}

// program is a build in a process of its own.
func program(year string) *exec.Cmd {
	return taizhang("build", year, "--year", "2021", "--as-of", "2021Q1", "--quiet")
}

// below returns what lies in a folder by its path, files with what they hold.
func below(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		var data []byte
		if !d.IsDir() {
			data, err = os.ReadFile(path)
		}
		all[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// phase says when a run was killed, by what it left.
func phase(left, before, after map[string]string) string {
	_, staged := left["成果/.taizhang"]
	_, committed := left["成果/.taizhang/commit.json"]
	switch changed := left["成果/台账.xlsx"] == after["成果/台账.xlsx"]; {
	case committed:
		placed := 0
		for name, data := range left {
			if !strings.HasPrefix(name, "成果/.taizhang") && before[name] != after[name] && data == after[name] {
				placed++
			}
		}
		return fmt.Sprintf("placing, %d in place", placed)
	case staged && !changed:
		return "staging"
	case staged:
		return "clearing"
	case changed:
		return "after"
	}
	return "before"
}

// whole holds what a killed run left against the run before it and the one that it was.
func whole(t *testing.T, left, before, after map[string]string) {
	t.Helper()
	_, placing := left["成果/.taizhang/commit.json"]
	generation := ""
	for name, data := range left {
		if strings.HasPrefix(name, "成果/.taizhang") || name == ".taizhang.lock" {
			continue
		}
		_, is := after[name]
		_, was := before[name]
		if !is && !was || data != before[name] && data != after[name] {
			t.Errorf("%s is of neither run: %d bytes", name, len(data))
		}
		if !strings.HasPrefix(name, "成果/") || before[name] == after[name] {
			continue
		}
		now := "old"
		if data == after[name] {
			now = "new"
		}
		if !placing && generation != "" && generation != now {
			t.Errorf("%s is %s beside others that are %s", name, now, generation)
		}
		generation = now
	}
	for name, data := range before {
		if strings.HasPrefix(name, "成果/退回单") && placing {
			continue // for a moment the folder is aside
		}
		if _, ok := left[name]; !ok && after[name] == data {
			t.Errorf("%s is gone", name)
		}
	}
}

func difference(got, want map[string]string) string {
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if w, ok := want[name]; !ok || w != got[name] {
			lines = append(lines, fmt.Sprintf("+ %s (%d bytes)", name, len(got[name])))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if _, ok := got[name]; !ok {
			lines = append(lines, "- "+name)
		}
	}
	return strings.Join(lines, "\n")
}
