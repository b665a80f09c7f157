package status

import (
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"taizhang/templates/words"
)

// TestAgainst: what a text says against a status, and what only sounds like it.
func TestAgainst(t *testing.T) {
	g := New(words.Default())
	for _, tt := range []struct {
		stands     Status
		text, want string
	}{
		{Completed, "已公开规划12份，尚未完成政策解读。", "尚未完成政策解读"},
		{Completed, "方案正在修订。", "方案正在修订"},
		{Completed, "第4篇预计5月印发。", "第4篇预计5月印发"},
		{Completed, "培训拟于10月举办。", "培训拟于10月举办"},
		{Completed, "已公开3篇；目前未验收。", "目前未验收"},
		{Completed, "已公开规划12份。下一步拟修订目录，预计10月印发。", ""},
		{Completed, "已公开规划12份，未发现问题。", ""},
		{Completed, "接待读者8万人次，已建成投用。", ""},
		{Completed, "督促未完成整改的企业12家。", ""},
		{Completed, "印发年度计划，公开12条。", ""},
		{Completed, "全部按时完成。", ""},
		{Behind, "各项工作全部按时完成。", "各项工作全部按时完成"},
		{NotStarted, "任务已全部完成。", "任务已全部完成"},
		{Behind, "已完成3项，其余受疫情影响。", ""},
		{InProgress, "已完成第一批公开。", ""},
		{InProgress, "无法完成，资金未到位。", "无法完成"},
		{InProgress, "受用地影响，难以如期办结。", "难以如期办结"},
		{InProgress, "户籍资料无法完成录入，已改用纸质。", ""},
		{InProgress, "正在办理，尚未完成。", ""},
		{Ongoing, "正在开展。", ""},
		{Completed, "", ""},
	} {
		if got := g.Against(tt.text, tt.stands); got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.stands, tt.text, got, tt.want)
		}
	}
}

// TestAgainstReadsEnough: what is read of a text alone says the same as the whole of it.
func TestAgainstReadsEnough(t *testing.T) {
	g := New(words.Default())
	pieces := strings.Fields("已 未 没有 尚未 不能 正在 正 拟 预计 计划 将于 力争 待 完成 验收 修订 印发 公开 举办 全部 均 都 逐项 任务 各项工作 方案 目录 3项 10月 年底前 " +
		"只 仅 才 刚 差 还差 余下 还有 60% 一半 暂停 推迟到 中 在 应 计划 12个 3个 等 不了 的 是否 下一步 今后 无 无法 暂无 接待 年度 ， 。 ； 、 ： （ ） 1. ①")
	piece := rapid.OneOf(rapid.SampledFrom(pieces), rapid.SampledFrom([]string{" ", "\n", "　"}), rapid.StringN(0, 2, -1))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 16).Draw(t, "pieces"), "")
		for stands, enough := range map[Status]glance{Completed: g.glanceUndone, Behind: g.glanceWhole} {
			want := g.against(split(text, false), stands, nil)
			if got := g.against(split(text, false), stands, enough); got != want {
				t.Errorf("%s %q: %q, in full %q", stands, text, got, want)
			}
			if !mayContradict(text, stands) {
				continue // 全部验收 under 滞后 may speak of a part: it takes one of 完, 办 and 结 to be asked about
			}
			if got := g.Against(text, stands); want != "" && got != want {
				t.Errorf("%s %q: %q, asked quickly %q", stands, text, want, got)
			}
		}
	})
}

// textsOf reads a file of testdata: a status and a text a line.
func textsOf(t *testing.T, name string) (texts [][2]string) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		stands, text, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok {
			t.Fatalf("%s: %q has no status", name, line)
		}
		texts = append(texts, [2]string{stands, text})
	}
	return texts
}

// TestContradictingTexts: of texts written to contradict their status, at most one in ten is not seen.
func TestContradictingTexts(t *testing.T) {
	g, texts := New(words.Default()), textsOf(t, "contradicting.txt")
	var passed []string
	for _, text := range texts {
		if g.Against(text[1], Status(text[0])) == "" {
			passed = append(passed, text[0]+": "+text[1])
		}
	}
	if len(texts) < 150 || len(passed)*10 > len(texts) {
		t.Errorf("%d of %d pass:\n%s", len(passed), len(texts), strings.Join(passed, "\n"))
	}
}

// TestAgreeingTexts: of texts that say what their status says, however they sound, none contradicts it.
func TestAgreeingTexts(t *testing.T) {
	g, texts := New(words.Default()), textsOf(t, "agreeing.txt")
	for _, text := range texts {
		if said := g.Against(text[1], Status(text[0])); said != "" {
			t.Errorf("%s %q contradicts itself: %q", text[0], text[1], said)
		}
	}
	if len(texts) < 300 {
		t.Errorf("only %d texts", len(texts))
	}
}
