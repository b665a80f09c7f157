package table

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/grid"
	"taizhang/templates/words"

	"pgregory.net/rapid"
)

// typicalReturn is a return of 8 columns and 30 rows whose headings the vocabulary knows, or
// not all of them.
func typicalReturn(known bool) (*grid.Sheet, []Item) {
	cols := slices.Delete(metaColumns(), 6, 7) // 完成时间 may be a deadline too and is always looked at
	if !known {
		cols[3][0], cols[6][0] = "开展情况简述", "其他需要说明的材料"
	}
	var items []Item
	rows := [][]string{{"2025年重点工作情况表"}, nil}
	for _, col := range cols {
		rows[1] = append(rows[1], col[0])
	}
	places := []string{"东片区", "西片区", "南片区", "北片区", "中心城区"}
	for i := range 30 {
		text := places[i/6] + metaItems[i%6].Text
		items = append(items, Item{No: i + 1, Number: strconv.Itoa(i + 1), Text: text})
		var row []string
		for c, col := range cols {
			if c == 1 {
				row = append(row, text)
				continue
			}
			row = append(row, col[1+i%6])
		}
		rows = append(rows, row)
	}
	return grid.FromRows("表.xlsx", "Sheet1", rows), items
}

// BenchmarkClassify gives the columns of a return's table their roles: the fast way where every
// heading is known and the requirements are the list's own, and the full way.
func BenchmarkClassify(b *testing.B) {
	for _, c := range []struct {
		name  string
		known bool
	}{{"fast", true}, {"full", false}} {
		b.Run(c.name, func(b *testing.B) {
			s, items := typicalReturn(c.known)
			r := New(known(words.Default(), items, nil, metaRoster))
			blocks := r.Understand(s, Context{}).Blocks
			if len(blocks) != 1 || len(blocks[0].Columns) != 8 {
				b.Fatal(len(blocks))
			}
			if r.plain(blocks[0]) != c.known {
				b.Fatalf("the %s way is not taken", c.name)
			}
			b.ReportAllocs()
			for b.Loop() {
				r.classify(blocks[0], Context{})
			}
		})
	}
}

// TestMayExplain: notes that give a meaning pass the quick look, answers don't.
func TestMayExplain(t *testing.T) {
	for text, want := range map[string]bool{
		"注：●已完成 ○推进中": true, "绿色：已办结；红色：滞后": true, "“达到”指按期做到": true, "在办=正在推进": true, "A 已办结；B 在办": true,
		"A已完成、B推进中": true, "已完成打√，未完成打×": true, "标★的表示重点": true, "图例：长期": true, "已完成的请填是": true,
		"公开规划12份：其中AI项目3个，CPU 2台": false, "为企业代办事项，召开图书馆会议": false, "是": false, "": false,
	} {
		if got := mayExplain(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// BenchmarkLegend looks for a legend among ordinary answers.
func BenchmarkLegend(b *testing.B) {
	s, items := typicalReturn(true)
	r := New(known(words.Default(), items, nil, metaRoster))
	for b.Loop() {
		if r.legend(s) != nil {
			b.Fatal("no legend stands there")
		}
	}
}

// TestWithoutQuarter: nothing that says when stands without a character that is looked for.
func TestWithoutQuarter(t *testing.T) {
	pieces := strings.Fields("2021 年 年度 二〇二一 第 一 三 3 季 季度 Q2 q 1-6 月 月份 上半年 下半年 前三季度 全年 末 本 今 本期 当季 当期 截至 截止 底 日 目前 当前 完成 情况 进展 说明 ( )")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 6).Draw(t, "pieces"), "")
		if got, want := withoutQuarter(text), quarterWords.ReplaceAllString(text, ""); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	})
}

// TestKnownIsFit: what a heading is known for is what it fits best, worked out in full.
func TestKnownIsFit(t *testing.T) {
	pieces := strings.Fields("完成 情况 进展 时间 状态 备注 责任 部门 下步 措施 问题 序号 任务 要求 材料 佐证 名称 说明 第三季度 2021年 （%） ： 一、 已做 哪天 的")
	h := newHeadings(words.Default())
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 4).Draw(t, "pieces"), "")
		var want []words.Role
		for role, fit := range h.of(text) {
			if fit >= knownFrom {
				want = append(want, role)
			}
		}
		slices.Sort(want)
		if got := h.known(text); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	})
}

// BenchmarkKnown is what a text costs that is no heading and comes once.
func BenchmarkKnown(b *testing.B) {
	h := newHeadings(words.Default())
	for b.Loop() {
		if h.surest("示政办函〔2021〕49号") != nil || h.surest("广电旅游和公共服务股报送表") != nil {
			b.Fatal("it is known")
		}
	}
}

// BenchmarkCited is what the cells of a return cost: the text of a requirement, with and without
// its number, which cites nothing, and the number alone.
func BenchmarkCited(b *testing.B) {
	for b.Loop() {
		if Cited("主动公开财政信息，及时更新目录") != nil || Cited("14.各级政府及部门单位要修订公开指南，明确获取渠道") != nil || len(Cited("14")) != 1 {
			b.Fatal("it reads otherwise")
		}
	}
}

// TestCited: by whatever a citation begins with, it is read; a text that begins alike is none.
func TestCited(t *testing.T) {
	for text, want := range map[string]string{
		"7": "7", "第7项": "7", "（7）": "7", " 7 ": "7", "清单第7条": "7", "任务7": "7", "序号3": "3", "编号3": "3", "要求5": "5", "第十二项": "12", "10-11": "10 11",
		"12至14": "12 13 14", "第1、2、5项": "1 2 5", "1.1": "1.1", "第3.1、4.2项": "3.1 4.2", "\u200b第7项": "7", "７": "7", "07": "7", "0": "", "第3、5项工作": "3 5", "14.修订指南": "",
		"十": "", "完成7项": "", "要求全部完成": "", "公开目录": "", "": "",
	} {
		if got := strings.Join(Cited(text), " "); got != want {
			t.Errorf("%q cites %q, want %q", text, got, want)
		}
	}
}
