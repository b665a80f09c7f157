package document

import (
	"fmt"
	"slices"

	"taizhang/report/chart"
	"taizhang/report/document/wording"
	"taizhang/report/publish"
	annexwords "taizhang/templates/annex"
)

// contentsFrom is how many headings an annex has from which on it gets its contents: a shorter one
// is leafed through sooner.
const contentsFrom = 8

// Annex makes the annex of the annual report of an edition, worded by an office's template or by the
// built-in one where it is empty. The error is the template's: it names its line, in Chinese.
func Annex(e publish.Edition, template string) (Document, error) {
	if template == "" {
		template = annexwords.Default()
	}
	figures := map[string]chart.Figure{}
	drawn := map[string]bool{}
	for _, name := range chart.Names {
		figures[name], drawn[name] = chart.Of(name, e)
	}
	blocks, err := wording.Blocks(e, template, drawn)
	if err != nil {
		return Document{}, err
	}
	a := annex{edition: e, figures: figures}
	a.doc = Document{Title: "年报附件", Author: e.Unit, Date: e.CutOff, Draft: e.Draft, FirstPage: max(e.FirstPage, 1),
		Subject: fmt.Sprintf("%d年%s落实情况", e.Year, e.Name)}
	for _, b := range blocks {
		if b.Kind == wording.Title {
			a.doc.Title = b.Text
			break
		}
	}
	a.add(Paragraph{Mark, plain("附件" + e.Annex)})
	for i, b := range blocks {
		if i == numbersAt(blocks) {
			a.numbers()
		}
		if b.Kind == wording.Contents {
			a.contents(b.Text, blocks)
			continue
		}
		a.block(i, b)
	}
	if numbersAt(blocks) == len(blocks) {
		a.numbers()
	}
	return a.doc, nil
}

// numbersAt is before which block the tables of the annual report stand: before the list of all
// requirements where that is the last, so that they fill the page that the text ends on, which the
// turned pages of the list do not.
func numbersAt(blocks []wording.Block) int {
	if n := len(blocks); n > 0 && blocks[n-1].Kind == wording.Register {
		return n - 1
	}
	return len(blocks)
}

// annex is an annex being made.
type annex struct {
	edition publish.Edition
	figures map[string]chart.Figure
	doc     Document
}

func (a *annex) add(b Block) { a.doc.Blocks = append(a.doc.Blocks, b) }

func (a *annex) block(i int, b wording.Block) {
	switch b.Kind {
	case wording.Title:
		a.add(Heading{0, linked(b), ""})
	case wording.Note:
		a.add(Paragraph{Centred, linked(b)})
	case wording.Heading, wording.Sub, wording.Item:
		a.add(Heading{1 + int(b.Kind-wording.Heading), linked(b), section(i)})
	case wording.Table:
		if len(b.Rows) > 0 && len(b.Rows[0]) > 0 {
			a.add(written(b))
		}
	case wording.Figure:
		a.figure(b)
	case wording.Register:
		a.add(register(a.edition, b))
	default:
		a.add(Paragraph{Body, linked(b)})
	}
}

// section names the anchor of a heading.
func section(block int) string { return fmt.Sprint("节:", block) }

// linked is a block's text with its references as links.
func linked(b wording.Block) Text {
	t := plain(b.Text)
	for _, r := range b.Refs {
		t.Links = append(t.Links, Link{r.From, r.To, r.Name})
	}
	return t
}

// tableOf leads from a figure to the table with the same numbers.
var tableOf = map[string]string{
	"构成": "表:具体要求", "趋势": "表:具体要求", "任务": "表:具体要求", "部门": "表:部门", "报送": "表:部门",
}

func (a *annex) figure(b wording.Block) {
	f := a.figures[b.Name]
	caption := b.Text
	if caption == "" {
		caption = f.Title
	}
	a.add(Figure{Anchor: "图:" + b.Name, Label: b.Label, Caption: caption, Alt: f.Alt, Notes: f.Notes, Table: tableOf[b.Name], Draw: f.Draw})
}

// Entries of contents that stand on the page of the title, and from how many on they fill the half of
// another page.
const (
	onePage   = 25
	goodPages = onePage + 16
)

// contents adds the contents: the headings 一、 and （一） and the tables. A short annex does without, and
// contents of which a few lines would have a page to themselves do without （一）.
func (a *annex) contents(head string, blocks []wording.Block) {
	all := Contents{Heading: head}
	if head == "" {
		all.Heading = "目录"
	}
	for i, b := range blocks {
		if i == numbersAt(blocks) {
			all.Entries = append(all.Entries, a.numberEntries()...)
		}
		switch b.Kind {
		case wording.Heading, wording.Sub:
			all.Entries = append(all.Entries, Entry{1 + int(b.Kind-wording.Heading), b.Text, section(i)})
		case wording.Register:
			all.Entries = append(all.Entries, Entry{1, Caption(b.Label, registerCaption(a.edition, b)), "表:" + b.Name})
		}
	}
	if numbersAt(blocks) == len(blocks) {
		all.Entries = append(all.Entries, a.numberEntries()...)
	}
	n := len(all.Entries)
	if n < contentsFrom {
		return
	}
	if n > onePage && n < goodPages {
		all.Entries = slices.DeleteFunc(all.Entries, func(e Entry) bool { return e.Level > 1 })
	}
	a.add(all)
}

func (a *annex) numberEntries() []Entry {
	var list []Entry
	for _, t := range a.tables() {
		list = append(list, Entry{1, numbersTitle(t), "年报:" + t.ID})
	}
	return list
}
