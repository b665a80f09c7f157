package acceptance

import (
	"bytes"
	"errors"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"taizhang/cli"
)

// TestKilledInits kills init at any moment. The next one finds the folder complete or makes
// it so, and what somebody has put there meanwhile stays as it is.
func TestKilledInits(t *testing.T) {
	parent := t.TempDir()
	began := time.Now()
	if err := taizhang("init", "--sample", filepath.Join(parent, "whole")).Run(); err != nil {
		t.Fatal(err)
	}
	took := time.Since(began)
	whole := below(t, filepath.Join(parent, "whole"))
	hit := map[string]int{}
	for n := range *kills {
		year := filepath.Join(parent, "2021")
		if err := os.RemoveAll(year); err != nil {
			t.Fatal(err)
		}
		kill(t, taizhang("init", "--sample", year), year, n, took)
		mine := map[string]string{}
		if n%2 == 1 {
			mine = map[string]string{"任务清单.xlsx": "自己的清单", "第一季度/自己的.csv": "自己的报表"}
		}
		for name, data := range mine {
			at := filepath.Join(year, filepath.FromSlash(name))
			if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o755), os.WriteFile(at, []byte(data), 0o644)); err != nil {
				t.Fatal(err)
			}
		}
		code, said := exitOf(t, taizhang("init", "--sample", year))
		hit[map[int]string{cli.ExitDone: "made or ended", cli.ExitUsage: "refused"}[code]]++
		want := maps.Clone(whole)
		got := below(t, year)
		if _, placed := got["第四季度"]; code == cli.ExitUsage && len(mine) > 0 && !placed {
			want = map[string]string{".": "", "第一季度": ""} // killed before anything was ready: only what is mine
		}
		maps.Copy(want, mine)
		if code != cli.ExitDone && code != cli.ExitUsage || !maps.Equal(got, want) {
			t.Fatalf("kill %d, then exit %d %s: left\n%s", n, code, said, difference(got, want))
		}
	}
	t.Logf("after the kills: %v", hit)
}

// TestKilledForms kills the writing of forms at any moment. Each form is the one before or
// the new one, and after one more run all are as if nothing had happened, with those kept
// that somebody had filled in.
func TestKilledForms(t *testing.T) {
	d := newDesk(t)
	forms := func() *exec.Cmd { return taizhang("forms", d.year, "--year", "2021", "--quarter", "2") }
	if err := forms().Run(); err != nil {
		t.Fatal(err)
	}
	d.puts("下发/第二季度/财务股-2021第二季度.xlsx", "部门填好的")
	d.puts("第一季度/办公室.csv", "填报单位：办公室\n具体要求,完成情况,完成状态\n主动公开规划纲要和政策解读,已公开三十篇,推进中\n")
	old, before := filepath.Join(t.TempDir(), "old"), below(t, d.year)
	if err := os.CopyFS(old, os.DirFS(d.year)); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if err := forms().Run(); err != nil {
		t.Fatal(err)
	}
	took, after := time.Since(began), below(t, d.year)
	if maps.Equal(before, after) {
		t.Fatal("no form changes: the test shows nothing")
	}
	for n := range *kills {
		if err := errors.Join(os.RemoveAll(d.year), os.CopyFS(d.year, os.DirFS(old))); err != nil {
			t.Fatal(err)
		}
		kill(t, forms(), filepath.Join(d.year, "下发", "第二季度"), n, took)
		for name, data := range below(t, d.year) {
			if !strings.HasPrefix(name, "下发/第二季度/.taizhang") && data != before[name] && data != after[name] {
				t.Errorf("kill %d: %s is of neither run: %d bytes", n, name, len(data))
			}
		}
		if code, said := exitOf(t, forms()); code != cli.ExitDone {
			t.Fatalf("kill %d: the run after it: %d %s", n, code, said)
		}
		if got := below(t, d.year); !maps.Equal(got, after) {
			t.Fatalf("kill %d: the run after it leaves\n%s", n, difference(got, after))
		}
	}
}

// kill starts a run that writes into a folder and kills it: one in four at any time of its
// life, one in four while it stages its outputs, the others while these go to their places.
func kill(t *testing.T, cmd *exec.Cmd, folder string, n int, took time.Duration) {
	t.Helper()
	rng := rand.New(rand.NewPCG(uint64(n), 9))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	wait := func(name string) {
		for len(ended) == 0 {
			if _, err := os.Lstat(filepath.Join(folder, name)); err == nil {
				return
			}
		}
	}
	switch n % 4 {
	case 0:
		time.Sleep(time.Duration(rng.Int64N(int64(took) * 5 / 4)))
	case 1:
		wait(".taizhang")
		time.Sleep(time.Duration(rng.Int64N(int64(20 * time.Millisecond))))
	case 2:
		wait(".taizhang/commit.json")
	case 3:
		wait(".taizhang/commit.json")
		most := time.Millisecond << rng.IntN(6) // what goes to its place does so within one or within many
		for end := time.Now().Add(time.Duration(rng.Int64N(int64(most)))); time.Now().Before(end); {
		}
	}
	cmd.Process.Kill() // it may have ended
	<-ended
}

// taizhang is a run of the program in a process of its own.
func taizhang(args ...string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		panic(err)
	}
	cmd := exec.Command(self)
	cmd.Args = append([]string{"taizhang"}, args...)
	return cmd
}

// exitOf runs to the end and returns the exit code and what was said of a failure.
func exitOf(t *testing.T, cmd *exec.Cmd) (int, string) {
	t.Helper()
	var said bytes.Buffer
	cmd.Stderr = &said
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), said.String()
}
