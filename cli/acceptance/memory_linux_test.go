package acceptance

import (
	"bufio"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"taizhang/testdata/year"
)

// BenchmarkMemory is the most memory that the program takes, as a process of its own, of a year of a
// thousand returns: to build it, and to show it screen by screen, decide on it, read it again and build
// it on the page. The page is to take no more.
func BenchmarkMemory(b *testing.B) {
	program, folder := filepath.Join(b.TempDir(), "taizhang"), filepath.Join(b.TempDir(), "2021")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatal(err, string(out))
	}
	if err := year.Make(folder, 1000, 1); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		build := exec.Command(program, "build", folder, "--quiet", "--out", filepath.Join(b.TempDir(), "out"))
		if out, err := build.CombinedOutput(); err != nil {
			b.Fatal(err, string(out))
		}
		built, shown := most(b, build), mostOfPage(b, program, folder)
		b.ReportMetric(built, "MB-build")
		b.ReportMetric(shown, "MB-page")
		if shown > built {
			b.Errorf("the page takes %.0f MB, a build %.0f", shown, built)
		}
	}
}

// mostOfPage is the most memory of the page, in MB.
func mostOfPage(b *testing.B, program, folder string) float64 {
	page := exec.Command(program, "open", folder, "--quiet")
	page.Env = append(os.Environ(), "DISPLAY=")
	said, err := page.StdoutPipe()
	if err == nil {
		err = page.Start()
	}
	if err != nil {
		b.Fatal(err)
	}
	address, _ := bufio.NewReader(said).ReadString('\n')
	home, _, _ := strings.Cut(strings.TrimSpace(address), "/?")
	jar, _ := cookiejar.New(nil)
	client := &http.Client{Jar: jar}
	screen := func(method, path string) string {
		body := ""
		if method == "POST" {
			path, body, _ = strings.Cut(path, "?")
		}
		r, err := http.NewRequest(method, path, strings.NewReader(body))
		if err != nil {
			b.Fatal(err)
		}
		r.Header.Set("Origin", home)
		if body != "" {
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		}
		got, err := client.Do(r)
		if err != nil {
			b.Fatal(err)
		}
		defer got.Body.Close()
		text, _ := io.ReadAll(got.Body)
		return string(text)
	}
	while := func(path, sign string) {
		for strings.Contains(screen("GET", home+path), sign) {
			time.Sleep(100 * time.Millisecond)
		}
	}
	screen("GET", strings.TrimSpace(address))
	while("/board", "正在读")
	for _, path := range []string{"/", "/list", "/board?q=1", "/board?q=4", "/headings?all=1", "/results"} {
		screen("GET", home+path)
	}
	if asked := regexp.MustCompile(`name="q" value="([0-9a-f]+)"`).FindStringSubmatch(screen("GET", home+"/check")); asked != nil {
		screen("POST", home+"/decide?q="+asked[1]+"&key=0")
		while("/board", "正在读")
	}
	if err := os.Chtimes(filepath.Join(folder, "任务清单.xlsx"), time.Now(), time.Now()); err != nil {
		b.Fatal(err)
	}
	screen("POST", home+"/build")
	while("/results", `action="/stop"`)
	screen("POST", home+"/build") // of what was read before the first one wrote
	while("/results", `action="/stop"`)
	screen("POST", home+"/quit")
	if err := page.Wait(); err != nil {
		b.Fatal(err)
	}
	return most(b, page)
}

// most is the most memory that a process took, in MB.
func most(b *testing.B, done *exec.Cmd) float64 {
	usage, ok := done.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		b.Fatal("the system does not say")
	}
	return float64(usage.Maxrss) / 1024
}
