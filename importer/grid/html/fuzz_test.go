package html_test

import (
	"testing"

	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

func FuzzHTML(f *testing.F) {
	f.Add(string(gridtest.Fixture(f, "return/web-html.xls")))
	f.Add(string(gridtest.Fixture(f, "return/libreoffice-html.xls")))
	f.Add(`<table><tr><td rowspan=2 colspan=3>a<table><tr><td>b</table><td x:num=0.855>86%<tr><td>c</table>d`)
	f.Add(string(gridtest.Fixture(f, "kinds/web-form.html")))
	f.Add(`<table><tr><td><p>a<table><tr><td>b<td><select><option>c<tr><td hidden>d<td><s>e</table><td>f<tr><td>g</table>h`)
	f.Fuzz(func(t *testing.T, page string) {
		book, findings := open.Parse("a.xls", []byte("<html>"+page))
		gridtest.Sound(t, book, findings)
	})
}

func FuzzMHT(f *testing.F) {
	f.Add(gridtest.Fixture(f, "kinds/python-email.mht"))
	f.Fuzz(func(t *testing.T, data []byte) {
		book, findings := open.Parse("a.mht", append([]byte("MIME-Version: 1.0\n"), data...))
		gridtest.Sound(t, book, findings)
	})
}
