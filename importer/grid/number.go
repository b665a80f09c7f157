package grid

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"taizhang/importer/grid/numfmt"
	"taizhang/importer/period"
)

// Date returns the day that a date-formatted number stands for. Where the format shows a
// year and a month only and the number is the month's first day, as a spreadsheet stores
// 2021年9月, it is the month's last day.
func (c Cell) Date() (period.Date, bool) {
	if c.Kind != Number || c.Format == "" {
		return period.Date{}, false
	}
	shows := numfmt.DisplayOf(c.Format, c.Number)
	if !shows.Dated() || shows.Clock() && c.Number < 1 {
		return period.Date{}, false
	}
	day, ok := period.FromSerial(c.Number, c.sheet != nil && c.sheet.from1904)
	if ok && day.Day == 1 && shows.WholeMonth() {
		day.Day = time.Date(day.Year, time.Month(day.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	}
	return day, ok
}

// IsPercent reports whether a number is displayed as a percentage (0.855 as 86%). One that only
// has the sign written behind it (0"%" shows 85 as 85%) is none: it is what it says.
func (c Cell) IsPercent() bool {
	return c.Kind == Number && strings.Contains(c.Format, "%") && numfmt.DisplayOf(c.Format, c.Number).Percent
}

// String returns the cell as a person would write it: a date as 2021-09-28 (a month alone
// as 2021年9月, a time of day as 14:30), a percentage as 85.5%, a number in its shortest
// notation, a number whose format says words, units or marks as it is shown, a text as it is.
func (c Cell) String() string {
	if c.Kind != Number || c.Format == "" {
		return c.Text
	}
	if text, ok := numfmt.Shown(c.Format, c.Number); ok && text != "" {
		return text
	}
	shows := numfmt.DisplayOf(c.Format, c.Number)
	if shows.Percent {
		return numfmt.Decimal(numfmt.Hundredfold(c.Number)) + "%"
	}
	if shows.Clock() && c.Number >= 0 && c.Number < 1 {
		minutes := int(math.Round(c.Number * 24 * 60))
		return fmt.Sprintf("%d:%02d", minutes/60, minutes%60)
	}
	day, ok := c.Date()
	if !ok {
		return c.Text
	}
	if stored, _ := period.FromSerial(c.Number, c.sheet != nil && c.sheet.from1904); shows.WholeMonth() && stored.Day == 1 {
		return fmt.Sprintf("%d年%d月", day.Year, day.Month)
	}
	return day.String()
}

// shortMonth is a date typed as a number whose last zero is lost: 2021.10 becomes 2021.1,
// 9.30 becomes 9.3. It may be either, and is not guessed.
var shortMonth = regexp.MustCompile(`^(\d{4}\.[1]|\d{1,2}\.[123])$`)

// DateWords returns the words of a cell that is to be read as a day: a number with the decimals
// that its format writes, 2021.10 where 2021.1 stands under 0.00. ok is false where a number may
// have lost a zero, and nobody knows which day was typed: the words say both then, and are no day.
func (c Cell) DateWords() (words string, ok bool) {
	if c.Kind != Number {
		return c.String(), true
	}
	if _, dated := c.Date(); dated {
		return c.String(), true
	}
	if padded := c.Padded(); padded != c.Text && c.decimals() == 2 && shortMonth.MatchString(c.Text) {
		return padded, true
	}
	if shortMonth.MatchString(c.Text) {
		return c.Text + "（或" + c.Text + "0）", false
	}
	return c.String(), true
}

// Padded returns a number with the decimals that its format writes: 2021.10 where 2021.1 stands
// under 0.00. Any other cell is what String returns.
func (c Cell) Padded() string {
	if n := c.decimals(); n > numfmt.OwnDecimals(c.Number) {
		return strconv.FormatFloat(c.Number, 'f', n, 64)
	}
	return c.String()
}

// decimals returns how many decimals the format of a number writes, 0 for one that says more than
// the number, and for what is no number.
func (c Cell) decimals() int {
	if c.Kind != Number {
		return 0
	}
	return numfmt.Decimals(c.Format, c.Number)
}
