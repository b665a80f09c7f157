package ledgerbook

import (
	"bytes"
	"strings"
	"testing"

	"taizhang/report/document"
	"taizhang/report/internal/trial"
	"taizhang/report/ledgerbook/book"
	"taizhang/report/publish"
	"taizhang/report/xlsx/xlsxtest"
)

// 一页纸 says what 通报.docx says, word for word and in its order.
func TestOnePageSaysWhatTheBulletinSays(t *testing.T) {
	l := trial.Whole(t)
	edition, _ := publish.Of(l)
	bulletin, err := document.Bulletin(l, edition, "")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, l, bulletin, "..", "v1"); err != nil {
		t.Fatal(err)
	}
	rows, err := xlsxtest.Open(t, b.Bytes()).GetRows(book.OnePageSheet)
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, row := range rows {
		all += strings.Join(row, " ") + "\n"
	}
	if got := strings.Join(strings.Fields(all), ""); got != bulletin.Solid() {
		t.Errorf("%s\nthe bulletin says\n%s", got, bulletin.Solid())
	}
}
