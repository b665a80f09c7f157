package duty

import (
	"testing"

	"taizhang/importer/grid"
)

func TestLeadRule(t *testing.T) {
	for text, want := range map[string]LeadRule{
		"注：责任单位栏中列首位的为牵头单位。":       {By: byPlace},
		"多个单位负责的，由排在第一的单位牵头。":      {By: byPlace},
		"各项任务的牵头单位为列第一位的责任单位。":     {By: byPlace},
		"逗号之前为牵头单位，逗号之后为配合单位":      {By: byComma, sign: "逗号"},
		"责任单位以分号隔开，前者为牵头单位":        {By: byComma, sign: "分号"},
		"（标“★”的为牵头单位）":             {By: bySign, sign: "★"},
		"带*号的部门为牵头部门":              {By: bySign, sign: "*"},
		"黑体字的为牵头单位":                {By: byLook},
		"牵头单位：市司法局":                {},
		"第一季度由市司法局牵头开展检查。":         {},
		"由市司法局牵头，第一批完成3个县，首次公布清单。": {},
		"牵头单位、配合单位要各负其责。":          {},
	} {
		got := ReadLeadRule(grid.Read[string]{Said: text})
		if got.By != want.By || want.sign != "" && got.sign != want.sign {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}
