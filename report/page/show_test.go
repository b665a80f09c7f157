package page

import "testing"

// A screen that asks nothing is asked for again until the year is read, so that it does not say for
// ever that it is being read; one that asks stays under the hands of who answers it.
func TestWhichScreensFollowAReading(t *testing.T) {
	for _, one := range []struct {
		name    string
		of      any
		follows bool
	}{
		{"board", nil, true},
		{"wait", nil, true},
		{"headings", &headings{}, true},
		{"headings", &headings{At: &headingLine{ID: "a"}}, false},
		{"check", &card{}, true},
		{"check", &card{ID: "a"}, false},
		{"help", nil, false},
	} {
		if got := follows(one.name, one.of); got != one.follows {
			t.Errorf("%s with %+v: %v", one.name, one.of, got)
		}
	}
}
