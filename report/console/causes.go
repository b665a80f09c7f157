package console

import (
	"bytes"
	"fmt"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ledger"
)

// How much of what is to be done a run shows, so that the summary below stays on the same
// screen; the ledger lists it all. A file or a pipe is not a screen.
const (
	mostCauses       = 12 // in a file or a pipe, and of a check
	mostLinesToWatch = 10 // on a terminal, but for the last cause that is begun
	mostLinesToRead  = 22 // in a file or a pipe, where a line is not wrapped
)

// Problems prints what a build leaves to be done: the causes, first what holds anything
// back, then what explains most, each with what to type or paste. What is only good to know
// stands in the ledger.
func Problems(w Screen, l *ledger.Ledger) {
	var causes []ledger.Cause
	places := 0
	for _, c := range l.Causes {
		if c.Severity != finding.Info {
			causes = append(causes, c)
			places += c.Findings
		}
	}
	if len(causes) == 0 {
		return
	}
	held := ""
	if n := severityCounts(l.Findings)[finding.Error]; n > 0 {
		held = fmt.Sprintf("有 %d 处内容没有并入；", n)
	}
	w.paragraph(0, "", fmt.Sprintf("%s要处理的共 %d 处，出自 %d 个原因，先办前面的：", held, places, len(causes)))
	most := mostLinesToWatch
	if w.Width == 0 {
		most = mostLinesToRead
	}
	if left := list(w, causes, most); left > 0 {
		fmt.Fprintf(w, "  另有 %d 个原因，见台账“待核对”。\n", left)
	}
	fmt.Fprintln(w)
}

// Checked prints what was found in single returns. A terminal gets the causes; a file or a
// pipe gets before all findings those causes that explain several. again is the command
// that saves all of them to a file.
func Checked(s Screen, l *ledger.Ledger, again string) {
	if s.Width == 0 {
		var several []ledger.Cause
		for _, c := range l.Causes {
			if c.Findings > 1 {
				several = append(several, c)
			}
		}
		if len(several) > 0 {
			fmt.Fprintln(s, "同一原因的问题：")
			if left := list(s, several, 0); left > 0 {
				fmt.Fprintf(s, "  另有 %d 个这样的原因。\n", left)
			}
			fmt.Fprintln(s)
		}
		Findings(s, l.Findings, again)
		return
	}
	if len(l.Causes) == 0 {
		Findings(s, nil, again)
		return
	}
	left := list(s, l.Causes, 0)
	if left > 0 {
		fmt.Fprintf(s, "  另有 %d 个原因。\n", left)
	}
	fmt.Fprintf(s, "共 %d 处，出自 %d 个原因：%s。\n", len(l.Findings), len(l.Causes), s.counts(severityCounts(l.Findings), "%s %d"))
	if left > 0 || len(l.Findings) > len(l.Causes) {
		s.paragraph(0, "", "要看每一处，请存成文件："+again)
	}
}

// list prints causes, within so many lines where that is not 0, and returns how many it left
// out. One cause is always printed. What causes that follow each other share to be done is
// said once, behind the last of them.
func list(s Screen, causes []ledger.Cause, within int) (left int) {
	used, todo := 0, ""
	for i, c := range causes {
		wrong := printed(s, func(on Screen) { tell(on, c.Severity, c.Message, string(c.Code), "") })
		next := printed(s, func(on Screen) { advise(on, c.Hint) })
		used += strings.Count(wrong, "\n")
		if next != todo {
			used += strings.Count(next, "\n")
		}
		if i > 0 && (i >= mostCauses || within > 0 && used > within) {
			left = len(causes) - i
			break
		}
		if next != todo {
			fmt.Fprint(s, todo)
		}
		fmt.Fprint(s, wrong)
		todo = next
	}
	fmt.Fprint(s, todo)
	return left
}

// printed is what would be printed on a screen.
func printed(s Screen, print func(on Screen)) string {
	var b bytes.Buffer
	s.Writer = &b
	print(s)
	return b.String()
}

const indent = 9 // of "  [强制] "

// tell prints what is wrong, then what to do.
func tell(s Screen, severity finding.Severity, text, code, hint string) {
	s.paragraph(indent, "  "+s.tag(severity)+" ", fmt.Sprintf("%s [%s]", plain(text), code))
	advise(s, hint)
}

// advise prints what to do.
func advise(s Screen, hint string) {
	if hint != "" {
		s.paragraph(indent+3, strings.Repeat(" ", indent)+"→ ", plain(hint))
	}
}
