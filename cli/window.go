package cli

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

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

// welcome is what somebody reads who has double-clicked the program and knows no command
// line: it fits into the window.
const welcome = `taizhang 台账：把各部门每季度报来的表格合并成工作台账和年报附件。

不用点开，把文件夹拖上来就行：

  1. 把一年的报表放进一个文件夹，例如 2021，里面再分 第一季度、第二季度……
     任务清单.xlsx 也放在里面。
  2. 用鼠标把这个文件夹拖到本程序的图标上，松开。
  3. 到那个文件夹的 成果 里看 台账.xlsx、年报附件.pdf 和 退回单。

详细的说明见 README.zh-CN.md；全部命令和选项：taizhang --help
`
