package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"

	"taizhang/importer"
	"taizhang/report/page"
)

// open shows the page of a year, or of a folder in which years lie, until it is closed, interrupted
// or told to end: all of them are the usual way to end it.
func (c *call) open(ctx context.Context, folder string) (int, error) {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return 0, &importer.UsageError{Message: "找不到文件夹：" + folder, Hint: "请写年度文件夹，例如 taizhang open 2021；不写则是当前的文件夹。"}
	}
	debug.SetGCPercent(pagePercent)
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	means := page.Means{Folder: folder, Version: release(), Program: installed(), Sample: c.sampleYear, Fonts: c.faces, Say: c.say, Day: today}
	err := page.Serve(ctx, means, browse, func(address string) {
		fmt.Fprintln(c.stdout, address)
		c.say("页面已经打开，只有本机能看。不用了就关掉网页，或者在这里按 Ctrl-C。")
	})
	var running *page.RunningError
	if errors.As(err, &running) {
		return 0, &importer.UsageError{Message: running.Error(), Hint: "请用已经打开的那个页面，或先把它关掉。"}
	}
	return ExitDone, err
}

var errNoBrowser = errors.New("no browser")

// browse opens an address in the browser of the person who is at the machine.
func browse(address string) error {
	var command *exec.Cmd
	switch {
	case runtime.GOOS == "windows":
		command = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	case runtime.GOOS == "darwin":
		command = exec.Command("open", address)
	case os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "":
		return errNoBrowser
	default:
		command = exec.Command("xdg-open", address)
	}
	if err := command.Start(); err != nil {
		return err
	}
	go command.Wait()
	return nil
}
