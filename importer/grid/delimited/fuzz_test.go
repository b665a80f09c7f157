package delimited_test

import (
	"testing"

	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

func FuzzText(f *testing.F) {
	for _, s := range []string{"a,b\n\"c\nd\",e\n", "a | b |\n| c |", "sep=;\na;b", "一\t二\r\n三\t\"四\"", "\"a", "a｜b"} {
		f.Add(s, ".csv")
		f.Add(s, ".txt")
	}
	f.Fuzz(func(t *testing.T, text, ending string) {
		book, findings := open.Parse("a"+ending, []byte(text))
		gridtest.Sound(t, book, findings)
	})
}
