package inbox

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"taizhang/importer/grid"
	"taizhang/importer/period"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// unpack stores what lies in a zip, each file as if it had been Dropped by itself. The zip is held
// to the limits of a file while it comes in, and what it unfolds to by grid's.
func unpack(at store, q period.Quarter, name string, from io.Reader) []Dropped {
	failed := func(why string) []Dropped { return []Dropped{{Name: name, Wrong: []string{"没有存下：" + why}}} }
	held, err := os.CreateTemp("", "taizhang-*.zip")
	if err != nil {
		return failed(Plain(err))
	}
	defer os.Remove(held.Name())
	defer held.Close()
	size, err := io.Copy(held, io.LimitReader(from, maxZipBytes+1))
	switch {
	case err != nil:
		return failed(broken(err))
	case size > maxZipBytes:
		return failed(fmt.Sprintf("压缩包超过%d兆", maxZipBytes>>20))
	}
	r, err := zip.NewReader(held, size)
	if err != nil || isWorkbook(r) {
		if _, err := held.Seek(0, io.SeekStart); err != nil {
			return failed(Plain(err))
		}
		return []Dropped{at.one(q, name, held)}
	}
	if len(r.File) > grid.MaxParts {
		return failed(fmt.Sprintf("压缩包里的文件超过%d个", grid.MaxParts))
	}
	var got []Dropped
	whole := budget{left: maxUnpacked, size: size}
	for _, f := range r.File {
		inner := memberName(f)
		base := path.Base(strings.ReplaceAll(inner, `\`, "/"))
		if f.FileInfo().IsDir() || strings.HasPrefix(base, ".") || strings.HasPrefix(inner, "__MACOSX/") || len(got) >= mostFiles {
			continue
		}
		d := Dropped{Name: name + " 里的 " + base, quarter: q}
		switch one, err := whole.open(f); {
		case err != nil:
			d.Wrong = append(d.Wrong, "没有存下："+err.Error())
		default:
			kept := at.one(q, inner, one)
			one.Close()
			kept.Name = d.Name
			d = kept
		}
		got = append(got, d)
	}
	if len(got) == 0 {
		return failed("压缩包里没有文件")
	}
	return got
}

const (
	maxZipBytes = 256 << 20
	maxUnpacked = 1 << 30 // of all members together, on the disk
)

// budget is what the members of a zip may still unfold to.
type budget struct{ left, size int64 }

// open reads a member; what unfolds to more than its header says, or than a file may be, ends with
// an error.
func (b *budget) open(f *zip.File) (io.ReadCloser, error) {
	packed, whole := int64(f.CompressedSize64), int64(f.UncompressedSize64)
	switch {
	case f.Flags&1 != 0:
		return nil, errors.New("压缩包设了密码，请解开以后再放")
	case !f.Mode().IsRegular():
		return nil, errors.New("不是普通文件")
	case f.UncompressedSize64 > grid.MaxFileBytes:
		return nil, errTooLarge
	case whole > grid.RatioFloor && (packed <= 0 || whole/packed > grid.MaxRatio):
		return nil, errors.New("压缩得太厉害，不像正常的文件")
	case whole > b.left:
		return nil, fmt.Errorf("压缩包里的文件合起来超过%d兆", maxUnpacked>>20)
	}
	b.left -= whole
	r, err := f.Open()
	if err != nil {
		return nil, errors.New("解不开：压缩包可能坏了")
	}
	return &member{r}, nil
}

// member says in Chinese what keeps a member from being read.
type member struct{ io.ReadCloser }

func (m *member) Read(b []byte) (int, error) {
	n, err := m.ReadCloser.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		err = errors.New("解不开：压缩包可能坏了")
	}
	return n, err
}

// isWorkbook reports a workbook or document that is only called .zip.
func isWorkbook(r *zip.Reader) bool {
	for _, f := range r.File {
		if f.Name == "[Content_Types].xml" || f.Name == "mimetype" {
			return true
		}
	}
	return false
}

// memberName is what a member is called. Programs here write names in the country's own code
// without saying so.
func memberName(f *zip.File) string {
	if !f.NonUTF8 && utf8.ValidString(f.Name) {
		return f.Name
	}
	if utf8.ValidString(f.Name) && !bytes.ContainsFunc([]byte(f.Name), func(r rune) bool { return r < ' ' }) {
		return f.Name
	}
	if text, err := simplifiedchinese.GB18030.NewDecoder().String(f.Name); err == nil {
		return text
	}
	return f.Name
}
