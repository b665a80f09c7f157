package numbering

import (
	"testing"
	"unicode/utf8"
)

func TestSplitNumber(t *testing.T) {
	tests := []struct {
		text   string
		Level  Level
		number string
		rest   string
	}{
		{"一、做好公开", First, "1", "做好公开"},
		{"十二、提高质量", First, "12", "提高质量"},
		{"二十一、质量", First, "21", "质量"},
		{"第二部分 质量", First, "2", "质量"},
		{"（三）做好公开", Second, "3", "做好公开"},
		{"(十) 做好公开", Second, "10", "做好公开"},
		{"1.做好公开", Third, "1", "做好公开"},
		{"12．做好公开", Third, "12", "做好公开"},
		{"１２、做好公开", Third, "12", "做好公开"},
		{"1 . 做好公开", Third, "1", "做好公开"},
		{" \u200b3.\u3000做好公开 ", Third, "3", "做好公开"},
		{"（4）做好公开", Fourth, "4", "做好公开"},
		{"③做好公开", Fourth, "3", "做好公开"},
		{"5.", Third, "5", ""},
		{"做好公开", None, "", "做好公开"},
		{"2021.9开始", None, "", "2021.9开始"},
		{"2021年底前", None, "", "2021年底前"},
		{"3.5亿元", None, "", "3.5亿元"},
		{"20.2021年底前，公开", Third, "20", "2021年底前，公开"},
		{"6.3月底前公开", Third, "6", "3月底前公开"},
		{"6、3份", Third, "6", "3份"},
		{"十四五规划", None, "", "十四五规划"},
		{"1.公开目录。2.公开指南。", None, "", "1.公开目录。2.公开指南。"},
		{"1.公开目录\n2.公开指南", None, "", "1.公开目录\n2.公开指南"},
		{"①公开目录；②公开指南", None, "", "①公开目录；②公开指南"},
		{"1.按照（2021年）要求，公开 2.5 亿元", Third, "1", "按照（2021年）要求，公开 2.5 亿元"},
		{"1.完善体系：（1）编制预案；（2）开展演练。", Third, "1", "完善体系：（1）编制预案；（2）开展演练。"},
		{"2)公开指南", Fourth, "2", "公开指南"},
		{"1）公开目录；2）公开指南", None, "", "1）公开目录；2）公开指南"},
		{"", None, "", ""},
	}
	for _, tt := range tests {
		got := Split(tt.text)
		if got.Level != tt.Level || got.Number != tt.number || got.Text != tt.rest {
			t.Errorf("splitNumber(%q) = %+v, want %d %q %q", tt.text, got, tt.Level, tt.number, tt.rest)
		}
	}
}

func TestBareNumber(t *testing.T) {
	for text, want := range map[string]string{"7": "7", " 07 ": "7", "7.": "7", "（7）": "7", "⑦": "7", "7、": "7", "１２": "12", "3-5": "", "": "", "0": "", "2021": "", "7.办公室": "", "-": "", "一、": "1",
		"1.5": "1.5", "1.1": "1.1", "２．３": "2.3", "1.1.": "1.1", "2.10": "2.10", "2.3.1": "2.3.1", "2021.5": "", "2021.5.8": "", "21.05": "", "1.0": "", "0.5": "", "1.125": "", "1.2.3.4": "", "1.5%": "", "1.1公开指南": ""} {
		if got, ok := Bare(text); got != want || ok != (want != "") {
			t.Errorf("bareNumber(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
}

func FuzzSplitNumber(f *testing.F) {
	for _, s := range []string{"一、做好公开", "(十)", "1 . x", "③", "百十百、", "\xff1.", "1.a。2.b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := Split(s)
		if utf8.ValidString(s) && !utf8.ValidString(n.Text) {
			t.Fatalf("splitNumber(%q) cuts a character: %q", s, n.Text)
		}
		if (n.Level == None) != (n.Number == "") {
			t.Fatalf("splitNumber(%q) = %+v", s, n)
		}
		Title(s)
		Bare(s)
	})
}

// BenchmarkSplit takes the number off a requirement, as for each row of a return.
func BenchmarkSplit(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Split("17.认真做好政务舆情和政府热线等各类留言信息的办理工作，以解决问题的具体举措实质性回应社会关切。")
	}
}
