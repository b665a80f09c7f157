package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"taizhang/importer/grid/chars"
	"taizhang/importer/status"
)

// box is what a shape covers.
type box struct{ left, top, right, bottom float64 }

func boxOf(s Shape) box {
	switch s := s.(type) {
	case Rect:
		return box{s.X, s.Y, s.X + s.W, s.Y + s.H}
	case Line:
		return box{min(s.A.X, s.B.X), min(s.A.Y, s.B.Y), max(s.A.X, s.B.X), max(s.A.Y, s.B.Y)}
	case Text:
		w, em := measure(s.Text, s.Size, s.Font), s.Size*MM
		left := s.At.X - w*float64(s.Align)/2
		return box{left, s.At.Y - Ascent*em, left + w, s.At.Y + Descent*em}
	}
	return box{math.NaN(), 0, 0, 0}
}

func TestFrame(t *testing.T) {
	for name, e := range editions {
		for _, page := range pages {
			for _, c := range all(e, page) {
				where := fmt.Sprintf("%s, %s on %v x %v", name, c.Title, page.Width, page.MaxHeight)
				if c.Width != page.Width || c.Height <= 0 || c.Height > page.MaxHeight {
					t.Errorf("%s: the frame is %v x %v", where, c.Width, c.Height)
				}
				for _, s := range c.Shapes {
					b := boxOf(s)
					const e = 0.01
					if !(b.left >= -e && b.top >= -e && b.right <= c.Width+e && b.bottom <= c.Height+e) {
						t.Errorf("%s: %+v leaves the frame of %v x %v", where, s, c.Width, c.Height)
					}
				}
			}
		}
	}
}

func TestNoTextOverText(t *testing.T) {
	for name, e := range editions {
		for _, page := range pages {
			for _, c := range all(e, page) {
				var texts []Text
				for _, s := range c.Shapes {
					if s, ok := s.(Text); ok {
						texts = append(texts, s)
					}
				}
				for i, a := range texts {
					for _, b := range texts[:i] {
						p, q := boxOf(a), boxOf(b)
						const e = 0.05
						if p.left < q.right-e && q.left < p.right-e && p.top < q.bottom-e && q.top < p.bottom-e {
							t.Errorf("%s, %s on %v: %q lies over %q", name, c.Title, page.Width, a.Text, b.Text)
						}
					}
				}
			}
		}
	}
}

// lengths sums the filled areas of each status, along x or y. A ground under a text is no area.
func lengths(c Chart, along func(Rect) float64) map[status.Status]float64 {
	sums := map[status.Status]float64{}
	grounds := map[Rect]bool{}
	for i, s := range c.Shapes {
		if r, ok := s.(Rect); ok && r.Fill != nil && i+1 < len(c.Shapes) {
			if _, text := c.Shapes[i+1].(Text); text {
				grounds[r] = true
			}
		}
	}
	for _, s := range c.Shapes {
		r, ok := s.(Rect)
		if !ok || r.Fill == nil || grounds[r] {
			continue
		}
		for _, stands := range status.Statuses {
			if *r.Fill == statusLook(stands).fill {
				sums[stands] += along(r)
			}
		}
	}
	return sums
}

// TestProportional: areas are as long as their counts.
func TestProportional(t *testing.T) {
	page := pages[0]
	for name, e := range editions {
		now := e.Now().Tally
		for stands, length := range lengths(Composition(e, page), func(r Rect) float64 { return r.W }) {
			if want := page.Width * float64(now.Counts[stands]) / float64(now.Of); math.Abs(length-want) > 1e-6 {
				t.Errorf("%s, composition: %s is %v mm long, want %v", name, stands, length, want)
			}
		}
		total := map[status.Status]int{}
		for _, q := range e.Quarters {
			for s, n := range q.Counts {
				total[s] += n
			}
		}
		proportional(t, name+", trend", lengths(Trend(e, page), func(r Rect) float64 { return r.H }), total)

		total, sums := map[status.Status]int{}, map[status.Status]float64{}
		shown, _ := inFigure(e.Departments)
		for _, d := range shown {
			for s, n := range d.Tally.Counts {
				total[s] += n
			}
		}
		for _, c := range Departments(e, page) {
			for s, length := range lengths(c, func(r Rect) float64 {
				if r.W == swatch {
					return 0 // the legend
				}
				return r.W
			}) {
				sums[s] += length
			}
		}
		proportional(t, name+", departments", sums, total)
	}
}

