package manual

import (
	"fmt"
	"slices"
	"strings"
)

// Shells are those that Completion knows.
var Shells = []string{"bash", "zsh", "fish", "powershell"}

// Completion is the script by which a shell completes commands, options and folders; ok is false for
// a shell that is not among Shells.
func Completion(shell string) (script string, ok bool) {
	switch shell {
	case "bash":
		return bash(), true
	case "zsh":
		return zsh(), true
	case "fish":
		return fish(), true
	case "powershell":
		return powershell(), true
	}
	return "", false
}

// named are the commands that have a name.
func named() []Command {
	return slices.DeleteFunc(slices.Clone(Commands), func(c Command) bool { return c.Name == "" })
}

// flagsOf are the options that a command takes.
func flagsOf(c Command) (list []Flag) {
	for _, f := range Flags {
		if f.Of == "" || f.Of == c.Name {
			list = append(list, f)
		}
	}
	return list
}

// names are the options with a value of a kind that takes something, as they are typed.
func names(is Value) (list []string) {
	for _, f := range Flags {
		if f.Takes != "" && f.Is == is {
			list = append(list, "--"+f.Name)
		}
	}
	return list
}

// words are a command's own: its options, or what it takes in place of a folder.
func words(c Command) string {
	var list []string
	for _, f := range flagsOf(c) {
		list = append(list, "--"+f.Name)
	}
	return strings.Join(list, " ")
}

const quarters = "Q1 Q2 Q3 Q4"

func bash() string {
	var b strings.Builder
	var commands []string
	for _, c := range named() {
		commands = append(commands, c.Name)
	}
	fmt.Fprintf(&b, `# taizhang 的命令补全。在 ~/.bashrc 里写一行：source <(taizhang completion bash)
_taizhang() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= word IFS=$'\n'
    COMPREPLY=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in %s) command=$word; break ;; esac
    done
    case $prev in
    %s) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    %s) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$cur")); return ;;
    %s) COMPREPLY=($(IFS=' '; compgen -W "%s" -- "$cur")); return ;;
    %s) return ;;
    esac
    if [[ $cur == -* ]]; then
        case $command in
`, strings.Join(commands, "|"), strings.Join(names(File), "|"), strings.Join(names(Folder), "|"), strings.Join(names(Quarter), "|"), quarters, strings.Join(names(Free), "|"))
	for _, c := range named() {
		fmt.Fprintf(&b, "        %s) COMPREPLY=($(IFS=' '; compgen -W \"%s\" -- \"$cur\")) ;;\n", c.Name, words(c))
	}
	fmt.Fprintf(&b, "        *) COMPREPLY=($(IFS=' '; compgen -W \"%s\" -- \"$cur\")) ;;\n        esac\n        return\n    fi\n    case $command in\n", words(Command{Name: "build"}))
	fmt.Fprintf(&b, "    '') compopt -o filenames 2>/dev/null; COMPREPLY=($(IFS=' '; compgen -W \"%s\" -- \"$cur\") $(compgen -d -- \"$cur\")) ;;\n", strings.Join(commands, " "))
	fmt.Fprintf(&b, "    completion) COMPREPLY=($(IFS=' '; compgen -W \"%s\" -- \"$cur\")) ;;\n", strings.Join(Shells, " "))
	for _, c := range named() {
		if c.Files {
			fmt.Fprintf(&b, "    %s) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$cur\")) ;;\n", c.Name)
		}
	}
	b.WriteString("    *) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- \"$cur\")) ;;\n    esac\n}\ncomplete -F _taizhang taizhang\n")
	return b.String()
}

