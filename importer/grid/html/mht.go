package html

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"taizhang/importer/grid"
	"taizhang/importer/grid/charset"
)

// mhtHint says what to do with a page in one file that can't be read.
const mhtHint = "请用 Excel 或浏览器打开这个网页，另存为 .xlsx（或“网页，仅 HTML”），放回原文件夹。"

// mostParts is how many parts of a page in one file are looked at.
const mostParts = 2000

// webPage is one page of those that lie in one file.
type webPage struct {
	name string // without folders, in lower case
	data []byte
}

// ReadMHT reads a page that was saved as one file (.mht): the tables of its first page, or of
// the sheets where that is a set of frames, as Excel saves a workbook.
func ReadMHT(r *grid.Reading, data []byte) *grid.Refusal {
	pages, ok := pagesOf(data)
	if !ok || len(pages) == 0 {
		return grid.Unsupported("单个文件网页（.mht）", mhtHint)
	}
	text, ok := charset.Decode(pages[0].data)
	if !ok {
		return grid.Damaged("文字编码已损坏")
	}
	sheets := framesOf(text)
	if len(sheets) == 0 {
		return Read(r, pages[0].data)
	}
	read := false
	for _, s := range sheets {
		for i := range pages {
			p := &pages[i]
			if i == 0 || p.name != s.file || p.data == nil { // two sheets don't share a page
				continue
			}
			inner := &grid.Reading{File: r.File, Budget: r.Budget}
			if bad := Read(inner, p.data); bad != nil {
				return bad
			}
			for _, sheet := range inner.Sheets {
				sheet.Hidden = s.hidden
			}
			name := uniqueName(s.name)
			if bad := r.Take(inner, name); bad != nil {
				return bad
			}
			p.data, read = nil, true
			break
		}
	}
	if !read {
		return grid.Unsupported("单个文件网页（.mht）", mhtHint)
	}
	return nil
}

// uniqueName names the tables of one sheet: the first one as the sheet.
func uniqueName(sheet string) func(string) string {
	n := 0
	return func(table string) string {
		if n++; n == 1 {
			return sheet
		}
		return sheet + "：" + table
	}
}

// pagesOf takes the pages out of a file in MIME, in their order.
func pagesOf(data []byte) (pages []webPage, ok bool) {
	in := bufio.NewReader(bytes.NewReader(data))
	header, err := textproto.NewReader(in).ReadMIMEHeader()
	if err != nil && len(header) == 0 {
		return nil, false
	}
	kind, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		return nil, false
	}
	if kind == "text/html" {
		page, err := io.ReadAll(decoded(in, header.Get("Content-Transfer-Encoding")))
		return []webPage{{data: page}}, err == nil
	}
	if !strings.HasPrefix(kind, "multipart/") || params["boundary"] == "" {
		return nil, false
	}
	parts := multipart.NewReader(in, params["boundary"])
	for range mostParts {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			return pages, true
		}
		if err != nil {
			return nil, false
		}
		if kind, _, _ := mime.ParseMediaType(part.Header.Get("Content-Type")); kind != "text/html" {
			continue
		}
		page, err := io.ReadAll(decoded(part, part.Header.Get("Content-Transfer-Encoding")))
		if err != nil {
			return nil, false
		}
		pages = append(pages, webPage{fileOf(part.Header.Get("Content-Location")), page})
	}
	return nil, false
}

// decoded undoes what a part was encoded with to pass through mail.
func decoded(in io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, in)
	case "quoted-printable":
		return quotedprintable.NewReader(in)
	}
	return in
}

// fileOf returns the last piece of an address, in lower case.
func fileOf(address string) string {
	return strings.ToLower(path.Base(strings.ReplaceAll(address, `\`, "/")))
}

// frame is a sheet of a workbook that was saved as a set of frames.
type frame struct {
	name, file string
	hidden     bool
}

// In such a page the sheets are named in a comment for Excel.
var (
	sheetBlock  = regexp.MustCompile(`(?is)<x:ExcelWorksheet>(.*?)</x:ExcelWorksheet>`)
	sheetName   = regexp.MustCompile(`(?is)<x:Name>(.*?)</x:Name>`)
	sheetSource = regexp.MustCompile(`(?is)<x:WorksheetSource\s+HRef\s*=\s*["']([^"']*)["']`)
	sheetAway   = regexp.MustCompile(`(?i)<x:Visible>\s*Sheet(?:Very)?Hidden`)
)

func framesOf(text string) (frames []frame) {
	if !strings.Contains(strings.ToLower(text), "<frameset") {
		return nil
	}
	for _, block := range sheetBlock.FindAllString(text, grid.MaxSheets) {
		name, source := sheetName.FindStringSubmatch(block), sheetSource.FindStringSubmatch(block)
		if name == nil || source == nil {
			continue
		}
		frames = append(frames, frame{strings.TrimSpace(html.UnescapeString(name[1])), fileOf(source[1]), sheetAway.MatchString(block)})
	}
	return frames
}
