package lookback

import (
	"regexp"
	"strconv"
	"strings"
)

var yearNamed = regexp.MustCompile(`[0-9]+年`)

// MoveYears moves the years that a text names on by so many years, from since on: what is
// older names a document, not when something is to be done.
func MoveYears(text string, since, years int) string {
	return yearNamed.ReplaceAllStringFunc(text, func(named string) string {
		digits := strings.TrimSuffix(named, "年")
		if y, err := strconv.Atoi(digits); err == nil && len(digits) == 4 && y >= since {
			return strconv.Itoa(y+years) + "年"
		}
		return named
	})
}
