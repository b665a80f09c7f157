package reader

import (
	"math/rand/v2"
	"strings"
	"testing"

	"taizhang/importer/grid"
)

var (
	soupHeadings = []string{"序号", "具体要求", "工作进展", "完成状态", "完成比例", "完成时间", "佐证材料", "存在问题", "下步打算", "备注", "责任部门", "完成时限", "上季度情况", "第一季度", "第三季度情况",
		"已完成", "推进中", "甲", "办得怎样", "附：说明", "", "工作任务", "干了什么", "满意度"}
	soupAnswers = []string{"", "", "1", "2", "第3项", "1、2", "10-11", "已完成", "推进中", "未启动", "已完成3项", "√", "□", "无", "/", "同上", "见附件", "80%", "0.8", "100", "2021年8月3日", "9月底前", "年底前", "长期",
		"公开目录3批，答复12件。", "人手不足，进度受影响。", "将继续推进，争取年底完成。", "办公室", "市场执法股", "办公室、计划财务股", "张三", "https://www.example.gov.cn/a", "财函〔2021〕3号", "合计", "注：如实填写。",
		"填报单位：办公室", "填报人：张三", "一、规划公开", "（一）财政公开", "2021年第三季度", "加强培训。", "阿弥陀佛", "12345", "列入明年计划"}
)

// soup makes a sheet of anything: titles, headings, the list's texts and answers at random.
func soup(rng *rand.Rand) *grid.Sheet {
	pick := func(from []string) string { return from[rng.IntN(len(from))] }
	var rows [][]string
	if rng.IntN(2) == 0 {
		rows = append(rows, []string{"2021年第三季度情况表"})
	}
	var merges [][4]int
	for range 1 + rng.IntN(2) {
		width := 2 + rng.IntN(5)
		var head []string
		for range width {
			head = append(head, pick(soupHeadings))
		}
		if rng.IntN(6) > 0 {
			rows = append(rows, head)
		}
		own := rng.IntN(width)
		for range 1 + rng.IntN(5) {
			row := make([]string, width)
			for c := range row {
				row[c] = pick(soupAnswers)
			}
			if rng.IntN(5) > 0 {
				row[own] = asked[rng.IntN(len(asked))]
			}
			rows = append(rows, row)
		}
		if n := len(rows); rng.IntN(4) == 0 {
			c := 1 + rng.IntN(width)
			merges = append(merges, [4]int{n - rng.IntN(2), c, n, c})
		}
	}
	return grid.FromRows("第三季度/办公室.xlsx", "Sheet1", rows, merges...)
}

// unsoundSoups is of how many sheets of soup a text is in no row, no finding and no part of the
// account that it could be. The number may only fall.
const unsoundSoups = 1

// Whatever stands beside what, each text is kept: in a row, in a finding, or in the account.
func TestSoupIsAccountedFor(t *testing.T) {
	r := formReader()
	n := 0
	for seed := range uint64(1000) {
		s := soup(rand.New(rand.NewPCG(seed, 7)))
		book := &grid.Book{File: s.File, Format: "xlsx", Sheets: []*grid.Sheet{s}}
		why := check(func(t failer) {
			got := r.Read(book)
			soundAccount(t, r, book, got)
			for _, ret := range got.Returns {
				soundReturn(t, s, ret)
			}
		})
		if why == "" {
			continue
		}
		if n++; testing.Verbose() {
			t.Logf("seed %d: %s\n%s", seed, why, laidOut(s))
		}
	}
	if n != unsoundSoups {
		t.Errorf("%d sheets are not accounted for, the number to beat is %d", n, unsoundSoups)
	}
}

// laidOut writes a sheet as a text table.
func laidOut(s *grid.Sheet) string {
	var b strings.Builder
	for row := 1; row <= s.LastRow(); row++ {
		for c := 1; c <= s.Width(); c++ {
			cell := s.Cell(row, c)
			switch {
			case cell.Covered():
				b.WriteString("^|")
			default:
				b.WriteString(cell.Text + "|")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}
