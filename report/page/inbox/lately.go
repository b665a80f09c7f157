package inbox

import (
	"path"
	"slices"
	"sync"
	"time"

	"taizhang/importer/period"
)

// Lately is what was dropped on a year last. A file is stored when its drop is answered; what it is is found
// out after that, and nothing depends on it: the year is read with the file all the same. The zero Lately is
// ready to use.
type Lately struct {
	mu    sync.Mutex
	of    any // the year, by what can be compared
	files []Dropped
	told  chan struct{} // closed as soon as it is known what each of them is
}

// Add takes files that were dropped, and reports whether somebody must begin to tell what they are. Those
// of an earlier drop that are told have been seen, and go.
func (d *Lately) Add(year any, got []Dropped) (begin bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if going := d.of == year && d.going(); going {
		d.files = append(d.files, got...)
		return false
	}
	d.of, d.files, d.told = year, slices.Clone(got), make(chan struct{})
	return true
}

// going reports whether somebody tells what the files are. It is called under the lock.
func (d *Lately) going() bool {
	select {
	case <-d.told:
		return false
	default:
		return d.told != nil
	}
}

// Untold returns up to some of the files of which is not known what they are. With none, the telling is
// over.
func (d *Lately) Untold(year any, most int) (files []Dropped) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.of != year {
		return nil
	}
	for _, f := range d.files {
		if f.Untold && len(files) < most {
			files = append(files, f)
		}
	}
	if len(files) == 0 && d.going() {
		close(d.told)
	}
	return files
}

// Know takes what was found out. A file that was taken back meanwhile stays away.
func (d *Lately) Know(year any, files []Dropped) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.of != year {
		return
	}
	for _, f := range files {
		for i := range d.files {
			if d.files[i].Untold && d.files[i].Stored == f.Stored && d.files[i].sum == f.sum {
				d.files[i] = f
			}
		}
	}
}

// Moved follows a file to where it lies now, and reports whether somebody must begin to tell what the files
// are: it is read anew there, unless it lies among what does not count.
func (d *Lately) Moved(year any, from, to string, q period.Quarter) (begin bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.of != year {
		return false
	}
	d.files = slices.Clone(d.files)
	for i := range d.files {
		f := &d.files[i]
		if f.Stored != from {
			continue
		}
		gone := path.Dir(to) == Gone
		*f = Dropped{Name: f.Name, Stored: to, Received: true, Gone: gone, Untold: !gone, sum: f.sum, quarter: q, from: f.quarter}
		begin = begin || f.Untold
	}
	if begin = begin && !d.going(); begin {
		d.told = make(chan struct{})
	}
	return begin
}

// List returns the files, and whether some are not told yet.
func (d *Lately) List(year any) (files []Dropped, telling bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.of != year {
		return nil, false
	}
	return slices.Clone(d.files), d.going()
}

// Wait waits until all files of a year are told, but not for long.
func (d *Lately) Wait(year any, most time.Duration) {
	d.mu.Lock()
	told := d.told
	mine := d.of == year && told != nil
	d.mu.Unlock()
	if !mine {
		return
	}
	timer := time.NewTimer(most)
	defer timer.Stop()
	select {
	case <-told:
	case <-timer.C:
	}
}
