//go:build !windows

package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// shared is written by a run while the test looks.
type shared struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *shared) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(b)
}

func (s *shared) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// opened runs taizhang open until the address is printed, then ends it, and returns the exit code.
func opened(t *testing.T, folder string, end func(cancel func())) (code int, said string) {
	t.Helper()
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out shared
	over := make(chan int, 1)
	go func() { over <- Run(ctx, []string{"open", folder}, &out, &out, os.DirFS("../testdata/sample")) }()
	for range 500 {
		if strings.Contains(out.String(), "token=") {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	end(cancel)
	select {
	case code = <-over:
	case <-time.After(20 * time.Second):
		t.Fatal("it does not end")
	}
	return code, out.String()
}

var addressLine = regexp.MustCompile(`(?m)^http://127\.0\.0\.1:[0-9]+/\?token=[0-9a-f]{32}$`)

func TestOpenPrintsTheAddressAndEndsWithZero(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("here a browser would be opened")
	}
	folder := filepath.Join(t.TempDir(), "2021")
	if err := os.CopyFS(folder, os.DirFS("../testdata/sample")); err != nil {
		t.Fatal(err)
	}
	for how, end := range map[string]func(func()){
		"an interrupt": func(cancel func()) { cancel() },
		"SIGTERM":      func(func()) { syscall.Kill(os.Getpid(), syscall.SIGTERM) },
	} {
		code, said := opened(t, folder, end)
		if code != ExitDone || !addressLine.MatchString(said) || !strings.Contains(said, "复制到浏览器") {
			t.Errorf("%s: %d, said %s", how, code, said)
		}
	}
}

func TestOpenWantsAFolder(t *testing.T) {
	var out bytes.Buffer
	code := Run(t.Context(), []string{"open", filepath.Join(t.TempDir(), "nowhere")}, &out, &out, nil)
	if code != ExitUsage || !strings.Contains(out.String(), "找不到文件夹") {
		t.Errorf("%d, said %s", code, out.String())
	}
}
