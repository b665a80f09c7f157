// Package inplace changes single cells of a workbook that somebody else may have written. Of the file
// nothing but the part of one sheet is written anew, and of that nothing but the cells that are named:
// looks, widths, lists of choices, comments, formulas and whatever else stands there stay to the byte.
package inplace

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
)

// Cell is what a cell is to say from now on, "" for nothing. Rows and columns count from 1.
type Cell struct {
	Row, Col int
	Text     string
}

// ErrFormula is that a cell holds a formula, which the workbook keeps a second record of.
var ErrFormula = errors.New("这一格里是公式")

// largestPart is more than a part of a workbook has that people fill in, in bytes.
const largestPart = 64 << 20

// Set returns a workbook with other texts in cells of one sheet. The error is ErrFormula, or says what
// the file lacks to be a workbook.
func Set(book []byte, sheet string, cells []Cell) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return nil, fmt.Errorf("不是 .xlsx 工作簿：%w", err)
	}
	name, err := partOf(z, sheet)
	if err != nil {
		return nil, err
	}
	part, err := readPart(z, name)
	if err != nil {
		return nil, err
	}
	if part, err = rewrite(part, cells); err != nil {
		return nil, err
	}
	return replace(z, map[string][]byte{name: part})
}

// replace writes a package with other content in some parts, and with those that it does not have yet at its
// end; all others are copied as they are packed.
func replace(z *zip.Reader, parts map[string][]byte) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	if err := w.SetComment(z.Comment); err != nil {
		return nil, err
	}
	write := func(header *zip.FileHeader, part []byte) error {
		to, err := w.CreateHeader(header)
		if err == nil {
			_, err = to.Write(part)
		}
		return err
	}
	done := map[string]bool{}
	for _, f := range z.File {
		name := strings.TrimPrefix(f.Name, "/")
		part, changed := parts[name]
		if !changed {
			if err := w.Copy(f); err != nil {
				return nil, err
			}
			continue
		}
		done[name] = true
		if err := write(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified}, part); err != nil {
			return nil, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if !done[name] {
			if err := write(&zip.FileHeader{Name: name, Method: zip.Deflate}, parts[name]); err != nil {
				return nil, err
			}
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// partOf finds the part of a sheet by its name, as the workbook and its relations lead to it.
func partOf(z *zip.Reader, sheet string) (string, error) {
	main := mainPart(z)
	data, err := readPart(z, main)
	if err != nil {
		return "", err
	}
	var book struct {
		Sheets []struct {
			Name  string     `xml:"name,attr"`
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := xml.Unmarshal(data, &book); err != nil {
		return "", fmt.Errorf("%s 读不了：%w", main, err)
	}
	parts := relations(z, main)
	for _, s := range book.Sheets {
		for _, a := range s.Attrs {
			if rel, known := parts[a.Value]; known && s.Name == sheet && a.Name.Local == "id" {
				return rel.Target, nil
			}
		}
	}
	return "", fmt.Errorf("没有“%s”这一页", sheet)
}

// mainPart is the part that lists the sheets.
func mainPart(z *zip.Reader) string {
	for _, rel := range relations(z, "") {
		if strings.HasSuffix(rel.Type, "/officeDocument") {
			return rel.Target
		}
	}
	return "xl/workbook.xml"
}

// relation is an arrow from one part to another.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"` // from the top of the package, as relations returns it
}

// relations are those of a part by their names, none where it has none that can be read.
func relations(z *zip.Reader, part string) map[string]relation {
	dir, base := path.Split(part)
	data, err := readPart(z, dir+"_rels/"+base+".rels")
	if err != nil {
		return nil
	}
	var all struct {
		List []relation `xml:"Relationship"`
	}
	if xml.Unmarshal(data, &all) != nil {
		return nil
	}
	found := map[string]relation{}
	for _, rel := range all.List {
		target := strings.ReplaceAll(rel.Target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", dir, target)
		}
		rel.Target = strings.TrimPrefix(path.Clean(target), "/")
		found[rel.ID] = rel
	}
	return found
}

func readPart(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if strings.TrimPrefix(f.Name, "/") != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer r.Close()
		data, err := io.ReadAll(io.LimitReader(r, largestPart+1))
		if err == nil && len(data) > largestPart {
			err = fmt.Errorf("%s 太大", name)
		}
		return data, err
	}
	return nil, fmt.Errorf("没有 %s", name)
}
