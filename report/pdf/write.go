package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/go-pdf/fpdf"

	"taizhang/report/pdf/finish"
)

// Write prints the document as PDF. The same document gives the same bytes.
func (d *File) Write(w io.Writer) error {
	p := painter{pdf: fpdf.New("P", "pt", "A4", ""), goals: d.goals}
	for _, pg := range d.pages {
		p.sheets = append(p.sheets, pg.sheet)
	}
	d.describe(p.pdf)
	if err := p.load(d.pages); err != nil {
		return err
	}
	d.root.Forget()
	for _, pg := range d.pages {
		p.page(pg)
	}
	var raw bytes.Buffer
	if err := p.pdf.Output(&raw); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	done, err := finish.Complete(raw.Bytes(), finish.Completion{Turn: d.turned(), Characters: p.characters(), Links: p.links, Root: d.root, Owners: p.owners, Faces: p.names(), Facts: d.facts, Attached: d.attached})
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	_, err = w.Write(done)
	return err
}

func (d *File) describe(pdf *fpdf.Fpdf) {
	date := time.Date(d.facts.Date.Year, time.Month(d.facts.Date.Month), d.facts.Date.Day, 0, 0, 0, 0, time.UTC)
	pdf.SetCreationDate(date)
	pdf.SetModificationDate(date)
	pdf.SetCatalogSort(true)
	pdf.SetTitle(wide(d.facts.Title), true)
	pdf.SetSubject(wide(d.facts.Subject), true)
	pdf.SetAuthor(wide(d.facts.Author), true)
	pdf.SetCreator("taizhang", true)
	pdf.SetProducer("taizhang", true)
	pdf.SetLang("zh-CN")
	pdf.SetAutoPageBreak(false, 0)
}

func (d *File) turned() []bool {
	turn := make([]bool, len(d.pages))
	for i, p := range d.pages {
		turn[i] = p.sheet == turned
	}
	return turn
}

// wide writes characters beyond the BMP as two surrogates of three bytes each: the PDF
// maker turns bytes into UTF-16 and knows no other way.
func wide(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r <= 0xFFFF {
			b.WriteRune(r)
			continue
		}
		high, low := utf16.EncodeRune(r)
		for _, s := range []rune{high, low} {
			b.Write([]byte{0xE0 | byte(s>>12), 0x80 | byte(s>>6)&0x3F, 0x80 | byte(s)&0x3F})
		}
	}
	return b.String()
}
