package pdf

import (
	"bytes"
	"crypto/md5"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"taizhang/report/internal/trial"
	"taizhang/report/opendata"
	"taizhang/report/pdf/finish"
)

// An independent reader lists the attached file by its Chinese name and takes it out
// unchanged; the catalog names it as data, and the metadata repeat the properties.
func TestAttachment(t *testing.T) {
	e := trial.Year(trial.Lines(3), 2, true)
	e.Unit = "某市“文&旅”局𠮷"
	data, err := opendata.JSON(e)
	if err != nil {
		t.Fatal(err)
	}
	d := lay(t, e)
	d.Attach(finish.Attachment{Name: opendata.Name, About: opendata.About, Type: opendata.Type, Data: data})
	d.Attach(finish.Attachment{Name: "另一份.txt", About: "文字", Type: "text/plain", Data: []byte("另一份")})
	pdf := written(t, d)

	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationRelaxed // to the letter only PDF 2.0, which old viewers warn of, knows /AFRelationship
	if err := api.Validate(bytes.NewReader(pdf), conf); err != nil {
		t.Error(err)
	}
	files, err := api.ExtractAttachmentsRaw(bytes.NewReader(pdf), "", nil, model.NewDefaultConfiguration())
	if err != nil || len(files) != 2 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, f := range files {
		got, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		if want := map[string]string{opendata.Name: string(data), "另一份.txt": "另一份"}[f.FileName]; string(got) != want {
			t.Errorf("%s holds %d bytes, want %d", f.FileName, len(got), len(want))
		}
	}

	r := newReader(t, pdf)
	var catalog string
	for _, o := range r.file.Objects {
		if bytes.Contains(o, []byte("/Type /Catalog")) {
			catalog = string(o)
		}
	}
	spec := string(r.object(regexp.MustCompile(`/AF \[(\d+) 0 R \d+ 0 R\]`).FindStringSubmatch(catalog)[1]))
	content := string(r.object(regexp.MustCompile(`/EF <</F (\d+) 0 R`).FindStringSubmatch(spec)[1]))
	for where, wants := range map[string][]string{
		catalog: {"/EmbeddedFiles <</Names [" + finish.HexText("另一份.txt")}, // in the order of a name tree
		spec:    {"/AFRelationship /Data", "/UF " + finish.HexText("另一份.txt")},
		content: {"/Subtype /text#2Fplain", "/Size 9", fmt.Sprintf("/CheckSum <%x>", md5.Sum([]byte("另一份"))), "/ModDate (D:20211231000000)"},
	} {
		for _, want := range wants {
			if !strings.Contains(where, want) {
				t.Errorf("no %s in %s", want, where)
			}
		}
	}
	packet := r.object(regexp.MustCompile(`/Metadata (\d+) 0 R`).FindStringSubmatch(catalog)[1])
	var said []string
	for dec := xml.NewDecoder(bytes.NewReader(packet[bytes.Index(packet, []byte("stream\n"))+7 : bytes.Index(packet, []byte("\nendstream"))])); ; {
		token, err := dec.Token()
		if err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok && len(bytes.TrimSpace(text)) > 0 {
			said = append(said, string(text))
		}
	}
	if all := strings.Join(said, "|"); !strings.Contains(all, "|"+d.facts.Title+"|") || !strings.Contains(all, "|"+e.Unit+"|") || !strings.Contains(all, "2021-12-31T00:00:00+00:00") {
		t.Errorf("the metadata say %q", said)
	}
	if bytes.Count(pdf, []byte("/ID [<")) != 1 || !bytes.Equal(pdf, written(t, d)) {
		t.Error("the file has no lasting identity")
	}
}