func proportional(t *testing.T, name string, lengths map[status.Status]float64, counts map[status.Status]int) {
	t.Helper()
	scale := 0.0
	for s, length := range lengths {
		if counts[s] == 0 {
			if length > 0 {
				t.Errorf("%s: %s is drawn and not counted", name, s)
			}
			continue
		}
		if one := length / float64(counts[s]); scale == 0 {
			scale = one
		} else if math.Abs(one-scale) > 1e-6 {
			t.Errorf("%s: one of %s is %v mm, of another %v", name, s, one, scale)
		}
	}
	for s, n := range counts {
		if n > 0 && lengths[s] == 0 {
			t.Errorf("%s: %s is counted and not drawn", name, s)
		}
	}
}

func texts(charts ...Chart) string {
	var b strings.Builder
	for _, c := range charts {
		for _, s := range c.Shapes {
			if s, ok := s.(Text); ok {
				b.WriteString(s.Text + "\n")
			}
		}
		for _, n := range c.Notes {
			b.WriteString(n + "\n")
		}
	}
	return b.String()
}

// TestLabels: every figure stands beside its mark, with the cut-off date.
func TestLabels(t *testing.T) {
	e := edition(9, 15, 33, 4)
	page := pages[0]
	for _, c := range all(e, page) {
		if !strings.Contains(texts(c), "截至2021年12月31日") {
			t.Errorf("%s does not name its cut-off date", c.Title)
		}
	}
	composition, trend := texts(Composition(e, page)), texts(Trend(e, page))
	now := e.Now()
	for _, s := range status.Statuses {
		if now.Counts[s] == 0 {
			t.Fatalf("the sample has no %s", s)
		}
		if want := fmt.Sprintf("%s\n%d项 %.1f%%", s.Label(), now.Counts[s], now.Shares[s]); !strings.Contains(composition, want) {
			t.Errorf("the composition lacks %q", want)
		}
	}
	if want := fmt.Sprintf("共%d项为100%%%s；完成率%.1f%%＝%d÷%d", now.Of, rounded(now.Tally), now.Rate, now.Counts[status.Completed], now.RateOf); !strings.Contains(strings.ReplaceAll(composition, "\n", ""), want) {
		t.Errorf("the composition lacks %q in %s", want, composition)
	}
	for _, q := range e.Quarters {
		for _, s := range status.Statuses {
			if want := fmt.Sprintf("%s %d\n", s.Label(), q.Counts[s]); q.Counts[s] > 0 && !strings.Contains(trend, want) {
				t.Errorf("the trend lacks %q of %s", want, q.Quarter)
			}
		}
		for _, want := range []string{q.Quarter.Short(), fmt.Sprintf("共%d项", q.Of), fmt.Sprintf("完成率%.1f%%", q.Rate)} {
			if !strings.Contains(trend, want+"\n") {
				t.Errorf("the trend lacks %q", want)
			}
		}
	}
	departments, coverage, tasks := texts(Departments(e, page)...), texts(Coverage(e, page)...), texts(Tasks(e, page)...)
	for _, d := range e.Departments {
		if want := fmt.Sprintf("%d项\n", d.Tally.Of); !strings.Contains(departments, want) {
			t.Errorf("the departments lack %q", want)
		}
		if want := fmt.Sprintf("%d/%d\n", d.Returns.Reported, d.Returns.Expected); !strings.Contains(coverage, want) {
			t.Errorf("the coverage lacks %q", want)
		}
	}
	for i, task := range e.Tasks {
		if !strings.Contains(tasks, chars.Numeral(i+1)+"、做好") {
			t.Errorf("the tasks lack %s", task.Title)
		}
		for _, q := range task.Quarters {
			if want := fmt.Sprintf("%d/%d\n", q.Done, q.Of); q.Of > 0 && !strings.Contains(tasks, want) {
				t.Errorf("the tasks lack %q", want)
			}
		}
	}
}