func zsh() string {
	var b strings.Builder
	b.WriteString("#compdef taizhang\n# taizhang 的命令补全。在 ~/.zshrc 里写一行：source <(taizhang completion zsh)\n_taizhang() {\n    local -a commands\n    commands=(\n")
	for _, c := range named() {
		fmt.Fprintf(&b, "        '%s:%s'\n", c.Name, strings.ReplaceAll(c.About, ":", `\:`))
	}
	b.WriteString("    )\n    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n        _describe -t commands 命令 commands\n        _files -/\n        return\n    fi\n    case $words[2] in\n")
	for _, c := range append(named(), Command{Name: "*"}) {
		fmt.Fprintf(&b, "    %s) _arguments", c.Name)
		of := c
		if c.Name == "*" {
			of.Name = "build"
		}
		for _, f := range flagsOf(of) {
			value := ""
			switch {
			case f.Takes == "":
			case f.Is == File:
				value = ":" + f.Takes + ":_files"
			case f.Is == Folder:
				value = ":" + f.Takes + ":_files -/"
			case f.Is == Quarter:
				value = ":" + f.Takes + ":(" + quarters + ")"
			default:
				value = ":" + f.Takes + ":"
			}
			fmt.Fprintf(&b, " \\\n        '--%s[%s]%s'", f.Name, f.About, value)
		}
		switch {
		case c.Name == "completion":
			fmt.Fprintf(&b, " \\\n        '*:外壳:(%s)' ;;\n", strings.Join(Shells, " "))
		case c.Files:
			b.WriteString(" \\\n        '*:文件:_files' ;;\n")
		default:
			b.WriteString(" \\\n        '*:文件夹:_files -/' ;;\n")
		}
	}
	b.WriteString("    esac\n}\nif [[ $funcstack[1] == _taizhang ]]; then\n    _taizhang \"$@\"\nelse\n    compdef _taizhang taizhang\nfi\n")
	return b.String()
}

func fish() string {
	var b strings.Builder
	b.WriteString("# taizhang 的命令补全。运行一次：taizhang completion fish > ~/.config/fish/completions/taizhang.fish\ncomplete -c taizhang -f -a '(__fish_complete_directories)'\n")
	for _, c := range named() {
		fmt.Fprintf(&b, "complete -c taizhang -n __fish_use_subcommand -a %s -d '%s'\n", c.Name, c.About)
		if c.Files {
			fmt.Fprintf(&b, "complete -c taizhang -n '__fish_seen_subcommand_from %s' -F\n", c.Name)
		}
	}
	fmt.Fprintf(&b, "complete -c taizhang -n '__fish_seen_subcommand_from completion' -a '%s'\n", strings.Join(Shells, " "))
	for _, f := range Flags {
		b.WriteString("complete -c taizhang")
		if f.Of != "" {
			fmt.Fprintf(&b, " -n '__fish_seen_subcommand_from %s'", f.Of)
		}
		fmt.Fprintf(&b, " -l %s", f.Name)
		switch {
		case f.Takes == "":
		case f.Is == File:
			b.WriteString(" -r -F")
		case f.Is == Folder:
			b.WriteString(" -x -a '(__fish_complete_directories)'")
		case f.Is == Quarter:
			fmt.Fprintf(&b, " -x -a '%s'", quarters)
		default:
			b.WriteString(" -x")
		}
		fmt.Fprintf(&b, " -d '%s'\n", f.About)
	}
	return b.String()
}

// powershell is in ASCII alone: what a Windows console makes of other bytes hangs on its code page.
func powershell() string {
	var b strings.Builder
	b.WriteString("# taizhang completion powershell | Out-String | Invoke-Expression\nRegister-ArgumentCompleter -Native -CommandName taizhang, taizhang.exe -ScriptBlock {\n    param($word, $ast, $at)\n    $said = @{\n")
	for _, c := range named() {
		fmt.Fprintf(&b, "        '%s' = '%s'\n", c.Name, ascii(c.About))
	}
	for _, f := range Flags {
		fmt.Fprintf(&b, "        '--%s' = '%s'\n", f.Name, ascii(f.About))
	}
	b.WriteString("    }\n    $flags = @{\n")
	for _, c := range named() {
		fmt.Fprintf(&b, "        '%s' = '%s'\n", c.Name, words(c))
	}
	fmt.Fprintf(&b, `    }
    $typed = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
    $command = $typed | Where-Object { $flags.ContainsKey($_) } | Select-Object -First 1
    $before = $typed | Where-Object { $_ -ne $word } | Select-Object -Last 1
    if (@('%s') -contains $before) { $choices = '%s' }
    elseif ($word -like '-*') { if ($command) { $choices = $flags[$command] } else { $choices = $flags['build'] } }
    elseif ($command -eq 'completion') { $choices = '%s' }
    elseif (-not $command) { $choices = $flags.Keys -join ' ' }
    else { return }
    $choices -split ' ' | Sort-Object | Where-Object { $_ -like "$word*" } | ForEach-Object {
        $tip = $_
        if ($said.ContainsKey($_)) { $tip = [regex]::Unescape($said[$_]) }
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $tip)
    }
}
`, strings.Join(names(Quarter), "', '"), quarters, strings.Join(Shells, " "))
	return b.String()
}

// ascii writes a text so that [regex]::Unescape reads it.
func ascii(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}
