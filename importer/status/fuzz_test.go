package status

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/fold"
	"taizhang/importer/status/shares"
	"taizhang/templates/words"
)

// deniedCompletion is the negation of a verb of completion, written without the grammar.
var deniedCompletion = regexp.MustCompile(`(未|没有|没能|尚未|无法|不能|难以)(能)?(按期|按时|如期|全部|全面|及时|完全|已|都|均|顺利)?(完成|办结|落实|竣工|销号|整改|验收|公开)|没(有)?(做|办|弄|写|修|干|搞|谈|改)(完|好|成|妥)`)

// Whatever is written, a status is one of the six, completed is never read where its verb is
// denied, and space around a text changes nothing.
func FuzzStatus(f *testing.F) {
	for _, phrases := range cells {
		for i, text := range lines(phrases) {
			if i%7 == 0 {
				f.Add(text)
			}
		}
	}
	for _, phrases := range spoken {
		for i, text := range lines(phrases) {
			if i%5 == 0 {
				f.Add(text)
			}
		}
	}
	for _, text := range []string{"", "注：●已完成　◐正在推进　○还没动　★长期抓　▲慢于…", "A已办结/B在办/C未办", "已完成√ 推进中△ 未启动×", "填 ✔ 为完成，填 ○ 为进行中", "（绿底=完成，无底色=未启动）", "√：完成，—：不涉及", "等开工", "差两成", "\xff完成", "未\n完成", "未 完 成", "完成，未完成", "☑已完成 □未完成", "(√)", "①②", "1.已完成2.未完成", "注：√未完成 ×已完成", "100%未完成", "已完成（未完成）", "除外完成", "全部未全部完成"} {
		f.Add(text)
	}
	g := New(words.Default())
	f.Fuzz(func(t *testing.T, text string) {
		cell, sentence := g.Cell(text), g.Sentence(text)
		denied := deniedCompletion.MatchString(strings.ReplaceAll(fold.Text(text), " ", ""))
		for _, r := range []Reading{cell, sentence} {
			if r.Status != NoStatus && !slices.Contains(Statuses[:6], r.Status) {
				t.Fatalf("%q reads %q", text, r.Status)
			}
			if r.Status == Completed && denied && !strings.ContainsAny(text, "□☐○◯〇⬜▢()（）[]【】√✓✔☑☒■●◉▣✅") {
				t.Fatalf("%q reads as completed", text)
			}
			if r.HasPercent && (!(r.Percent >= 0) || math.IsInf(r.Percent, 0)) {
				t.Fatalf("%q reads %v", text, r.Percent)
			}
			if (r.Status != NoStatus) != (r.By != "") {
				t.Fatalf("%q: %+v", text, r)
			}
		}
		if sentence.Status != NoStatus && !strings.Contains(text, sentence.Said) {
			t.Fatalf("%q says %q", text, sentence.Said)
		}
		if again := g.Cell("  " + text + "\n"); again.Status != cell.Status {
			t.Fatalf("%q reads %q, with space around it %q", text, cell.Status, again.Status)
		}
		if g.Two(text) && cell.Status != NoStatus && g.Word(text) == NoStatus {
			t.Fatalf("%q says two and reads %q", text, cell.Status)
		}
		if g.Is(text) && cell.Status == NoStatus && g.Word(text) == NoStatus {
			t.Fatalf("%q is a status and reads none", text)
		}
		if p, ok := shares.Percent(text); ok && (!(p >= 0) || p > shares.LargestPercent) {
			t.Fatalf("%q reads %v", text, p)
		}
		l := g.Legend(text)
		if len(l) == 1 {
			t.Fatalf("%q: a legend of one", text)
		}
		for symbol, s := range l {
			if symbol == "" || !slices.Contains(Statuses[:6], s) {
				t.Fatalf("%q: %q stands for %q", text, symbol, s)
			}
		}
	})
}

// A cell may be as long as a spreadsheet allows; the cost grows with its length and no faster.
func TestLongTextIsRead(t *testing.T) {
	g := New(words.Default())
	for _, s := range []string{"各", "一", "1", "未", "完成，", "目标", "√", "（", "绿", "年", "在", "正常", "到"} {
		text := strings.Repeat(s, 20_000/len(s))
		if got := g.Cell(text); got.Status == Completed && s != "完成，" {
			t.Errorf("%q, many times, reads %q", s, got.Status)
		}
		g.Sentence(text)
		g.Legend(text)
	}
}
