package grid

import (
	"fmt"

	"taizhang/importer/finding"
)

// Refusal is why a file is not read. It is about the data, so it is no error.
type Refusal struct {
	Code          finding.Code
	Found, wanted string
	Hint          string // in place of the catalogue's, "" for the catalogue's
	Scan          bool   // the file is a picture of a return
}

func (r *Refusal) Finding(at finding.Place) finding.Finding {
	f := finding.New(r.Code, at, r.Found, r.wanted)
	if r.Hint != "" {
		f.Hint = r.Hint
	}
	return f
}

// Damaged refuses a file that contradicts its own format. Long words of the file are
// quoted in brief.
func Damaged(format string, args ...any) *Refusal {
	for i := range args {
		if s, ok := args[i].(string); ok {
			args[i] = brief(s)
		}
	}
	return &Refusal{Code: finding.UnreadableFile, Found: fmt.Sprintf(format, args...)}
}

// brief cuts a text to what fits in a message.
func brief(s string) string {
	const most = 60
	if r := []rune(s[:min(len(s), 8*most)]); len(r) > most {
		return string(r[:most]) + "……"
	}
	return s
}

// TooLarge refuses a file beyond one of the limits.
func TooLarge(found, limit string) *Refusal {
	return &Refusal{Code: finding.FileTooLarge, Found: found, wanted: limit}
}

// Unsupported refuses a format that has no reader.
func Unsupported(what, hint string) *Refusal {
	return &Refusal{Code: finding.UnsupportedFormat, Found: what, Hint: hint}
}

func Protected() *Refusal { return &Refusal{Code: finding.PasswordProtected} }

// Megabytes writes a number of bytes as a clerk reads it.
func Megabytes(bytes uint64) string {
	return fmt.Sprintf("%.1f 兆", float64(bytes)/(1<<20))
}
