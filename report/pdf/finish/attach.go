package finish

import (
	"bytes"
	"crypto/md5"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"taizhang/importer/period"
)

// Attachment is a file that the document brings along, for programs that read its figures.
type Attachment struct {
	Name  string // 台账公开数据.json
	About string // one line
	Type  string // application/json
	Data  []byte
}

// attach adds the files and returns what the catalog says of them.
func (f *File) attach(attached []Attachment, date period.Date) string {
	if len(attached) == 0 {
		return ""
	}
	attached = slices.Clone(attached)
	slices.SortStableFunc(attached, func(a, b Attachment) int { return strings.Compare(HexText(a.Name), HexText(b.Name)) }) // as a name tree is
	var tree, list bytes.Buffer
	for _, a := range attached {
		day := pdfDate(date)
		content := f.add(stream(a.Data, fmt.Sprintf("/Type /EmbeddedFile /Subtype /%s /Params <</Size %d /CheckSum <%x> /CreationDate (%s) /ModDate (%s)>>",
			nameOf(a.Type), len(a.Data), md5.Sum(a.Data), day, day)))
		spec := f.add(fmt.Appendf(nil, "<</Type /Filespec /F %s /UF %s /Desc %s /AFRelationship /Data /EF <</F %d 0 R /UF %d 0 R>>>>\n",
			HexText(a.Name), HexText(a.Name), HexText(a.About), content, content))
		fmt.Fprintf(&tree, "%s %d 0 R ", HexText(a.Name), spec)
		fmt.Fprintf(&list, "%d 0 R ", spec)
	}
	return fmt.Sprintf("/AF [%s]\n/Names <</EmbeddedFiles <</Names [%s]>>>>\n", bytes.TrimSpace(list.Bytes()), bytes.TrimSpace(tree.Bytes()))
}

// describe adds the document's properties as XMP, equal to those of the file's own
// dictionary, and returns what the catalog says of them.
func (f *File) describe(p Properties) string {
	escape := func(text string) string {
		var b strings.Builder
		_ = xml.EscapeText(&b, []byte(text)) // into memory
		return b.String()
	}
	day := p.Date.String() + "T00:00:00+00:00"
	packet := fmt.Sprintf(`<?xpacket begin="%s" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>taizhang</xmp:CreatorTool><pdf:Producer>taizhang</pdf:Producer>
<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate><xmp:MetadataDate>%s</xmp:MetadataDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`, "\uFEFF", escape(p.Title), escape(p.Subject), escape(p.Author), day, day, day)
	n := f.add(fmt.Appendf(nil, "<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream\n", len(packet), packet))
	return fmt.Sprintf("/Metadata %d 0 R\n", n)
}

// pdfDate is the start of a day as PDF writes it.
func pdfDate(d period.Date) string {
	return fmt.Sprintf("D:%04d%02d%02d000000", d.Year, d.Month, d.Day)
}

// HexText is a text as PDF takes it in any language: UTF-16 in hexadecimal digits.
func HexText(text string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String() + ">"
}

// nameOf writes a MIME type as a PDF name.
func nameOf(mime string) string { return strings.ReplaceAll(mime, "/", "#2F") }

// Properties is what the file says of itself.
type Properties struct {
	Title, Subject, Author string
	Date                   period.Date // of the document: the last day that it tells of
}
