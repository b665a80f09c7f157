package outputs

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
)

// mostSyncs is how many files may be on their way to the disk at a time.
const mostSyncs = 8

// print writes the outputs into the stage and syncs them: as many files at a time as there
// are processors, which don't wait for the disk. It ends with the context, and returns the sums of those that keep what
// was before them; where some fail, the error of the first, in their order.
func (s stage) print(ctx context.Context, outputs []Output, told func(done, total int, name string)) (sums map[string]string, err error) {
	var files, inFolders []Output // each by its way from the stage; those in folders are small and fill up the end
	for _, o := range outputs {
		if o.Folder && o.comes() {
			if err := os.Mkdir(s.fresh(o.Name), 0o755); err != nil {
				return nil, fmt.Errorf("写不下 %s：%w", o.Name, err)
			}
		}
		if !o.Folder {
			files = append(files, o)
		}
		for _, f := range o.Files {
			f.Name = filepath.Join(o.Name, f.Name)
			inFolders = append(inFolders, f)
		}
	}
	files = append(files, inFolders...)
	errs, hashes := make([]error, len(files)), make([]hash.Hash, len(files))
	var next atomic.Int64
	var failed atomic.Bool
	fail := func(i int, err error) {
		if err != nil {
			errs[i] = fmt.Errorf("写不下 %s：%w", files[i].Name, err)
			failed.Store(true)
		}
	}
	var counting sync.Mutex
	written := 0
	count := func(name string) {
		if told == nil {
			return
		}
		counting.Lock()
		defer counting.Unlock()
		written++
		told(written, len(files), filepath.ToSlash(name))
	}
	var workers, syncs sync.WaitGroup
	slots := make(chan struct{}, mostSyncs)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			buffer := bufio.NewWriterSize(nil, 1<<16)
			for i := int(next.Add(1)) - 1; i < len(files) && !failed.Load(); i = int(next.Add(1)) - 1 {
				if s.stands(files[i]) {
					count(files[i].Name)
					continue
				}
				if files[i].Keeps {
					hashes[i] = sha256.New()
				}
				f, err := files[i].printTo(ctx, s.fresh(files[i].Name), hashes[i], buffer)
				if err != nil {
					fail(i, err)
					continue
				}
				slots <- struct{}{}
				syncs.Go(func() {
					fail(i, syncClose(f))
					count(files[i].Name)
					<-slots
				})
			}
		})
	}
	workers.Wait()
	syncs.Wait()
	sums = map[string]string{}
	for i, err := range errs {
		if err != nil {
			return nil, err
		}
		if hashes[i] != nil {
			sums[files[i].Name] = hex.EncodeToString(hashes[i].Sum(nil))
		}
	}
	return sums, nil
}

// printTo writes the output as a new file, which is still to be synced, and ends with the context. A fault of the
// program ends as an error: nobody else can catch it in a goroutine of its own. sum, where
// there is one, sees what is written; buffer is of who
// prints one output after the other.
func (o Output) printTo(ctx context.Context, path string, sum hash.Hash, buffer *bufio.Writer) (f *os.File, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("程序内部出错，请把这个文件夹和这行字交给维护者：%v", fault)
		}
		if err != nil && f != nil {
			f.Close()
		}
	}()
	if f, err = create(path); err != nil {
		return nil, err
	}
	var to io.Writer = stopping{ctx, f}
	if sum != nil {
		to = io.MultiWriter(to, sum)
	}
	if o.Print == nil {
		_, err = to.Write(o.Data)
		return f, err
	}
	buffer.Reset(to)
	if err = o.Print(buffer); err != nil {
		return f, err
	}
	return f, buffer.Flush()
}

// stopping writes until the context ends.
type stopping struct {
	context.Context
	to io.Writer
}

func (s stopping) Write(b []byte) (int, error) {
	if err := s.Err(); err != nil {
		return 0, err
	}
	return s.to.Write(b)
}
