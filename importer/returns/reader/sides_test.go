package reader

import (
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/status"
)

// TestTablesBesideEachOtherMayCallTheirRowsByOtherNames keeps what stands right of an empty column apart.
func TestTablesBesideEachOtherMayCallTheirRowsByOtherNames(t *testing.T) {
	rs, _ := gave(formReader().Read(sheetOf("第三季度/办公室.xlsx", "表", "办公室三季度",
		[]string{"我们挑头的", "眼下情形", "算什么", "", "帮别人办的", "眼下情形", "算什么"},
		[]string{asked[0], "开了三次碰头会，形成纪要一份。", "推进中", "", asked[1], "送去台账四册。", "推进中"},
		[]string{"", "", "", "", asked[2], "代拟通知两份。", "已完成"})))
	said := map[string]string{}
	for _, r := range rs {
		for _, row := range r.Rows {
			said[row.Text.Value] = row.Progress.Value
		}
	}
	if said[asked[0]] != "开了三次碰头会，形成纪要一份。" || said[asked[1]] != "送去台账四册。" || said[asked[2]] != "代拟通知两份。" {
		t.Errorf("%v", said)
	}
}

// TestTablesBesideEachOtherReadAlike reads the right one of two tables under the same heading, in which no name is
// known, as the left one, and each under the quarter above it.
func TestTablesBesideEachOtherReadAlike(t *testing.T) {
	rows := [][]string{
		{"办公室任务进度"},
		{"", "一季度", "", "", "", "", "二季度", ""},
		{"项号", "做了多少", "到哪步", "缺什么", "", "项号", "做了多少", "到哪步", "缺什么"},
		{"2", "快检食用农产品8350批次", "推进中", "", "", "2", "快检累计17240批次", "推进中", "快检员持证率73%"},
		{"4", "承检监督抽检样品430批次", "已完成", "", "", "4", "样品积压215批次，仪器停机9天", "进度慢", "待配件到货"},
	}
	rs, _ := gave(formReader().Read(&grid.Book{File: "办公室并排.xlsx", Sheets: []*grid.Sheet{grid.FromRows("办公室并排.xlsx", "表", rows)}}))
	got := map[string]string{}
	for _, r := range rs {
		for _, row := range r.Rows {
			got[r.Quarter.Value.Short()+row.Number.Value] = row.Progress.Value
		}
	}
	if len(got) != 4 || got["第二季度4"] != "样品积压215批次，仪器停机9天" || got["第一季度2"] != "快检食用农产品8350批次" {
		t.Errorf("%v", got)
	}
}

// TestTablesBesideEachOtherUnderAStatus gives the rows of each half the status that stands over it.
func TestTablesBesideEachOtherUnderAStatus(t *testing.T) {
	rows := [][]string{
		{"办公室一季度"},
		{"已办结", "", "", "", "", "还在办"},
		{"号", "事项", "成效", "办结日期", "", "号", "事项", "差什么"},
		{"1", asked[0], "5家机构签完约，名单附后", "3月17日", "", "2", asked[1], "上门签约居民2.6万人"},
		{"", "", "", "", "", "3", asked[2], "规范管理率61.2%，血压计换新40台"},
	}
	rs, _ := gave(formReader().Read(&grid.Book{File: "办公室一季度.xlsx", Sheets: []*grid.Sheet{grid.FromRows("办公室一季度.xlsx", "表", rows)}}))
	got := map[string]status.Status{}
	for _, r := range rs {
		for _, row := range r.Rows {
			got[row.Number.Value] = row.Status.Value
		}
	}
	if got["1"] != status.Completed || got["2"] != status.InProgress || got["3"] != status.InProgress {
		t.Errorf("%v", got)
	}
}
