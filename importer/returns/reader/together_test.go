package reader

import (
	"slices"
	"strconv"
	"testing"

	"taizhang/importer/grid"
	"taizhang/importer/status"
)

// cardsOf is a workbook with a card for each requirement on a sheet of its own.
func cardsOf(cards ...[2]string) *grid.Book {
	book := &grid.Book{File: "第三季度/办公室.xlsx"}
	for i, c := range cards {
		book.Sheets = append(book.Sheets, grid.FromRows(book.File, asked[i], [][]string{
			{"第几条", strconv.Itoa(i + 1)},
			{"具体事项", asked[i]},
			{"干了啥", "第" + asked[i] + "开了三次碰头会，形成纪要一份。"},
			{"成色", c[0], "销号日期", c[1]},
		}))
	}
	return book
}

// TestCardsOnSheetsSpeakTogether reads what a single card does not tell: what 成色 asks for, and what
// stands behind 销号日期 where a card leaves it empty.
func TestCardsOnSheetsSpeakTogether(t *testing.T) {
	rs, _ := gave(formReader().Read(cardsOf([2]string{"正在弄", ""}, [2]string{"已全部落实到位", "8月20日"}, [2]string{"尚未着手", ""}, [2]string{"常抓不懈", ""})))
	var got []status.Status
	on := 0
	for _, r := range rs {
		for _, row := range r.Rows {
			got = append(got, row.Status.Value)
			if row.CompletedOn.Said != "" {
				on++
			}
		}
	}
	want := []status.Status{status.InProgress, status.Completed, status.NotStarted, status.Ongoing}
	if len(got) != len(want) || on != 1 {
		t.Fatalf("%v, %d dates", got, on)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("card %d: %q, want %q", i+1, got[i], want[i])
		}
	}
}

// TestSheetsNamedAfterAStatus gives each row the status of its sheet, in words that no list knows.
func TestSheetsNamedAfterAStatus(t *testing.T) {
	book := &grid.Book{File: "第三季度/办公室.xlsx"}
	for i, name := range []string{"已办结", "正在办", "尚未办"} {
		book.Sheets = append(book.Sheets, grid.FromRows(book.File, name, [][]string{
			{"具体要求", "进展"}, {asked[i], "开了三次碰头会，形成纪要一份。"}}))
	}
	rs, _ := gave(formReader().Read(book))
	var got []status.Status
	for _, r := range rs {
		for _, row := range r.Rows {
			got = append(got, row.Status.Value)
		}
	}
	if len(got) != 3 || got[0] != status.Completed || got[1] != status.InProgress || got[2] != status.NotStarted {
		t.Errorf("%v", got)
	}
}

// TestASheetNamedAfterATimeSaysNoStatus leaves a row that says nothing without a status on a sheet 全年.
func TestASheetNamedAfterATimeSaysNoStatus(t *testing.T) {
	book := &grid.Book{File: "第三季度/办公室.xlsx"}
	for i, name := range []string{"全年", "年度"} {
		book.Sheets = append(book.Sheets, grid.FromRows(book.File, name, [][]string{
			{"具体要求", "进展"}, {asked[i], "开了三次碰头会，形成纪要一份。"}, {asked[i+2], ""}}))
	}
	rs, _ := gave(formReader().Read(book))
	for _, r := range rs {
		for _, row := range r.Rows {
			if row.Status.Value != status.NoStatus {
				t.Errorf("%s stands as %q by %q", row.Text.Value, row.Status.Value, row.Status.Said)
			}
		}
	}
}

// TestLabelsAreComposed reads whose a return is behind a label of two known words that no list has together.
func TestLabelsAreComposed(t *testing.T) {
	rs, _ := gave(testReader().Read(sheetOf("收件/材料3.xlsx", "2021年三季度情况", "呈报科室（盖章）：办公室", plainRows...)))
	if len(rs) != 1 || rs[0].Department.Value != "办公室" {
		t.Errorf("%+v", rs)
	}
}

// TestABlankCardAnswersNothing knows the labels of a card by those of its fellows, though nothing is filled in.
func TestABlankCardAnswersNothing(t *testing.T) {
	book := &grid.Book{File: "第三季度/办公室.docx"}
	for i, answer := range []string{"推进中", "", "推进中"} {
		told := ""
		if answer != "" {
			told = "开了三次碰头会，形成纪要一份。"
		}
		book.Sheets = append(book.Sheets, grid.FromRows(book.File, "表"+strconv.Itoa(i+1), [][]string{
			{"任务卡"}, {"我们承担的", asked[i]}, {"目前到了", answer}, {"具体做了", told}, {"没做好的", ""}, {"下季度", ""}}))
	}
	rs, _ := gave(formReader().Read(book))
	n := 0
	for _, r := range rs {
		for _, row := range r.Rows {
			if row.Ignored == "" {
				n++
			}
		}
	}
	if n != 2 {
		t.Errorf("%d rows answer, 2 are filled in", n)
	}
}

