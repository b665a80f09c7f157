package plan

import (
	"errors"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

func TestLeadRule(t *testing.T) {
	for text, want := range map[string]leadRule{
		"注：责任单位栏中列首位的为牵头单位。":       {by: byPlace},
		"多个单位负责的，由排在第一的单位牵头。":      {by: byPlace},
		"各项任务的牵头单位为列第一位的责任单位。":     {by: byPlace},
		"逗号之前为牵头单位，逗号之后为配合单位":      {by: byComma, sign: "逗号"},
		"责任单位以分号隔开，前者为牵头单位":        {by: byComma, sign: "分号"},
		"（标“★”的为牵头单位）":             {by: bySign, sign: "★"},
		"带*号的部门为牵头部门":              {by: bySign, sign: "*"},
		"黑体字的为牵头单位":                {by: byLook},
		"牵头单位：市司法局":                {},
		"第一季度由市司法局牵头开展检查。":         {},
		"由市司法局牵头，第一批完成3个县，首次公布清单。": {},
		"牵头单位、配合单位要各负其责。":          {},
	} {
		got := readLeadRule(grid.Read[string]{Said: text})
		if got.by != want.by || want.sign != "" && got.sign != want.sign {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

// A list whose leads are only printed bold is read as having none, and the office is told.
func TestLeadsByLook(t *testing.T) {
	p, found, err := Read(Sources{List: book(sheet("Sheet1", []string{"加粗的为牵头单位"}, []string{"1.公开规划。（责任单位：市发改局、市财政局）"})), Year: 2021})
	if err != nil || dutyText(p.Requirements[0].Duty) != "共同 市发改局、市财政局" {
		t.Fatalf("%+v, %v", p, err)
	}
	for _, f := range found {
		if f.Code == finding.ListNoDepartment && strings.Contains(f.Message, "字体") {
			return
		}
	}
	t.Errorf("found %s", findingText(found))
}

func TestNoListSaysWhatWasSeen(t *testing.T) {
	for want, rows := range map[string][][]string{
		"读到2段带编号的文字":  {{"一、加强学习"}, {"1.开展培训。"}},
		"读到了表格":       {{"甲", "乙", "丙"}, {"1", "2", "3"}},
		"读到1段文字，没有编号": {{"通知"}},
		"文件里没有文字":     {},
	} {
		_, _, err := Read(Sources{List: book(sheet("Sheet1", rows...)), Year: 2021})
		var none *NoListError
		if !errors.As(err, &none) || !errors.Is(err, ErrNoList) || !strings.Contains(none.Seen, want) || none.Missing == "" {
			t.Errorf("want %q: %+v", want, err)
		}
	}
}
