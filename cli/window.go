package cli

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"taizhang/report/page"

	"golang.org/x/term"
)

// byMouse tells from the arguments whether the program was started without a command line:
// by a double click (no argument), or by dropping files on its icon (their full paths).
func byMouse(args []string) bool {
	return !slices.ContainsFunc(args, func(arg string) bool {
		_, err := os.Stat(arg)
		return err != nil || !filepath.IsAbs(arg)
	})
}

// hold keeps the window open until somebody has read it. A run with commands or flags is a
// script's, which nobody may be watching: it is never held.
func hold(own bool, args []string, stdin *os.File, stderr io.Writer) {
	if own && byMouse(args) && term.IsTerminal(int(stdin.Fd())) {
		wait(stdin, stderr)
	}
}

func wait(stdin io.Reader, stderr io.Writer) {
	fmt.Fprint(stderr, "\n按回车键关闭窗口")
	bufio.NewReader(stdin).ReadString('\n') // an error closes the window too
}

// nearby is the folder that a double click opens: the one in which the program lies, where the
// office keeps its years beside it; else the current one.
func nearby() string {
	if program, err := os.Executable(); err == nil && page.HoldsYears(filepath.Dir(program)) {
		return filepath.Dir(program)
	}
	return "."
}

// welcome is what somebody reads who has double-clicked the program and knows no command
// line: it fits into the window.
const welcome = `taizhang 台账：把各部门每季度报来的表格合并成工作台账和年报附件。

正在浏览器里打开页面：在那里选年度、收表、核对、生成成果。这个窗口请留着，
关掉页面，它会自己关。

不想用页面，也可以把一年的文件夹用鼠标拖到本程序的图标上：直接生成成果，
在那个文件夹的 成果 里看 台账.xlsx、年报附件.pdf 和 退回单。

详细的说明见 README.zh-CN.md；全部命令和选项：taizhang --help
`
