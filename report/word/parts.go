package word

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"strings"

	"taizhang/report/document"
)

//go:embed styles.xml
var styles []byte

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNS  = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	drawNS  = ` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

	relation  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packaging = "http://schemas.openxmlformats.org/package/2006/"
	wordType  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// part is a file of the package.
type part struct {
	name string
	data []byte
}

// parts are the files of the package, the one with their sum last.
func (p *printer) parts() []part {
	add := func(list []part, name, text string) []part { return append(list, part{name, []byte(text)}) }
	var list []part
	list = add(list, "[Content_Types].xml", p.contentTypes())
	list = add(list, "_rels/.rels", xmlHead+`<Relationships xmlns="`+packaging+`relationships"><Relationship Id="rId1" Type="`+relation+`officeDocument" Target="word/document.xml"/>`+
		`<Relationship Id="rId2" Type="`+packaging+`relationships/metadata/core-properties" Target="docProps/core.xml"/>`+
		`<Relationship Id="rId3" Type="`+relation+`extended-properties" Target="docProps/app.xml"/><Relationship Id="rId4" Type="`+relation+`custom-properties" Target="docProps/custom.xml"/></Relationships>`)
	list = add(list, "docProps/app.xml", xmlHead+`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>taizhang</Application></Properties>`)
	list = add(list, "docProps/core.xml", p.core())
	list = add(list, "word/document.xml", xmlHead+"<w:document "+mainNS+drawNS+"><w:body>\n"+p.text.String()+"</w:body></w:document>")
	list = append(list, part{"word/styles.xml", p.styles()})
	list = add(list, "word/settings.xml", xmlHead+`<w:settings `+mainNS+`><w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>`+
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`)
	list = add(list, "word/fontTable.xml", fontTable())
	list = add(list, "word/footer1.xml", footer(`<w:jc w:val="right"/>`, `<w:ind w:rightChars="100" w:right="280" w:firstLineChars="0" w:firstLine="0"/>`))
	list = add(list, "word/footer2.xml", footer(`<w:jc w:val="left"/>`, `<w:ind w:leftChars="100" w:left="280" w:firstLineChars="0" w:firstLine="0"/>`))
	if p.doc.Draft {
		list = add(list, "word/header1.xml", xmlHead+`<w:hdr `+mainNS+`><w:p><w:pPr><w:pStyle w:val="a4"/></w:pPr>`+run(document.DraftWord, "")+`</w:p></w:hdr>`)
	}
	for i, data := range p.pictures {
		list = append(list, part{fmt.Sprintf("word/media/image%d.png", i+1), data})
	}
	list = add(list, "word/_rels/document.xml.rels", p.relations())
	return append(list, part{sumPart, []byte(sumXML(sumOf(list)))})
}

// styles are the styles, for what stands on one page in smaller sizes: 小四 for the text, 小二 for the title.
func (p *printer) styles() []byte {
	if !p.doc.OnePage {
		return p.contentsStyle(styles)
	}
	smaller := strings.NewReplacer(`w:val="32"`, `w:val="24"`, `w:line="579"`, `w:line="390"`, `w:firstLine="632"`, `w:firstLine="480"`, `<w:spacing w:val="-5"/>`, `<w:spacing w:val="0"/>`,
		`w:line="720"`, `w:line="520"`, `w:val="44"`, `w:val="36"`)
	return []byte(smaller.Replace(string(styles)))
}

// contentsRoom is the height below the title and the head of the contents, in twips: what their lines
// take without going on to another page.
const contentsRoom = 7900

// contentsStyle sets the lines of the contents so close that they end their page, where 小四 does that.
func (p *printer) contentsStyle(all []byte) []byte {
	n := 0
	for _, b := range p.doc.Blocks {
		if c, ok := b.(document.Contents); ok {
			n = len(c.Entries)
		}
	}
	if n*400 <= contentsRoom {
		return all
	}
	pitch, size := contentsRoom/n, "28"
	switch {
	case pitch >= 360:
	case pitch >= 300:
		size = "24"
	default:
		return all
	}
	list := strings.Split(string(all), "\n")
	for i, line := range list {
		if strings.Contains(line, `w:styleId="TOC1"`) {
			line = strings.Replace(line, `w:line="400"`, fmt.Sprintf(`w:line="%d"`, pitch), 1)
			list[i] = strings.NewReplacer(`<w:sz w:val="28"/>`, `<w:sz w:val="`+size+`"/>`, `<w:szCs w:val="28"/>`, `<w:szCs w:val="`+size+`"/>`).Replace(line)
		}
	}
	return []byte(strings.Join(list, "\n"))
}

