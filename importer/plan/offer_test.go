package plan

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
)

// What a note of the list says of returns is offered as their deadline; what is to be done by then is not, nor
// is anything where a deadline is set.
func TestTheListOffersADeadline(t *testing.T) {
	for name, c := range map[string]struct{ above, below, work, set, want string }{
		"above the list":        {above: "各股室于每季度末月25日前报送进展", want: "季末月25日"},
		"below it":              {below: "注：每季度结束后5日内报办公室。", want: "次月5日"},
		"among what is to do":   {work: "每季度末月20日前报送学习情况"},
		"two that differ":       {above: "每季度末月25日前报送进展", below: "注：次月5日前报送进展。"},
		"two that say the same": {above: "每季度末月25日前报送进展", below: "每季度最后一个月25日前报办公室", want: "季末月25日"},
		"set already":           {above: "各股室于每季度末月25日前报送进展", set: "次月8日"},
		"nothing is said":       {},
	} {
		list := sheet("任务清单", []string{"2024年工作任务清单"}, []string{c.above}, []string{"工作任务", "具体要求", "责任部门"},
			[]string{"一、规划", "1.公开规划纲要。", "办公室"}, []string{"一、规划", "2.组织业务培训。" + c.work, "办公室"}, []string{"一、规划", "3.扫描历年档案。", "财务股"},
			[]string{c.below})
		p, found, err := Read(Sources{List: book(list, sheet("设置", []string{"项目", "值"}, []string{"报送截止日", c.set}))})
		if err != nil {
			t.Fatal(name, err)
		}
		if o := p.Settings.Offered; (o.Said != "") != (c.want != "") || o.Said != "" && o.Deadline.Plainly() != c.want {
			t.Errorf("%s: “%s” is offered as %q", name, o.Said, o.Deadline.Plainly())
		}
		if d := p.Settings.Deadline; d.Rule != c.set {
			t.Errorf("%s: the deadline is %q", name, d.Rule)
		}
		quoted := false
		for _, f := range found {
			quoted = quoted || f.Code == finding.SettingMissing && c.want != "" && strings.Contains(f.Message, p.Settings.Offered.Said+"”") && strings.Contains(f.Message, "请填“"+c.want+"”")
		}
		if quoted != (c.want != "") {
			t.Errorf("%s: quoted %v", name, quoted)
		}
	}
}
