package numbers_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/numbers"
	"taizhang/importer/numbers/rules"
	"taizhang/templates/tables"
)

// sheet is the three tables of form 2021 as plain numbers: the counting below knows nothing of
// the rules as data.
type sheet struct {
	two   [10]int64    // 规章 and 行政规范性文件 made, ended, valid; permit, penalty, coercion; fees in cents of 万元
	three [25][7]int64 // rows by columns, the last the total
	four  [3][5]int64  // upheld, corrected, other, pending, total
}

var (
	twoIDs   = []string{"T2.regulation.made", "T2.regulation.ended", "T2.regulation.valid", "T2.normative.made", "T2.normative.ended", "T2.normative.valid", "T2.permit.decisions", "T2.penalty.decisions", "T2.coercion.decisions", "T2.fees.amount"}
	columns  = []string{"natural", "commercial", "research", "welfare", "legal", "other", "total"}
	groups   = []string{"review", "direct", "after"}
	outcomes = []string{"upheld", "corrected", "other", "pending", "total"}
)

// cell is one number of a sheet: its id and where it lies.
type cell struct {
	id string
	at func(*sheet) *int64
}

func cells() []cell {
	var all []cell
	for i, id := range twoIDs {
		all = append(all, cell{id, func(s *sheet) *int64 { return &s.two[i] }})
	}
	for r := range 25 {
		for c := range 7 {
			all = append(all, cell{fmt.Sprintf("T3.r%02d.%s", r+1, columns[c]), func(s *sheet) *int64 { return &s.three[r][c] }})
		}
	}
	for g := range 3 {
		for c := range 5 {
			all = append(all, cell{"T4." + groups[g] + "." + outcomes[c], func(s *sheet) *int64 { return &s.four[g][c] }})
		}
	}
	return all
}

// broken counts by hand which rules a sheet breaks, as rule and scope, beside the year before.
func (s *sheet) broken(last *sheet) []string {
	var b []string
	say := func(rule, scope string, holds bool) {
		if !holds {
			b = append(b, rule+" "+scope)
		}
	}
	for c := range 7 {
		say("T3.1", columns[c], s.three[0][c]+s.three[1][c] == s.three[23][c]+s.three[24][c])
		sum := int64(0)
		for r := 2; r <= 22; r++ {
			sum += s.three[r][c]
		}
		say("T3.2", columns[c], sum == s.three[23][c])
		say("T3.4", columns[c], s.three[1][c] == last.three[24][c])
	}
	for r := range 25 {
		sum := int64(0)
		for c := range 6 {
			sum += s.three[r][c]
		}
		say("T3.3", fmt.Sprintf("r%02d", r+1), sum == s.three[r][6])
	}
	for g := range 3 {
		say("T4."+strconv.Itoa(g+1), groups[g], s.four[g][0]+s.four[g][1]+s.four[g][2]+s.four[g][3] == s.four[g][4])
		say("T4.4", groups[g], s.four[g][4] >= last.four[g][3])
	}
	for i, kind := range []string{"regulation", "normative"} {
		say("T2.1", kind, s.two[3*i+2] == last.two[3*i+2]+s.two[3*i]-s.two[3*i+1])
		say("T2.2", kind, s.two[3*i] <= s.two[3*i+2])
	}
	say("T2.3", "regulation", s.two[0]+s.two[1]+s.two[2] == 0)
	if last.two[9] != 0 {
		say("T2.4", "fees", s.two[9] < 100*last.two[9])
	}
	sort.Strings(b)
	return b
}

