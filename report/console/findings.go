package console

import (
	"fmt"
	"strings"

	"taizhang/importer/finding"
)

// mostOfAKind is how many findings of one kind a terminal shows, so that what matters does
// not scroll away; a file or a pipe gets them all.
const mostOfAKind = 5

// Findings prints findings in full, the most severe first, and how many there were. again
// is the command that saves all of them to a file.
func Findings(s Screen, fs []finding.Finding, again string) {
	if len(fs) == 0 {
		fmt.Fprintln(s, "没有发现问题。")
		return
	}
	shown, more := map[finding.Code]int{}, 0
	for _, severity := range severities {
		for _, f := range fs {
			if f.Severity() != severity {
				continue
			}
			if shown[f.Code]++; s.Width > 0 && shown[f.Code] > mostOfAKind {
				more++
				continue
			}
			problem(s, f)
		}
		for _, code := range kinds(fs, severity) {
			if over := shown[code] - mostOfAKind; s.Width > 0 && over > 0 {
				fmt.Fprintf(s, "  %s 另有 %d 处同类问题 [%s]\n", s.tag(severity), over, code)
			}
		}
	}
	n := severityCounts(fs)
	fmt.Fprintf(s, "共 %d 处：%s。\n", len(fs), s.counts(n, "%s %d"))
	if more > 0 {
		s.paragraph(0, "", "同类问题这里只显示前几处；要看全部，请存成文件："+again)
	}
}

var severities = []finding.Severity{finding.Error, finding.Warning, finding.Info}

// kinds lists the codes of a severity in the order in which they first occur.
func kinds(fs []finding.Finding, severity finding.Severity) (codes []finding.Code) {
	seen := map[finding.Code]bool{}
	for _, f := range fs {
		if f.Severity() == severity && !seen[f.Code] {
			seen[f.Code] = true
			codes = append(codes, f.Code)
		}
	}
	return codes
}

// problem prints one finding: what and where, then what to do.
func problem(s Screen, f finding.Finding) {
	where := f.Place.String()
	if where == "" {
		where = strings.TrimSpace(f.Department + " " + f.Quarter)
	}
	tell(s, f.Severity(), where+"  "+f.Message, string(f.Code), f.Hint)
}

// tag is a severity in brackets, in colour where something has to be done.
func (s Screen) tag(severity finding.Severity) string {
	return s.paint(colours[severity], "["+severity.Label()+"]")
}

var colours = map[finding.Severity]string{finding.Error: red, finding.Warning: yellow}

// counts says how many findings there are of each severity; none of a kind has no colour.
func (s Screen) counts(n map[finding.Severity]int, format string) string {
	var parts []string
	for _, severity := range severities {
		colour := ""
		if n[severity] > 0 {
			colour = colours[severity]
		}
		parts = append(parts, s.paint(colour, fmt.Sprintf(format, severity.Label(), n[severity])))
	}
	return strings.Join(parts, "，")
}

func severityCounts(fs []finding.Finding) map[finding.Severity]int {
	n := map[finding.Severity]int{}
	for _, f := range fs {
		if !f.Settled { // what the office has decided on waits for nobody
			n[f.Severity()]++
		}
	}
	return n
}
