// Package hostile makes a year folder of damaged and odd files, each called after what is
// wrong with it, with a few good returns among them, and says what must happen to each. The
// same size gives the same bytes. Only tests and the command below it call it, so it is no
// part of the tool.
package hostile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Size says how much of everything there is.
type Size int

const (
	Small Size = iota // a few seconds of a test
	Large             // at the limits and beyond
)

// of picks a count by size.
func (s Size) of(small, large int) int {
	if s == Large {
		return large
	}
	return small
}

// Want is what must happen to a file: it is read, or a finding names it, or the contract
// leaves it aside. A file with both Read and Codes may end either way, but never in part.
type Want struct {
	Read    bool     // it may be read, and then its rows are merged as they stand
	Codes   []string // findings one of which must name it where it is not read
	Also    string   // a finding that must name it where it is read, "" for none
	Skipped bool     // nothing is said of it
	Unsure  bool     // its format has no checksum: what is read can't be held against anything
}

// Patient is a file, or what else a folder may hold, and what must happen to it.
type Patient struct {
	File string // from the year folder, with forward slashes
	Want
	Rows []Row // what is merged where it is read
	Good bool  // nothing is wrong with it

	department string
	n, of      int // which of the files with the same disease
	size       Size
	rng        *rand.Rand
}

// Row is an answer to a requirement.
type Row struct {
	Requirement int
	Progress    string
}

// disease is a way in which a file is bad or odd.
type disease struct {
	name string // of the file in its ward; where there are many, with their number before the ending
	want Want
	make func(*Patient, io.Writer) error // writes the file, and may change the rows
	put  func(*Patient, string) error    // in place of make: puts something else than a file at the path
	many [2]int                          // how many there are in a small and in a large folder; zero is one of each
	may  bool                            // the system may not have such a name or thing
}

// ward is a folder of diseases of one kind.
type ward struct {
	name     string
	diseases []disease
}

// Make writes the folder and returns what lies in it. What the system can't hold is left out.
func Make(folder string, size Size) ([]Patient, error) {
	var all []Patient
	for _, w := range append([]ward{{"", good}}, wards...) {
		for _, d := range w.diseases {
			for n := range d.count(size) {
				all = append(all, Patient{File: path.Join(quarter, w.name) + "/" + d.file(n, size), Want: d.want, Good: w.name == "",
					department: department(len(all)), n: n, of: d.count(size), size: size, rng: rand.New(rand.NewPCG(2021, uint64(len(all))))})
			}
		}
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	if err := writeFile(filepath.Join(folder, "任务清单.xlsx"), func(w io.Writer) error { return writeList(w, len(all)) }); err != nil {
		return nil, err
	}
	made := all[:0]
	i := 0
	for _, w := range append([]ward{{"", good}}, wards...) {
		for _, d := range w.diseases {
			for range d.count(size) {
				p := all[i]
				i++
				p.Rows = p.plainRows()
				if !holds(p.File) {
					continue
				}
				at := filepath.Join(folder, filepath.FromSlash(p.File))
				err := d.place(&p, at)
				if _, gone := os.Lstat(at); err == nil && d.may {
					err = gone // some systems say that they have made a link, and have not
				}
				switch {
				case err == nil:
					made = append(made, p)
				case !d.may:
					return nil, fmt.Errorf("%s: %w", p.File, err)
				}
			}
		}
	}
	return made, nil
}

func (d disease) count(size Size) int {
	if d.many == [2]int{} {
		return 1
	}
	return d.many[size]
}

func (d disease) file(n int, size Size) string {
	if d.many == [2]int{} {
		return d.name
	}
	ext := path.Ext(d.name)
	return fmt.Sprintf("%s-%03d%s", strings.TrimSuffix(d.name, ext), n+1, ext)
}

// place puts the patient where it belongs.
func (d disease) place(p *Patient, at string) error {
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		return err
	}
	if d.put != nil {
		return d.put(p, at)
	}
	return writeFile(at, func(w io.Writer) error { return d.make(p, w) })
}

// writeFile writes a new file as it is made.
func writeFile(at string, fill func(io.Writer) error) error {
	f, err := os.OpenFile(at, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<16)
	return errors.Join(fill(w), w.Flush(), f.Close())
}
