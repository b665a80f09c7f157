package grid

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"

	"taizhang/importer/finding"
)

// Parse reads a file's bytes into a book. file is its name relative to the year folder;
// its content, not its ending, decides the format. A file that can't be read gives a nil
// book and a finding of severity error; a book may come with findings too.
func Parse(file string, data []byte) (*Book, []finding.Finding) {
	return parse(&reading{file: file}, data)
}

func parse(r *reading, data []byte) (*Book, []finding.Finding) {
	file, at := r.file, finding.In(r.file, "")
	f, zip, bad := r.formatOf(data)
	if bad == nil {
		bad = r.read(f, data, zip)
	}
	if bad != nil {
		return nil, []finding.Finding{bad.finding(at)}
	}
	if !slices.Contains(f.endings(), ending(file)) {
		r.findings = append(r.findings, finding.New(finding.WrongExtension, at, f.label(), ""))
	}
	sum := sha256.Sum256(data)
	book := &Book{File: file, Sum: hex.EncodeToString(sum[:]), Format: string(f), Sheets: r.sheets}
	slices.SortStableFunc(r.findings, finding.Compare)
	return book, r.findings
}

func (r *reading) formatOf(data []byte) (format, *archive, *refusal) {
	if most := r.limit(maxFileBytes); uint64(len(data)) > most {
		return "", nil, tooLarge("超过 "+size(most), size(most))
	}
	return sniff(data, r.file, r.limit(maxUnzippedBytes))
}

// Open reads the file at path. The error is the tool's (no permission, disk); everything
// that is wrong with the content is a finding.
func Open(path, file string) (*Book, []finding.Finding, error) {
	return open(path, &reading{file: file})
}

// OpenSheets is Open for some sheets of the program's own ledger, by their names, so that a
// large one can be asked for its small sheets. The other sheets of an .xlsx are not read, so
// that damage in them is not found either; other formats give all their sheets. The file may
// be larger than a return.
func OpenSheets(path, file string, names ...string) (*Book, []finding.Finding, error) {
	return open(path, &reading{file: file, only: names})
}

// OpenReturn is Open for a file that may be a scan or a picture of a return, which it
// doesn't read: ErrAttachment.
func OpenReturn(path, file string) (*Book, []finding.Finding, error) {
	return open(path, &reading{file: file, mayBeScan: true})
}

// ErrAttachment is that a file is a scan or a picture, and no table. See Attachment.
var ErrAttachment = errors.New("扫描件或图片")

// headBytes are enough to know a picture by.
const headBytes = 512

var errNoFile = errors.New("不是普通文件")

func open(path string, r *reading) (*Book, []finding.Finding, error) {
	// A pipe would be waited for without end.
	if info, err := os.Stat(path); err != nil {
		return nil, nil, err
	} else if !info.Mode().IsRegular() {
		return nil, nil, &os.PathError{Op: "open", Path: path, Err: errNoFile}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	if r.mayBeScan {
		if scan, err := isScan(f, r.file); err != nil || scan {
			return nil, nil, cmp.Or(err, ErrAttachment)
		}
	}
	data, still, err := contents(f, r.limit(maxFileBytes))
	if err != nil {
		return nil, nil, err
	}
	if !still {
		return nil, []finding.Finding{changing().finding(finding.In(r.file, ""))}, nil
	}
	book, findings := parse(r, data)
	return book, findings, nil
}

// isScan asks the beginning of a file, which is read from there again.
func isScan(f *os.File, file string) (bool, error) {
	head := make([]byte, headBytes)
	n, err := io.ReadFull(f, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return false, err
	}
	if Attachment(head[:n], file) {
		return true, nil
	}
	_, err = f.Seek(0, io.SeekStart)
	return false, err
}

// source is an open file.
type source interface {
	io.Reader
	Stat() (fs.FileInfo, error)
}

// contents returns what a file holds up to a byte over the limit, which is enough for parse
// to refuse it. still is false where the file changed meanwhile: the beginning may be of one
// version and the rest of another, and few formats would show it.
func contents(f source, most uint64) (data []byte, still bool, err error) {
	before, err := f.Stat()
	if err != nil {
		return nil, false, err
	}
	var b bytes.Buffer
	b.Grow(int(min(uint64(max(before.Size(), 0)), most)) + bytes.MinRead)
	if _, err := b.ReadFrom(io.LimitReader(f, int64(most)+1)); err != nil {
		return nil, false, err
	}
	after, err := f.Stat()
	if err != nil {
		return nil, false, err
	}
	return b.Bytes(), before.Size() == after.Size() && before.ModTime().Equal(after.ModTime()), nil
}
