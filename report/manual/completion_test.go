package manual

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Each shell is told all commands and options, and the shells that are here take the script.
func TestCompletionKnowsAllCommandsAndOptions(t *testing.T) {
	for _, shell := range Shells {
		script, ok := Completion(shell)
		if !ok {
			t.Fatal(shell)
		}
		for _, c := range named() {
			if !strings.Contains(script, c.Name) {
				t.Errorf("%s lacks %s", shell, c.Name)
			}
		}
		for _, f := range Flags {
			if !strings.Contains(script, "--"+f.Name) && !strings.Contains(script, "-l "+f.Name) {
				t.Errorf("%s lacks --%s", shell, f.Name)
			}
		}
		if program, err := exec.LookPath(shell); err == nil {
			path := filepath.Join(t.TempDir(), "script")
			os.WriteFile(path, []byte(script), 0o644)
			if said, err := exec.Command(program, "-n", path).CombinedOutput(); err != nil {
				t.Errorf("%s: %s", shell, said)
			}
		}
	}
	if _, ok := Completion("tcsh"); ok {
		t.Error("a script for a shell that nobody wrote one for")
	}
	script, _ := Completion("powershell")
	if strings.ContainsFunc(script, func(r rune) bool { return r >= 0x80 }) {
		t.Error("the script for PowerShell is not in ASCII")
	}
}

// What bash offers, asked of bash itself.
func TestBashOffers(t *testing.T) {
	program, err := exec.LookPath("bash")
	if err != nil {
		t.Skip(err)
	}
	script, _ := Completion("bash")
	folder := t.TempDir()
	os.Mkdir(filepath.Join(folder, "2021 年"), 0o755)
	os.WriteFile(filepath.Join(folder, "清单.xlsx"), nil, 0o644)
	for _, c := range []struct{ typed, wanted string }{
		{"taizhang fo", "forms"},
		{"taizhang forms 2021 --qu", "--quarter --quiet"},
		{"taizhang build --sam", ""},
		{"taizhang init 2022 --fr", "--from"},
		{"taizhang forms --quarter ", "Q1 Q2 Q3 Q4"},
		{"taizhang build ", "2021 年"},
		{"taizhang check 清", "清单.xlsx"},
		{"taizhang build --tasks 清", "清单.xlsx"},
		{"taizhang completion ", "bash zsh fish powershell"},
		{"taizhang build --year ", ""},
	} {
		words := strings.Split(c.typed, " ")
		ask := script + "\nCOMP_WORDS=(\"$@\"); COMP_CWORD=$(($#-1)); _taizhang; IFS=' '; printf '%s' \"${COMPREPLY[*]}\""
		run := exec.Command(program, slices.Concat([]string{"-c", ask, "x"}, words)...)
		run.Dir = folder
		said, err := run.Output()
		if err != nil || string(said) != c.wanted {
			t.Errorf("%q offers %q, not %q (%v)", c.typed, said, c.wanted, err)
		}
	}
}
