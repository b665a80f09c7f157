package document

import (
	"strings"

	"taizhang/importer/ledger"
	"taizhang/importer/ledger/figures"
	"taizhang/report/document/wording"
	"taizhang/report/publish"
	bulletinwords "taizhang/templates/bulletin"
)

// Bulletin makes the quarterly bulletin of a ledger, worded by an office's template or by the built-in
// one where it is empty. It is for the house: it names who was late and who is behind. Texts of the
// list stand in it as the edition prints them.
func Bulletin(l *ledger.Ledger, e publish.Edition, template string) (Document, error) {
	if template == "" {
		template = bulletinwords.Default()
	}
	b, ok := figures.BulletinOf(l)
	if !ok {
		b = figures.Bulletin{Quarter: l.AsOf}
	}
	blocks, err := wording.Bulletin(l, b, e, template)
	if err != nil {
		return Document{}, err
	}
	d := Document{Title: "通报", Author: e.Unit, Subject: l.AsOf.Label() + e.Name + "落实情况通报", Date: e.CutOff, FirstPage: 1, OnePage: true}
	for i, b := range blocks {
		switch b.Kind {
		case wording.Title:
			d.Title = b.Text
			d.Blocks = append(d.Blocks, Heading{0, linked(b), ""})
		case wording.Note:
			d.Blocks = append(d.Blocks, Paragraph{Centred, linked(b)})
		case wording.Heading, wording.Sub, wording.Item:
			d.Blocks = append(d.Blocks, Heading{1 + int(b.Kind-wording.Heading), linked(b), section(i)})
		case wording.Table:
			if len(b.Rows) > 1 && len(b.Rows[0]) > 0 {
				t := written(b)
				t.Size = tightSize
				t.Columns = shares(b.Rows, onePageWidth/t.Size)
				light(&t)
				d.Blocks = append(d.Blocks, t)
			}
		default:
			d.Blocks = append(d.Blocks, Paragraph{Body, linked(b)})
		}
	}
	return d, nil
}

// light marks the cells of a first column that name a light.
func light(t *Table) {
	for _, r := range t.Rows[t.Head:] {
		for _, l := range figures.Lights {
			if len(r.Cells) > 0 && r.Cells[0].Col == 0 && r.Cells[0].Text.Plain == strings.TrimSuffix(l.Label(), "灯") {
				r.Cells[0].Light = l
			}
		}
	}
}

// onePageWidth is the width of what is set on one page, in points.
const onePageWidth = 166 * 72 / 25.4
