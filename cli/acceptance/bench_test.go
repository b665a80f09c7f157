package acceptance

import (
	"bytes"
	"testing"

	"taizhang/cli"
	"taizhang/testdata/year"
)

// BenchmarkBuild is the whole job, files to files, on a year of 25 departments. A thousand
// returns are measured as a program of their own: see testdata/README.md.
func BenchmarkBuild(b *testing.B) {
	folder, out := b.TempDir(), b.TempDir()
	if err := year.Make(folder, 100, 1); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		var stdout, stderr bytes.Buffer
		if code := run(b.Context(), []string{"build", folder, "--out", out}, &stdout, &stderr); code != cli.ExitDone {
			b.Fatal(code, stderr.String())
		}
	}
}
