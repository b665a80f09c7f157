package open

import (
	"bytes"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/grid/gridtest"
)

// The other zip formats check what they don't read too.
func TestChecksumOfDocuments(t *testing.T) {
	for file, parts := range map[string][]string{
		"a.docx": {"[Content_Types].xml", "<Types/>", "word/document.xml", "<document><body/></document>", "word/media/a.png", "abcdefgh"},
		"a.odt":  {"mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<d><body><text/></body></d>", "Pictures/a.png", "abcdefgh"},
		"a.ods":  {"mimetype", "x", "content.xml", "<d/>", "Pictures/a.png", "abcdefgh"},
	} {
		data := gridtest.Packed(t, parts...)
		if book, findings := Parse(file, data); book == nil {
			t.Fatal(findings)
		}
		gridtest.Refused(t, Parse, file, bytes.Replace(data, []byte("abcdefgh"), []byte("abcdefgi"), 1), finding.UnreadableFile, "文件中的零件 "+parts[len(parts)-2]+" 校验不符")
	}
}
