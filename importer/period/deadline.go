package period

import (
	"regexp"
	"slices"
	"strings"
)

// Deadline is the rule of 报送截止日: when the returns of a quarter are to be in.
type Deadline struct {
	Rule  string  // as written, "" for none
	after int     // months after the quarter's last month
	day   int     // day of that month, 0 for its last day
	fixed [4]Date // four dates named one by one, zero where the rule is used
}

// ParseDeadline reads 报送截止日: 次月8日, 季后10日内, 次月底, 季末, 季末月25日, 1、4、7、10月8日,
// or four dates joined by 、. Of the four, a fourth without a year falls in the next year
// where its month is January to March. Working days are not read: holidays are not known.
func ParseDeadline(text string, year int) (Deadline, bool) {
	plain := strings.Trim(read(text).plain, ".。;；")
	d := Deadline{Rule: strings.TrimSpace(text)}
	if plain == "" {
		return Deadline{}, false
	}
	if m := ruleDay.FindStringSubmatch(plain); m != nil {
		d.day = number(m[2])
		if !strings.Contains(m[1], "末月") && !strings.Contains(m[1], "最后") {
			d.after = 1
		}
		return d, d.day >= 1 && d.day <= 31
	}
	if m := ruleEnd.FindStringSubmatch(plain); m != nil {
		if m[1] != "" {
			d.after = 1
		}
		return d, true
	}
	if m := ruleMonths.FindStringSubmatch(plain); m != nil {
		months := m[1:5]
		d.day = number(m[5])
		switch {
		case slices.Equal(months, []string{"1", "4", "7", "10"}), slices.Equal(months, []string{"4", "7", "10", "1"}):
			d.after = 1
		case !slices.Equal(months, []string{"3", "6", "9", "12"}):
			return Deadline{}, false
		}
		return d, d.day >= 1 && d.day <= 31
	}
	return fixedDates(d, plain, year)
}

var (
	ruleDay    = regexp.MustCompile(`^` + dayOfMonth + `$`)
	ruleEnd    = regexp.MustCompile(`^` + endOfMonth + `$`)
	ruleMonths = regexp.MustCompile(`^` + fourMonths + `$`)
	separators = regexp.MustCompile(`[、,，;；|]`)
)

// How a deadline is said: a day of a month that lies by the end of the quarter, the end of one, the same day of
// four months.
const (
	dayOfMonth = `(?:每|各)?个?(季度?的?(?:末月|最后[一1]个?月份?)|(?:季度?(?:结束)?后?的?)?(?:次月|下月|下个月)|季度?(?:结束)?后|下[一1]?个?季度?的?(?:首月|[第头][一1]个?月份?))的?` +
		num + `(?:日|号|天)(?:[之以]?前|内|[之以]内)?`
	endOfMonth = `(?:(次月|下月|下个月)[底末]|(?:每|各|本|当)?个?季度?[底末])(?:[之以]?前)?`
	fourMonths = `(?:每年)?(\d{1,2})月?、(\d{1,2})月?、(\d{1,2})月?、(\d{1,2})月` + num + `[日号](?:[之以]?前)?`
)

// fixedDates reads four dates, one for each quarter of the year.
func fixedDates(d Deadline, plain string, year int) (Deadline, bool) {
	parts := separators.Split(plain, -1)
	if len(parts) != 4 {
		return Deadline{}, false
	}
	for i, part := range parts {
		on, ok := dueDate("", part, year)
		if ok && i == 3 && on.Month <= 3 && on.Year == year {
			on, ok = dueDate("", part, year+1)
		}
		if month := (Date{year, i*3 + 3, 1}); !ok || on.Compare(month) < 0 {
			return Deadline{}, false // earlier than the quarter's last month: the dates are in another order
		}
		d.fixed[i] = on
	}
	return d, true
}

// For returns the last day on which a return of the quarter is on time, the zero Date
// where no deadline is known (none was set, or the four dates are another year's).
func (d Deadline) For(q Quarter) Date {
	if d.Rule == "" || q.N < 1 || q.N > 4 || q.Year == 0 {
		return Date{}
	}
	if on := d.fixed[q.N-1]; !on.IsZero() {
		if first := d.fixed[0]; first.Year != q.Year {
			return Date{}
		}
		return on
	}
	on := Date{q.Year, q.N*3 + d.after, 0}
	if on.Month > 12 {
		on.Year, on.Month = on.Year+1, on.Month-12
	}
	on.Day = daysIn(on.Year, on.Month)
	if d.day > 0 {
		on.Day = min(d.day, on.Day)
	}
	return on
}