func (p *printer) contentTypes() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="` + packaging + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>`)
	over := func(name, kind string) {
		fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%s"/>`, name, kind)
	}
	over("word/document.xml", wordType+"document.main+xml")
	for _, name := range []string{"styles", "settings", "fontTable"} {
		over("word/"+name+".xml", wordType+name+"+xml")
	}
	over("word/footer1.xml", wordType+"footer+xml")
	over("word/footer2.xml", wordType+"footer+xml")
	if p.doc.Draft {
		over("word/header1.xml", wordType+"header+xml")
	}
	over("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	over("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	over(sumPart, "application/vnd.openxmlformats-officedocument.custom-properties+xml")
	b.WriteString("</Types>")
	return b.String()
}

func (p *printer) relations() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="` + packaging + `relationships">`)
	add := func(id, kind, target string) {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s%s" Target="%s"/>`, id, relation, kind, target)
	}
	add("rIdStyles", "styles", "styles.xml")
	add("rIdSettings", "settings", "settings.xml")
	add("rIdFonts", "fontTable", "fontTable.xml")
	add("rIdOdd", "footer", "footer1.xml")
	add("rIdEven", "footer", "footer2.xml")
	if p.doc.Draft {
		add("rIdHeader", "header", "header1.xml")
	}
	for i := range p.pictures {
		add(fmt.Sprintf("rIdImage%d", i+1), "image", fmt.Sprintf("media/image%d.png", i+1))
	}
	b.WriteString("</Relationships>")
	return b.String()
}

// core are the properties that a file says of itself. Their date is the last day that it tells of.
func (p *printer) core() string {
	d := p.doc
	draft := ""
	if d.Draft {
		draft = "（" + document.DraftWord + "）"
	}
	date := ""
	if !d.Date.IsZero() {
		day := d.Date.String() + "T00:00:00Z"
		date = `<dcterms:created xsi:type="dcterms:W3CDTF">` + day + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + day + `</dcterms:modified>`
	}
	return xmlHead + `<cp:coreProperties xmlns:cp="` + packaging + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		"<dc:title>" + escape(d.Title+draft) + "</dc:title><dc:subject>" + escape(d.Subject+draft) + "</dc:subject><dc:creator>" + escape(d.Author) + "</dc:creator>" + date + "<dc:language>zh-CN</dc:language></cp:coreProperties>"
}

// footer is a page number, — 1 —, in 4号 half-width 宋体 (7.5).
func footer(jc, indent string) string {
	return xmlHead + `<w:ftr ` + mainNS + `><w:p><w:pPr><w:pStyle w:val="a5"/>` + indent + jc + `</w:pPr>` + run("— ", "") + fieldBegin + instruction("PAGE") + fieldSeparate + run("1", "") + fieldEnd + run(" —", "") + `</w:p></w:ftr>`
}

// fontTable names for each face what stands in for it where it is not installed.
func fontTable() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:fonts ` + mainNS + `>`)
	for _, f := range [][2]string{{"仿宋", "仿宋_GB2312"}, {"黑体", "SimHei"}, {"楷体", "楷体_GB2312"}, {"宋体", "SimSun"}, {"方正小标宋简体", "宋体"}} {
		fmt.Fprintf(&b, `<w:font w:name="%s"><w:altName w:val="%s"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`, f[0], f[1])
	}
	b.WriteString("</w:fonts>")
	return b.String()
}

// pack writes the package. Its members have no times, so that the same parts give the same bytes.
func pack(w io.Writer, parts []part) error {
	var buffer bytes.Buffer
	z := zip.NewWriter(&buffer)
	for _, p := range parts {
		method := zip.Deflate
		if strings.HasSuffix(p.name, ".png") {
			method = zip.Store // compressed already
		}
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: method})
		if err != nil {
			return err
		}
		if _, err := f.Write(p.data); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	_, err := w.Write(buffer.Bytes())
	return err
}
