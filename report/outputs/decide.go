package outputs

import (
	"context"
	"errors"
)

// Decide adds lines to the decisions of a year by the same commit as a run, without any output.
// before is the SHA-256 that 核定.jsonl must still have. A *BusyError is that a run is at work.
func Decide(year, out, before string, lines []byte) error {
	if len(lines) == 0 {
		return nil
	}
	_, err := Write(context.Background(), out, nil, &Decisions{Year: year, Before: before, Lines: lines}, nil)
	return err
}

// Alone holds a name in a folder for a program that stays, by the system's own lock; ok is false
// where another program has it.
func Alone(folder, name string) (release func(), ok bool, err error) {
	release, err = hold(folder, name)
	var busy *BusyError
	if errors.As(err, &busy) {
		return nil, false, nil
	}
	return release, err == nil, err
}
