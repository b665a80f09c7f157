package book

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"taizhang/importer/finding"

	"github.com/klauspost/compress/flate"
)

// Key is the same for slips that one and the same program writes alike: it is of all that a
// slip holds, of the files that it draws, and of the program's version.
func (s Slip) Key() string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %v %#v %q\n", s.version, s.Department, s.unit, s.asOf, *s.words, s.sums)
	for _, p := range s.problems {
		for _, at := range []finding.Place{p.Place, p.at} {
			fmt.Fprintf(h, "%q %q %d %d ", at.File(), at.Sheet(), at.Row(), at.Col())
		}
		f := p.Finding
		f.Place = finding.Place{}
		fmt.Fprintf(h, "%#v %#v %q %q %v %q %q\n", f, p.mend, p.asked, f.Severity(), p.quarter, p.until, p.cause)
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

// largestPart is more than a part of a slip has, in bytes.
const largestPart = 64 << 20

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
		says := struct {
			Application string `xml:"Application"`
			Identifier  string `xml:"identifier"`
		}{}
		switch f.Name {
		case "docProps/app.xml", "docProps/core.xml":
			err = readPart(f, &says)
		default:
			if all {
				err = readPart(f, nil)
			}
		}
		if err != nil {
			return "", false
		}
		ok, key = ok || says.Application == Application, key+says.Identifier
	}
	return key, ok
}

// readPart reads a part to its end, where its sum is checked, and fills in what it says.
func readPart(f *zip.File, says any) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	if says != nil {
		if err := xml.NewDecoder(io.LimitReader(r, 1<<16)).Decode(says); err != nil {
			return err
		}
	}
	if _, err := io.CopyN(io.Discard, r, largestPart); err != io.EOF {
		return errors.Join(errNotWhole, err)
	}
	return nil
}

var errNotWhole = errors.New("a part is not whole, or larger than any of a slip")
