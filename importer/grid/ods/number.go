package ods

import (
	"regexp"
	"strconv"
	"strings"

	"taizhang/importer/grid/markup"
	"taizhang/importer/grid/numfmt"
)

// numberCode writes the data style of a number as a format code: its words and digits, and in front
// the sections that apply under a condition. Programs write beside a number how it looks; the code
// is for those that don't.
func (w *opened) numberCode(x *markup.Scanner) string {
	var own, conditional strings.Builder
	for tag := range x.Children() {
		switch tag {
		case "text":
			own.WriteString(quoted(x.Text()))
		case "number":
			own.WriteString(digits(x))
		case "fraction", "scientific-number":
			return ""
		case "map":
			condition, ok := strings.CutPrefix(strings.ReplaceAll(x.Attr("condition"), " ", ""), "value()")
			code, known := w.codes[x.Attr("apply-style-name")]
			if !ok || !known {
				return ""
			}
			conditional.WriteString("[" + strings.Replace(condition, "!=", "<>", 1) + "]" + code + ";")
		}
	}
	if conditional.Len() == 0 && !strings.Contains(own.String(), `"`) {
		return "" // a number and nothing else
	}
	return conditional.String() + own.String()
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return `"` + strings.ReplaceAll(s, `"`, "") + `"`
}

// digits writes the digits of a number element.
func digits(x *markup.Scanner) string {
	count := func(name string) int {
		n, _ := strconv.Atoi(x.Attr(name))
		return min(max(n, 0), 15)
	}
	code := strings.Repeat("0", count("min-integer-digits"))
	if x.Attr("grouping") == "true" {
		code = "#,##" + code
	}
	if code == "" {
		code = "#"
	}
	if n := count("decimal-places"); n > 0 {
		code += "." + strings.Repeat("0", n)
	}
	return code
}

var (
	exponent = regexp.MustCompile(`^[-+]?[0-9.,]+E[-+]?[0-9]+$`)
	ciphers  = regexp.MustCompile(`[0-9]+`)
)

// saysMore reports whether what is shown of a number says more than the number: words, units,
// marks. A percentage has its sign.
func saysMore(shown string, percentage bool) bool {
	if exponent.MatchString(shown) {
		return false
	}
	bare := ciphers.ReplaceAllString(shown, "")
	if percentage {
		bare = strings.Replace(bare, "%", "", 1)
	}
	return bare == shown || numfmt.SaysMore(bare)
}
