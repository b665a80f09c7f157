// Package docs embeds the manual and its pictures. README.md shows some of them too; .ci/pictures
// makes them anew from the sample.
package docs

import "embed"

// Manual is the manual as it is written: see report/manual for what it may hold.
//
//go:embed 使用手册.md
var Manual string

//go:embed *.png
var pictures embed.FS

// Picture returns a picture of the manual.
func Picture(name string) ([]byte, error) { return pictures.ReadFile(name) }
