package status

import (
	"maps"
	"testing"

	"taizhang/importer/fold"
	"taizhang/templates/words"
)

// Codes are read wherever their explanation stands in a text, and however a writer links the two.
func TestCodesAreReadFromTheirExplanation(t *testing.T) {
	g := New(words.Default())
	for text, want := range map[string]map[string]Status{
		"城北片区三季度盘点（代号：F办结 G推进中 H长期坚持）":   {"F": Completed, "G": InProgress, "H": Ongoing},
		"状态栏中M表示已完成，N表示正在推进，P表示尚未启动":     {"M": Completed, "N": InProgress, "P": NotStarted},
		"备注：毕——已办结，做——正在推进，拖——滞后，恒——常态化": {"毕": Completed, "做": InProgress, "拖": Behind, "恒": Ongoing},
		"填法：“清”指已完成，“干”指正在推进，“欠”指滞后":     {"清": Completed, "干": InProgress, "欠": Behind},
		"1＝已完成；2＝推进中；3＝滞后":               {"1": Completed, "2": InProgress, "3": Behind},
		"已完成的填K，推进中的填J，未启动的填Y":           {"K": Completed, "J": InProgress, "Y": NotStarted},
		"（Q）已完成、（R）正在推进、（S）常态化":          {"Q": Completed, "R": InProgress, "S": Ongoing},
		"8月份请各站于25日前报送，完成打包3个，推进2个":      nil,
		"A区已完成，B区正在推进":                   nil, // the parts of a work, not codes
		"A标段已完成，B标段推进中":                  nil,
		"1、已完成路面铺设；2、正在推进绿化":             nil,
		"负责人：张强，状态：推进中":                  nil,
		"F办结 F推进中 G滞后":                   nil, // one code with two meanings
		"一期—已完成，二期—推进中":                  nil,
	} {
		got := g.Codes(text)
		folded := map[string]Status{}
		for code, s := range want {
			folded[fold.Key(code)] = s
		}
		if !maps.Equal(got, folded) {
			t.Errorf("%s: got %v, want %v", text, got, folded)
		}
	}
}
