package standing

import (
	"testing"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/status"
)

func TestSettle(t *testing.T) {
	silent := status.Status("silent")
	for _, c := range []struct {
		name string
		said []status.Status // silent for a department without an entry
		want status.Status
	}{
		{"nobody has spoken", []status.Status{silent, silent}, status.NotReported},
		{"one lead", []status.Status{status.Completed}, status.Completed},
		{"the furthest behind counts", []status.Status{status.Completed, status.Behind, status.NotStarted}, status.Behind},
		{"not started before in progress", []status.Status{status.InProgress, status.NotStarted}, status.NotStarted},
		{"ongoing before completed", []status.Status{status.Completed, status.Ongoing}, status.Ongoing},
		{"completed needs every word", []status.Status{status.Completed, silent}, status.InProgress},
		{"an answer without a status is no word", []status.Status{status.Completed, status.NoStatus}, status.InProgress},
		{"only answers without a status", []status.Status{status.NoStatus}, status.InProgress},
		{"not applicable if all say so", []status.Status{status.NotApplicable, status.NotApplicable}, status.NotApplicable},
		{"not applicable beside completed", []status.Status{status.NotApplicable, status.Completed}, status.Completed},
		{"not applicable and silence", []status.Status{status.NotApplicable, silent}, status.InProgress},
		{"ongoing and silence", []status.Status{status.Ongoing, silent}, status.Ongoing},
	} {
		t.Run(c.name, func(t *testing.T) {
			var voices []ledger.Voice
			for _, s := range c.said {
				v := ledger.Voice{}
				if s != silent {
					said := ledgertest.Row("", s, "")
					v.Entry = &ledger.Entry{Row: &said}
				}
				voices = append(voices, v)
			}
			if got := decide(voices); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
