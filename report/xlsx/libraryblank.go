package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"sync"

	"github.com/xuri/excelize/v2"
)

const themePart = "xl/theme/theme1.xml"

// blank is what each workbook begins as. The library's own beginning takes the theme apart and
// puts it together again for every file, which costs more than the rest of a small one, so that
// the theme is kept as it is written, beside a file that has none.
type blank struct {
	file  []byte // a zip
	theme []byte
}

var theBlank = sync.OnceValues(newBlank)

func newBlank() (blank, error) {
	f := excelize.NewFile()
	defer f.Close()
	b, err := withoutTheme(f)
	if err != nil {
		return blank{}, err
	}
	if _, err := f.WriteToBuffer(); err != nil {
		return blank{}, err
	}
	theme, ok := f.Pkg.Load(themePart)
	if !ok {
		return blank{}, fmt.Errorf("no %s", themePart)
	}
	return blank{b, theme.([]byte)}, nil
}

// withoutTheme packs the parts of a file, but for the theme. They are not compressed.
func withoutTheme(f *excelize.File) (data []byte, err error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	f.Pkg.Range(func(name, content any) bool {
		if name == themePart {
			return true
		}
		w, failed := z.CreateHeader(&zip.FileHeader{Name: name.(string), Method: zip.Store})
		if failed == nil {
			_, failed = w.Write(content.([]byte))
		}
		err = failed
		return err == nil
	})
	if err == nil {
		err = z.Close()
	}
	return b.Bytes(), err
}

// open returns a new file of the library.
func (b blank) open() (*excelize.File, error) {
	f, err := excelize.OpenReader(bytes.NewReader(b.file))
	if err != nil {
		return nil, err
	}
	f.Pkg.Store(themePart, b.theme)
	return f, nil
}
