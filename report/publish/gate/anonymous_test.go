package gate

import "testing"

// TestNumberSpellings: a mobile number is one in any groups and with letters for digits; dates,
// counts and codes are none.
func TestNumberSpellings(t *testing.T) {
	for text, want := range map[string]string{
		"联系13 8001 38004": "手机号码", "13-8001-38004": "手机号码", "电话1 3800 138 004": "手机号码", "电话13800l38003": "手机号码",
		"手机138OO138OO3": "手机号码", "电话l3800138003": "手机号码", "电话：56l2234": "电话号码",
		"15 2021 10081": "", "2025 13 8001 38004": "", "13/8001/38004": "", "型号A13800l38003": "", "版本1o2": "",
	} {
		got := ""
		if hits := officeGate().Find(text); len(hits) > 0 {
			got = hits[0].Kind
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// TestOfficialsAtChores: who holds an office is named in public for what the office does in
// public, and not for a chore inside the house.
func TestOfficialsAtChores(t *testing.T) {
	for text, want := range map[string]bool{
		"由科长黄伟强负责录入": true, "由黄伟强科长负责": true, "局长黄伟强负责录入数据": true, "请股长黄伟强归档": true,
		"局长黄伟强带队调研": false, "县长黄伟强牵头推进文化强县建设": false, "科长黄伟强作政策解读": false,
	} {
		if got := len(officeGate().Find(text)) > 0; got != want {
			t.Errorf("%q is withheld: %v", text, got)
		}
	}
}

// TestSurnameAlone: a surname alone names somebody where the sentence tells a private matter.
func TestSurnameAlone(t *testing.T) {
	for text, want := range map[string]bool{
		"受理刘女士投诉": true, "司徒先生申请复议": true, "投诉人是退休教师老郑": true, "刘女士来电咨询": false, "受理投诉。刘女士领取了借书证。": false,
		"小康路纠纷调处": false, "许多女士参加投诉培训": false,
	} {
		if got := len(officeGate().Find(text)) > 0; got != want {
			t.Errorf("%q is withheld: %v %v", text, got, officeGate().Find(text))
		}
	}
}
