package console

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/vbauerster/mpb/v8"
)

func TestProgressLine(t *testing.T) {
	for _, c := range []struct {
		name    string
		step    step
		elapsed time.Duration
		width   int
		want    string
	}{
		{"nothing to count", step{phase: "正在写出"}, 0, 40, "正在写出…"},
		{"too early to guess", step{"正在读取", 1, 10, "a.xlsx"}, time.Second, 40, "正在读取 1/10  a.xlsx"},
		{"seconds left", step{"正在读取", 5, 10, "a.xlsx"}, 20 * time.Second, 60, "正在读取 5/10  约剩 20 秒  a.xlsx"},
		{"minutes left", step{"正在读取", 10, 100, "a.xlsx"}, 9 * time.Second, 60, "正在读取 10/100  约剩 1 分 21 秒  a.xlsx"},
		{"at the end nothing is left", step{"正在读取", 10, 10, "a.xlsx"}, 9 * time.Second, 60, "正在读取 10/10  a.xlsx"},
		{"a long name is cut", step{"正在读取", 1, 10, "第一季度/办公室报送表.xlsx"}, 0, 28, "正在读取 1/10  第一季度/办…"},
		{"control characters are shown", step{"正在读取", 1, 10, "a\x1b[2J.xlsx"}, 0, 40, "正在读取 1/10  a·[2J.xlsx"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.step.line(c.elapsed, c.width)
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if w := places.StringWidth(got); w > c.width {
				t.Errorf("%d columns of %d", w, c.width)
			}
		})
	}
}

// TestProgressOnATerminal draws on a screen that says it is one.
func TestProgressOnATerminal(t *testing.T) {
	screen := &frames{drawn: make(chan struct{})}
	p := NewProgress(Screen{Writer: screen, Width: 40, Live: true}, "正在读取", mpb.WithAutoRefresh(), mpb.WithRefreshRate(time.Millisecond))
	p.Read(3, 39, "第一季度/办公室.xlsx")
	<-screen.drawn
	p.Close()
	p.Close() // again does nothing
	drawn := screen.String()
	if want := "正在读取 3/39  第一季度/办公室.xlsx\n"; !strings.Contains(drawn, want) {
		t.Errorf("%q is missing in %q", want, drawn)
	}
	if wiped := "\x1b[1A\x1b[J"; !strings.HasSuffix(drawn, wiped) || strings.Count(drawn, "\n") != strings.Count(drawn, wiped) {
		t.Errorf("not each line is wiped: %q", drawn)
	}
}

// frames keeps what is drawn, and tells when the files were.
type frames struct {
	bytes.Buffer
	drawn chan struct{}
	once  sync.Once
}

func (f *frames) Write(b []byte) (int, error) {
	if bytes.Contains(b, []byte("3/39")) {
		f.once.Do(func() { close(f.drawn) })
	}
	return f.Buffer.Write(b)
}

func TestProgressIsForTerminals(t *testing.T) {
	(*Progress)(nil).Close()
	var b bytes.Buffer
	for _, s := range []Screen{{Writer: &b}, ScreenOf(&b, func(string) string { return "" })} {
		p := NewProgress(s, "正在读取", mpb.WithAutoRefresh(), mpb.WithRefreshRate(time.Millisecond))
		p.Read(1, 2, "a.xlsx")
		p.Close()
	}
	if b.Len() > 0 {
		t.Errorf("%q", b.String())
	}
}
