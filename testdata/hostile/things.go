package hostile

import (
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// things are what else may lie in a folder: links, pipes, folders.
var things = []disease{
	{name: "链接到外面.xlsx", want: unreadable, put: link("/etc/passwd"), may: true},
	{name: "链接到上面的清单.xlsx", want: unreadable.or("no-table", "duplicate-return", "department-unknown", "quarter-unknown"), put: link("../../任务清单.xlsx"), may: true},
	{name: "链接到外面的文件夹", want: unreadable, put: link("/usr"), may: true},
	{name: "链接到根.xlsx", want: unreadable, put: link("/"), may: true},
	{name: "链接到设备.xlsx", want: unreadable, put: link("/dev/zero"), may: true},
	{name: "链接到自己.xlsx", want: unreadable, put: link("链接到自己.xlsx"), may: true},
	{name: "链接互指甲.xlsx", want: unreadable, put: link("链接互指乙.xlsx"), may: true},
	{name: "链接互指乙.xlsx", want: unreadable, put: link("链接互指甲.xlsx"), may: true},
	{name: "链接到上一层", want: unreadable, put: link(".."), may: true},
	{name: "链接到没有的.xlsx", want: unreadable, put: link("没有这个.xlsx"), may: true},
	{name: "链接到里面.csv", want: read, may: true, put: func(p *Patient, at string) error {
		aside := filepath.Join(filepath.Dir(at), ".藏着的.csv")
		if err := os.WriteFile(aside, []byte(p.csv()), 0o644); err != nil {
			return err
		}
		return os.Symlink(filepath.Base(aside), at)
	}},
	{name: "管道.xlsx", want: unreadable, put: func(_ *Patient, at string) error { return makePipe(at) }, may: true},
	{name: "套接字.xlsx", want: unreadable, put: socket, may: true},
	{name: "没有权限.xlsx", want: unreadable, may: true, put: func(p *Patient, at string) error {
		if runtime.GOOS == "windows" || os.Geteuid() == 0 {
			return errors.ErrUnsupported // whoever may do everything reads it
		}
		return os.WriteFile(at, []byte(p.csv()), 0)
	}},
	{name: "没有权限的文件夹", want: unreadable, may: true, put: func(_ *Patient, at string) error {
		if runtime.GOOS == "windows" || os.Geteuid() == 0 {
			return errors.ErrUnsupported
		}
		return os.Mkdir(at, 0)
	}},
	{name: "文件夹叫.xlsx/里面的.xlsx", want: read, make: plain},
	{name: "文件夹末尾有空格 /里面的.xlsx", want: read, make: plain, may: true},
	{name: "文件夹\x1b[31m/里面\u202E的.xlsx", want: read, make: plain, may: true},
	{name: "作废/里面的.xlsx", want: named("file-skipped"), make: plain},
	{name: "上年/里面的.xlsx", want: read, make: plain},
	{name: ".git/里面的.xlsx", want: Want{Skipped: true}, make: plain},
	{name: strings.Repeat("深/", 100) + "里面的.xlsx", want: read, make: plain, may: true},
	{name: "硬链接.xlsx", want: read, may: true, put: func(p *Patient, at string) error {
		aside := filepath.Join(filepath.Dir(at), ".另一个名字.xlsx")
		if err := writeFile(aside, func(w io.Writer) error { return plain(p, w) }); err != nil {
			return err
		}
		return os.Link(aside, at)
	}},
}

func link(target string) func(*Patient, string) error {
	return func(_ *Patient, at string) error { return os.Symlink(target, at) }
}

// socket leaves what a program leaves that listened there.
func socket(_ *Patient, at string) error {
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: at, Net: "unix"})
	if err != nil {
		return err // a long path, or a system without them
	}
	l.SetUnlinkOnClose(false)
	return l.Close()
}

// sparse makes a file that is all hole.
func sparse(size int64) func(*Patient, string) error {
	return func(_ *Patient, at string) error {
		if err := os.WriteFile(at, nil, 0o644); err != nil {
			return err
		}
		return os.Truncate(at, size)
	}
}
