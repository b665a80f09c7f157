package gate

import (
	"reflect"
	"strings"
	"testing"
)

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
