// Package open reads a file of any format into a book. The content decides what it is.
package open

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
	"taizhang/importer/grid"
	"taizhang/importer/grid/archive"
)

// Parse reads a file's bytes into a book. file is its name relative to the year folder;
// its content, not its ending, decides the format. A file that can't be read gives a nil
// book and a finding of severity error; a book may come with findings too.
func Parse(file string, data []byte) (*grid.Book, []finding.Finding) {
	r := &grid.Reading{File: file}
	r.Budget = budgetOf(r, nil)
	r.Budget.Hold(len(data))
	return parse(r, data)
}

func parse(r *grid.Reading, data []byte) (*grid.Book, []finding.Finding) {
	file, at := r.File, finding.In(r.File, "")
	f, zip, bad := formatOf(r, data)
	if bad == nil {
		within := embedded{data: data, zip: zip, most: limit(r, grid.MaxUnzippedBytes)}
		bad = readAs(r, f, data, zip, within.open)
	}
	if over := r.Budget.Over(); over != nil {
		bad = over // what a reader kept to itself
	}
	if bad != nil {
		return nil, []finding.Finding{bad.Finding(at)}
	}
	if !slices.Contains(f.endings(), ending(file)) {
		r.Findings = append(r.Findings, finding.New(finding.WrongExtension, at, f.label(), ""))
	}
	sum := sha256.Sum256(data)
	book := &grid.Book{File: file, Sum: hex.EncodeToString(sum[:]), Format: string(f), Sheets: r.Sheets, Prose: r.Prose}
	slices.SortStableFunc(r.Findings, finding.Compare)
	return book, r.Findings
}

func formatOf(r *grid.Reading, data []byte) (format, *archive.Zip, *grid.Refusal) {
	if most := limit(r, grid.MaxFileBytes); uint64(len(data)) > most {
		return "", nil, grid.TooLarge("超过 "+grid.Megabytes(most), grid.Megabytes(most))
	}
	return sniff(data, r.File, limit(r, grid.MaxUnzippedBytes), r.Budget)
}

// File reads the file at path. The error is the tool's (no permission, disk); everything
// that is wrong with the content is a finding.
func File(path, file string) (*grid.Book, []finding.Finding, error) {
	return open(path, &grid.Reading{File: file}, false)
}

// Sheets is File for some sheets of the program's own ledger, by their names, so that a
// large one can be asked for its small sheets. The other sheets of an .xlsx are not read, so
// that damage in them is not found either; other formats give all their sheets. The file may
// be larger than a return.
func Sheets(path, file string, names ...string) (*grid.Book, []finding.Finding, error) {
	return open(path, &grid.Reading{File: file, Only: names}, false)
}

// Return is File for a file that may be a scan or a picture of a return, which it
// doesn't read: ErrAttachment. large is called once, before the file takes more memory than
// a return does, and may wait; nil for nobody to ask.
func Return(path, file string, large func()) (*grid.Book, []finding.Finding, error) {
	r := &grid.Reading{File: file}
	r.Budget = budgetOf(r, large)
	return open(path, r, true)
}

// budgetOf returns the budget of a file that is about to be read.
func budgetOf(r *grid.Reading, large func()) *grid.Budget {
	return grid.NewBudget(int(limit(r, 1)), large)
}

// ErrAttachment is that a file is a scan or a picture, and no table. See Attachment.
var ErrAttachment = errors.New("扫描件或图片")

// headBytes are enough to know a picture by.
const headBytes = 512

var errNoFile = errors.New("不是普通文件")

func open(path string, r *grid.Reading, mayBeScan bool) (*grid.Book, []finding.Finding, error) {
	// A pipe would be waited for without end.
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, &os.PathError{Op: "open", Path: path, Err: errNoFile}
	}
	if r.Budget == nil {
		r.Budget = budgetOf(r, nil)
	}
	r.Budget.Hold(int(min(uint64(max(info.Size(), 0)), limit(r, grid.MaxFileBytes))))
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	if mayBeScan {
		if scan, err := isScan(f, r.File); err != nil || scan {
			return nil, nil, cmp.Or(err, ErrAttachment)
		}
	}
	data, still, err := contents(f, limit(r, grid.MaxFileBytes))
	if err != nil {
		return nil, nil, err
	}
	if !still {
		return nil, []finding.Finding{changing().Finding(finding.In(r.File, ""))}, nil
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

// changing refuses a file that somebody writes while it is read.
func changing() *grid.Refusal {
	return &grid.Refusal{Code: finding.UnreadableFile, Found: "读取的时候文件正在被改写", Hint: "请等它保存或复制完，再运行一次。"}
}

// limit returns a limit in bytes as it holds for this file.
func limit(r *grid.Reading, bytes uint64) uint64 {
	if r.Only != nil {
		return bytes * grid.OwnTimes
	}
	return bytes
}
