package period

import "strconv"

// day returns the day of a month; without one, the month's last day.
func day(y, month int, d string) Date {
	switch {
	case month < 1 || month > 12:
		return Date{}
	case d == "":
		return Date{y, month, daysIn(y, month)}
	}
	return Date{y, month, number(d)}
}

// part returns the last day of a part of a month.
func part(y, month int, which string) Date {
	switch which {
	case "初", "上旬":
		return day(y, month, "10")
	case "中旬":
		return day(y, month, "20")
	}
	return day(y, month, "")
}

func half(y int, which string) Date {
	if which == "上" {
		return Date{y, 6, 30}
	}
	return Date{y, 12, 31}
}

// sixDigits reads 202109 as a month and 210928 as a day, whichever the calendar has.
func sixDigits(m []string, y int) Date {
	if month := number(m[2]); (m[0] == "19" || m[0] == "20") && month >= 1 && month <= 12 {
		return day(number4(m[0]+m[1]), month, "")
	}
	return day(near(number(m[0]), y), number(m[1]), m[2])
}

// serialText reads a serial number, only where it falls close to the year in question.
func serialText(m []string, y int) Date {
	serial, _ := strconv.ParseFloat(m[0], 64)
	if d, ok := FromSerial(serial, false); ok && near(d.Year-2000, y) != 0 {
		return d
	}
	return Date{}
}

// near returns the year 20yy where it lies within five years of y, else 0.
func near(yy, y int) int {
	if full := 2000 + yy; full >= y-5 && full <= y+5 {
		return full
	}
	return 0
}

func yearOr(said string, y int) int {
	if said == "" {
		return y
	}
	return year(said)
}

func number4(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
