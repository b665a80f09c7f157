package cli

import (
	"fmt"
	"strings"

	"taizhang/importer"
	"taizhang/report/manual"
)

// What the process tells its caller (part of the contract, see ARCHITECTURE.md): done and written; something was
// held back; the call was wrong and nothing is written; the tool could not do its work and
// earlier outputs are untouched.
const (
	ExitDone   = iota // 0
	ExitHeld          // 1
	ExitUsage         // 2
	ExitFailed        // 3
)

// commands are those that the help lists.
var commands = commandNames()

func commandNames() (names []string) {
	for _, c := range manual.Commands {
		if c.Name != "" {
			names = append(names, c.Name)
		}
	}
	return names
}

// alone says which flags belong to one command. The others are those of the contract and
// may be given to any, so that a caller can keep one set of them.
var alone = flagsOfOne()

func flagsOfOne() map[string]string {
	of := map[string]string{}
	for _, f := range manual.Flags {
		if f.Of != "" {
			of[f.Name] = f.Of
		}
	}
	return of
}

// completion prints the script by which a shell completes what is typed.
func (c *call) completion(args []string) (int, error) {
	hint := "请写外壳的名字：" + strings.Join(manual.Shells, "、") + "，例如 taizhang completion bash"
	if len(args) != 1 {
		return 0, &importer.UsageError{Message: "completion 后面要写一个外壳", Hint: hint}
	}
	shell := strings.ToLower(args[0])
	if shell == "pwsh" {
		shell = "powershell"
	}
	script, ok := manual.Completion(shell)
	if !ok {
		if near := nearest(shell, manual.Shells); near != "" {
			hint = "是不是 " + near + "？" + hint
		}
		return 0, &importer.UsageError{Message: "没有 " + args[0] + " 的补全", Hint: hint}
	}
	fmt.Fprint(c.stdout, script)
	return ExitDone, nil
}
