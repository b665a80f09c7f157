package page

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"taizhang/report/outputs"
	"taizhang/report/page/desk"
	"taizhang/report/page/guard"
)

// Names in a year folder that only an open page uses, gone when it ends.
const (
	pageLock   = ".taizhang.page.lock"
	pageRecord = ".taizhang.page"
)

// RunningError is that the year is open in another page of this machine. Address is that of the
// running page, "" where it can't be told.
type RunningError struct{ Folder, Address string }

func (e *RunningError) Error() string {
	return e.Folder + " 已经在另一个页面里打开"
}

// record is what a running page leaves for one that is opened later. Only the user may read it.
type record struct {
	Address string `json:"address"`
}

// Open opens a year in place of the one that is open. Nothing changes on an error, which is a
// *RunningError where another page has the year.
func (p *Page) Open(folder string) error {
	if y := p.current(); y != nil && y.Folder == folder {
		return nil
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return errors.New("打不开文件夹 " + folder)
	}
	release, ok, err := outputs.Alone(folder, pageLock)
	if err != nil {
		return fmt.Errorf("打不开文件夹 %s：%w", folder, err)
	}
	if !ok {
		return &RunningError{folder, addressIn(folder)}
	}
	note := filepath.Join(folder, pageRecord)
	free := func() {
		os.Remove(note)
		release()
	}
	os.Remove(note) // of a page that was killed; its rights may be other ones
	data, _ := json.Marshal(record{p.Address()})
	if f, err := os.OpenFile(note, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600); err == nil { // without it the next one can't show this page
		_, _ = f.Write(data)
		_ = f.Close()
	}
	y, err := desk.Open(folder, free)
	if err != nil {
		free()
		return err
	}
	p.mu.Lock()
	before := p.year
	p.year = y
	p.mu.Unlock()
	if before != nil {
		before.End()
	}
	return nil
}

func addressIn(folder string) string {
	data, err := os.ReadFile(filepath.Join(folder, pageRecord))
	var r record
	if err != nil || json.Unmarshal(data, &r) != nil {
		return ""
	}
	return r.Address
}

// shutTime is how long answers that are under way may take at the end.
const shutTime = 3 * time.Second

// Serve shows the page until the context ends, the last page is closed, or somebody says so on
// it. show opens an address in a browser; where it can't, the address that is printed must do.
// print prints it.
func Serve(ctx context.Context, m Means, show func(address string) error, print func(address string)) error {
	l, port, err := guard.Listen()
	if err != nil {
		return err
	}
	defer l.Close()
	p, err := New(m, port)
	if err != nil {
		return err
	}
	if looksLikeYear(p.Folder) {
		if err := p.Open(p.Folder); err != nil {
			var running *RunningError
			if errors.As(err, &running) && running.Address != "" {
				print(running.Address)
				m.Say("%s 已经打开着，就是上面这一页。", running.Folder)
				_ = show(running.Address)
				return nil
			}
			return err
		}
	}
	ctx, p.end = context.WithCancel(ctx)
	defer p.end()
	server := guard.Server(p.Handler())
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	print(p.Address())
	if err := show(p.Address()); err != nil {
		m.Say("没能打开浏览器，请把上面的网址复制到浏览器里打开。")
	}
	go p.watch(ctx, p.end)
	select {
	case err = <-failed:
	case <-ctx.Done():
		err = nil
	}
	shut, cancel := context.WithTimeout(context.Background(), shutTime)
	defer cancel()
	_ = server.Shutdown(shut)
	_ = server.Close()
	if y := p.current(); y != nil {
		y.End()
	}
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return err
}

// watch calls end when the last page is closed, but not while something is being built.
func (p *Page) watch(ctx context.Context, end func()) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-tick.C:
			y := p.current()
			if p.seen.Over(now) && (y == nil || !y.Building()) {
				end()
				return
			}
		}
	}
}

func pageID(r *http.Request) string {
	id := r.URL.Query().Get("page")
	return id[:min(len(id), 40)]
}

func (p *Page) alive(w http.ResponseWriter, r *http.Request) {
	p.seen.Here(pageID(r), time.Now())
	w.WriteHeader(http.StatusNoContent)
}

func (p *Page) bye(w http.ResponseWriter, r *http.Request) {
	p.seen.Gone(pageID(r), time.Now())
	w.WriteHeader(http.StatusNoContent)
}

// byeTime is how long the program stays for the last screen, which asks for its style and its icon.
const byeTime = 2 * time.Second

// quit ends the program.
func (p *Page) quit(w http.ResponseWriter, r *http.Request) {
	p.show(w, r, "bye", "已退出", nil, nil)
	time.AfterFunc(byeTime, p.end)
}
