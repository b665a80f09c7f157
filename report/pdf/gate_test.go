package pdf

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"taizhang/report/face"
	"taizhang/report/internal/trial"
	"taizhang/report/opendata"
	"taizhang/report/pdf/finish"
	"taizhang/report/publish"
)

// What must not go out reaches neither a page of the annex, nor its outline and properties,
// nor the file that it brings along; the office's own phone and the hotline stay.
func TestNothingWithheldGoesOut(t *testing.T) {
	for _, bad := range trial.Planted {
		edition, found := publish.Of(trial.PlantedYear(bad.Text))
		if len(found) == 0 {
			t.Errorf("%s: nothing was found", bad.Text)
		}
		data, err := opendata.JSON(edition)
		if err != nil {
			t.Fatal(err)
		}
		d, _, err := lays(edition, face.Embedded(), "")
		if err != nil {
			t.Fatal(err)
		}
		d.Attach(finish.Attachment{Name: opendata.Name, About: opendata.About, Type: opendata.Type, Data: data})
		r := newReader(t, written(t, d))
		pages := strings.Join(r.pages(), "")
		said := strings.Join(append(r.strings("Title"), slices.Concat(r.strings("Author"), r.strings("Subject"), r.strings("Alt"), r.strings("ActualText"), r.strings("Contents"), r.strings("Desc"))...), "")
		for what, text := range map[string]string{"pages": pages, "outline, properties and alternative texts": said, "attached file": string(data), "file itself": string(bytes.Join(r.file.Objects, nil))} {
			if strings.Contains(text, bad.Trace) {
				t.Errorf("%s: it stands in the %s", bad.Text, what)
			}
			if what != "pages" && what != "attached file" {
				continue
			}
			for _, want := range []string{"12345热线", "0750-5512345", "已公开规划3份", "公开第1项规划", "加快推进"} {
				if !strings.Contains(text, want) {
					t.Errorf("%s: the %s lack %s", bad.Text, what, want)
				}
			}
		}
		for _, never := range []string{"人手不足", "亮点甲", "亮点乙", "局办", ".xlsx", "example.gov.cn", "滞后" + bad.Text} {
			if strings.Contains(pages+string(data), never) {
				t.Errorf("%s: %s went out", bad.Text, never)
			}
		}
	}
}
