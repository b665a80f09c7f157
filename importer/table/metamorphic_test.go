package table

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/grid"
	"taizhang/templates/words"
)

var metaItems = itemsOf(
	"修建环镇绿道十二公里，配套驿站三座。", "开展适老化改造，完成困难老人家庭一百户。", "建立农产品溯源体系，覆盖种植大户。",
	"整治占道经营，规范早餐点设置。", "推行林长制网格巡护，落实护林员责任。", "编制防汛应急预案并组织桌面推演。")

var metaRoster = []string{"城建办", "民政办", "农业办", "应急办"}

// metaColumns is a return by column: heading, and an answer to each of six requirements.
func metaColumns() [][]string {
	text := func(i int) string { return metaItems[i].Text }
	return [][]string{
		{"序号", "1", "2", "3", "4", "5", "6"},
		{"具体要求", text(0), text(1), text(2), text(3), text(4), text(5)},
		{"责任部门", "城建办", "民政办", "农业办", "城建办", "农业办", "应急办"},
		{"工作进展", "已修建绿道7公里，驿站1座主体完工。", "完成改造63户，其余正在入户评估。", "覆盖大户41家，发放溯源码2万枚。", "规范早餐点9处，劝离摊贩120人次。", "巡护1.2万公里，制止违规用火14起。", "预案已印发，推演1次。"},
		{"完成状态", "推进中", "推进中", "推进中", "已完成", "常态化", "已完成"},
		{"完成比例", "60%", "63%", "70%", "100%", "50%", "100%"},
		{"完成时间", "", "", "", "2025年5月30日", "", "2025年4月28日"},
		{"佐证材料", "施工合同", "入户评估表", "溯源码发放清单", "整治照片", "巡护记录", "镇府〔2025〕9号"},
		{"存在问题", "征地协调难度大。", "部分老人不愿意改造，工作受阻。", "大户积极性不高。", "无", "护林员人手紧张。", "无"},
	}
}

// sheetOfColumns lays columns side by side, with a title above.
func sheetOfColumns(cols [][]string) *grid.Sheet {
	rows := [][]string{{"2025年重点工作情况表"}}
	for i := range cols[0] {
		var row []string
		for _, col := range cols {
			row = append(row, col[i])
		}
		rows = append(rows, row)
	}
	return grid.FromRows("表.xlsx", "Sheet1", rows)
}

// read reads columns and returns the roles by heading, and by column where it has none.
func metaRoles(t *testing.T, s *grid.Sheet) map[string]words.Role {
	t.Helper()
	u := New(knownOf(words.Default(), metaItems, []string{"宜居建设"}, metaRoster)).Understand(s, Context{})
	if !u.Account.Cells().Balances() {
		t.Fatal("the account does not balance")
	}
	if len(u.Blocks) != 1 {
		t.Fatalf("%d tables", len(u.Blocks))
	}
	roles := map[string]words.Role{}
	for _, col := range u.Blocks[0].Columns {
		roles[col.Heading] = col.Role
	}
	return roles
}

func same(t *testing.T, why string, want, got map[string]words.Role, but ...string) {
	t.Helper()
	for heading, role := range want {
		if !slices.Contains(but, heading) && got[heading] != role {
			t.Errorf("%s: %s is %q, was %q", why, heading, got[heading], role)
		}
	}
}

// Roles do not depend on the order of the columns.
func TestTheOrderOfColumnsChangesNoRole(t *testing.T) {
	want := metaRoles(t, sheetOfColumns(metaColumns()))
	for seed := range uint64(60) {
		cols := metaColumns()
		rand.New(rand.NewPCG(seed, 5)).Shuffle(len(cols), func(a, b int) { cols[a], cols[b] = cols[b], cols[a] })
		same(t, fmt.Sprint("order ", seed), want, metaRoles(t, sheetOfColumns(cols)))
	}
}

// A column that has nothing to do with the rest changes nothing else, wherever it stands.
func TestANoiseColumnChangesNothingElse(t *testing.T) {
	want := metaRoles(t, sheetOfColumns(metaColumns()))
	for name, noise := range map[string][]string{
		"colours":    {"颜色", "红", "蓝", "绿", "黄", "白", "黑"},
		"words":      {"天气", "晴", "多云", "小雨", "阴", "晴", "雷阵雨"},
		"numbers":    {"楼层", "3", "7", "3", "12", "1", "3"},
		"money":      {"预算（万元）", "1200", "56.5", "88", "0", "13.2", "4"},
		"signatures": {"签收", "张三", "李四", "王五", "赵六", "钱七", "孙八"},
		"sentences":  {"会议室安排", "三楼东侧会议室上午九点", "二楼接待室下午两点", "四楼报告厅全天", "一楼大厅上午", "三楼西侧会议室", "二楼小会议室"},
	} {
		for at := range len(metaColumns()) + 1 {
			cols := slices.Insert(metaColumns(), at, noise)
			same(t, fmt.Sprintf("%s before column %d", name, at+1), want, metaRoles(t, sheetOfColumns(cols)))
		}
	}
}

