package cli

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"

	"taizhang/report/console/window"
)

// How the garbage collector goes about it. It counts a floor that is never touched, and so
// takes no memory, as in use: without it, twenty collections would be done while little is
// there to collect. From the limit on, which only a year of thousands of returns reaches,
// it clears up sooner.
const (
	garbageFloor   = 100 << 20 // bytes
	garbagePercent = 50        // of what is in use
	pagePercent    = 11        // the page's: it holds the last reading while it reads again and writes
	memoryLimit    = 920 << 20 // bytes, the floor included
)

// Process is the whole program as the system starts it: it takes the arguments after the
// program's name and the year that init --sample copies out, and returns the exit code.
func Process(args []string, sample fs.FS) (code int) {
	debug.SetGCPercent(garbagePercent)
	debug.SetMemoryLimit(memoryLimit)
	floor := make([]byte, garbageFloor)
	defer runtime.KeepAlive(floor)

	w := window.Open()
	defer w.Close()                  // it stays open where it would close at the end
	twice := w.Own && len(args) == 0 // double-clicked
	if twice {
		fmt.Print(welcome)
		args = []string{"open", nearby()}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code = Run(ctx, args, os.Stdout, os.Stderr, sample)
	stop() // from here on an interrupt ends the waiting
	hold(w.Own && !(twice && code == ExitDone), args, os.Stdin, os.Stderr)
	return code
}
