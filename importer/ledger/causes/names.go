package causes

import (
	"fmt"
	"strings"

	"taizhang/importer/finding"
)

// distinct returns what of says of the findings, each once and in their order; "" is nothing.
// Findings may be as many as rows.
func (t telling) distinct(of func(f *finding.Finding) string) (list []string) {
	seen := map[string]bool{"": true}
	for _, f := range t.all {
		if what := of(f); !seen[what] {
			seen[what] = true
			list = append(list, what)
		}
	}
	return list
}

func (t telling) departments() string {
	return few(t.distinct(func(f *finding.Finding) string { return f.Department }), mostNamed, "个部门")
}

// requirements lists the numbers of the requirements that findings begin with.
func (t telling) requirements() string {
	var names []string
	for _, f := range t.all {
		name, _, _ := strings.Cut(f.Found, "“")
		names = append(names, name)
	}
	return few(names, mostNamed, "条")
}

// founds lists what was found in each place.
func (t telling) founds() string {
	var names []string
	for _, f := range t.all {
		names = append(names, f.Found)
	}
	return few(names, mostNamed, "处")
}

// numberList joins numbers of requirements, of many the first.
func numberList(numbers []int) string {
	var names []string
	for _, no := range numbers {
		names = append(names, fmt.Sprintf("第%d条", no))
	}
	return few(names, mostNamed, "条")
}

// few joins names, of many the first.
func few(names []string, most int, unit string) string {
	if len(names) <= most {
		return strings.Join(names, "、")
	}
	return fmt.Sprintf("%s等 %d %s", strings.Join(names[:most], "、"), len(names), unit)
}

// optional fills a text into words, "" where there is no text.
func optional(words, text string) string {
	if text == "" {
		return ""
	}
	return fmt.Sprintf(words, text)
}