// filled returns a year that goes on from the year before and breaks nothing.
func filled(rnd *rand.Rand, last *sheet) *sheet {
	s := &sheet{}
	n := func(most int64) int64 { return rnd.Int64N(most + 1) }
	for c := range 6 {
		s.three[1][c] = last.three[24][c]
		for r := 2; r <= 22; r++ {
			s.three[r][c] = n(40) * n(1)
			s.three[23][c] += s.three[r][c]
		}
		s.three[24][c] = n(9)
		for s.three[23][c]+s.three[24][c] < s.three[1][c] {
			s.three[2][c]++
			s.three[23][c]++
		}
		s.three[0][c] = s.three[23][c] + s.three[24][c] - s.three[1][c]
	}
	for r := range 25 {
		for c := range 6 {
			s.three[r][6] += s.three[r][c]
		}
	}
	for g := range 3 {
		for c := range 4 {
			s.four[g][c] = n(30)
		}
		s.four[g][0] += last.four[g][3]
		s.four[g][4] = s.four[g][0] + s.four[g][1] + s.four[g][2] + s.four[g][3]
	}
	s.two[3], s.two[4] = n(5), n(3)
	s.two[5] = last.two[5] + s.two[3] - s.two[4]
	for i := 6; i < 10; i++ {
		s.two[i] = n(500)
	}
	if s.two[9] = 1 + n(6); last.two[9] > 0 {
		s.two[9] = n(100*last.two[9] - 1)
	}
	return s
}

func (s *sheet) data(f *tables.Form) []numbers.Datum {
	data := make([]numbers.Datum, len(f.Indicators()))
	for i, c := range cells() {
		a := numbers.Whole(*c.at(s))
		if i == 9 {
			a /= 100
		}
		data[f.Find(c.id)] = numbers.Datum{State: numbers.StateOf(a), Amount: a}
	}
	return data
}

