package cli

import (
	"bytes"
	"testing"

	"taizhang/report/manual"

	"github.com/spf13/pflag"
)

// The help, the manual and the completion name the flags that there are, and no other.
func TestTheManualKnowsTheFlags(t *testing.T) {
	c := &call{}
	flags, _, _ := c.flags()
	told := map[string]bool{}
	for _, f := range manual.Flags {
		told[f.Name] = true
		flag := flags.Lookup(f.Name)
		if flag == nil {
			t.Errorf("--%s is told and there is none", f.Name)
			continue
		}
		if (f.Takes == "") != (flag.Value.Type() == "bool") {
			t.Errorf("--%s takes %q, the manual says %q", f.Name, flag.Value.Type(), f.Takes)
		}
	}
	flags.VisitAll(func(f *pflag.Flag) {
		if !told[f.Name] {
			t.Errorf("--%s is not told", f.Name)
		}
	})
}

func TestCompletion(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"completion", "bash"}, ExitDone, "complete -F _taizhang taizhang"},
		{[]string{"completion", "pwsh"}, ExitDone, "Register-ArgumentCompleter"},
		{[]string{"completion"}, ExitUsage, "bash、zsh、fish、powershell"},
		{[]string{"completion", "fihs"}, ExitUsage, "是不是 fish？"},
		{[]string{"completion", "zsh", "--sample"}, ExitUsage, "--sample 只用于 init"},
	} {
		var out bytes.Buffer
		if code := Run(t.Context(), c.args, &out, &out, nil); code != c.code || !bytes.Contains(out.Bytes(), []byte(c.says)) {
			t.Errorf("%v: %d %s", c.args, code, out.String())
		}
	}
}
