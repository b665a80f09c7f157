package letters

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"taizhang/report/xlsx/own"
)

// FormKey is of what a form asks: by when, and what of whom. What the department said before, and how the form is
// worded, is no part of it.
type FormKey struct{ Until, Asks string }

// Key is that of the form as it would be written now.
func (f Form) Key() FormKey {
	until, asks := sha256.New(), sha256.New()
	fmt.Fprintf(until, "%q", f.ledger.Plan.Settings.Deadline.For(f.quarter).Label())
	for _, a := range f.asks {
		req := f.ledger.Requirement(a.no)
		fmt.Fprintf(asks, "%q %q %q %q\n", req.Number, f.ledger.Task(req.Task).Title.Value, req.Text.Value, charge(a, req))
	}
	return FormKey{short(until.Sum(nil)), short(asks.Sum(nil))}
}

func short(sum []byte) string { return hex.EncodeToString(sum[:8]) }

func (k FormKey) String() string { return k.Until + "." + k.Asks }

// FormKeyIn is the key that a form was written with; ok is false where the file says none: another version of the
// program wrote it, or another program saved it without.
func FormKeyIn(path string) (k FormKey, ok bool) {
	said, _ := own.SaidKey(path)
	k.Until, k.Asks, ok = strings.Cut(said, ".")
	return k, ok
}
