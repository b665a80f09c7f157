// Package known is what sheets are read against, and what a single cell or heading is by it: a
// heading of the vocabulary, a value, the name of a requirement. Where it stands says nothing here.
package known

import (
	"taizhang/importer/memo"
	"taizhang/importer/table/heading"
)

// Facts is what is known of all sheets, with what was made of texts already. It is safe for use
// by several goroutines.
type Facts struct {
	Given
	Headings *heading.Dictionary

	anchors memo.Texts[match]
}

// New returns the facts that sheets are held against.
func New(g Given) *Facts { return &Facts{Given: g, Headings: heading.New(g.Words)} }

// IsTask reports whether a text is the title of a task of the list.
func (r *Facts) IsTask(text string) bool { return r.List.Task(text) }
