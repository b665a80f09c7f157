package desk

import (
	"cmp"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/period"
	"taizhang/importer/status"
)

// builtEntry is what an entry of 台账.json says. Of its texts only a sum is kept: they take far more room than what is
// told of them.
type builtEntry struct {
	of              entryOf
	status, said    string
	percent, day    string
	progress, other uint64
}

// entryOf is what an entry is on.
type entryOf struct {
	requirement         int
	department, quarter string
}

func (e *builtEntry) UnmarshalJSON(data []byte) error {
	var read struct {
		Requirement int      `json:"requirement"`
		Department  string   `json:"department"`
		Quarter     string   `json:"quarter"`
		Status      string   `json:"status"`
		Said        string   `json:"said"`
		Percent     *float64 `json:"percent"`
		Progress    string   `json:"progress"`
		CompletedOn string   `json:"completed_on"`
		Evidence    []string `json:"evidence"`
		Problems    string   `json:"problems"`
		NextSteps   string   `json:"next_steps"`
	}
	if err := json.Unmarshal(data, &read); err != nil {
		return err
	}
	*e = builtEntry{of: entryOf{read.Requirement, read.Department, read.Quarter}, status: read.Status, said: read.Said, day: read.CompletedOn,
		progress: textSum(read.Progress), other: textSum(append(read.Evidence, read.Problems, read.NextSteps)...)}
	if read.Percent != nil {
		e.percent = percentOf(*read.Percent)
	}
	return nil
}

// entryFrom is what 台账.json would say of an entry.
func entryFrom(entry *ledger.Entry) builtEntry {
	r := entry.Row
	var evidence []string
	for _, v := range r.Evidence {
		evidence = append(evidence, v.Value)
	}
	e := builtEntry{of: entryOf{entry.Requirement, entry.Department, entry.Quarter.String()}, status: string(r.Status.Value), said: r.Status.Said, day: r.CompletedOn.Value.String(),
		progress: textSum(r.Progress.Value), other: textSum(append(evidence, r.Problems.Value, r.NextSteps.Value)...)}
	if r.Percent.Given() {
		e.percent = percentOf(r.Percent.Value)
	}
	return e
}

func percentOf(share float64) string { return number(math.Round(share*1e4)/1e2) + "%" }

func textSum(texts ...string) uint64 {
	h := fnv.New64a()
	for _, text := range texts {
		fmt.Fprintf(h, "%q", text)
	}
	return h.Sum64()
}

// differences says in words what an entry says otherwise than before; "" for nothing.
func (e builtEntry) differences(was builtEntry) string {
	var said []string
	turn := func(what, from, to string) {
		if from != to {
			said = append(said, what+" "+cmp.Or(from, "（空）")+" → "+cmp.Or(to, "（空）"))
		}
	}
	turn("状态", wordOf(was.status), wordOf(e.status))
	if wordOf(was.status) == wordOf(e.status) {
		turn("填的状态", was.said, e.said)
	}
	turn("完成比例", was.percent, e.percent)
	turn("完成日期", was.day, e.day)
	if was.progress != e.progress {
		said = append(said, "进展的文字改了")
	}
	if was.other != e.other {
		said = append(said, "佐证、问题或下步措施改了")
	}
	return strings.Join(said, "；")
}

func wordOf(s string) string {
	if s == "" {
		return ""
	}
	return status.Status(s).Label()
}

// EntryChange is what a department's answer says otherwise than at the last build.
type EntryChange struct {
	No                        int
	Department, Quarter, What string
}

// entries compares what the departments say, answer by answer.
func (b *built) entries(l *ledger.Ledger, c *Changes) {
	was := map[entryOf][]builtEntry{}
	for _, e := range b.Entries {
		was[e.of] = append(was[e.of], e)
	}
	tell := func(of entryOf, what string) {
		if len(c.Entries) == mostChanges {
			c.MoreEntries++
			return
		}
		q, _ := period.ParseQuarter(of.quarter)
		c.Entries = append(c.Entries, EntryChange{of.requirement, of.department, q.Short(), what})
	}
	for i := range l.Entries {
		now := entryFrom(&l.Entries[i])
		before := was[now.of]
		if len(before) == 0 {
			c.NewEntries++
			continue
		}
		if what := now.differences(before[0]); what != "" {
			tell(now.of, what)
		}
		was[now.of] = before[1:]
	}
	for _, e := range b.Entries {
		if len(was[e.of]) > 0 {
			was[e.of] = was[e.of][1:]
			tell(e.of, "上次有，这次没有了")
		}
	}
}
