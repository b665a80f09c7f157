package importer

import (
	"os"
	"path/filepath"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
	"taizhang/importer/ledger/merge"
	"taizhang/importer/period"
	"taizhang/importer/returns/reader"
)

// The bytes of any file, on their way from the folder to the ledger: the file is read or
// named in a finding of severity error, and each of its rows has a fate.
func FuzzReadOne(f *testing.F) {
	for _, seed := range []struct{ name, text string }{
		{"第三季度/办公室.csv", "2021年第三季度政务公开完成情况表\n填报单位：办公室\n序号,具体要求,完成情况,完成状态,完成比例\n11,及时反馈网民对调查征集信息的意见。,已反馈12条。,已完成,100%\n12,加强行政执法信息公开。,未启动,,0\n合计,,2项\n"},
		{"a.txt", "责任部门 | 具体要求 | 第一季度完成情况 | 第二季度完成情况\n办公室 | 加强行政执法信息公开。 | 已完成 | 已完成\n"},
		{"一季度/表.xls", "<html><table><tr><td>具体要求<td>完成状态<td>进展<tr><td>加强行政执法信息公开。<td>推进中<td>=1+1</table>"},
		{"x.csv", "\xff\xfe\x1a\x00"},
		{"扫描件.pdf", "%PDF-1.4"},
	} {
		f.Add(seed.name, []byte(seed.text))
	}
	sample := filepath.Join("..", "testdata", "sample", "第二季度")
	entries, err := os.ReadDir(sample)
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range entries {
		if data, err := os.ReadFile(filepath.Join(sample, e.Name())); err == nil && len(data) < 10_000 {
			f.Add("第二季度/"+e.Name(), data)
		}
	}
	p, w, _, err := readPlan(Options{Folder: f.TempDir()})
	if err != nil {
		f.Fatal(err)
	}
	reader := reader.New(p, w, nil)
	folder := f.TempDir()
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		path := filepath.Join(folder, "file")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		got := readOne(file{path: path, name: name}, reader, nil)
		if len(got.inputs) != 1 || got.inputs[0].File != name {
			t.Fatalf("inputs %+v", got.inputs)
		}
		said := false
		for _, f := range got.findings {
			said = said || f.Severity() == finding.Error || f.Code == finding.HiddenContent
			if f.Place.File() != name {
				t.Fatalf("%+v speaks of another file", f)
			}
		}
		if got.inputs[0].State == ledger.FileFailed && !said {
			t.Fatalf("not read, and nothing says so: %+v", got.findings)
		}
		l := merge.Merge(p, got.returns, got.findings, merge.Options{AsOf: period.Quarter{Year: p.Year, N: 4}, Inputs: got.inputs})
		rows := 0
		for _, ret := range got.returns {
			rows += len(ret.Rows)
		}
		if c := l.Totals.Rows; !c.Balances() || c.Read != rows || len(l.Rows) != rows || len(l.Entries) != c.Merged {
			t.Fatalf("%+v of %d rows", c, rows)
		}
	})
}
