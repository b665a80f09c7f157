package publish

import (
	"testing"

	"taizhang/report/publish/gate"
)

// TestLackAndDeedAreApart: beside what is late stands what is lacking, and no deed; what stands for a task's
// work is a deed, and not what is lacking.
func TestLackAndDeedAreApart(t *testing.T) {
	e := &editor{gate: gate.New("", nil)}
	for _, c := range []struct{ said, deed, lack string }{
		{"文昌路示范街建成，碧桂巷完成招牌换装71块。", "文昌路示范街建成，碧桂巷完成招牌换装71块。", ""},
		{"竹坪水库已验收，鹅塘水库坝坡还剩1150平方米草皮未铺。", "", "竹坪水库已验收，鹅塘水库坝坡还剩1150平方米草皮未铺。"},
		{"累计交付1226套。因征地受阻，室外管网尚未贯通。", "累计交付1226套。", "因征地受阻，室外管网尚未贯通。"},
		{"5月20日进场，受连续降雨影响比计划慢了一个月左右。", "", "5月20日进场，受连续降雨影响比计划慢了一个月左右。"},
		{"累计签约873户，比节点少77户。", "", "累计签约873户，比节点少77户。"},
	} {
		said := []saying{{department: "办公室", text: c.said}}
		if deed, _ := e.gist(said, false); deed != c.deed {
			t.Errorf("%s: the deed is %q, want %q", c.said, deed, c.deed)
		}
		if got := e.lack(said, false); got != c.lack {
			t.Errorf("%s: what is lacking is %q, want %q", c.said, got, c.lack)
		}
	}
	if !e.tellsLack("仅完成3家。") || e.tellsLack("完成3家，全部验收。") {
		t.Error("a sentence is taken for another")
	}
}
