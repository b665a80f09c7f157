package gate

import (
	"reflect"
	"strings"
	"testing"
)

// TestPhrasesAreFilled: no list of 套话.yaml is empty.
func TestPhrasesAreFilled(t *testing.T) {
	p := DefaultPhrases()
	if p.Nothing == "" || p.Subjects == "" || len(p.Standing) == 0 {
		t.Errorf("%+v", p)
	}
	for label, names := range p.Standing {
		if strings.TrimSpace(names) == "" {
			t.Errorf("%s has no names", label)
		}
	}
}

// TestListsAreFilled: no list of the file is empty, no word stands in one twice, and every matter
// has a name and words.
func TestListsAreFilled(t *testing.T) {
	l := Default()
	v := reflect.ValueOf(*l)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		if v.Field(i).Kind() != reflect.String {
			continue
		}
		text := v.Field(i).String()
		if strings.TrimSpace(text) == "" {
			t.Errorf("%s is empty", name)
		}
		seen := map[string]bool{}
		for _, w := range strings.Fields(text) {
			if seen[w] {
				t.Errorf("%s holds %q twice", name, w)
			}
			seen[w] = true
		}
	}
	for _, m := range l.Matters {
		if m.Name == "" || strings.TrimSpace(m.Words) == "" {
			t.Errorf("%+v says nothing", m)
		}
	}
}