// TestEveryRow: several charts of one figure hold each row once.
func TestEveryRow(t *testing.T) {
	e := edition(60, 40, 200, 4)
	for i := range e.Departments {
		e.Departments[i].Name = fmt.Sprintf("部门%d号", i)
	}
	for _, page := range pages {
		for _, charts := range [][]Chart{Departments(e, page), Coverage(e, page)} {
			text := texts(charts...)
			for _, d := range e.Departments {
				if n := strings.Count(text, d.Name+"\n"); n != 1 {
					t.Errorf("%s stands %d times in %s", d.Name, n, charts[0].Title)
				}
			}
		}
	}
}

// TestWholeNames: the names of rows are never cut, however long they are and however many,
// and are no smaller than can be read.
func TestWholeNames(t *testing.T) {
	for _, n := range []int{1, 9, 60} {
		e := edition(n, n, 200, 4)
		for i := range e.Departments {
			e.Departments[i].Name = fmt.Sprintf("示例市文化广电旅游体育局直属第%d综合行政执法监督保障服务中心（示例市旅游质量监督管理所）", i+1)
			e.Tasks[i].Title = fmt.Sprintf("第%d类做好基层政务公开标准化规范化建设和政府信息公开平台集约化管理工作", i+1)
		}
		for _, page := range pages {
			departments, coverage, tasks := Departments(e, page), Coverage(e, page), Tasks(e, page)
			for _, c := range slices.Concat(departments, coverage, tasks) {
				for _, s := range c.Shapes {
					if text, ok := s.(Text); ok && (text.Size < smallest || strings.Contains(text.Text, "…")) {
						t.Errorf("%s: %q in %v pt", c.Title, text.Text, text.Size)
					}
				}
			}
			for i := range e.Departments {
				for _, charts := range [][]Chart{departments, coverage} {
					if text := strings.ReplaceAll(texts(charts...), "\n", ""); !strings.Contains(text, e.Departments[i].Name) {
						t.Errorf("%d rows on %v: %s lacks %s", n, page.Width, charts[0].Title, e.Departments[i].Name)
					}
				}
				if text := strings.ReplaceAll(texts(tasks...), "\n", ""); !strings.Contains(text, e.Tasks[i].Title) {
					t.Errorf("%d rows on %v: the tasks lack %s", n, page.Width, e.Tasks[i].Title)
				}
			}
		}
	}
}

// TestARateStandsBesideItsOwnCount: where some of what a quarter counts as completed left the rate since, no
// rate stands beside the count, and the note says why.
func TestARateStandsBesideItsOwnCount(t *testing.T) {
	page := pages[0]
	for name, e := range editions {
		if len(e.Quarters) < 2 || !e.Quarters[0].Rated {
			continue
		}
		e.Quarters = slices.Clone(e.Quarters)
		e.Quarters[0].RateDone = e.Quarters[0].Counts[status.Completed]
		whole := Trend(e, page)
		e.Quarters[0].RateDone, e.Quarters[0].Rate = e.Quarters[0].Counts[status.Completed]+1, 0
		part := Trend(e, page)
		notes := func(c Chart) string { return strings.Join(c.Notes, "") }
		drawn := func(c Chart) int { return strings.Count(texts(c), "完成率") - strings.Count(notes(c), "完成率") }
		if drawn(part) != drawn(whole)-1 {
			t.Errorf("%s: %d rates, %d before", name, drawn(part), drawn(whole))
		}
		if strings.Contains(notes(whole), "不列完成率") || !strings.Contains(notes(part), e.Quarters[0].Quarter.Short()+"已完成的") {
			t.Errorf("%s: %s", name, notes(part))
		}
	}
}