// A column that nobody filled in changes nothing else, and keeps its role by its heading.
func TestAnEmptiedColumnChangesNothingElse(t *testing.T) {
	want := metaRoles(t, sheetOfColumns(metaColumns()))
	for i, col := range metaColumns() {
		if col[0] == "具体要求" {
			continue // the table hangs on it
		}
		cols := metaColumns()
		for j := range cols[i][1:] {
			cols[i][j+1] = ""
		}
		same(t, col[0]+" emptied", want, metaRoles(t, sheetOfColumns(cols)))
	}
}

// Under headings that say nothing, what content can tell is right or nobody knows it, and never
// something else.
func TestMeaninglessHeadingsGiveNoWrongRole(t *testing.T) {
	content := map[words.Role]bool{words.Number: true, words.Requirement: true, words.Department: true, words.Status: true, words.Percent: true, words.Completed: true}
	for _, names := range []string{"甲乙丙丁戊己庚辛壬", "ABCDEFGHI"} {
		cols := metaColumns()
		want := metaRoles(t, sheetOfColumns(cols))
		was := map[string]words.Role{}
		for i, r := range []rune(names) {
			was[string(r)], cols[i][0] = want[cols[i][0]], string(r)
		}
		got := metaRoles(t, sheetOfColumns(cols))
		for heading, role := range was {
			read := got[heading]
			switch {
			case read == role:
			case read == words.OtherText && !content[role]:
			case role == words.Evidence || role == words.Problems:
				if read == words.Progress {
					t.Errorf("%s, truly %q, is read as %q", heading, role, read)
				}
			default:
				t.Errorf("%s, truly %q, is read as %q", heading, role, read)
			}
		}
	}
}

// What stands in one table changes nothing in the other.
func TestATableChangesNoOther(t *testing.T) {
	upper := "一、城建类\n序号|具体要求|工作进展|完成状态\n1|{1}|已修建绿道7公里。|推进中\n2|{2}|完成改造63户。|推进中\n"
	lower := []string{
		"二、农业类\n序号|任务内容|落实情况|完成比例|责任部门\n1|{3}|覆盖大户41家。|70%|农业办\n2|{5}|巡护1.2万公里。|50%|农业办\n",
		"二、农业类\n序号|任务内容|落实情况|完成比例|责任部门\n1|{3}|||\n2|{5}|||\n",
		"二、农业类\n序号|任务内容|落实情况|完成比例|责任部门\n1|{3}|已完成|已完成|已完成\n2|{5}|2025年5月1日|2025年5月1日|2025年5月1日\n",
		"二、农业类\n序号|任务内容|落实情况|存在问题|佐证材料\n1|{3}|覆盖大户41家。|积极性不高。|照片\n2|{5}|巡护1.2万公里。|无|记录\n",
	}
	var alone []string
	r := New(knownOf(words.Default(), metaItems, nil, metaRoster))
	read := func(text string) *Sheet {
		u := r.Understand(textTable(t, "Sheet1", text, metaItems), Context{})
		marked(t, u)
		return u
	}
	first := read(upper)
	if len(first.Blocks) != 1 {
		t.Fatal(len(first.Blocks))
	}
	alone = columnLines(first.Blocks[0])
	for i, below := range lower {
		u := read(upper + "\n" + below)
		if len(u.Blocks) != 2 {
			t.Errorf("lower table %d: %d tables", i, len(u.Blocks))
			continue
		}
		if got := columnLines(u.Blocks[0]); !slices.Equal(got, alone) {
			t.Errorf("above lower table %d the upper one reads\n%s\nalone\n%s", i, strings.Join(got, "\n"), strings.Join(alone, "\n"))
		}
		single := read(below)
		if got, want := columnLines(u.Blocks[1]), columnLines(single.Blocks[0]); !slices.Equal(got, want) {
			t.Errorf("below another, table %d reads\n%s\nalone\n%s", i, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// The forms hold with a title and info lines more above them, and with blank lines and columns
// around them.
func TestFormsHoldWhereverTheyStand(t *testing.T) {
	for _, file := range formFiles(t) {
		form := loadForm(t, file)
		if section(form.archive, "known") != nil {
			continue
		}
		plain := form.understand(t, form.text)
		if len(plain.Blocks) == 0 {
			continue
		}
		var moved strings.Builder
		moved.WriteString("\n\n")
		for line := range strings.SplitSeq(form.text, "\n") {
			moved.WriteString("|" + line + "\n")
		}
		u := form.understand(t, moved.String())
		if len(u.Blocks) != len(plain.Blocks) {
			t.Errorf("%s: %d tables, %d where it stands elsewhere", filepath.Base(file), len(plain.Blocks), len(u.Blocks))
			continue
		}
		for i := range plain.Blocks {
			if a, b := namesOf(plain.Blocks[i]), namesOf(u.Blocks[i]); !slices.Equal(a, b) {
				t.Errorf("%s table %d: moved it reads\n  %s\nelse\n  %s", filepath.Base(file), i+1, strings.Join(b, " "), strings.Join(a, " "))
			}
		}
	}
}

func namesOf(b *Block) (names []string) {
	for _, col := range b.Columns {
		names = append(names, strings.Join(strings.Fields(col.Heading), "")+"="+col.Role.Code())
	}
	return names
}