// TestALineThatCountsColumnsIsNoHeading reads the heading above ① ② ③.
func TestALineThatCountsColumnsIsNoHeading(t *testing.T) {
	rs, _ := gave(formReader().Read(sheetOf("办公室第二季度.xlsx", "办公室第二季度办理表", "",
		[]string{"编码", "干什么", "做到哪一步", "结没结"}, []string{"①", "②", "③", "④"},
		[]string{"甲", asked[0], "专栏改版两次，发稿31篇。", "结了"}, []string{"乙", asked[2], "预算表已挂网，回复询问4件。", "在办"})))
	if len(rs) != 1 || len(rs[0].Rows) < 2 {
		t.Fatalf("%+v", rs)
	}
	var got []status.Status
	for _, row := range rs[0].Rows {
		if row.Ignored == "" {
			got = append(got, row.Status.Value)
		}
	}
	if len(got) != 2 || got[0] != status.Completed || got[1] != status.InProgress {
		t.Errorf("%v", got)
	}
}

// TestASignWithAMeaningOfItsOwnIsNotDone asks what √ stands for where the writer says that it is not for done.
func TestASignWithAMeaningOfItsOwnIsNotDone(t *testing.T) {
	rs, _ := gave(formReader().Read(sheetOf("办公室第二季度.xlsx", "办公室第二季度情况", "说明：本季度动过手的打“√”（不论是否办结），没动过手的打“×”。",
		[]string{"具体要求", "有没有做", "做了什么"}, []string{asked[0], "√", "约谈纺织户26户"}, []string{asked[1], "×", "市场停业，等9月再检"}, []string{asked[2], "√", "代填年报368户"})))
	for _, r := range rs {
		for _, row := range r.Rows {
			if row.Status.Value == status.Completed {
				t.Errorf("%+v", row.Status)
			}
		}
	}
}

// TestARollUpUnderOneRequirement gives each department its own row of a table that a requirement's title heads.
func TestARollUpUnderOneRequirement(t *testing.T) {
	rs, _ := gave(formReader().Read(sheetOf("二季度汇总.xlsx", "第2项 "+asked[1]+" 各单位二季度落实情况汇总", "",
		[]string{"单位", "落实了什么", "状态"}, []string{"办公室", "公示处罚132件", "常态化"}, []string{"市场执法股", "夜查冷库9家", "推进中"}, []string{"市图", "上党课1次，听课58人", "完成"})))
	n := 0
	for _, r := range rs {
		for _, row := range r.Rows {
			if row.Ignored == "" && len(row.Cites) == 1 && row.Cites[0] == "2" {
				n++
			}
		}
	}
	if len(rs) != 3 || n != 3 {
		t.Errorf("%d returns, %d rows", len(rs), n)
	}
}

// TestAColumnOfQuartersSaysWhen reads a table that goes on quarter by quarter.
func TestAColumnOfQuartersSaysWhen(t *testing.T) {
	rs, _ := gave(formReader().Read(sheetOf("办公室1-3季度.csv", "办公室情况", "",
		[]string{"怎么干的", "结论", "哪一季", "哪一条"},
		[]string{"检查工地31处，发现隐患74条。", "正常推进", "21年一季度", "2行政执法信息公开"},
		[]string{"汛前检查49处。", "正常推进", "21年二季度", "2行政执法信息公开"},
		[]string{"约谈施工单位2家。", "已完成", "21年三季度", "2行政执法信息公开"})))
	var got []string
	for _, r := range rs {
		for _, row := range r.Rows {
			if row.Ignored == "" {
				got = append(got, r.Quarter.Value.Short()+row.Progress.Value)
			}
		}
	}
	if len(got) != 3 || got[0] != "第一季度检查工地31处，发现隐患74条。" || got[2] != "第三季度约谈施工单位2家。" {
		t.Errorf("%v", got)
	}
}

