package book

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"

	"taizhang/importer/finding"

	"github.com/klauspost/compress/flate"
)

// Key is the same for slips that one and the same program writes alike: it is of all that a
// slip holds, of the files that it draws, and of the program's version.
func (s Slip) Key() string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %q %v %#v %q\n", s.version, s.Department, s.unit, s.until, s.asOf, *s.words, s.sums)
	for _, p := range s.problems {
		for _, at := range []finding.Place{p.Place, p.at} {
			fmt.Fprintf(h, "%q %q %d %d ", at.File(), at.Sheet(), at.Row(), at.Col())
		}
		f := p.Finding
		f.Place = finding.Place{}
		fmt.Fprintf(h, "%#v %#v %q %q\n", f, p.mend, p.asked, f.Severity())
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Written reports whether the file is this very slip as the program wrote it, and whole.
func (s Slip) Written(path string) bool {
	key, ok := properties(path, true)
	return ok && key == s.Key()
}

// Untouched reports whether a file is a workbook as this program wrote it: whoever saves it
// again, if only by opening it, leaves another program's name in it.
func Untouched(path string) bool {
	_, ok := properties(path, false)
	return ok
}

// properties returns the key in a workbook of this program, and whether it is one; where all
// of it is read, also whether it is whole.
func properties(path string, all bool) (key string, ok bool) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return "", false
	}
	defer z.Close()
	z.RegisterDecompressor(zip.Deflate, flate.NewReader)
	for _, f := range z.File {
		tells := f.Name == "docProps/app.xml" || f.Name == "docProps/core.xml"
		if !tells && !all {
			continue
		}
		var application, identifier string
		r, err := f.Open()
		if err == nil && tells {
			application, identifier, err = told(r)
		}
		if err == nil {
			_, err = io.Copy(io.Discard, r) // up to its sum
		}
		if r != nil {
			r.Close()
		}
		if err != nil {
			return "", false
		}
		ok, key = ok || application == Application, key+identifier
	}
	return key, ok
}

func told(r io.Reader) (application, identifier string, err error) {
	var says struct {
		Application string `xml:"Application"`
		Identifier  string `xml:"identifier"`
	}
	err = xml.NewDecoder(io.LimitReader(r, 1<<16)).Decode(&says)
	return says.Application, says.Identifier, err
}
