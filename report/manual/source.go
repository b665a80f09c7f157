package manual

import (
	"strings"

	"taizhang/docs"
)

// kind is what a block of the manual is.
type kind int

const (
	title kind = iota
	heading
	paragraph
	bullets
	code
	table
	picture
	pairs // a first column that is typed, and what it means
)

// block is a part of the manual. lines are those of a list or of code; rows those of a table, its
// heading first, or of pairs. A picture is of the file, its text says what is to be seen.
type block struct {
	kind  kind
	text  string
	lines []string
	rows  [][]string
	file  string
}

// blocks reads the manual: headings of two levels, paragraphs of a line, lists, fenced code, tables,
// pictures, and what stands in words.go, asked for by {{…}}.
func blocks() (list []block) {
	lines := strings.Split(docs.Manual, "\n")
	for n := 0; n < len(lines); n++ {
		line := lines[n]
		last := func() *block {
			if len(list) == 0 || n == 0 || lines[n-1] == "" {
				list = append(list, block{kind: paragraph})
			}
			return &list[len(list)-1]
		}
		switch {
		case line == "":
		case strings.HasPrefix(line, "# "):
			list = append(list, block{kind: title, text: line[2:]})
		case strings.HasPrefix(line, "## "):
			list = append(list, block{kind: heading, text: line[3:]})
		case strings.HasPrefix(line, "- "):
			b := last()
			b.kind, b.lines = bullets, append(b.lines, line[2:])
		case strings.HasPrefix(line, "```"):
			b := block{kind: code}
			for n++; n < len(lines) && lines[n] != "```"; n++ {
				b.lines = append(b.lines, lines[n])
			}
			list = append(list, b)
		case strings.HasPrefix(line, "|"):
			b := last()
			b.kind = table
			if !strings.HasPrefix(line, "|---") {
				cells := strings.Split(strings.Trim(line, "| "), "|")
				for i := range cells {
					cells[i] = strings.TrimSpace(cells[i])
				}
				b.rows = append(b.rows, cells)
			}
		case strings.HasPrefix(line, "!["):
			says, file, _ := strings.Cut(strings.TrimSuffix(line[2:], ")"), "](")
			list = append(list, block{kind: picture, text: says, file: file})
		case strings.HasPrefix(line, "{{"):
			list = append(list, block{kind: pairs, rows: told(strings.Trim(line, "{}"))})
		default:
			list = append(list, block{kind: paragraph, text: line})
		}
	}
	return list
}

// told is what words.go says of a thing.
func told(name string) (rows [][]string) {
	switch name {
	case "命令":
		for _, c := range Commands {
			rows = append(rows, []string{c.line(), c.About})
		}
	case "选项":
		for _, f := range Flags {
			rows = append(rows, []string{f.line(), f.About})
		}
	case "退出码":
		for code, means := range Exits {
			rows = append(rows, []string{string(rune('0' + code)), means})
		}
	case "例":
		for _, e := range Examples {
			rows = append(rows, e[:])
		}
	}
	return rows
}

// span is a piece of a text: plain, strong or typed.
type span struct {
	text          string
	strong, typed bool
}

// spans cuts a text at **strong** and `typed`.
func spans(text string) (list []span) {
	for i, part := range strings.Split(text, "`") {
		if i%2 == 1 {
			list = append(list, span{text: part, typed: true})
			continue
		}
		for j, piece := range strings.Split(part, "**") {
			if piece != "" {
				list = append(list, span{text: piece, strong: j%2 == 1})
			}
		}
	}
	return list
}