// TestPartsOfOneRequirementAreNotDoneUntilAllAre joins lines that tell of the parts of a requirement.
func TestPartsOfOneRequirementAreNotDoneUntilAllAre(t *testing.T) {
	rs, _ := gave(formReader().Read(sheetOf("办公室三季度.xlsx", "办公室三季度", "",
		[]string{"序", "内容", "分项", "目前的样子", "到什么程度"},
		[]string{"1", asked[0], "健身路径", "十条路径全部装好", "已完成"},
		[]string{"", "", "笼式足球场", "城南场围网在途", "推进中"},
		[]string{"2", asked[1], "开幕式", "开幕式编排到第3稿", "已完成"},
		[]string{"", "", "半马", "赛道丈量被叫停", "滞后"})))
	var got []status.Status
	for _, r := range rs {
		for _, row := range r.Rows {
			if row.Ignored == "" {
				got = append(got, row.Status.Value)
			}
		}
	}
	if len(got) != 2 || got[0] != status.InProgress || got[1] != status.Behind {
		t.Errorf("%v", got)
	}
}

// TestASheetNamedAfterARequirement reads labels and values under a name that is the requirement's.
func TestASheetNamedAfterARequirement(t *testing.T) {
	book := &grid.Book{File: "第一季度/办公室.xlsx"}
	for _, name := range []string{"2行政执法信息", "3财政预算公开"} {
		book.Sheets = append(book.Sheets, grid.FromRows(book.File, name, [][]string{
			{"单位", "办公室"}, {"期间", "2021年1月至3月"}, {"状态", "推进中"}, {"情况", "受理手续9个，抽检" + name + "项目4个。"}, {"存在不足", ""}}))
	}
	rs, _ := gave(formReader().Read(book))
	var got []string
	for _, r := range rs {
		for _, row := range r.Rows {
			if row.Ignored == "" && row.Status.Value == status.InProgress {
				got = append(got, row.Cites...)
			}
		}
	}
	if len(got) != 2 || got[0] != "2" || got[1] != "3" {
		t.Errorf("%v", got)
	}
}

// TestAPlanBesideTheResultIsNoDay keeps the month of a plan, under whatever heading, from being the day of completion.
func TestAPlanBesideTheResultIsNoDay(t *testing.T) {
	s := grid.FromRows("办公室第一季度.xls", "表", [][]string{{"办公室第一季度计划与结果"},
		{"号", "事情", "原来想的", "", "实际的", "", ""}, {"", "", "量", "时间", "做成什么", "程度", "哪天做完"},
		{"1", asked[0], "配合一个系统", "10月", "整理账户资料195户", "没开始", ""}, {"2", asked[1], "每件2天", "6月", "与5家银行签协议", "在做", ""},
	}, [4]int{2, 1, 3, 1}, [4]int{2, 2, 3, 2}, [4]int{2, 3, 2, 4}, [4]int{2, 5, 2, 7})
	rs, _ := gave(formReader().Read(&grid.Book{File: s.File, Sheets: []*grid.Sheet{s}}))
	for _, r := range rs {
		for _, row := range r.Rows {
			if row.CompletedOn.Said != "" {
				t.Errorf("completed on %q", row.CompletedOn.Said)
			}
		}
	}
}

// TestASignOpensTheAnswer reads the sign before an answer by the legend below the table.
func TestASignOpensTheAnswer(t *testing.T) {
	rs, _ := gave(formReader().Read(sheetOf("办公室第一季度.xls", "办公室跟踪", "",
		[]string{"要求（照抄清单）", "一季度", "二季度"},
		[]string{asked[0], "◐确定名单15个，组织观摩1次", "●首批6个小区通过现场评估"}, []string{asked[1], "○摸底出缺口2860个", "◐建成端口1120个，拆除飞线509处"},
		[]string{"注：●做完了　◐还在做　○没开始"})))
	got := map[string]status.Status{}
	for _, r := range rs {
		for i, row := range r.Rows {
			if row.Ignored == "" {
				got[r.Quarter.Value.Short()+strconv.Itoa(i)] = row.Status.Value
			}
		}
	}
	if got["第一季度0"] != status.InProgress || got["第一季度1"] != status.NotStarted || got["第二季度0"] != status.Completed {
		t.Errorf("%v", got)
	}
}

// TestAColourInANameIsNoSign takes 黄泥河 for a name and 绿灯 for the colour that the legend explains.
func TestAColourInANameIsNoSign(t *testing.T) {
	rs, _ := gave(formReader().Read(sheetOf("办公室第一季度.xls", "办公室跟踪", "",
		[]string{"要求（照抄清单）", "一季度"},
		[]string{asked[0], "黄泥河沿线清淤7公里"}, []string{asked[1], "绿灯，收回旧证88本"},
		[]string{"注：黄色为没开始，绿色为做完了，红色为拖后"})))
	var got []status.Status
	for _, r := range rs {
		for _, row := range r.Rows {
			if row.Ignored == "" {
				got = append(got, row.Status.Value)
			}
		}
	}
	if !slices.Equal(got, []status.Status{status.NoStatus, status.Completed}) {
		t.Errorf("%v", got)
	}
}

