package grid

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
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
	file, at := r.file, finding.Place{File: r.file}
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
	info, err := f.Stat()
	if err != nil {
		return nil, nil, err
	}
	var data bytes.Buffer
	// One byte over the limit is enough for parse to refuse the file.
	rest := &io.LimitedReader{R: f, N: int64(r.limit(maxFileBytes)) + 1}
	if r.mayBeScan {
		if _, err := io.CopyN(&data, rest, headBytes); err != nil && err != io.EOF {
			return nil, nil, err
		}
		if Attachment(data.Bytes(), r.file) {
			return nil, nil, ErrAttachment
		}
	}
	data.Grow(int(min(uint64(max(info.Size(), 0)), r.limit(maxFileBytes))) + bytes.MinRead)
	if _, err := data.ReadFrom(rest); err != nil {
		return nil, nil, err
	}
	book, findings := parse(r, data.Bytes())
	return book, findings, nil
}
