package place

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ledger/ledgertest"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
)

// item is a requirement of a list made for a test.
type item struct {
	task, number, text string
	lead               string // names, a space between
}

// listOf makes a plan of items for the departments of a roster, none for no roster.
func listOf(roster []string, items ...item) *plan.Plan {
	p := &plan.Plan{Year: 2021, Source: "任务清单.xlsx"}
	for _, n := range roster {
		p.Roster.Departments = append(p.Roster.Departments, plan.Department{Name: n, Kind: plan.Section})
	}
	for i, it := range items {
		if len(p.Tasks) == 0 || p.Tasks[len(p.Tasks)-1].Title.Value != it.task {
			p.Tasks = append(p.Tasks, plan.Task{No: len(p.Tasks) + 1, Title: ledgertest.Text(it.task)})
		}
		t := &p.Tasks[len(p.Tasks)-1]
		t.Requirements = append(t.Requirements, i+1)
		p.Requirements = append(p.Requirements, plan.Requirement{No: i + 1, Number: it.number, Key: plan.Key(it.task, it.text), Task: t.No,
			Text: ledgertest.Text(it.text), Duty: plan.Duty{Joint: ledgertest.Party(splitNames(it.lead)...)}})
	}
	return p
}

func splitNames(s string) (names []string) {
	for _, n := range []rune(s) {
		names = append(names, map[rune]string{'文': "文化股", '财': "财务股", '体': "体育股"}[n])
	}
	return names
}

// Three lists: numbered through, with a roster; without numbers and roster; numbered anew
// in each task.
var (
	throughList = []item{
		{"推进公共文化服务", "1", "公布本年度文化设施建设计划并配发解读。", "文"},
		{"推进公共文化服务", "2", "组织送戏下乡演出不少于三十场。", "文"},
		{"推进公共文化服务", "3", "公开图书馆总分馆制建设进展和服务清单。", "文体"},
		{"推进公共文化服务", "4", "完成非物质文化遗产代表性项目名录的修订并向社会公示。", "文"},
		{"规范资金管理", "5", "公开上年度文化专项资金的分配结果和绩效评价报告。", "财"},
		{"规范资金管理", "6", "公布体育彩票公益金使用情况。", "财体"},
		{"规范资金管理", "7", "按月通报预算执行进度。", "财"},
		{"建好全民健身场地", "8", "新建改建社区健身场地并公布开放时间。", "体"},
		{"建好全民健身场地", "9", "公布体育场馆免费低收费开放目录。", "体"},
	}
	plainList = []item{
		{"安全生产", "", "每季度开展一次演出场所消防安全检查。", "文"},
		{"安全生产", "", "汛期前完成文物保护单位险情排查。", "文"},
		{"队伍建设", "", "举办基层文化骨干培训班，培训不少于二百人次。", "文体"},
		{"队伍建设", "", "修订内部采购管理办法并组织学习。", "财"},
	}
	anewList = []item{
		{"抓好项目建设", "1", "加快推进市博物馆新馆陈列布展工程。", "文"},
		{"抓好项目建设", "2", "做好体育公园二期立项和用地报批。", "体"},
		{"抓好惠民活动", "1", "办好第十届市民艺术节系列活动。", "文"},
		{"抓好惠民活动", "2", "举办城市马拉松赛事并做好保障。", "体"},
		{"抓好惠民活动", "3", "落实公共场馆免费开放补助资金。", "财"},
	}
	offices = []string{"文化股", "财务股", "体育股"}
)

// cells is a row of a test: number, text, task.
type cells struct{ number, text, task string }

func (c cells) row(at int) *returns.Row {
	r := ledgertest.Row(c.text, "", fmt.Sprint("本季度做了第", at, "件事。"))
	r.At = finding.In("f", "Sheet1").At(at, 0)
	if c.text == "" {
		r.Text = grid.Read[string]{}
	}
	if c.number != "" {
		r = ledgertest.Numbered(c.number, r)
	}
	if c.task != "" {
		r.Task = grid.Read[string]{Value: c.task, Said: c.task, At: r.At.At(at, 2)}
	}
	return &r
}

