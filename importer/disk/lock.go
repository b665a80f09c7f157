package disk

import (
	"bytes"
	"io"
	"os"
	"strings"
)

// LockWhat says what a file is that Word or Excel keep beside a document as long as it is open.
const LockWhat = "是Word或Excel打开着的文件留下的临时文件"

// LockHead is how many bytes of a file IsLock wants to see: one more than such a file has.
const LockHead = 200

// IsLock reports such a file, by its name or, where it was renamed on its way, by what it holds: the length of
// the user's name, the name, and nothing up to where it stands again.
func IsLock(base string, head []byte) bool {
	if strings.HasPrefix(base, "~$") {
		return true
	}
	if len(head) != 162 && len(head) != 165 || int(head[0]) > nameRoom {
		return false
	}
	return head[0] > 0 && len(bytes.Trim(head[1+head[0]:nameRoom+1], " \x00")) == 0
}

// nameRoom is how many bytes there are for the name.
const nameRoom = 52

// IsLockAt is IsLock for a file on the disk; one that can't be read is none.
func IsLockAt(path, base string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() >= LockHead && !strings.HasPrefix(base, "~$") {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, LockHead))
	return err == nil && IsLock(base, head)
}
