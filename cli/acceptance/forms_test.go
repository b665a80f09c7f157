package acceptance

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/cli"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// fill is a script's command: a department fills in a form and sends it back.
//
//	fill FORM RETURN [sorted | moved | guessed]
//
// sorted turns the rows round, moved copies the sheet into a workbook of its own with a
// column before it, guessed answers one row with a status that nobody knows.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: fill FORM RETURN [how]")
	}
	how := ""
	if len(args) > 2 {
		how = args[2]
	}
	ts.Check(filled(ts.MkAbs(args[0]), ts.MkAbs(args[1]), how))
}

// Where a department writes in a form: the heading's row, and columns.
const (
	formHead     = 4
	formKey      = 2
	formProgress = 7
	formStatus   = 8
)

func filled(from, to, how string) error {
	f, err := excelize.OpenFile(from)
	if err != nil {
		return err
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	rows, err := f.GetRows(sheet)
	if err != nil {
		return err
	}
	var body [][]string
	for _, row := range rows[formHead:] {
		if len(row) < formKey || row[formKey-1] == "" {
			break
		}
		row = append(row, make([]string, formStatus-min(len(row), formStatus))...)
		who := row[formKey-1][strings.LastIndex(row[formKey-1], "/")+1:]
		row[formProgress-1] = fmt.Sprintf("%s本季度按要求开展第%s条的工作，公开信息%d条。", who, row[0], len(body)+1)
		row[formStatus-1] = "常态化"
		body = append(body, row)
	}
	switch how {
	case "sorted":
		slices.Reverse(body)
	case "guessed":
		body[0][formStatus-1] = "看情况"
	}
	left := 1
	if how == "moved" {
		other := excelize.NewFile()
		defer other.Close()
		if err := other.SetSheetName("Sheet1", "我们的表"); err != nil {
			return err
		}
		f, sheet, left = other, "我们的表", 2
		body = append([][]string{rows[formHead-1]}, body...)
	}
	for i, row := range body {
		at, err := excelize.CoordinatesToCellName(left, i+formHead+2-left)
		if err != nil {
			return err
		}
		if err := f.SetSheetRow(sheet, at, &row); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return f.SaveAs(to)
}

// TestExitCodes holds what a caller is told: wrong usage, and a tool that can't do its work.
func TestExitCodes(t *testing.T) {
	year := filepath.Join(t.TempDir(), "2021")
	out := filepath.Join(year, "成果")
	call := func(want int, args ...string) string {
		t.Helper()
		var stdout, stderr bytes.Buffer
		if got := run(context.Background(), args, &stdout, &stderr); got != want {
			t.Errorf("%v: exit %d, want %d: %s", args, got, want, stderr.String())
		}
		return stderr.String()
	}
	call(cli.ExitDone, "init", year, "--quiet")
	call(cli.ExitUsage, "init", year)
	call(cli.ExitUsage, "forms", year)
	call(cli.ExitUsage, "forms", year, "--quarter", "2022Q1")
	call(cli.ExitDone, "build", year, "--quiet")
	if err := os.WriteFile(filepath.Join(out, "~$台账.xlsx"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(out, "台账.json"))
	if err != nil {
		t.Fatal(err)
	}
	if said := call(cli.ExitFailed, "build", year, "--as-of", "2021Q1"); !strings.Contains(said, "正在 Excel 或 WPS 中打开") || !strings.Contains(said, "原有成果没有改动") {
		t.Error(said)
	}
	after, err := os.ReadFile(filepath.Join(out, "台账.json"))
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the outputs changed, %v", err)
	}
}
