package period

import (
	"cmp"
	"fmt"
	"math"
	"time"
)

// Date is a day of the calendar, without a time zone. The zero Date is no date.
type Date struct{ Year, Month, Day int }

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the ISO form 2021-12-31, "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Label returns 2021年12月31日, without padding (GB/T 9704—2012, 7.3.5.4).
func (d Date) Label() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day)
}

// Compare orders dates in time.
func (d Date) Compare(o Date) int {
	return cmp.Or(cmp.Compare(d.Year, o.Year), cmp.Compare(d.Month, o.Month), cmp.Compare(d.Day, o.Day))
}

// After reports whether d is later than o.
func (d Date) After(o Date) bool { return d.Compare(o) > 0 }

// Plus returns the day that lies so many days after d, before it where the number is negative; no
// date for no date.
func (d Date) Plus(days int) Date {
	if d.IsZero() {
		return d
	}
	t := d.time().AddDate(0, 0, days)
	return Date{t.Year(), int(t.Month()), t.Day()}
}

// DaysSince returns how many days d lies after o, negative where it lies before.
func (d Date) DaysSince(o Date) int {
	return int(d.time().Sub(o.time()).Hours() / 24)
}

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// Valid reports whether the calendar has such a day.
func (d Date) Valid() bool {
	return d.Year >= 1900 && d.Year <= 9999 && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// FromSerial returns the day of a spreadsheet's serial number in the 1900 or 1904 system.
// The 1900 system's 60 is a 29 February that never was: it gives false, like any number
// that no spreadsheet shows as a date.
func FromSerial(serial float64, from1904 bool) (Date, bool) {
	const last = 2958465 // 9999-12-31 in the 1900 system
	if math.IsNaN(serial) || serial < 0 || serial >= last+1 {
		return Date{}, false
	}
	days := int(serial)
	var t time.Time
	switch {
	case from1904:
		t = time.Date(1904, 1, 1+days, 0, 0, 0, 0, time.UTC)
	case days == 0 || days == 60:
		return Date{}, false
	case days < 60:
		t = time.Date(1899, 12, 31+days, 0, 0, 0, 0, time.UTC)
	default:
		t = time.Date(1899, 12, 30+days, 0, 0, 0, 0, time.UTC)
	}
	d := Date{t.Year(), int(t.Month()), t.Day()}
	return d, d.Valid()
}
