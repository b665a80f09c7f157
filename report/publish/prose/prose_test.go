package prose

import "testing"

func TestProse(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"公开规划12份,解读3次;", "公开规划12份，解读3次；"},
		{"国办公开办函〔2019〕60 号", "国办公开办函〔2019〕60号"},
		{"广电股(行政审批股)", "广电股（行政审批股）"},
		{"开放数据(API)接口", "开放数据（API）接口"},
		{"see (a) and (b), please", "see (a) and (b), please"},
		{"时间10:30，网址http://a.cn/b?c=1,2。", "时间10:30，网址http://a.cn/b?c=1,2。"},
		{"比例12.5%,共1,238条", "比例12.5%，共1,238条"},
		{"已完成.", "已完成。"},
		{"1.公开", "1.公开"},
		{"\"公开\"数据集", "“公开”数据集"},
		{"公开\n解读", "公开；解读"},
		{"公开：\n解读。\n\n反馈", "公开：解读。反馈"},
		{"市发改委 市商务局", "市发改委 市商务局"},
		{"完成 3 次，Open Data 数据", "完成3次，Open Data数据"},
		{"１２３％ＡＢ", "123%AB"},
		{"公\u200b开\ufeff", "公开"},
		{"公开,", "公开，"},
		{"公开。。解读；。反馈，,评议、；考核。；完", "公开。解读。反馈，评议；考核。完"},
		{"公开……解读——反馈！！", "公开……解读——反馈！！"},
		{"𠮷镇公开,㙍村公开", "𠮷镇公开，㙍村公开"},
	}
	for _, tt := range tests {
		if got := Set(tt.text); got != tt.want {
			t.Errorf("prose(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestSentence(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""}, {"；", ""}, {"。。公开", "公开。"}, {"公开", "公开。"}, {"公开；", "公开。"}, {"公开！", "公开！"},
		{"他说“好。”", "他说“好。”"}, {"公开，", "公开。"}, {"见《办法》", "见《办法》。"},
	}
	for _, tt := range tests {
		if got := Sentence(tt.text); got != tt.want {
			t.Errorf("sentence(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestInOrder(t *testing.T) {
	tests := []struct{ clean, want string }{
		{"1.甲；3.乙。", "甲；乙。"},
		{"一是甲；三是乙。", "甲；乙。"},
		{"（一）甲。（三）乙。", "甲。乙。"},
		{"①甲；③乙", "甲；乙"},
		{"一、二季度公开；", "一、二季度公开；"},
		{"3.5亿元；", "3.5亿元；"},
		{"2021、2022年；", "2021、2022年；"},
		{"12份；", "12份；"},
	}
	for _, tt := range tests {
		if got := InOrder(tt.clean+"联系人张三。", tt.clean); got != tt.want {
			t.Errorf("inOrder(%q) = %q, want %q", tt.clean, got, tt.want)
		}
		if got := InOrder(tt.clean, tt.clean); got != tt.clean {
			t.Errorf("nothing was left out of %q, and it became %q", tt.clean, got)
		}
	}
}

func TestSentences(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"", 0}, {"甲", 1}, {"甲。乙", 2}, {"甲。乙；丙！丁？", 4}, {"甲（乙。丙）。丁", 2}, {"甲（乙。丙", 2},
		{"甲。”乙", 2}, {"甲；；乙", 2}, {"a;b?c", 1}, {"a; b? c", 3}, {"甲(乙。丙）丁", 1}, {"《甲？》乙", 1},
	}
	for _, tt := range tests {
		if got := len(Ends([]rune(tt.text))); got != tt.want {
			t.Errorf("%q has %d sentences, want %d", tt.text, got, tt.want)
		}
	}
}
