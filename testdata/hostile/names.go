package hostile

import "strings"

// names are good returns whose names other programs and systems trip over. Their content is
// sound, so all are read but those that the contract leaves aside.
var names = func() []disease {
	var all []disease
	for _, name := range []string{
		"🎉表情👨‍👩‍👧.xlsx", "a..b...xlsx", `x\..\..\反斜杠.xlsx`, `C:\盘符.xlsx`, "末尾有点.xlsx.", "末尾有空格.xlsx ", "末尾有点又有空格. . .", " 开头有空格.xlsx", "\u3000全角空格.xlsx",
		"CON.xlsx", "NUL.xlsx", "com1.xlsx", "LPT9.xlsx", "AUX", "PRN.tar.xlsx", "CONIN$.xlsx", strings.Repeat("长", 80) + ".xlsx", strings.Repeat("b", 195) + ".xlsx", strings.Repeat("长", 83) + ".csvx",
		"换\n行.xlsx", "制\t表.xlsx", "回\r车.xlsx", "响铃\a退格\b.xlsx", "\x1b[31m颜色\x1b[0m.xlsx", "\x1b]0;标题\a.xlsx", "删除\x7f.xlsx", "反向\u202Exslx.exe", "隔离\u2066x\u2069.xlsx",
		"零宽\u200B\u200D\uFEFF.xlsx", "坏编码\xB0\xEC\xFF.xlsx", "\xB1\xE0\xC2\xEB.xlsx", "=cmd|' /C calc'!A0.xlsx", "+1.xlsx", "-rf.xlsx", "--strict", "@SUM(1).xlsx", "<img src=x onerror=alert(1)>.xlsx", "&amp;&lt;.xlsx",
		"$(touch evil).xlsx", "`touch evil`.xlsx", "%s%n%d.xlsx", "%2e%2e%2f.xlsx", "a'b\"c.xlsx", "[x]#y!.xlsx", "?*|<>:.xlsx", "没有后缀", "两个后缀.xlsx.xlsx", "大写后缀.XLSX",
		"组合é.xlsx", "组合e\u0301.xlsx", "大小写.xlsx", "大小写.XLSx", "全角．ｘｌｓｘ", "报表.csv.exe", "\u2028行分隔.xlsx", "\U000E0001标签.xlsx", "\uFFFD替换.xlsx", "\uFFFE非字符.xlsx",
		"任务清单.csv", "台账.xlsx", "台账.json", "字体.ttf",
	} {
		want := read
		switch ext := strings.ToLower(name[strings.LastIndex(name, ".")+1:]); {
		case !strings.Contains(name, "."), ext != "xlsx":
			want = want.with("wrong-extension")
		}
		all = append(all, disease{name: name, want: want, make: plain, may: true})
	}
	for _, name := range []string{"~$锁.xlsx", ".隐藏.xlsx", "..两点.xlsx", ".xlsx", "...", "Thumbs.db", "desktop.ini", "THUMBS.DB", "核定.jsonl"} {
		all = append(all, disease{name: name, want: Want{Skipped: true}, make: plain, may: true})
	}
	return all
}()
