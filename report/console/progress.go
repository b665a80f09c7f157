package console

import (
	"fmt"
	"io"
	"os"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"
)

// Progress returns what shows the files as they are read, on one line that is wiped at the
// end; nil where w is no terminal, so that nothing of it gets into a log.
func Progress(w io.Writer) func(done, total int, file string) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	const width = 60
	return func(done, total int, file string) {
		if done == total {
			fmt.Fprintf(f, "\r%s\r", pad("", width))
			return
		}
		line := fmt.Sprintf("读取 %d/%d  %s", done, total, plain(file))
		fmt.Fprintf(f, "\r%s", pad(runewidth.Truncate(line, width, "…"), width))
	}
}
