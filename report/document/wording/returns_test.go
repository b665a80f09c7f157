package wording

import (
	"strings"
	"testing"

	"taizhang/importer/ledger"
	"taizhang/report/internal/trial"
	"taizhang/report/publish"
	annexwords "taizhang/templates/annex"
)

// internal is a year of which nobody outside is told who reported.
func internal() publish.Edition {
	e := trial.Year(trial.Lines(9), 5, false)
	e.Returns = false
	for i := range e.Quarters {
		e.Quarters[i].Returns = ledger.Receipts{}
	}
	for i := range e.Departments {
		e.Departments[i].Returns, e.Departments[i].Coverage = ledger.Receipts{}, nil
	}
	return e
}

// Where 公开报送情况 is not 是, neither text nor table nor figure says who reported.
func TestReturnsAreInternal(t *testing.T) {
	e := internal()
	list := blocks(t, e, annexwords.Default())
	said := whole(list)
	for _, b := range list {
		for _, row := range b.Rows {
			said += strings.Join(row, " ") + "\n"
		}
		if b.Kind == Figure && b.Name == "报送" {
			t.Error("the figure of returns stands there")
		}
	}
	for _, word := range []string{"报送", "迟报", "按时", "应报", "实报", "报表"} {
		if strings.Contains(said, word) {
			t.Errorf("the annex says %s:\n%s", word, said)
		}
	}
	if !strings.Contains(said, "部门落实情况") || !strings.Contains(said, "各部门承担情况见表1") {
		t.Errorf("the departments are not told of:\n%s", said)
	}
}

// A wording of the office's own that asks for it is told what to do.
func TestReturnsAskedFor(t *testing.T) {
	for _, source := range []string{"迟报{{.报送.迟报}}份", "{{range .部门}}{{.报送.按时}}{{end}}", "![各部门报送](图:报送)"} {
		_, err := Blocks(internal(), source, everything)
		if err == nil || !strings.Contains(err.Error(), "公开报送情况") {
			t.Errorf("%s: %v", source, err)
		}
	}
	if _, err := Blocks(internal(), "{{with .报送}}迟报{{.迟报}}份{{end}}", everything); err != nil {
		t.Error(err)
	}
}