// TestWhomAFileIsSentToIsNotWhoseItIs reads the sender of 市场执法股报办公室.
func TestWhomAFileIsSentToIsNotWhoseItIs(t *testing.T) {
	rs, _ := gave(testReader().Read(sheetOf("第一季度/市场执法股报办公室.xlsx", "情况表", "", plainRows...)))
	if len(rs) != 1 || rs[0].Department.Value != "市场执法股" || rs[0].Held != "" {
		t.Errorf("%+v", rs)
	}
}

// TestARowIsNoHeading keeps a row of short cells from being taken for the heading, and what stands above it from being
// taken for titles.
func TestARowIsNoHeading(t *testing.T) {
	rs, _ := gave(formReader().Read(sheetOf("办公室第一季度.ods", "办公室第一季度推进情况", "",
		[]string{"要干的事", "分条说明", "干到啥程度", "难处"},
		[]string{"任务1 规划和政策解读公开", "受理投诉71件", "推进中", "1件失联"},
		[]string{"任务2 行政执法信息公开", "3月29日发招标公告", "还没启动", "想自行采购"},
		[]string{"任务3 财政预算公开", "窗口配自助终端2台", "推进中", ""})))
	n := 0
	for _, r := range rs {
		for _, row := range r.Rows {
			if row.Ignored == "" && len(row.Cites) == 1 {
				n++
			}
		}
	}
	if n != 3 {
		t.Errorf("%d rows of 3", n)
	}
}

// TestTheDayOfFillingInIsNoDayOfCompletion reads 填写 beside a day on each card.
func TestTheDayOfFillingInIsNoDayOfCompletion(t *testing.T) {
	book := &grid.Book{File: "第二季度/办公室.xlsx"}
	for i := range 3 {
		book.Sheets = append(book.Sheets, grid.FromRows(book.File, "第"+strconv.Itoa(i+1)+"号", [][]string{
			{"事项", asked[i]}, {"档位", "推进中"}, {"做法", "第" + strconv.Itoa(i) + "批试点结算218例"}, {"填写", "2021年7月5日"}}))
	}
	rs, _ := gave(formReader().Read(book))
	for _, r := range rs {
		for _, row := range r.Rows {
			if row.CompletedOn.Said != "" {
				t.Errorf("completed on %q", row.CompletedOn.Said)
			}
		}
	}
}

// TestAnAddressUnderANumberIsKept keeps what stands in a column that is taken for numbers and is none.
func TestAnAddressUnderANumberIsKept(t *testing.T) {
	rs, _ := gave(formReader().Read(sheetOf("办公室第四季度.xlsx", "办公室第四季度", "",
		[]string{"编号", "具体要求", "完成情况"}, []string{"http://www.example.gov.cn/a1", asked[0], "培训三期"}, []string{"2", asked[1], "公示两批"})))
	for _, r := range rs {
		for _, row := range r.Rows {
			for _, o := range row.Other {
				if o.Text == "http://www.example.gov.cn/a1" {
					return
				}
			}
		}
	}
	t.Error("the address stands nowhere")
}

// A heading that a table of one row does not tell means what it means on the other sheets of the file.
func TestOtherSheetsTellAHeading(t *testing.T) {
	sheet := func(name string, rows ...[]string) *grid.Sheet {
		return grid.FromRows("第三季度/汇集.xlsx", name, rows)
	}
	book := &grid.Book{File: "第三季度/汇集.xlsx", Sheets: []*grid.Sheet{
		sheet("办公室", []string{"结论", "干哪件", "年底怎么样"}, []string{"已完成", asked[0], "分三批把目录清了一遍，补上缺的十一条"}, []string{"推进中", asked[1], "同三家单位碰了头，稿子改到第四版"}),
		sheet("计划财务股", []string{"年底怎么样", "结论", "干哪件"}, []string{"8月2日账表挂网", "已完成", asked[2]}, []string{"补签字八处", "常态化", asked[3]}),
	}}
	var got []string
	for _, ret := range formReader().Read(book).Returns {
		for _, row := range ret.Rows {
			got = append(got, row.Progress.Value)
		}
	}
	want := []string{"分三批把目录清了一遍，补上缺的十一条", "同三家单位碰了头，稿子改到第四版", "8月2日账表挂网", "补签字八处"}
	if !slices.Equal(got, want) {
		t.Errorf("progress %q, want %q", got, want)
	}
}
