package face

import "path/filepath"

// Places returns the folders in which fonts are kept on a system, by runtime.GOOS, the
// user's home and the folder of the program; most likely first. They need not exist.
func Places(goos, home, program string) []string {
	places := []string{filepath.Join(program, "fonts"), filepath.Join(program, "字体")}
	in := func(parts ...string) string { return filepath.Join(append([]string{home}, parts...)...) }
	switch goos {
	case "windows":
		return append(places, `C:\Windows\Fonts`,
			in("AppData", "Local", "Microsoft", "Windows", "Fonts"),
			in("AppData", "Roaming", "kingsoft", "office6", "fonts"))
	case "darwin":
		return append(places, in("Library", "Fonts"), "/Library/Fonts", "/System/Library/Fonts",
			"/Applications/Microsoft Word.app/Contents/Resources/DFonts",
			"/Applications/wpsoffice.app/Contents/Resources/office6/fonts")
	default:
		return append(places, in(".local", "share", "fonts"), in(".fonts"),
			"/usr/share/fonts", "/usr/local/share/fonts", "/opt/kingsoft/wps-office/office6/fonts")
	}
}

// known lists the files in which the usual faces of official documents come, by role, the
// best first, in lower case. Founder's 小标宋 is the standard's; the 华文 faces are Office's.
var known = [roles][]string{
	Title: {"fzxbsjw.ttf", "fzxbsjw--gb1-0.ttf", "fzxbsk.ttf", "fzxbsk--gbk1-0.ttf", "方正小标宋简体.ttf", "方正小标宋_gbk.ttf",
		"方正小标宋简.ttf", "小标宋体.ttf", "stzhongs.ttf"},
	Body: {"simfang.ttf", "仿宋_gb2312.ttf", "fangsong_gb2312.ttf", "simfang_gb2312.ttf", "fzfsjw.ttf", "fzfsjw--gb1-0.ttf",
		"fzfsk.ttf", "fzfsk--gbk1-0.ttf", "方正仿宋_gbk.ttf", "方正仿宋_gb2312.ttf", "方正仿宋简体.ttf", "仿宋.ttf", "stfangso.ttf"},
	Heading: {"simhei.ttf", "fzhtjw.ttf", "fzhtjw--gb1-0.ttf", "fzhtk.ttf", "fzhtk--gbk1-0.ttf", "方正黑体_gbk.ttf",
		"方正黑体简体.ttf", "黑体.ttf"},
	Sub: {"simkai.ttf", "楷体_gb2312.ttf", "kaiti_gb2312.ttf", "simkai_gb2312.ttf", "fzktjw.ttf", "fzktjw--gb1-0.ttf",
		"fzktk.ttf", "fzktk--gbk1-0.ttf", "方正楷体_gbk.ttf", "方正楷体_gb2312.ttf", "方正楷体简体.ttf", "楷体.ttf", "stkaiti.ttf"},
	Number: {"simsun.ttc", "simsun.ttf", "fzssjw.ttf", "fzssjw--gb1-0.ttf", "fzssk.ttf", "fzssk--gbk1-0.ttf", "方正书宋_gbk.ttf",
		"宋体.ttf", "stsong.ttf"},
}
