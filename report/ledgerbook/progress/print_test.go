package progress

import (
	"testing"

	"taizhang/importer/ledger"
	"taizhang/importer/returns"
	"taizhang/importer/status"
)

// said is a decider with a status, silent for "".
func said(department string, s status.Status, carried bool) ledger.Voice {
	v := ledger.Voice{Department: department, Carried: carried}
	if s != status.NotReported {
		v.Entry = &ledger.Entry{Department: department}
		v.Entry.Row = &returns.Row{}
		v.Entry.Row.Status.Value = s
	}
	return v
}

func TestManyDepartmentsAreSummedUp(t *testing.T) {
	done, late := status.Completed, status.Behind
	for want, deciders := range map[string][]ledger.Voice{
		"2/3 已完成；滞后：文化艺术股":                   {said("办公室", done, false), said("文化艺术股", late, false), said("图书馆", done, false)},
		"1/3 已完成；未报：文化艺术股、图书馆":               {said("办公室", done, false), said("文化艺术股", status.NotReported, false), said("图书馆", status.NotReported, false)},
		"0/4 已完成；全部常态化":                      {said("甲", status.Ongoing, false), said("乙", status.Ongoing, false), said("丙", status.Ongoing, false), said("丁", status.Ongoing, false)},
		"1/2 已完成；推进中：乙。其中1个部门本季度没有报送，沿用以前季度": {said("甲", done, true), said("乙", status.InProgress, false)},
		"0/5 已完成；滞后：甲、乙、丙等4个部门；状态不明：戊":       {said("甲", late, false), said("乙", late, false), said("丙", late, false), said("丁", late, false), said("戊", status.NoStatus, false)},
	} {
		if got := summedUp(&ledger.Standing{Deciders: deciders}); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
