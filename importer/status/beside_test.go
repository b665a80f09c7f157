package status

import (
	"testing"

	"taizhang/templates/words"
)

// What stands beside 已完成 and speaks of what is still to come, of doubt, of another time or of a part
// is never passed over; other remarks leave it as it is.
func TestBesideCompleted(t *testing.T) {
	g := New(words.Default())
	for want, texts := range map[Status]string{
		NoStatus: `已完成，秋防待启动|已公开，后续待更新|已落实，秋防9月开始|完了，等验收|已完成 二期明年|已完成，差一个章|已完成，数据存疑|已完成?|已完成？|√？
已完成(上年)|已办结（去年）|120%|已办结，等市局领导签字盖章|已完成，只缺公章|办完了，绿化下季度补种|已落实，好像|完工（拟明年决算）|均已公开，三期10月启动`,
		InProgress: `春防完，秋防待启动|已完成(一季度任务)|已完成（上半年任务）|已办结（9月份任务）|东片完了，西片待开工`,
		Completed: `已完成，共发布12条|已完成（提前）|已完成，资料已归档|已完成，见附件|已完成 9月20日|已完成，群众反映良好|已完成，共接待群众30人次|已完成，无待办事项|已完成（等级为优秀）
已完成，超额完成年度任务的120%|完成率120%|已完成，完成全年任务120%|第1、15项：均已完成。排查险工险段17处，调度计划印发31个用水户协会|已完成，已纳入明年计划|已完成，评差率为零|已完成，比去年多3条|已办结，满意度100%|已完成，优待证全部发放|春防完，秋防完`,
	} {
		for _, text := range lines(texts) {
			if got := g.Cell(text); got.Status != want {
				t.Errorf("%q reads %q, want %q", text, got.Status, want)
			}
		}
	}
}
