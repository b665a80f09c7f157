package period

import "regexp"

// NamesDay reports whether the words by which a date was read name a day. A month, a part of it, a quarter or
// a half of the year has a last day, and it is not known that the matter was done on that one.
func NamesDay(said string, year int) bool {
	plain := read(said).plain
	if on, found, ok := FindDate(said, year); ok && !on.IsZero() {
		plain = read(found).plain
	} else if bare, _ := bareDate(plain); bare != "" {
		plain = bare
	}
	return !vague.MatchString(plain) || dayBehind.MatchString(plain)
}

var (
	vague = regexp.MustCompile(`月|旬|季|[Qq][1-4]|半年|年(?:年?度?)?[底末]` +
		`|^(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])$|^(?:19|20)\d\d(?:0[1-9]|1[0-2])$|^[A-Za-z]{3,9}-\d\d(?:\d\d)?$`)
	dayBehind = regexp.MustCompile(`月份?` + aDay)
)
