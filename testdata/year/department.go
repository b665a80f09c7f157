package year

import (
	"math/rand/v2"
	"strings"
)

// The sections that the list names or means; all further departments are affiliates.
var sections = []string{"办公室", "计划财务股", "市场执法股", "广电旅游和公共服务股(行政审批服务股)", "人事股", "文化艺术和文物股"}

// offices are the kinds of affiliates that each town has.
var offices = []string{"文化站", "图书馆", "司法所", "卫生院", "财政所", "农技站", "便民服务中心", "综合执法队", "水利所", "敬老院"}

// places are the names of towns.
func places() []string {
	var names []string
	for _, first := range "白石青龙凤金银大新古长清云竹松梅荷平安永和福高" {
		for _, second := range "沙桥湖岭溪塘坪湾河山" {
			names = append(names, string(first)+string(second)+"镇")
		}
	}
	return names
}

// departments returns the first n departments of the roster.
func departments(n int) []string {
	names := append([]string(nil), sections[:min(n, len(sections))]...)
	for _, place := range places() {
		for _, office := range offices {
			if len(names) == n {
				return names
			}
			names = append(names, place+office)
		}
	}
	return names
}

// department is who sends the returns of a year, with its own habits.
type department struct {
	name    string
	layout  []string // column headings in its order
	careful bool     // nothing is wrong in its returns
	dated   bool     // dates are dates, not text
	asText  bool     // shares are text with %
	stories []story
	rng     *rand.Rand
}

// story is how a requirement goes in the year.
type story struct {
	requirement
	ongoing  bool
	done     int // quarter in which it is completed, 5 for none
	said     string
	progress string // of the last quarter
}

// layouts are the forms in use. The title, an info row and the heading stand above.
var layouts = [][]string{
	{"序号", "工作任务", "具体要求", "完成情况", "完成状态", "完成比例", "完成时间", "佐证材料", "存在问题", "下一步工作"},
	{"序号", "工作任务", "具体要求", "完成状态", "完成比例", "进展情况", "完成时间", "佐证材料", "存在问题"},
	{"工作任务", "具体要求", "进展情况", "完成状态", "完成比例", "完成时间", "佐证材料", "存在问题", "下一步工作措施"},
	{"序号", "工作任务", "具体要求", "完成情况", "完成状态", "佐证材料", "完成时间", "备注"},
}

func newDepartment(name string, list []requirement, rng *rand.Rand) *department {
	d := &department{name: name, rng: rng, careful: rng.IntN(8) == 0, dated: rng.IntN(4) > 0, asText: rng.IntN(2) == 0}
	d.layout = layouts[rng.IntN(len(layouts))]
	section := false
	for _, s := range sections {
		section = section || s == name
	}
	for _, r := range list {
		all := strings.Contains(r.duty, "属下单位")
		if section {
			all = strings.Contains(r.duty, name) || strings.Contains(r.duty, "各股室") || strings.Contains(r.duty, "其他股室")
		}
		if !all {
			continue
		}
		s := story{requirement: r, ongoing: rng.IntN(3) == 0, done: 1 + rng.IntN(5)}
		if strings.Contains(r.text, "年底前") || strings.Contains(r.text, "20日前") || strings.Contains(r.text, "每年") {
			s.ongoing, s.done = false, 2+rng.IntN(3)
		}
		if section && strings.Contains(r.duty, "牵头") {
			s.ongoing = true // a lead that is done before 250 others would be a conflict with each of them
		}
		d.stories = append(d.stories, s)
	}
	return d
}

func (d *department) chance(percent float64) bool { return d.rng.Float64()*100 < percent }

// slips reports whether something goes wrong that goes wrong in so many of a hundred rows
// of departments that are not careful.
func (d *department) slips(percent float64) bool { return !d.careful && d.chance(percent) }

func (d *department) pick(words ...string) string { return words[d.rng.IntN(len(words))] }
