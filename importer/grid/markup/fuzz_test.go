package markup

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"taizhang/importer/grid/gridtest"
)

// The scanner accepts what encoding/xml accepts, and takes the same names and texts out.
func FuzzScanner(f *testing.F) {
	f.Add(`<?xml version="1.0"?><a:b c="d&amp;" e='f'><!-- g --><h/>i&#x4E00;<![CDATA[<j>]]></a:b> `)
	f.Add(gridtest.Rows(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`))
	f.Fuzz(func(t *testing.T, src string) {
		want, err := tokensOf(src)
		if err != nil || checkXML("a", src) != nil {
			return
		}
		x := NewScanner("a", src)
		var got strings.Builder
		for {
			switch x.Next() {
			case TokenStart:
				got.WriteString("<" + x.Name)
				for _, a := range x.Attrs {
					got.WriteString(" " + local(a.Name) + "=" + lineEnds(x.resolve(a.Value)))
				}
			case TokenEnd:
				got.WriteString(">")
			case TokenText:
				if x.cdata {
					got.WriteString(lineEnds(x.raw))
				} else {
					got.WriteString(x.resolve(lineEnds(x.raw)))
				}
			case TokenStop:
				if x.Bad != nil && !strings.Contains(x.Bad.Found, "嵌套过深") {
					t.Fatalf("%q: %s", src, x.Bad.Found)
				}
				if x.Bad == nil && got.String() != want {
					t.Fatalf("%q: %q, want %q", src, got.String(), want)
				}
				return
			}
		}
	})
}

func lineEnds(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// tokensOf writes a document as FuzzScanner does. A document type, and what encoding/xml
// lets pass without being a document, is an error.
func tokensOf(src string) (string, error) {
	d := xml.NewDecoder(strings.NewReader(src))
	var b strings.Builder
	depth, roots := 0, 0
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth == 0 {
				roots++
			}
			depth++
			b.WriteString("<" + token.Name.Local)
			for _, a := range token.Attr {
				b.WriteString(" " + a.Name.Local + "=" + lineEnds(a.Value))
			}
		case xml.EndElement:
			depth--
			b.WriteString(">")
		case xml.CharData:
			if depth > 0 {
				b.Write(token)
			} else if len(bytes.Trim(token, " \t\r\n")) > 0 {
				return "", errors.New("text outside the root")
			}
		case xml.Directive:
			return "", errors.New("document type")
		}
	}
	if depth != 0 || roots != 1 {
		return "", errors.New("no document")
	}
	// RawToken does not match names; Token does.
	d = xml.NewDecoder(strings.NewReader(src))
	for {
		if _, err := d.Token(); err == io.EOF {
			return b.String(), nil
		} else if err != nil {
			return "", err
		}
	}
}
