package docx

import (
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
	"taizhang/importer/grid/flow"
	"taizhang/importer/grid/markup"
)

// readComments reads the comments of a document by their id, without their authors. Most
// documents have none.
func readComments(zip *archive.Zip, targets archive.Relations) (map[string]string, *grid.Refusal) {
	for _, rel := range targets.List {
		if rel.External || rel.Kind != "comments" || !zip.Has(rel.Target) {
			continue
		}
		x, bad := zip.XML(rel.Target)
		if bad != nil {
			return nil, bad
		}
		comments := map[string]string{}
		for range x.Children() {
			for tag := range x.Children() {
				if tag == "comment" {
					id := x.Attr("id")
					comments[id] = commentText(x)
				}
			}
		}
		return comments, x.Bad
	}
	return nil, nil
}

// commentText reads the paragraphs of a comment, one a line.
func commentText(x *markup.Scanner) string {
	var b strings.Builder
	depth := x.Depth()
	for {
		switch x.Next() {
		case markup.TokenStop:
			return b.String()
		case markup.TokenEnd:
			if x.Depth() < depth {
				return strings.TrimSpace(b.String())
			}
		case markup.TokenStart:
			switch x.Name {
			case "p":
				b.WriteByte('\n')
			case "t":
				b.WriteString(x.Text())
			case "tab":
				b.WriteByte(' ')
			}
		}
		if b.Len() > grid.MaxTextBytes {
			x.Bad = grid.TooLarge("一段文字过长", grid.Megabytes(grid.MaxTextBytes))
		}
	}
}

// commented notes a comment beside the text where its range begins, or where it is referred
// to: once.
func (w *document) commented(l *line, id string) {
	text, ok := w.comments[id]
	if !ok {
		return
	}
	delete(w.comments, id)
	flow.Line(&l.notes, text)
}
