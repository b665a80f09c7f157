// Package wording writes the text of the annex: a template of the office's (Go
// text/template) is filled with the figures of the public edition and gives a small
// Markdown, which is read into blocks. Headings are numbered 一、 （一） 1. here; figures and
// tables are named in the template and made elsewhere. Text from the edition is never read
// as Markdown: every character of it arrives as it was.
package wording

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/template"
	"unicode/utf8"

	"taizhang/report/publish"
)

// Kind is what a block is set as.
type Kind int

const (
	Paragraph Kind = iota
	Title          // # the title of the annex
	Heading        // ## 一、
	Sub            // ### （一）
	Item           // #### 1.
	Note           // a paragraph that is all emphasis: a centred line
	Table          // a table written in the template, below ![caption](表:name) or without one
	Figure         // ![caption](图:name)
	Register       // ![caption](表:name) with no table below: one that the program makes
	Contents       // ![目录](目录)
)

// Block is a piece of the text, from one blank line to the next.
type Block struct {
	Kind    Kind
	Text    string     // plain text; the caption of a table or figure
	Refs    []Ref      // in Text, in its order
	Name    string     // of a figure or table
	Label   string     // 图1, 表1, 附表; "" for a table without a caption
	Rows    [][]string // of a table, the head first; all equally long
	Centred []bool     // by column
}

// Ref is where a text speaks of something that stands elsewhere: Text[From:To].
type Ref struct {
	From, To int
	Name     string // 图:构成, 表:部门, 项:3
}

// Blocks fills the template with the edition. drawn says which figures have something to say; others
// are left out. An error names the line and what was asked for, in Chinese.
func Blocks(e publish.Edition, source string, drawn map[string]bool) ([]Block, error) {
	blocks, err := Fill(facts(e, drawn), source, "annex.md")
	if err != nil {
		return nil, err
	}
	for _, b := range blocks {
		if err := known(e, b); err != nil {
			return nil, fmt.Errorf("annex.md%s：%w", lineOf(source, b), err)
		}
	}
	blocks = slices.DeleteFunc(blocks, func(b Block) bool { return b.Kind == Figure && !drawn[b.Name] })
	refer(blocks, label(blocks))
	return blocks, nil
}

// Fill fills a template with facts by their names and reads the blocks that it gives. file is the name
// by which errors call the template.
func Fill(said map[string]any, source, file string) ([]Block, error) {
	source = strings.TrimPrefix(source, "\uFEFF") // 记事本 puts it there
	switch {
	case len(source) > maxSource:
		return nil, fmt.Errorf("%s 超过 %d MB", file, maxSource>>20)
	case !utf8.ValidString(source):
		return nil, errors.New(file + " 的编码不是 UTF-8：请用记事本打开，另存为时编码选 UTF-8")
	case strings.TrimSpace(source) == "":
		return nil, errors.New(file + " 是空的")
	}
	t, err := template.New(file).Option("missingkey=error").Funcs(bounded).Funcs(functions).Parse(source)
	if err != nil {
		return nil, explain(err, file)
	}
	countRounds(t)
	var filled limited
	if err := t.Execute(&filled, said); err != nil {
		return nil, explain(err, file)
	}
	if err := tangled(filled.text.Bytes()); err != nil {
		return nil, fmt.Errorf("%s：%w", file, err)
	}
	return number(read(filled.text.Bytes())), nil
}
