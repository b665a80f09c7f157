package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"

	"taizhang/importer"
	"taizhang/report/console"
	"taizhang/report/outputs"
)

// What the system says in English, a clerk is told in Chinese with what to do.
func TestFaultsNameTheRemedy(t *testing.T) {
	wrapped := func(err error) error {
		return fmt.Errorf("写不下 台账.xlsx：%w", &os.PathError{Op: "write", Path: "x", Err: err})
	}
	for _, c := range []struct {
		err  error
		says string
		code int
	}{
		{wrapped(syscall.ENOSPC), "磁盘满了", ExitFailed},
		{wrapped(syscall.EROFS), "只读", ExitFailed},
		{wrapped(syscall.EACCES), "没有权限", ExitFailed},
		{errors.New("x"), "原有成果没有改动", ExitFailed},
		{&importer.UsageError{Message: "不对", Hint: "这样写"}, "这样写", ExitUsage},
	} {
		var stderr bytes.Buffer
		c2 := &call{stderr: console.Screen{Writer: &stderr}}
		if code := c2.fail(c.err); code != c.code || !strings.Contains(stderr.String(), c.says) {
			t.Errorf("%v: %d %s", c.err, code, stderr.String())
		}
	}
}

// Where outputs could not be taken back nobody is told that nothing has changed.
func TestUnfinishedRunIsNotCalledHarmless(t *testing.T) {
	var stderr bytes.Buffer
	c := &call{stderr: console.Screen{Writer: &stderr}}
	if code := c.fail(fmt.Errorf("%w", &outputs.UnfinishedError{})); code != ExitFailed || strings.Contains(stderr.String(), "没有改动") || !strings.Contains(stderr.String(), "再运行一次") {
		t.Errorf("%d %s", code, stderr.String())
	}
}
