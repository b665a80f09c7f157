package acceptance

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// killsFrom is how often a test kills a run: KILLS, else the number.
func killsFrom(usual int) int {
	if n, err := strconv.Atoi(os.Getenv("KILLS")); err == nil && n > 0 {
		return n
	}
	return usual
}

// TestKilledDecisions kills, again and again in the life of one year, the build that takes in what
// the office has just typed. After each kill 核定.jsonl holds whole lines, all that it held and of
// the new ones either all or none; after the next build it holds each exactly once.
//
//	KILLS=300 go test ./cli/acceptance -run TestKilledDecisions
func TestKilledDecisions(t *testing.T) {
	d := newDesk(t)
	d.builds()
	took, hit := timed(t, d), map[string]int{}
	for n := range *kills {
		before := d.journal()
		d.decidesAgain(n)
		kill(t, program(d.year), filepath.Join(d.year, "成果"), n, took)
		left := d.journal()
		switch rest, kept := strings.CutPrefix(left, before); {
		case !kept:
			t.Fatalf("kill %d: 核定.jsonl held\n%sand now\n%s", n, before, left)
		case rest == "":
			hit["none taken in"]++
		default:
			hit["all taken in"]++
			ofRound(t, n, rest)
		}
		took = timed(t, d)
		after, kept := strings.CutPrefix(d.journal(), before)
		if !kept {
			t.Fatalf("kill %d: the run after it lost what 核定.jsonl held", n)
		}
		ofRound(t, n, after)
	}
	lines := strings.Count(d.journal(), "\n")
	if lines != 2**kills {
		t.Errorf("%d lines of %d decisions", lines, 2**kills)
	}
	settled := d.journal()
	d.builds()
	if d.journal() != settled {
		t.Error("a run without new decisions changes 核定.jsonl")
	}
	for id, times := range idsIn(settled) {
		if times > 1 {
			t.Errorf("%s stands there %d times", id, times)
		}
	}
	t.Logf("killed: %v, %d decisions", hit, lines)
}

// timed builds the year and returns how long that took.
func timed(t *testing.T, d desk) time.Duration {
	t.Helper()
	began := time.Now()
	if out, err := program(d.year).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return time.Since(began)
}

// journal returns what 核定.jsonl holds, "" where there is none.
func (d desk) journal() string {
	d.Helper()
	data, err := os.ReadFile(filepath.Join(d.year, "核定.jsonl"))
	if err != nil && !os.IsNotExist(err) {
		d.Fatal(err)
	}
	return string(data)
}

// decidesAgain types two decisions that differ from what the ledger shows, with the round as
// their reason.
func (d desk) decidesAgain(n int) {
	d.Helper()
	statuses := []string{"推进中", "滞后", "未启动"}
	for i, text := range []string{"主动公开规划纲要", "公开部门预算"} {
		d.types("总台账", []string{text}, map[string]any{"核定": "采用此状态", "采用状态": statuses[(n+i)%len(statuses)],
			"核定理由": fmt.Sprintf("第%d轮之%d", n, i), "核定人": "张三"})
	}
}

var (
	journalID     = regexp.MustCompile(`"id":"([^"]+)"`)
	journalReason = regexp.MustCompile(`"reason":"([^"]*)"`)
)

// ofRound holds lines against the two decisions of a round.
func ofRound(t *testing.T, n int, lines string) {
	t.Helper()
	var got []string
	for line := range strings.Lines(lines) {
		if !strings.HasSuffix(line, "}\n") {
			t.Fatalf("kill %d: half a line: %q", n, line)
		}
		for _, m := range journalReason.FindAllStringSubmatch(line, -1) {
			got = append(got, m[1])
		}
	}
	slices.Sort(got)
	if want := []string{fmt.Sprintf("第%d轮之0", n), fmt.Sprintf("第%d轮之1", n)}; !slices.Equal(got, want) {
		t.Fatalf("kill %d: 核定.jsonl has of the round %q, want %q", n, got, want)
	}
}

func idsIn(journal string) map[string]int {
	ids := map[string]int{}
	for line := range strings.Lines(journal) {
		if m := journalID.FindStringSubmatch(line); m != nil {
			ids[m[1]]++
		}
	}
	return ids
}
