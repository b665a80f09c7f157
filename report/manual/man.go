package manual

import (
	"fmt"
	"strings"
	"time"
)

// Man is the manual page taizhang.1, of a version of a day.
func Man(version string, day time.Time) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH TAIZHANG 1 \"%s\" \"taizhang %s\" \"台账使用手册\"\n.ad l\n.SH 名称\ntaizhang \\- %s\n.SH 用法\n", day.Format("2006-01-02"), roff(version), roff(About))
	for n, c := range Commands {
		if n > 0 {
			b.WriteString(".br\n")
		}
		line(&b, strong(c.line()))
	}
	for _, one := range blocks() {
		switch one.kind {
		case title:
			b.WriteString(".SH 说明\n")
		case heading:
			fmt.Fprintf(&b, ".SH %s\n", roff(one.text))
		case paragraph:
			b.WriteString(".PP\n")
			line(&b, formatted(one.text))
		case bullets:
			for _, text := range one.lines {
				b.WriteString(".IP \\(bu 2\n")
				line(&b, formatted(text))
			}
		case code:
			b.WriteString(".PP\n.nf\n")
			for _, text := range one.lines {
				line(&b, strings.NewReplacer(`\`, `\e`, `-`, `\-`).Replace(text))
			}
			b.WriteString(".fi\n")
		case table:
			for _, row := range one.rows[1:] {
				b.WriteString(".TP\n")
				line(&b, formatted(row[0]))
				line(&b, formatted(strings.Join(row[1:], "；")))
			}
		case pairs:
			for _, row := range one.rows {
				b.WriteString(".TP\n")
				line(&b, strong(row[0]))
				line(&b, roff(row[1]))
			}
		case picture: // a terminal shows none; 使用手册.html has them
		}
	}
	return b.String()
}

// line ends a line of text; one that begins with a sign of roff's own gets a sign of no width before it.
func line(b *strings.Builder, text string) {
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	b.WriteString(text + "\n")
}

// roff writes a text so that roff prints it as it is, and may break a line between two characters of
// Chinese, which it does not do by itself.
func roff(text string) string {
	var b strings.Builder
	before := ' '
	for _, r := range text {
		if (r >= 0x2E80 || before >= 0x2E80) && b.Len() > 0 && !strings.ContainsRune("，。、；：？！”’）》」…", r) && !strings.ContainsRune("“‘（《「", before) && r != ' ' && before != ' ' {
			b.WriteString(`\:`)
		}
		switch r {
		case '\\':
			b.WriteString(`\e`)
		case '-':
			b.WriteString(`\-`)
		default:
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

func strong(text string) string { return `\fB` + roff(text) + `\fR` }

func formatted(text string) string {
	var b strings.Builder
	for _, s := range spans(text) {
		if s.typed || s.strong {
			b.WriteString(strong(s.text))
		} else {
			b.WriteString(roff(s.text))
		}
	}
	return b.String()
}
