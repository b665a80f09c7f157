// Package finish completes a PDF that the library has made: it takes the file apart into its objects, adds
// what the library knows nothing of (the tree of structure, links, properties, files that it brings along)
// and puts it together again.
package finish

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
)

// Completion is what the PDF maker leaves undone: pages that are held turned, a map from
// each face's codes to the characters that they stand for, so that copied text is right,
// links, and what the file says of itself and brings along.
type Completion struct {
	Turn       []bool                   // by page
	Characters map[string]map[rune]rune // by the face's name
	Links      [][]Reference            // by page
	Root       *Node                    // of the structure
	Owners     [][]*Node                // by page and piece
	Faces      map[string]string        // the faces' true names, by those of this file
	Facts      Properties
	Attached   []Attachment
}

// Complete completes a file. It takes it apart by its own table of objects and puts it
// together again; it fails where the file is not laid out as the library lays it out.
func Complete(pdf []byte, todo Completion) ([]byte, error) {
	f, err := TakeApart(pdf)
	if err != nil {
		return nil, err
	}
	var pages []int // their places among the objects
	catalog := -1
	for i, object := range f.Objects {
		switch {
		case bytes.HasPrefix(object, []byte("<</Type /Page\n")):
			if n := len(pages); n < len(todo.Turn) && todo.Turn[n] {
				f.Objects[i] = bytes.Replace(object, []byte("/Type /Page\n"), []byte("/Type /Page\n/Rotate 90\n"), 1)
			}
			pages = append(pages, i)
		case bytes.HasPrefix(object, []byte("<</Type /Font\n/Subtype /Type0\n")):
			m := fontObject.FindSubmatch(object)
			if m == nil {
				return nil, errLayout
			}
			n, _ := strconv.Atoi(string(m[2]))
			if n < 1 || n > len(f.Objects) {
				return nil, errLayout
			}
			f.Objects[n-1] = stream(toUnicode(todo.Characters[string(m[1])]))
		case bytes.Contains(object, []byte("/Type /Catalog\n")):
			catalog = i
		}
	}
	if len(pages) != len(todo.Turn) || catalog < 0 || !names.Match(f.Objects[catalog]) {
		return nil, errLayout
	}
	f.countOutline()
	noted := f.link(pages, todo.Links)
	for i, at := range pages {
		f.Objects[at] = bytes.Replace(f.Objects[at], []byte("/Type /Page\n"), fmt.Appendf(nil, "/Type /Page\n/StructParents %d\n/Tabs /S\n", i), 1)
	}
	f.rename(todo.Faces)
	said := "/ViewerPreferences <</DisplayDocTitle true>>\n" + f.structure(todo.Root, pages, todo.Owners, noted) + f.describe(todo.Facts) + f.attach(todo.Attached, todo.Facts.Date)
	object := names.ReplaceAll(f.Objects[catalog], nil)
	f.Objects[catalog] = bytes.Replace(object, []byte("/Type /Catalog\n"), []byte("/Type /Catalog\n"+said), 1)
	f.header = bytes.Replace(f.header, []byte("%PDF-1.3"), []byte("%PDF-1.7"), 1)
	return f.assemble(), nil
}

var (
	errLayout  = errors.New("the PDF is not laid out as expected")
	fontObject = regexp.MustCompile(`/BaseFont /utf8(\S+)[\s\S]*/ToUnicode (\d+) 0 R`)
	names      = regexp.MustCompile(`(?s)/Names <<\n/EmbeddedFiles << /Names \[\s*\] >>\n>>\n`)
)

// rename gives the faces of the file their true names, each with the tag of a subset.
func (f *File) rename(faces map[string]string) {
	for i, object := range f.Objects {
		if bytes.Contains(object, []byte("stream\n")) {
			continue
		}
		f.Objects[i] = facesName.ReplaceAllFunc(object, func(name []byte) []byte {
			m := facesName.FindSubmatch(name)
			return fmt.Appendf(nil, "%s /%s\n", m[1], faces[string(m[2])])
		})
	}
}

var facesName = regexp.MustCompile(`(/(?:BaseFont|FontName)) /utf8(\S+)\n`)
