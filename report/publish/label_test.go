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
