package report

import (
	"strings"
	"testing"
)

func TestFileNames(t *testing.T) {
	taken := fileNames{}
	for _, c := range [][2]string{
		{"办公室", "办公室.xlsx"},
		{"广电旅游和公共服务股(行政审批服务股)", "广电旅游和公共服务股(行政审批服务股).xlsx"},
		{"各镇/街", "各镇_街.xlsx"},
		{"各镇:街", "各镇_街(2).xlsx"}, // the same name once more
		{`..\办公室`, "_办公室.xlsx"},
		{"../../etc/passwd", "_.._etc_passwd.xlsx"},
		{"CON", "部门CON.xlsx"},
		{"nul.2021", "部门nul.2021.xlsx"},
		{"Com9", "部门Com9.xlsx"},
		{"LPT¹", "部门LPT¹.xlsx"},
		{"CONSUL", "CONSUL.xlsx"},
		{"财务股...", "财务股.xlsx"},
		{"\u202e室公办", "室公办.xlsx"}, // it would be shown backwards
		{"🎉", "🎉.xlsx"},
		{" . ", "部门.xlsx"},
		{"IT", "IT.xlsx"},
		{"it", "it(2).xlsx"},
		{"文化\n馆\u200b", "文化馆.xlsx"},
		{strings.Repeat("长", 300), strings.Repeat("长", longestName) + ".xlsx"},
	} {
		if got := taken.of(c[0]); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}
