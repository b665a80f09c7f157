package answer

import "testing"

func TestSafeLink(t *testing.T) {
	for link, want := range map[string]bool{
		"https://www.example.gov.cn/a": true, "HTTP://x": true, "佐证/一.pdf": true, "a/b.docx": true,
		"javascript:alert(1)": false, "file:///C:/x": false, `\\server\share`: false, `C:\x.doc`: false, "/etc/passwd": false, "../../x": false, "mailto:a@b.c": false, "java\tscript:alert(1)": false, "https://www.example.gov.cn/\n": false,
	} {
		if got := safeLink(link); got != want {
			t.Errorf("%s: %v, want %v", link, got, want)
		}
	}
}
