package reader

import (
	"testing"

	"taizhang/importer/plan"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

func testReader() *Reader {
	p := &plan.Plan{Year: 2021}
	for _, n := range []string{"办公室", "计划财务股", "市场执法股", "广电旅游和公共服务股(行政审批服务股)"} {
		p.Roster.Departments = append(p.Roster.Departments, plan.Department{Name: n, Kind: plan.Section})
	}
	p.Roster.Departments = append(p.Roster.Departments, plan.Department{Name: "示例市图书馆", Kind: plan.Affiliate, Aliases: []string{"图书馆", "市图"}})
	return New(p, words.Default(), nil)
}

func TestReadStatus(t *testing.T) {
	for said, want := range map[string]status.Status{
		"已完成": status.Completed, "完成": status.Completed, "已办结": status.Completed, "√": status.Completed, "提前完成": status.Completed, "已 完 成": status.Completed, "已完成。": status.Completed,
		"已完成（提前）": status.Completed, "已完成，共发布12条": status.Completed, "100%": status.Completed, "完成100%": status.Completed,
		"推进中": status.InProgress, "正在推进": status.InProgress, "按序时进度推进": status.InProgress, "基本完成": status.InProgress, "部分完成": status.InProgress,
		"已完成80%": status.InProgress, "完成约80％": status.InProgress, "完成前期工作": status.InProgress, "已完成前期工作": status.InProgress, "完成第三季度任务": status.InProgress,
		"除第3项外均已完成": status.InProgress, "已完成，剩余3项正在推进": status.InProgress, "基本完成,剩余2项年底前完成": status.InProgress,
		"常态化": status.Ongoing, "持续推进": status.Ongoing, "长期坚持": status.Ongoing,
		"未完成": status.Behind, "尚未完成": status.Behind, "没有完成": status.Behind, "滞后": status.Behind, "未达到序时进度": status.Behind, "×": status.Behind,
		"未启动": status.NotStarted, "尚未开始": status.NotStarted, "拟于下半年开展": status.NotStarted,
		"不涉及": status.NotApplicable, "无此项业务": status.NotApplicable, "/": status.NotApplicable, "—": status.NotApplicable, "N/A": status.NotApplicable,
		"已完成/未完成": status.NoStatus, "已完成 /未完成": status.NoStatus, "阿弥陀佛": status.NoStatus, "指标调整": status.NoStatus, "见说明": status.NoStatus, "": status.NoStatus, "120%": status.NoStatus,
	} {
		rs, fs := gave(testReader().Read(grid1("第一季度/办公室.xlsx", [][]string{
			{"具体要求", "完成情况", "完成状态"},
			{"加强行政执法信息公开。", "公开情况如附件所列。", said},
			{"加强信息归集工作。", "归集情况如附件所列。", "推进中"},
		})))
		if len(rs) != 1 || len(rs[0].Rows) != 2 {
			t.Fatalf("%q: %d returns, findings %v", said, len(rs), fs)
		}
		row := rs[0].Rows[0]
		if row.Status.Value != want {
			t.Errorf("%q reads %q, want %q", said, row.Status.Value, want)
		}
		if want == status.NoStatus && len(row.Findings) == 0 {
			t.Errorf("%q is no status, and nothing says so", said)
		}
	}
}
