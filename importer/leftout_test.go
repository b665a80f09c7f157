package importer

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
)

const (
	listText = "工作任务,具体要求,责任部门\n一、做好公开。,加强行政执法信息公开。,办公室\n"
	// A sheet of a ledger, saved as text.
	ledgerText = "总台账\n\n项次,具体要求,核定状态,核定理由,核定人,核定日期\n1,加强行政执法信息公开。,已完成,,,\n"
)

// Every file is read, or named with the reason, or one of the few that nobody asks about;
// what it is called decides nothing else.
func TestEveryFileIsReadOrNamed(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		state ledger.InputState
		why   string // "" where no reason is given
		said  finding.Code
	}{
		"第三季度/办公室/台账.csv":   {goodReturn, ledger.FileRead, "", ""},
		"第三季度/成果/办公室.csv":   {goodReturn, ledger.FileRead, "", ""},
		"第三季度/任务清单.csv":     {goodReturn, ledger.FileRead, "", ""},
		"第一季度/台账.csv":       {goodReturn, ledger.FileRead, "", ""},
		"成果/办公室.csv":        {goodReturn, "", "", ""},
		"作废/办公室.csv":        {goodReturn, "", "", ""},
		"~$办公室.csv":         {goodReturn, "", "", ""},
		"核定.jsonl":          {"{}", "", "", ""},
		"第三季度/作废/办公室.csv":   {goodReturn, ledger.FileSkipped, "作废", finding.FileSkipped},
		"第三季度/汇总.csv":       {ledgerText, ledger.FileSkipped, "程序生成的台账", finding.FileSkipped},
		"任务清单.txt":          {listText, ledger.FileSkipped, "任务清单.csv", finding.FileSkipped},
		"字体/仿宋.ttf":         {"\x00\x01\x00\x00", ledger.FileSkipped, "字体", ""},
		"第三季度/办公室(扫描件).pdf": {"%PDF-1.4", ledger.FileAttachment, "", finding.Attachment},
	} {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "2021")
			for name, text := range map[string]string{"任务清单.csv": listText, name: c.text} {
				path := filepath.Join(folder, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			l, err := Load(context.Background(), Options{Folder: folder, Year: 2021, Out: filepath.Join(folder, OutFolder)})
			if err != nil {
				t.Fatal(err)
			}
			var got ledger.Input
			for _, in := range l.Inputs {
				if in.File == name {
					got = in
				}
			}
			said := finding.Code("")
			for _, f := range l.Findings {
				if f.Place.File() == name && (f.Code == finding.FileSkipped || f.Code == finding.Attachment) {
					said = f.Code
				}
			}
			if got.State != c.state || !strings.Contains(got.Reason, c.why) || said != c.said {
				t.Errorf("%+v under %q", got, said)
			}
			if want := len(l.Inputs) - len(l.Entries); c.state == ledger.FileRead && want != 0 || c.state != ledger.FileRead && len(l.Entries) > 0 {
				t.Errorf("%d entries of %d files", len(l.Entries), len(l.Inputs))
			}
		})
	}
}
