package reader

import (
	"fmt"

	"taizhang/importer/finding"
	"taizhang/importer/returns"
)

// gave parts a reading into what most tests look at.
func gave(g returns.Reading) ([]returns.Return, []finding.Finding) { return g.Returns, g.Findings }

// failer is what the checks of a reading need of a test.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// unsound is a failer that tells what failed, for checks that are counted.
type unsound struct{ why string }

func (u *unsound) Helper() {}

func (u *unsound) Fatalf(format string, args ...any) {
	u.why = fmt.Sprintf(format, args...)
	panic(u)
}

// check runs checks up to the first that fails and returns what it said, "" for none.
func check(checks func(t failer)) (why string) {
	u := &unsound{}
	defer func() {
		if fault := recover(); fault != nil && fault != any(u) {
			panic(fault)
		}
		why = u.why
	}()
	checks(u)
	return ""
}
