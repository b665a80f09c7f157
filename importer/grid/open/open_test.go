package open

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/iotest"
)

// rewritten is a file that somebody writes as soon as its first bytes are read.
type rewritten struct {
	*os.File
	write func() error
}

func (r *rewritten) Read(b []byte) (int, error) {
	n, err := iotest.OneByteReader(r.File).Read(b)
	if r.write != nil && err == nil {
		err, r.write = r.write(), nil
	}
	return n, err
}

// A file that changes while it is read is not read: half of it may be new.
func TestContentsOfAFileThatChanges(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte("一,二\n三,四\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what  string
		write func() error
		still bool
	}{
		{"nobody", func() error { return nil }, true},
		{"somebody adds to it", func() error { return os.WriteFile(path, []byte("一,二\n三,四\n五,六\n"), 0o644) }, false},
		{"somebody cuts it", func() error { return os.Truncate(path, 3) }, false},
		{"somebody removes it", func() error { return os.Rename(path, path+".old") }, true}, // it is still what it was
	} {
		if c.what == "somebody removes it" && runtime.GOOS == "windows" {
			continue // nobody can, while it is open
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		_, still, err := contents(&rewritten{f, c.write}, 1<<20)
		f.Close()
		if err != nil || still != c.still {
			t.Errorf("%s: %v %v", c.what, still, err)
		}
	}
}
