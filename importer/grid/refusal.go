package grid

import (
	"fmt"

	"taizhang/importer/finding"
)

// refusal is why a file is not read. It is about the data, so it is no error.
type refusal struct {
	code          finding.Code
	found, wanted string
	hint          string // in place of the catalogue's, "" for the catalogue's
	scan          bool   // the file is a picture of a return
}

func (r *refusal) finding(at finding.Place) finding.Finding {
	f := finding.New(r.code, at, r.found, r.wanted)
	if r.hint != "" {
		f.Hint = r.hint
	}
	return f
}

// damaged refuses a file that contradicts its own format. Long words of the file are
// quoted in brief.
func damaged(format string, args ...any) *refusal {
	for i := range args {
		if s, ok := args[i].(string); ok {
			args[i] = brief(s)
		}
	}
	return &refusal{code: finding.UnreadableFile, found: fmt.Sprintf(format, args...)}
}

// brief cuts a text to what fits in a message.
func brief(s string) string {
	const most = 60
	if r := []rune(s[:min(len(s), 8*most)]); len(r) > most {
		return string(r[:most]) + "……"
	}
	return s
}

// tooLarge refuses a file beyond one of the limits.
func tooLarge(found, limit string) *refusal {
	return &refusal{code: finding.FileTooLarge, found: found, wanted: limit}
}

// unsupported refuses a format that has no reader.
func unsupported(what, hint string) *refusal {
	return &refusal{code: finding.UnsupportedFormat, found: what, hint: hint}
}

// changing refuses a file that somebody writes while it is read.
func changing() *refusal {
	return &refusal{code: finding.UnreadableFile, found: "读取的时候文件正在被改写", hint: "请等它保存或复制完，再运行一次。"}
}

func protected() *refusal { return &refusal{code: finding.PasswordProtected} }

// size writes a number of bytes as a clerk reads it.
func size(bytes uint64) string {
	return fmt.Sprintf("%.1f 兆", float64(bytes)/(1<<20))
}