func TestPlaceByKindOfList(t *testing.T) {
	number := func(ns ...string) (rows []cells) {
		for _, n := range ns {
			rows = append(rows, cells{number: n})
		}
		return rows
	}
	setup, troupe, library, heritage := throughList[0].text, throughList[1].text, throughList[2].text, throughList[3].text
	for _, c := range []struct {
		name   string
		roster []string
		list   []item
		who    string
		rows   []cells
		want   string // a word a row: number and how, or why it is held
	}{
		{"short name", offices, throughList, "文化股", []cells{{text: "文化设施建设计划"}, {text: "非遗名录修订"}, {text: "送戏下乡"}}, "1short 4short 2short"},
		{"short name of another's alone", offices, throughList, "体育股", []cells{{text: "文化设施计划"}}, "row-unmatched"},
		{"its own before another's", offices, throughList, "体育股", []cells{{text: "公布开放目录"}, {text: "图书馆总分馆建设"}}, "9short 3likeness"},
		{"several of its own", offices, throughList, "体育股", []cells{{text: "公布体育"}}, "row-ambiguous"},
		{"short name beside another's number", offices, throughList, "文化股", []cells{{"2", "文化设施建设计划", ""}, {"4", "", ""}}, "row-unmatched row-unmatched"},
		{"two rows of one name", offices, throughList, "文化股", []cells{{text: "文化设施计划"}, {text: "设施建设计划"}}, "row-ambiguous row-ambiguous"},
		{"a name of what is answered already", offices, throughList, "文化股", []cells{{text: setup}, {text: "文化设施计划"}}, "1text row-ambiguous"},
		{"a word of the trade", offices, throughList, "文化股", []cells{{text: "工作内容"}, {text: "公开情况"}, {text: "计划"}}, "row-unmatched row-unmatched row-unmatched"},
		{"number and name in one cell", offices, throughList, "财务股", []cells{{text: "第7项 预算执行"}, {text: "6.彩票公益金"}}, "7number_text 6number_text"},
		{"few characters beside the number", offices, throughList, "财务股", []cells{{"7", "预算", ""}, {"5", "绩效", ""}}, "7number_text 5number_text"},
		{"the list's text with a remark", offices, throughList, "文化股", []cells{{text: setup + "（责任人已明确，年底前完成）"}, {text: "重点：" + troupe + "要留好照片"}}, "1text 2text"},
		{"more than the list asks", offices, throughList, "财务股", []cells{{text: "按月通报预算执行进度和下一年度预算编制、政府采购、资产清查的各项安排"}}, "row-unmatched"},
		{"the list's text in the task's column", offices, throughList, "文化股", []cells{{text: "已联系三家剧团", task: troupe}, {task: library}}, "2text 3text"},
		{"text and task of two", offices, throughList, "文化股", []cells{{text: troupe, task: library}}, "row-ambiguous"},
		{"a task of several", offices, throughList, "体育股", []cells{{text: "建好全民健身场地"}, {task: "规范资金管理"}}, "row-ambiguous row-ambiguous"},
		{"a task of one", offices, append(slices.Clone(throughList), item{"开展普法宣传", "10", "结合宪法宣传周举办讲座。", "文"}), "文化股", []cells{{text: "三、开展普法宣传"}}, "10text"},
		{"nothing but progress", offices, throughList, "文化股", []cells{{}, {text: heritage}}, "row-unmatched 4text"},
		{"the list's numbers", offices, throughList, "体育股", number("3", "6", "9"), "3number 6number 9number"},
		{"a number of another's", offices, throughList, "体育股", number("3", "7"), "row-unmatched row-unmatched"},
		{"numbers that the others prove", offices, throughList, "体育股", []cells{{"6", throughList[5].text, ""}, {"9", throughList[8].text, ""}, {"8", "", ""}, {"7", "", ""}}, "6number_text 9number_text 8number row-unmatched"},
		{"proven, and the task is another", offices, throughList, "体育股", []cells{{"6", throughList[5].text, ""}, {"9", throughList[8].text, ""}, {"8", "", "规范资金管理"}}, "6number_text 9number_text row-ambiguous"},
		{"one that contradicts", offices, throughList, "体育股", []cells{{"6", throughList[5].text, ""}, {"9", throughList[8].text, ""}, {"4", library, ""}, {"8", "", ""}}, "6number_text 9number_text 3text row-unmatched"},
		{"one is no proof", offices, throughList, "体育股", []cells{{"9", throughList[8].text, ""}, {"8", "", ""}}, "9number_text row-unmatched"},
		{"counted like the list to begin with", offices, throughList, "文化股", []cells{{"1", setup, ""}, {"2", troupe, ""}, {"3", "", ""}}, "1number_text 2number_text row-unmatched"},
		{"counted like the list all through", offices, throughList, "文化股", []cells{{"1", setup, ""}, {"2", troupe, ""}, {"3", "", ""}, {"4", heritage, ""}}, "1number_text 2number_text 3number 4number_text"},
		{"counted otherwise", offices, throughList, "体育股", []cells{{"1", library, ""}, {"2", throughList[5].text, ""}, {"3", "", ""}}, "3text 6text row-unmatched"},
		{"edited, of few", offices, throughList, "文化股", []cells{{text: "修订非物质文化遗产代表性项目名录，完成后向社会公示。"}}, "4likeness"},
		{"counted, one matter in two lines", offices, throughList, "财务股", []cells{{"1", "彩票公益金使用", ""}, {"2", "预算执行进度", ""}, {"2", "预算执行进度", ""}, {"3", "专项资金绩效评价", ""}}, "6short row-ambiguous row-ambiguous 5short"},
		{"numbers of another list", offices, throughList, "财务股", []cells{{"2", "彩票公益金使用", ""}, {"4", "预算执行进度", ""}, {"9", "专项资金绩效评价", ""}}, "6short 7short 5short"},
		{"two numbers of others are too few to tell", offices, throughList, "财务股", []cells{{"2", "彩票公益金使用", ""}, {"4", "预算执行进度", ""}}, "row-unmatched row-unmatched"},
		{"one that helps", offices, throughList, "文化股", []cells{{text: "配合组织演出"}}, "2short"},
		{"two words exchanged make another", offices, throughList, "财务股", []cells{{text: "按月通报专项债券进度。"}}, "row-unmatched"},

		{"short name without roster", nil, plainList, "文化股", []cells{{text: "消防安全检查"}, {text: "文物险情排查"}}, "1short 2short"},
		{"own numbers without any on the list", nil, plainList, "文化股", number("1", "2"), "row-unmatched row-unmatched"},
		{"another frequency", nil, plainList, "文化股", []cells{{text: "每月消防安全检查"}}, "row-unmatched"},
		{"cites what has no number", nil, plainList, "文化股", []cells{{text: "第1、2项"}}, "row-unmatched"},

		{"numbers of several tasks", offices, anewList, "文化股", number("1"), "row-unmatched"},
		{"cited within a task", offices, anewList, "体育股", []cells{{text: "第2、3项", task: "抓好惠民活动"}}, "4+5number"},
		{"cited of no task", offices, anewList, "财务股", []cells{{text: "第1、2项"}}, "row-ambiguous"},
		{"short name where tasks number anew", offices, anewList, "体育股", []cells{{text: "体育公园二期立项"}, {text: "城市马拉松"}}, "2likeness 4short"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := listOf(c.roster, c.list...)
			var rows []*returns.Row
			for i, cell := range c.rows {
				rows = append(rows, cell.row(i+4))
			}
			if got := fatesOf(p, rows, c.who); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			// In whatever order the rows stand, each goes the same way.
			rng := rand.New(rand.NewPCG(1, uint64(len(c.name))))
			for range 4 {
				order := rng.Perm(len(rows))
				shuffled := make([]*returns.Row, len(rows))
				for i, from := range order {
					shuffled[i] = rows[from]
				}
				placed := placerOf(p).Place(shuffled, c.who, ledgertest.Q1)
				inOrder := make([]string, len(rows))
				for i, from := range order {
					inOrder[from] = fateOf(placed[i])
				}
				if got := joined(inOrder); got != c.want {
					t.Errorf("in the order %v: %s", order, got)
				}
			}
		})
	}
}

