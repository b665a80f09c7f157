// Package inbox stores what is dropped on the page in the folders of a year, and says of each file
// what it is. Names that come from a browser or a zip are cleaned; nothing is written over, and
// nothing leaves the year folder, wherever links lead.
package inbox

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"os"
	"path"
	"strings"

	"taizhang/importer/disk"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/report/page/guard"
)

// Inbox is a year folder into which files are put.
type Inbox struct {
	folder string
	root   *os.Root
}

// Open opens a year folder. The error can be shown to the clerk.
func Open(folder string) (*Inbox, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, errors.New("打不开年度文件夹：" + Plain(err))
	}
	return &Inbox{folder, root}, nil
}

func (in *Inbox) Close() { in.root.Close() }

// mostFiles is how many files one request may bring.
const mostFiles = 2000

// Receive stores the files of a form in the folder of the quarter that its field quarter names, of
// the given one where it names none, and returns the quarter. note is what kept it from the end of
// the form, "" for nothing.
func (in *Inbox) Receive(form *multipart.Reader, q period.Quarter) (got []Dropped, of period.Quarter, note string) {
	for len(got) < mostFiles {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return got, q, "没有收完：" + broken(err)
		}
		switch part.FormName() {
		case "quarter":
			if n := quarterNamed(part); n > 0 {
				q.N = n
			}
		case "files":
			if part.FileName() != "" || rawName(part) != "" {
				got = append(got, take(store{in.root, quarterFolder(in.root, q)}, q, rawName(part), part)...)
			}
		}
	}
	return got, q, ""
}

// Single reads the one file of a form, "" for none: the first where there are more.
func Single(form *multipart.Reader) (name string, data []byte, err error) {
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return "", nil, nil
		}
		if err != nil {
			return "", nil, err
		}
		if part.FormName() != "files" || rawName(part) == "" {
			continue
		}
		data, err := io.ReadAll(io.LimitReader(part, grid.MaxFileBytes+1))
		if err == nil && len(data) > grid.MaxFileBytes {
			err = errTooLarge
		}
		return CleanName(rawName(part)), data, err
	}
}

// Replace puts a file at the top of the year, and what it takes the place of into 作废; it returns where
// that lies then. Where the file can't be stored, all is as it was.
func (in *Inbox) Replace(name string, old []string, data []byte) (before []string, err error) {
	s := store{in.root, "."}
	part := ".taizhang-清单"
	in.root.Remove(part) // of a run that was killed
	if err := in.root.WriteFile(part, data, 0o644); err != nil {
		in.root.Remove(part)
		return nil, said(err)
	}
	defer in.root.Remove(part)
	for _, one := range old {
		stored, err := store{in.root, Gone}.moved(one)
		if err != nil {
			in.restore(before, old)
			return nil, err
		}
		before = append(before, stored)
	}
	if _, err := s.place(part, name); err != nil {
		in.restore(before, old)
		return nil, err
	}
	return before, nil
}

// restore puts files back where they were.
func (in *Inbox) restore(stored, old []string) {
	for i, at := range stored {
		_ = in.root.Rename(at, old[i])
	}
}

// Folders of a year beside those of its quarters: of what does not count, and of what speaks of several
// quarters, each of which its sheets name themselves.
const (
	Gone      = "作废"
	WholeYear = "全年"
)

// Of is the folder of a quarter, by its name in the year folder.
func (in *Inbox) Of(q period.Quarter) string { return quarterFolder(in.root, q) }

// Move puts a file of the year, named from its folder, into one of its folders: nothing is deleted. It
// returns where the file lies then.
func (in *Inbox) Move(file, to string) (stored string, err error) {
	return store{in.root, to}.moved(file)
}

func broken(err error) string {
	if guard.TooLarge(err) {
		return fmt.Sprintf("一次放的文件合起来超过%d兆，请分几次放。", guard.MaxRequestBytes>>20)
	}
	return "传到一半断了，请再放一次。"
}

func quarterNamed(from io.Reader) int {
	text, _ := io.ReadAll(io.LimitReader(from, 32))
	if q, ok := period.ParseQuarter(strings.TrimSpace(string(text))); ok {
		return q.N
	}
	return 0
}

// rawName is what the browser calls the file, with the folder where it says one.
func rawName(part *multipart.Part) string {
	_, params, err := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	if err != nil {
		return part.FileName()
	}
	return params["filename"]
}

// take stores a file; of a zip, what lies in it.
func take(at store, q period.Quarter, name string, from io.Reader) []Dropped {
	clean := CleanName(name)
	if strings.EqualFold(path.Ext(clean), ".zip") {
		return unpack(at, q, clean, from)
	}
	return []Dropped{at.one(q, name, from)}
}

// one stores a file.
func (s store) one(q period.Quarter, name string, from io.Reader) Dropped {
	d := Dropped{Name: path.Base(strings.ReplaceAll(name, `\`, "/")), quarter: q}
	head, _ := io.ReadAll(io.LimitReader(from, disk.LockHead)) // an error comes again when the rest is read
	if disk.IsLock(d.Name, head) {
		d.Wrong = append(d.Wrong, disk.LockWhat+"，没有存")
		return d
	}
	stored, sum, err := s.put(CleanName(name), io.MultiReader(bytes.NewReader(head), from))
	var held *heldError
	if errors.As(err, &held) {
		d.Held = held.file
		return d
	}
	if err != nil {
		d.Wrong = append(d.Wrong, "没有存下："+err.Error())
		return d
	}
	d.Stored, d.sum, d.Received, d.Untold = path.Join(s.in, stored), sum, true, true
	return d
}
