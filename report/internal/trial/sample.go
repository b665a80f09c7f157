package trial

import (
	"context"
	"os"
	"testing"

	"taizhang/importer"
	"taizhang/report/publish"
)

// Sample is the edition of the sample year, with the tables of the annual report, for a package two
// folders below the module.
func Sample(t testing.TB) publish.Edition {
	t.Helper()
	year := t.TempDir()
	if err := os.CopyFS(year, os.DirFS("../../testdata/sample")); err != nil {
		t.Fatal(err)
	}
	l, err := importer.Load(context.Background(), importer.Options{Folder: year, Out: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	e, _ := publish.Of(l)
	if len(e.Numbers) < 3 || e.LastYear == nil && len(e.Requirements) < 33 {
		t.Fatalf("the sample has %d requirements and %d tables of numbers", len(e.Requirements), len(e.Numbers))
	}
	return e
}
