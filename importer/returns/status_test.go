package returns

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
	return NewReader(p, words.Default(), nil)
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
		"已完成/未完成": status.NoStatus, "已完成 /未完成": status.NoStatus, "阿弥陀佛": status.NoStatus, "指标调整": status.NoStatus, "见说明": status.NoStatus, "": status.NoStatus,
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

func TestSplitNumber(t *testing.T) {
	for text, want := range map[string][2]string{
		"3.及时公开": {"3", "及时公开"}, "3．及时公开": {"3", "及时公开"}, "12、做好": {"12", "做好"}, "（5）加强": {"5", "加强"}, "7 积极": {"7", "积极"},
		"1 .主动": {"1", "主动"}, "2021年底前": {"", "2021年底前"}, "12345热线": {"", "12345热线"}, "1.5万元": {"", "1.5万元"}, "3项工作": {"", "3项工作"}, "做好": {"", "做好"},
	} {
		number, rest := splitNumber(text)
		if number != want[0] || rest != want[1] {
			t.Errorf("%q splits into %q and %q, want %q", text, number, rest, want)
		}
	}
}

func TestVersion(t *testing.T) {
	for name, want := range map[string]int{
		"办公室2021年第3季度.xlsx": 0, "办公室 v2.xlsx": 2, "办公室(修订).xlsx": 1, "办公室-修订3.xlsx": 3, "办公室最终版.xlsx": 100, "办公室定稿2.xlsx": 2,
		"办公室(1).xlsx": 0, "办公室 副本.xlsx": 0, "办公室第2版.xlsx": 2, "2021Q3.xlsx": 0,
	} {
		if got := version(name); got != want {
			t.Errorf("%s is version %d, want %d", name, got, want)
		}
	}
}

func TestSafeLink(t *testing.T) {
	for link, want := range map[string]bool{
		"https://www.example.gov.cn/a": true, "HTTP://x": true, "佐证/一.pdf": true, "a/b.docx": true,
		"javascript:alert(1)": false, "file:///C:/x": false, `\\server\share`: false, `C:\x.doc`: false, "/etc/passwd": false, "../../x": false, "mailto:a@b.c": false, "java\tscript:alert(1)": false, "https://www.example.gov.cn/\n": false,
	} {
		if got := safeLink(link); got != want {
			t.Errorf("%s: %v, want %v", link, got, want)
		}
	}
}
