package inplace

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
)

// Column is a column of a new sheet: its heading, and how wide it is in characters.
type Column struct {
	Heading string
	Wide    int
}

// sheetType is what a sheet is in a package, where no other sheet says so.
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

// Add returns a workbook with one more sheet behind all others, which has a line of headings and nothing else.
// The error says what the file lacks to be a workbook.
func Add(book []byte, sheet string, columns []Column) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return nil, fmt.Errorf("不是 .xlsx 工作簿：%w", err)
	}
	main := mainPart(z)
	data, err := readPart(z, main)
	if err != nil {
		return nil, err
	}
	list, err := sheetsIn(data)
	if err != nil {
		return nil, err
	}
	parts := relations(z, main)
	at := slices.IndexFunc(list.ids, func(id string) bool { return strings.HasSuffix(parts[id].Type, "/worksheet") })
	if at < 0 {
		return nil, errors.New("没有一页可以照着加")
	}
	like := parts[list.ids[at]]
	name, rel := freeName(z, path.Dir(like.Target)), freeID(parts)
	target, within := strings.CutPrefix(name, path.Dir(main)+"/")
	if !within {
		target = "/" + name
	}
	changed := map[string][]byte{name: newSheet(columns)}
	insert := func(part, element string, text func(prefix string) string) {
		was, fault := readPart(z, part)
		if fault == nil {
			changed[part], fault = before(was, element, text)
		}
		err = errors.Join(err, fault)
	}
	insert(main, "sheets", func(prefix string) string {
		return `<` + prefix + `sheet name="` + escaped(sheet) + `" sheetId="` + strconv.Itoa(list.most+1) + `" ` + list.prefix + `:id="` + rel + `"/>`
	})
	insert(path.Dir(main)+"/_rels/"+path.Base(main)+".rels", "Relationships", func(prefix string) string {
		return `<` + prefix + `Relationship Id="` + rel + `" Type="` + escaped(like.Type) + `" Target="` + escaped(target) + `"/>`
	})
	insert("[Content_Types].xml", "Types", func(prefix string) string {
		return `<` + prefix + `Override PartName="/` + escaped(name) + `" ContentType="` + sheetType + `"/>`
	})
	if err != nil {
		return nil, err
	}
	return replace(z, changed)
}

// sheetList is what the list of a workbook's sheets says.
type sheetList struct {
	prefix string   // of the names that lead to other parts, "r" mostly
	ids    []string // where the sheets lead
	most   int      // highest number of a sheet
}

func sheetsIn(data []byte) (list sheetList, err error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return list, fmt.Errorf("这个工作簿读不了：%w", err)
		}
		start, ok := tok.(xml.StartElement)
		if !ok || start.Name.Local != "sheet" {
			continue
		}
		for _, a := range start.Attr {
			switch {
			case a.Name.Local == "sheetId":
				n, _ := strconv.Atoi(a.Value)
				list.most = max(list.most, n)
			case a.Name.Local == "id" && a.Name.Space != "":
				list.prefix, list.ids = a.Name.Space, append(list.ids, a.Value)
			}
		}
	}
	if len(list.ids) == 0 {
		return list, errors.New("这个工作簿一页也没有")
	}
	return list, nil
}

// before puts a text before the end of the last element of a name; the text is told the prefix of its names.
func before(part []byte, element string, text func(prefix string) string) ([]byte, error) {
	d, at, prefix := xml.NewDecoder(bytes.NewReader(part)), -1, ""
	for {
		from := int(d.InputOffset())
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("这个工作簿读不了：%w", err)
		}
		if end, ok := tok.(xml.EndElement); ok && end.Name.Local == element && bytes.HasPrefix(part[from:], []byte("</")) {
			if at, prefix = from, ""; end.Name.Space != "" {
				prefix = end.Name.Space + ":"
			}
		}
	}
	if at < 0 {
		return nil, fmt.Errorf("这个工作簿里没有 %s", element)
	}
	return append(append(append([]byte{}, part[:at]...), text(prefix)...), part[at:]...), nil
}

// freeName is the name of a part that there is not yet, in any case of letters.
func freeName(z *zip.Reader, folder string) string {
	taken := map[string]bool{}
	for _, f := range z.File {
		taken[strings.ToLower(strings.TrimPrefix(f.Name, "/"))] = true
	}
	for n := 1; ; n++ {
		if name := path.Join(folder, "sheet"+strconv.Itoa(n)+".xml"); !taken[strings.ToLower(name)] {
			return name
		}
	}
}

func freeID(parts map[string]relation) string {
	for n := 1; ; n++ {
		id := "rId" + strconv.Itoa(n)
		if _, taken := parts[id]; !taken {
			return id
		}
	}
}

func newSheet(columns []Column) []byte {
	var out bytes.Buffer
	out.WriteString(xml.Header + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols>`)
	for i, c := range columns {
		fmt.Fprintf(&out, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, c.Wide)
	}
	out.WriteString(`</cols><sheetData><row r="1">`)
	for i, c := range columns {
		fmt.Fprintf(&out, `<c r="%s1" t="inlineStr"><is><t>%s</t></is></c>`, finding.ColumnName(i+1), escaped(c.Heading))
	}
	out.WriteString(`</row></sheetData></worksheet>`)
	return out.Bytes()
}
