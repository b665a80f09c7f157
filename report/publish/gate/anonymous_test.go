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

// TestNicknames: who is called 小芳, whose home is 老陈家 and who writes as 一叶知秋 is somebody; a place,
// a shop and what people say are nobody.
func TestNicknames(t *testing.T) {
	for text, want := range map[string]bool{
		"受害人小芳已安置": true, "走访慰问困难党员老陈家2次": true, "党员老刘家中慰问": true, "村民阿强反映路灯不亮": true,
		"回复网民“一叶知秋”留言2条": true, "昵称“老街坊”的网友投诉已办结": true, "村民组长钱多多签字": true, "12人，其中车志强已解除": true,
		"业主向某军反复投诉":   true,
		"老李家村道路硬化2公里": false, "老王家面馆办证1件": false, "村民小组5个、居民小区3个": false, "学生小学毕业率100%": false,
		"农户小麦收割完成": false, "获网友“点赞”1.2万次": false, "收到网民“建议增设路灯”留言1条": false, "网民“随手拍”活动收到照片200张": false,
		"组长钱多多带队检查3次": false, "其中高标准农田3万亩": false, "其中成年男性3人": false,
	} {
		if hits := officeGate().Find(text); len(hits) > 0 != want {
			t.Errorf("%q is withheld: %v", text, hits)
		}
	}
}

// TestInnerSteps: what is done about a member of the staff is said inside; what is done about a firm is not.
func TestInnerSteps(t *testing.T) {
	for text, want := range map[string]bool{
		"对问题线索进行初核，约谈2人": true, "谈话函询2人": true, "对3名迟到人员作了谈话提醒": true, "给予诫勉谈话3名": true, "立案审查2人，已结": true,
		"移交问题线索5件": false, "谈话提醒企业负责人12人次": false, "发函询价3家": false, "市级初核通过7个": false, "约谈物业企业12家": false,
	} {
		if hits := officeGate().Find(text); len(hits) > 0 != want {
			t.Errorf("%q is withheld: %v", text, hits)
		}
	}
}
