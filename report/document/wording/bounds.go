package wording

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"text/template"
	"text/template/parse"
)

// Limits on a template of the office's, which may loop and call itself: beyond them the
// run ends with an error that names the file, before memory or patience does. The default
// wording comes to some 400 kB of text in 30,000 steps for a thousand requirements.
const (
	maxSource = 1 << 20   // bytes of the template
	maxText   = 4 << 20   // bytes of the filled text, and of one value while it is composed
	maxSteps  = 2_000_000 // pieces of text and rounds of loops
)

// errEndless and errLong end the execution of a template.
var (
	errEndless = errors.New("循环或者引用的次数太多，可能写成了死循环")
	errLong    = fmt.Errorf("写出的文字超过 %d MB", maxText>>20)
)

// limited keeps what a template prints, as far as the limits.
type limited struct {
	text  bytes.Buffer
	steps int
}

// Write counts a step even where there is nothing to write; see countRounds.
func (l *limited) Write(b []byte) (int, error) {
	if l.steps++; l.steps > maxSteps {
		return 0, errEndless
	}
	if l.text.Len()+len(b) > maxText {
		return 0, errLong
	}
	return l.text.Write(b)
}

// countRounds makes each round of a loop and each call of a template print an empty text
// first. A loop that prints nothing would else never come by the limits.
func countRounds(t *template.Template) {
	for _, t := range t.Templates() {
		if t.Tree != nil && t.Root != nil {
			countList(t.Root)
		}
	}
}

func countList(list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.IfNode:
			countList(n.List)
			countList(n.ElseList)
		case *parse.WithNode:
			countList(n.List)
			countList(n.ElseList)
		case *parse.RangeNode:
			countList(n.List)
			countList(n.ElseList)
		}
	}
	list.Nodes = append([]parse.Node{&parse.TextNode{NodeType: parse.NodeText}}, list.Nodes...)
}

// composed holds what a function is about to compose against the limit: a value that is
// doubled in a loop grows without being printed. Nothing makes more than twelve bytes of
// one.
func composed(args ...any) error {
	size := 0
	for _, a := range args {
		size += 1 + len(fmt.Sprint(a))
		if size > maxText/12 {
			return errLong
		}
	}
	return nil
}

// wide is a width or precision of printf that makes more than 999 characters of one value,
// or takes it from the arguments.
var wide = regexp.MustCompile(`%[^a-zA-Z]*(\d{4}|\*)`)

// bounded are the functions of text/template that compose text, held to the limit.
var bounded = template.FuncMap{
	"print": within(fmt.Sprint), "println": within(fmt.Sprintln), "html": within(template.HTMLEscaper),
	"js": within(template.JSEscaper), "urlquery": within(template.URLQueryEscaper),
	"printf": func(format string, args ...any) (string, error) {
		// A width makes a thousand characters of a digit, and a verb can ask for one argument again.
		verbs := strings.Count(format, "%")
		if len(format) > 1<<10 || verbs > 100 || wide.MatchString(format) {
			return "", errors.New("printf 的格式太长或者太宽")
		}
		if err := composed(args...); err != nil {
			return "", err
		}
		size := len(format)
		for _, a := range args {
			size += len(fmt.Sprint(a))
		}
		if size*max(1, verbs) > maxText {
			return "", errLong
		}
		return fmt.Sprintf(format, args...), nil
	},
}

// within holds a function's arguments to the limit before it is called.
func within(compose func(...any) string) func(...any) (string, error) {
	return func(args ...any) (string, error) {
		if err := composed(args...); err != nil {
			return "", err
		}
		return compose(args...), nil
	}
}
