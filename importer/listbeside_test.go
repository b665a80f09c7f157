package importer

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/period"
)

// TestTheListLiesBesideItsRoster reads 任务清单.csv where 任务清单.xlsx holds roster and settings alone, and
// the workbook's own list as soon as it has one.
func TestTheListLiesBesideItsRoster(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "任务清单.csv"), []byte("序号,任务,责任部门\n1,修缮展厅两处,文化馆\n2,新建书房四间,办公室\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		own  string
		want []string
	}{{"", []string{"修缮展厅两处", "新建书房四间"}}, {"更换书架六组", []string{"更换书架六组"}}} {
		x := excelize.NewFile()
		x.SetSheetName("Sheet1", "部门名录")
		for i, row := range [][]any{{"部门名称", "类别"}, {"文化馆", "属下单位"}, {"办公室", "股室"}} {
			x.SetSheetRow("部门名录", []string{"A1", "A2", "A3"}[i], &row)
		}
		if c.own != "" {
			x.NewSheet("任务清单")
			x.SetSheetRow("任务清单", "A1", &[]any{"序号", "具体要求", "责任部门"})
			x.SetSheetRow("任务清单", "A2", &[]any{"1", c.own, "办公室"})
		}
		if err := x.SaveAs(filepath.Join(folder, "任务清单.xlsx")); err != nil {
			t.Fatal(err)
		}
		l, err := Load(context.Background(), Options{Folder: folder, Out: filepath.Join(folder, "成果"), Year: 2021})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range l.Plan.Requirements {
			got = append(got, r.Text.Value)
		}
		if len(got) != len(c.want) || got[0] != c.want[0] {
			t.Errorf("read %v, want %v", got, c.want)
		}
		if d, ok := l.Plan.Roster.Find("文化馆", period.Quarter{Year: 2021, N: 1}); !ok || d.Kind == "" {
			t.Errorf("the roster is not the workbook's: %+v", d)
		}
	}
}
