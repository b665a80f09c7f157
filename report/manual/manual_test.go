package manual

import (
	"encoding/xml"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"taizhang/docs"
)

// The manual is one file: nothing in it asks for another.
func TestThePageNeedsNothingElse(t *testing.T) {
	page, err := Page("v1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	if m := regexp.MustCompile(`(?i)(src|href)="([^"]{0,20})`).FindAllStringSubmatch(page, -1); len(m) < 15 {
		t.Errorf("only %d pictures and links: the test looks in the wrong place", len(m))
	} else {
		for _, one := range m {
			if !strings.HasPrefix(one[2], "#s") && !strings.HasPrefix(one[2], "data:image/png;") {
				t.Errorf("it asks for %s", one[2])
			}
		}
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "**") || strings.Contains(page, "{{") || !strings.Contains(page, "taizhang v1.2.3") {
		t.Error("something of the source is left, or the version is not told")
	}
}

// What the page shows inside its own borders is well formed, and every picture has a text.
func TestTheBodyIsWellFormed(t *testing.T) {
	body, err := Body(func(name string, data []byte) string { return "/help/" + name })
	if err != nil {
		t.Fatal(err)
	}
	body = strings.NewReplacer(` loading="lazy"`, "", `">`+"<figcaption", `"/><figcaption`).Replace(body)
	d, depth := xml.NewDecoder(strings.NewReader("<all>"+body+"</all>")), 0
	for {
		switch token, err := d.Token(); {
		case err == io.EOF:
			if depth != 0 {
				t.Errorf("%d elements are open at the end", depth)
			}
			return
		case err != nil:
			t.Fatal(err)
		default:
			switch token := token.(type) {
			case xml.StartElement:
				depth++
				for _, a := range token.Attr {
					if a.Name.Local == "alt" && a.Value == "" {
						t.Error("a picture without a text")
					}
				}
			case xml.EndElement:
				depth--
			}
		}
	}
}

// Page and manual page say the same, but for pictures.
func TestBothSayTheSame(t *testing.T) {
	page, err := Page("")
	if err != nil {
		t.Fatal(err)
	}
	man := strings.NewReplacer(`\:`, "", `\-`, "-", `\fB`, "", `\fR`, "", `\e`, `\`).Replace(Man("v1", time.Unix(0, 0)))
	plain := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(page, "")
	for _, b := range blocks() {
		for _, text := range append(append([]string{b.text}, b.lines...), flat(b.rows)...) {
			said := ""
			for _, s := range spans(text) {
				said += s.text
			}
			if b.kind != picture && b.kind != title && !strings.Contains(man, said) {
				t.Errorf("taizhang.1 lacks %s", said)
			}
			if !strings.Contains(plain, strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(said)) {
				t.Errorf("the page lacks %s", said)
			}
		}
	}
	if !strings.Contains(docs.Manual, "{{命令}}") || !strings.Contains(man, "taizhang completion") {
		t.Error("the commands are not told")
	}
	if groff, err := exec.LookPath("groff"); err == nil {
		run := exec.Command(groff, "-man", "-Tutf8", "-ww", "-z", "-Kutf8")
		run.Stdin = strings.NewReader(Man("v1", time.Unix(0, 0)))
		if said, err := run.CombinedOutput(); err != nil || len(said) > 0 {
			t.Errorf("groff says: %s %v", said, err)
		}
	}
}

func flat(rows [][]string) (list []string) {
	for _, row := range rows {
		list = append(list, row...)
	}
	return list
}