func fatesOf(p *plan.Plan, rows []*returns.Row, who string) string {
	var fates []string
	for _, out := range placerOf(p).Place(rows, who, ledgertest.Q1) {
		fates = append(fates, fateOf(out))
	}
	return joined(fates)
}

func fateOf(p Outcome) string {
	if p.Held != "" {
		return string(p.Held)
	}
	s := fmt.Sprint(p.No)
	for _, no := range p.Also {
		s += fmt.Sprint("+", no)
	}
	return s + p.Match.By
}

func joined(words []string) (s string) {
	for i, w := range words {
		if i > 0 {
			s += " "
		}
		s += w
	}
	return s
}

// Two characters beside the list's number name its requirement where they stand in no other; alone they name
// nothing, and beside another number neither.
func TestANameOfTwoCharacters(t *testing.T) {
	p := listOf([]string{"文化股", "财务股", "体育股"}, throughList...)
	row := func(number, text string) *returns.Row {
		r := ledgertest.Row(text, "in_progress", "走了三个乡镇")
		if number != "" {
			r = ledgertest.Numbered(number, r)
		}
		return &r
	}
	for _, tt := range []struct {
		rows []*returns.Row
		want int // of the last row
	}{
		{[]*returns.Row{row("4", throughList[3].text), row("2", "送戏")}, 2},
		{[]*returns.Row{row("4", throughList[3].text), row("3", "送戏")}, 0},
		{[]*returns.Row{row("4", throughList[3].text), row("2", "公开")}, 0},
		{[]*returns.Row{row("4", throughList[3].text), row("", "送戏")}, 0},
	} {
		outs := placerOf(p).Place(tt.rows, "文化股", ledgertest.Q1)
		if last := outs[len(outs)-1]; last.No != tt.want {
			t.Errorf("%s %q: %d, want %d", tt.rows[1].Number.Value, tt.rows[1].Text.Value, last.No, tt.want)
		}
	}
}
