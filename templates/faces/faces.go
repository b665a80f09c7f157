// Package faces embeds four free typefaces for the annex, one a role of an official
// document. They stand in where the office's own faces are not found. How they are made
// and under which licence they go is told in README.md and OFL.txt beside them.
package faces

import _ "embed"

// The bytes are never written to: they lie in the program's image and cost nothing until
// they are read.
var (
	//go:embed title.ttf
	title []byte
	//go:embed body.ttf
	body []byte
	//go:embed heading.ttf
	heading []byte
	//go:embed sub.ttf
	sub []byte
)

// Title returns the face of titles (小标宋), a TrueType file. Read only, as all of them.
func Title() []byte { return title }

// Body returns the face of body text (仿宋) and page numbers (宋体).
func Body() []byte { return body }

// Heading returns the face of first-level headings (黑体).
func Heading() []byte { return heading }

// Sub returns the face of second-level headings (楷体).
func Sub() []byte { return sub }
