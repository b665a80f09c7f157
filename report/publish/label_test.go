package publish

import (
	"testing"

	"taizhang/importer/status"
)

// TestStandingIsSaidOnce: the standing that stands beside a text is not said again before it.
func TestStandingIsSaidOnce(t *testing.T) {
	for _, tc := range []struct {
		stands     status.Status
		said, want string
	}{
		{status.InProgress, "推进中：征收土地142.8亩。", "征收土地142.8亩。"},
		{status.InProgress, "推进中。累计治理28.9平方公里。", "累计治理28.9平方公里。"},
		{status.InProgress, "【推进中】累计升规入统9家。", "累计升规入统9家。"},
		{status.Completed, "已完成；172本证照转为电子。", "172本证照转为电子。"},
		{status.Behind, "进度滞后：换了服务商。", "换了服务商。"},
		{status.Ongoing, "常态化推进。销号四乱问题77个。", "销号四乱问题77个。"},
		// another standing, nothing else, a limit, more than the name
		{status.InProgress, "已完成。172本证照转为电子。", "已完成。172本证照转为电子。"},
		{status.Completed, "已完成。", "已完成。"},
		{status.Completed, "【已完成】", "【已完成】"},
		{status.InProgress, "推进中。但资金没有到位。", "推进中。但资金没有到位。"},
		{status.Completed, "培训已完成。参训80人。", "培训已完成。参训80人。"},
		{status.Completed, "已于4月25日完成。全线通水。", "已于4月25日完成。全线通水。"},
		{status.InProgress, "正在推进，规划文本已送出。", "正在推进，规划文本已送出。"},
		{status.NoStatus, "：公开3条。", "：公开3条。"},
	} {
		if got := withoutLabel(tc.said, tc.stands); got != tc.want {
			t.Errorf("%s under %q: %q, want %q", tc.said, tc.stands.Label(), got, tc.want)
		}
	}
}

// TestStandingIsNotSaidAgain: a last clause that only names the standing is left out, unless it is
// what makes the sentence one.
func TestStandingIsNotSaidAgain(t *testing.T) {
	for _, tc := range []struct {
		stands     status.Status
		said, want string
	}{
		{status.Completed, "全线3.2公里已于9月28日通车。该项工作已完成。", "全线3.2公里已于9月28日通车。"},
		{status.Completed, "全年更新52.7公里，此项已完成。", "全年更新52.7公里。"},
		{status.Completed, "印发45本，已完成。", "印发45本。"},
		{status.Completed, "制度修订，已完成。", "制度修订，已完成。"},
		{status.InProgress, "累计到位3.41亿元，另有6个项目待批。推进中。", "累计到位3.41亿元，另有6个项目待批。"},
		{status.Ongoing, "检查3502家次，此项长期坚持。", "检查3502家次。"},
		{status.Ongoing, "长期坚持。暗访机构9家。", "长期坚持。暗访机构9家。"},
		{status.InProgress, "12个点中，8个已完成。", "12个点中，8个已完成。"},
		{status.InProgress, "公开3批，此项已完成。", "公开3批，此项已完成。"},
		{status.Completed, "该项工作已完成。", "该项工作已完成。"},
		{status.Completed, "同意加成支付23份。状态：已完成。", "同意加成支付23份。"},
		{status.Completed, "发现私拉电线2处。目前状态：已完成。", "发现私拉电线2处。"},
		{status.Completed, "三季度做了经验总结1篇。【已完成】", "三季度做了经验总结1篇。"},
		{status.InProgress, "已发各镇。（状态：推进中）", "已发各镇。"},
		{status.Behind, "已发各镇。（状态：推进中）", "已发各镇。（状态：推进中）"},
	} {
		if got := withoutClosing(tc.said, tc.stands); got != tc.want {
			t.Errorf("%s under %q: %q, want %q", tc.said, tc.stands.Label(), got, tc.want)
		}
	}
	if got := withoutLabel("长期坚持。暗访机构9家。", status.Ongoing); got != "暗访机构9家。" {
		t.Errorf("before it: %q", got)
	}
}

// TestSpeakerIsSaidOnce: who says a text is not said again before it; another department is.
func TestSpeakerIsSaidOnce(t *testing.T) {
	for said, want := range map[string]string{
		"县商务局：负面清单修改6条。":   "负面清单修改6条。",
		"县商务局: 负面清单修改6条。":  "负面清单修改6条。",
		"县商务局负面清单修改6条。":    "县商务局负面清单修改6条。",
		"县商务局和县文化馆：共修改6条。": "县商务局和县文化馆：共修改6条。",
		"县文化馆：负面清单修改6条。":   "县文化馆：负面清单修改6条。",
		"县商务局：":            "县商务局：",
	} {
		if got := withoutSpeaker(said, "县商务局"); got != want {
			t.Errorf("%s: %q, want %q", said, got, want)
		}
	}
}
