package page

import (
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// While the page runs and answers, the program has no socket that is not on loopback: neither one
// that listens nor one that calls somebody.
func TestNoSocketButOnLoopback(t *testing.T) {
	address, end := serve(t, sampleYear(t))
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	visitor := http.Client{Jar: jar}
	base, _, _ := strings.Cut(address, "?")
	for _, path := range []string{strings.TrimPrefix(address, base), "board", "check", "results", "help"} {
		got, err := visitor.Get(base + path)
		if err != nil {
			t.Fatal(err)
		}
		got.Body.Close()
	}
	found := 0
	for _, table := range []string{"tcp", "tcp6", "udp", "udp6", "raw", "raw6"} {
		for _, local := range socketsOf(t, table) {
			found++
			if !strings.HasPrefix(local, "0100007F:") && !strings.HasPrefix(local, "00000000000000000000000001000000:") && !strings.HasPrefix(local, "0000000000000000FFFF00000100007F:") {
				t.Errorf("a socket of %s is on %s", table, local)
			}
		}
	}
	if found == 0 {
		t.Error("no socket is found at all: the test looks in the wrong place")
	}
	if err := end(); err != nil {
		t.Error(err)
	}
}

// socketsOf lists the local addresses, in hexadecimal, of this process's sockets in a table of the kernel.
func socketsOf(t *testing.T, table string) (local []string) {
	t.Helper()
	mine := map[string]bool{}
	fds, err := filepath.Glob("/proc/self/fd/*")
	if err != nil || len(fds) == 0 {
		t.Skip("no /proc")
	}
	inode := regexp.MustCompile(`^socket:\[(\d+)\]$`)
	for _, fd := range fds {
		if to, err := os.Readlink(fd); err == nil {
			if m := inode.FindStringSubmatch(to); m != nil {
				mine[m[1]] = true
			}
		}
	}
	data, err := os.ReadFile("/proc/self/net/" + table)
	if err != nil {
		return nil // a kernel without this kind
	}
	for line := range strings.Lines(string(data)) {
		if f := strings.Fields(line); len(f) > 9 && mine[f[9]] {
			local = append(local, f[1])
		}
	}
	return local
}
