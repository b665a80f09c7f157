package importer

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/ours"
)

// dataHead is how much of a file shows whether it is a 台账.json, in bytes.
const dataHead = 1 << 12

// tooLarge reports whether a file was refused for its size.
func tooLarge(found []finding.Finding) bool {
	return slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Code == finding.FileTooLarge })
}

// asData returns a 台账.json of this program as a book without its lines, which are more than a
// return may have; nil for any other file.
func (f file) asData() *grid.Book {
	in, err := os.Open(f.path)
	if err != nil {
		return nil
	}
	defer in.Close()
	r := bufio.NewReaderSize(in, dataHead)
	head, _ := r.Peek(dataHead)
	if !ours.BeginsData(string(head)) {
		return nil
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, r); err != nil {
		return nil
	}
	return &grid.Book{File: f.name, Sum: hex.EncodeToString(sum.Sum(nil)), Format: "text"}
}

// isPaper reports whether a file is an annex or a bulletin of this program, in Word or as a page.
func (f file) isPaper(format string) bool {
	if format != "docx" && format != "html" && format != "" {
		return false
	}
	in, err := os.Open(f.path)
	if err != nil {
		return false
	}
	defer in.Close()
	head := make([]byte, dataHead)
	n, _ := io.ReadFull(in, head)
	if ours.IsPage(string(head[:n])) {
		return true
	}
	info, err := in.Stat()
	return err == nil && n > 1 && string(head[:2]) == "PK" && ours.IsWord(in, info.Size())
}