func formOf(t testing.TB, year int, own string) *tables.Form {
	t.Helper()
	var data []byte
	if own != "" {
		data = []byte(own)
	}
	f, err := tables.Of(year, data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func brokenOf(results []numbers.Result) []string {
	var b []string
	for _, r := range results {
		if r.Verdict == numbers.Broken {
			b = append(b, r.Rule.ID+" "+r.Scope)
		}
	}
	sort.Strings(b)
	return b
}

// TestMutations changes one digit of one cell of a year that breaks nothing, ten thousand times,
// and holds what the rules say against what counting says.
func TestMutations(t *testing.T) {
	f := formOf(t, 2021, "")
	rnd := rand.New(rand.NewPCG(20210926, 30))
	all := cells()
	seen := map[string]bool{}
	var last, now *sheet
	for n := range 10_000 {
		if n%25 == 0 {
			last = filled(rnd, &sheet{two: [10]int64{0, 0, 0, 0, 0, 60}})
			now = filled(rnd, last)
			if b := now.broken(last); len(b) > 0 {
				t.Fatalf("a year that should hold breaks %v", b)
			}
			if b := brokenOf(rules.Check(f, rules.Data{Now: now.data(f), Last: last.data(f), Unit: "示例市文旅局"})); len(b) > 0 {
				t.Fatalf("named falsely: %v", b)
			}
		}
		c := all[rnd.IntN(len(all))]
		p := c.at(now)
		digits := []byte(strconv.FormatInt(*p, 10))
		at := rnd.IntN(len(digits))
		for old := digits[at]; digits[at] == old; {
			digits[at] = byte('0' + rnd.IntN(10))
		}
		before := *p
		*p, _ = strconv.ParseInt(string(digits), 10, 64)
		results := rules.Check(f, rules.Data{Now: now.data(f), Last: last.data(f), Unit: "示例市文旅局"})
		want, got := now.broken(last), brokenOf(results)
		if !slices.Equal(want, got) {
			t.Fatalf("%s from %d to %d: breaks %v, named %v", c.id, before, *p, want, got)
		}
		for _, r := range results {
			if r.Verdict != numbers.Broken {
				continue
			}
			seen[r.Rule.ID] = true
			if !r.Left.Known || !r.Right.Known || r.Rule.Op == tables.Equal && r.Difference() == 0 {
				t.Fatalf("%s %s is broken and does not say by how much", r.Rule.ID, r.Scope)
			}
			if !slices.ContainsFunc(r.Terms, func(k numbers.Taken) bool { return k.Indicator == f.Find(c.id) }) {
				t.Fatalf("%s %s does not name the cell %s", r.Rule.ID, r.Scope, c.id)
			}
		}
		*p = before
	}
	for _, id := range []string{"T3.1", "T3.2", "T3.3", "T3.4", "T4.1", "T4.2", "T4.3", "T4.4", "T2.1", "T2.2", "T2.3", "T2.4"} {
		if !seen[id] {
			t.Errorf("no change broke %s", id)
		}
	}
}

// TestProofSet is of the size of a city's report: 14069 + 560 = 13810 + 819; reviews 790, suits
// 56 and 156. It holds, and each of its numbers changed by one is caught.
func TestProofSet(t *testing.T) {
	f := formOf(t, 2021, "")
	s := &sheet{}
	s.three[0] = [7]int64{9811, 3907, 24, 38, 121, 168, 14069}
	s.three[1] = [7]int64{402, 131, 2, 3, 8, 14, 560}
	s.three[24] = [7]int64{561, 219, 3, 4, 13, 19, 819}
	for c := range 6 {
		s.three[23][c] = s.three[0][c] + s.three[1][c] - s.three[24][c]
		left := s.three[23][c]
		for r := 22; r > 2; r-- {
			s.three[r][c] = left / int64(r+2)
			left -= s.three[r][c]
		}
		s.three[2][c] = left
	}
	for r := 2; r < 24; r++ {
		for c := range 6 {
			s.three[r][6] += s.three[r][c]
		}
	}
	s.four = [3][5]int64{{514, 97, 120, 59, 790}, {30, 4, 9, 13, 56}, {101, 8, 17, 30, 156}}
	if s.three[23][6] != 13810 {
		t.Fatalf("the set is wrong: %d", s.three[23][6])
	}
	check := func() []string { return brokenOf(rules.Check(f, rules.Data{Now: s.data(f)})) }
	if b := check(); len(b) > 0 {
		t.Fatalf("the set breaks %v", b)
	}
	for _, c := range cells()[10:] {
		for _, by := range []int64{1, -1} {
			*c.at(s) += by
			inYear := func(id string) bool {
				return strings.HasPrefix(id, "T3.4") || strings.HasPrefix(id, "T4.4") || strings.HasPrefix(id, "T2")
			}
			want := slices.DeleteFunc(s.broken(s), inYear) // between years nothing is known
			if got := slices.DeleteFunc(check(), inYear); len(got) == 0 || !slices.Equal(got, want) {
				t.Errorf("%s changed by %d: named %v, counting says %v", c.id, by, got, want)
			}
			*c.at(s) -= by
		}
	}
}

// TestStates holds what rules make of cells that are no numbers.
func TestStates(t *testing.T) {
	f := formOf(t, 2021, "")
	for _, c := range []struct {
		state numbers.State
		all   bool // every term of the side
		want  numbers.Verdict
	}{
		{numbers.Blank, false, numbers.Unknown}, {numbers.Text, false, numbers.Unknown}, {numbers.Conflict, false, numbers.Unknown}, {numbers.Missing, false, numbers.Unknown},
		{numbers.Absent, false, numbers.Holds}, {numbers.Absent, true, numbers.Unknown},
	} {
		now := (&sheet{}).data(f)
		now[f.Find("T4.review.upheld")].State = c.state
		if c.all {
			for _, o := range outcomes[:4] {
				now[f.Find("T4.review."+o)].State = c.state
			}
		}
		for _, r := range rules.Check(f, rules.Data{Now: now}) {
			if r.Rule.ID == "T4.1" && r.Verdict != c.want {
				t.Errorf("%s (all %v): %v", c.state, c.all, r.Verdict)
			}
			if r.Rule.ID == "T3.4" && r.Verdict != numbers.Unknown {
				t.Errorf("a rule across years holds without last year: %v", r.Verdict)
			}
		}
	}
}
