package pdf

import (
	"math"
	"strings"
	"testing"

	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/internal/trial"
)

// rowsOf returns the text of each line of a page by the height of its baseline, as the
// reader holds the page.
func rowsOf(pg page, size float64) (baselines []float64, texts map[float64]string, left, right float64) {
	texts, left = map[float64]string{}, math.Inf(1)
	for _, b := range pg.boxes {
		for _, m := range b.marks {
			g, ok := m.(glyphs)
			if !ok || g.Size != size {
				continue
			}
			y := math.Round((b.y+g.Y)*100) / 100
			if texts[y] == "" {
				baselines = append(baselines, y)
			}
			texts[y] += g.Text
			x1, _, x2, _ := extent(g)
			left, right = min(left, b.x+x1), max(right, b.x+x2)
		}
	}
	return baselines, texts, left, right
}

// A page of text has 22 lines of 28 characters that fill the type area (GB/T 9704—2012,
// 5.2.3): 156 mm by 225 mm, 37 mm from the top and 28 mm from the left.
func TestGrid(t *testing.T) {
	e := trial.Year(trial.Lines(1), 1, true)
	text := strings.Repeat("政务公开工作要点落实情况", 120)
	d, _, err := lays(e, face.Embedded(), text)
	if err != nil {
		t.Fatal(err)
	}
	lines, texts, left, right := rowsOf(d.pages[1], sanhao)
	if len(lines) != 22 {
		t.Errorf("%d lines on a page, want 22", len(lines))
	}
	for i, y := range lines {
		if n := len([]rune(texts[y])); n != 28 {
			t.Errorf("line %d has %d characters, want 28", i+1, n)
		}
		if i > 0 && math.Abs(y-lines[i-1]-225*mm/22) > 0.02 {
			t.Errorf("line %d is %v below the one before", i+1, y-lines[i-1])
		}
	}
	// The square of a character reaches 0.88 of its size above the baseline, 0.12 below.
	above, below := lines[0]-0.88*16-37*mm, (37+225)*mm-lines[21]-0.12*16
	if math.Abs(above-below) > 0.1 || above < 0 {
		t.Errorf("the lines stand %v below the area's top and %v above its bottom", above, below)
	}
	if math.Abs(left-28*mm) > 0.01 || math.Abs(right-(28+156)*mm) > 0.3 {
		t.Errorf("lines run from %.2f mm to %.2f mm, want 28 and 184", left/mm, right/mm)
	}
}

// The page number stands 7 mm below the area, a character from its right edge on odd pages
// and from its left on even ones, wherever the page's head is.
func TestPageNumbers(t *testing.T) {
	d := lay(t, seedYear(t))
	for i, pg := range d.pages {
		first := pg.number[0].(glyphs)
		last := pg.number[len(pg.number)-1].(glyphs)
		_, _, end, _ := extent(last)
		if below := (last.Y-0.35*14)/mm - 37 - 225; math.Abs(below-7) > 0.01 {
			t.Errorf("page %d: the number stands %v mm below the area", i+1, below)
		}
		if i%2 == 0 && math.Abs((28+156)*mm-14-end) > 0.01 || i%2 == 1 && math.Abs(first.X-28*mm-14) > 0.01 {
			t.Errorf("page %d: the number runs from %v to %v", i+1, first.X, end)
		}
		if first.Size != sihao {
			t.Errorf("page %d: the number is %v pt large", i+1, first.Size)
		}
	}
}

// An annex that goes on after other pages counts from its own first page: the numbers, their sides and
// those of the contents.
func TestFirstPage(t *testing.T) {
	e := seedYear(t)
	e.FirstPage = 8
	d := lay(t, e)
	texts := newReader(t, written(t, d)).pages()
	if !strings.HasSuffix(texts[0], "—8—") || !strings.Contains(texts[0], "…9") {
		t.Errorf("the first page ends with %q", texts[0][max(0, len(texts[0])-40):])
	}
	if first := d.pages[0].number[0].(glyphs); math.Abs(first.X-28*mm-14) > 0.01 {
		t.Errorf("the number of an even page stands at %v", first.X)
	}
}

// On every page that the big table goes on to, its caption and head stand again, and the
// task of the first row where that is not the task's first.
func TestTableHead(t *testing.T) {
	d := lay(t, seedYear(t))
	r := newReader(t, written(t, d)).pages()
	started, continued := 0, 0
	for i, pg := range d.pages {
		if pg.sheet != turned {
			continue
		}
		want := "附表2021年政务公开工作要点落实情况一览表序号具体要求责任部门完成时限进度落实情况"
		if started++; started > 1 {
			want = "续" + want
		}
		rest, ok := strings.CutPrefix(r[i], want)
		if !ok {
			t.Errorf("page %d begins with %.90s", i+1, r[i])
		}
		group, _, _ := strings.Cut(rest, "、")
		if !strings.ContainsAny(group, "一二三四五六七八九十") {
			t.Errorf("page %d: no task stands above %.30s", i+1, rest)
		}
		if strings.Contains(rest, "（续）") {
			continued++
		}
	}
	if started < 4 || continued == 0 {
		t.Errorf("%d pages, %d go on with a task", started, continued)
	}
}

// A short row is never parted; a long one may be after each line but the first and before each but the
// last, is closed where the page ends, and loses nothing.
func TestRowsPart(t *testing.T) {
	c := composer{ink: newInker(face.Embedded()), root: &node{Kind: "Document"}}
	s := setting{Table: document.Table{Size: wuhao}, sheet: turned, width: 100, edges: []float64{0, 100}}
	row := func(text string) []box {
		return c.row(s, document.Row{Cells: []document.Cell{{Text: document.Text{Plain: text}, Cols: 1, Rows: 1}}}, c.root.Child("TR"))
	}
	for n, want := range map[int]int{1: 0, 2: 1, 3: 2, 6: 2} { // lines: boxes that stay with the next
		boxes := row(strings.TrimSuffix(strings.Repeat("字\n", n), "\n"))
		kept, closed := 0, 0
		for _, b := range boxes {
			if b.keep {
				kept++
			}
			if len(b.foot) > 0 {
				closed++
			}
		}
		if len(boxes) != n || kept != want || closed != n-1 {
			t.Errorf("%d lines: %d boxes, %d kept, %d closed at the end of a page", n, len(boxes), kept, closed)
		}
	}
}

func TestPaginate(t *testing.T) {
	const whole = areaHeight
	line := func(h float64) box { return box{height: h} }
	head := []box{line(whole / 10)}
	for _, tc := range []struct {
		name  string
		boxes []box
		want  []int // boxes by page
	}{
		{"one page", []box{line(whole / 2), line(whole / 2)}, []int{2}},
		{"two pages", []box{line(whole / 2), line(whole / 2), line(1)}, []int{2, 1}},
		{"kept together", []box{line(whole - 10), {height: 8, keep: true}, line(8)}, []int{1, 2}},
		{"more than a page kept together", []box{{height: whole * 0.7, keep: true}, line(whole * 0.7)}, []int{1, 1}},
		{"on the grid", []box{line(1), {height: linePitch, snap: true}, {height: whole - 1.9*linePitch, snap: true}}, []int{2, 1}},
		{"floating", []box{line(whole * 0.6), {height: whole * 0.5, float: true}, line(whole * 0.3), line(whole * 0.3)}, []int{2, 2}},
		{"floating at the end", []box{line(whole * 0.6), {height: whole * 0.5, float: true}}, []int{1, 1}},
		{"floating in order", []box{line(whole * 0.6), {height: whole * 0.5, float: true}, {height: whole * 0.1, float: true}, line(whole * 0.2)}, []int{2, 2}},
		{"head again", []box{line(whole * 0.9), {height: whole * 0.5, head: head}, {height: whole * 0.5, head: head}}, []int{1, 2, 2}},
		{"head again below a floating one", []box{line(whole * 0.8), {height: whole * 0.3, float: true}, {height: whole * 0.3, keep: true}, {height: whole * 0.2, head: head}, {height: whole * 0.3, head: head}}, []int{1, 3, 2}},
		{"floating after a table's last page", []box{line(whole * 0.8), {height: whole * 0.3, float: true}, {height: whole * 0.2, head: head}, {height: whole * 0.4, head: head}, line(whole * 0.7)}, []int{2, 2, 2}},
		{"floating, drawn lower before a chapter", []box{line(whole * 0.6), {height: whole * 0.5, float: true, low: []box{line(whole * 0.4)}}, {height: 10, barrier: true}, line(10)}, []int{2, 2}},
		{"drawn lower at the end", []box{line(whole * 0.6), {height: whole * 0.5, float: true, low: []box{line(whole * 0.4)}}}, []int{2}},
		{"not where text follows", []box{line(whole * 0.6), {height: whole * 0.5, float: true, low: []box{line(whole * 0.4)}}, line(whole * 0.3), line(whole * 0.3)}, []int{2, 2}},
		{"low and still too high", []box{line(whole * 0.7), {height: whole * 0.5, float: true, low: []box{line(whole * 0.4)}}, {height: 10, barrier: true}}, []int{1, 2}},
		{"nothing free below at the foot", []box{line(whole * 0.5), {height: whole*0.5 + 3, tail: 5, float: true}, line(10)}, []int{2, 1}},
		{"turned", []box{line(10), {height: 10, sheet: turned}, line(10)}, []int{1, 1, 1}},
		{"floating before a turned page", []box{line(whole * 0.8), {height: whole * 0.3, float: true}, {height: 10, sheet: turned}}, []int{1, 1, 1}},
		{"higher than a page", []box{line(whole * 2), line(1)}, []int{1, 1}},
	} {
		var got []int
		for _, pg := range paginate(tc.boxes) {
			got = append(got, len(pg.boxes))
		}
		if len(got) != len(tc.want) {
			t.Errorf("%s: %v boxes by page, want %v", tc.name, got, tc.want)
			continue
		}
		for i := range got {
			if got[i] != tc.want[i] {
				t.Errorf("%s: %v boxes by page, want %v", tc.name, got, tc.want)
				break
			}
		}
	}
}

// However large a year is, its annex is a document that somebody can read.
func TestPagesOfYears(t *testing.T) {
	for _, tc := range []struct{ requirements, departments, most int }{{200, 60, 90}, {33, 10, 12}} {
		if n := lay(t, trial.Year(trial.Lines(tc.requirements), tc.departments, false)).Pages(); n > tc.most {
			t.Errorf("%d requirements of %d departments take %d pages, at most %d", tc.requirements, tc.departments, n, tc.most)
		} else {
			t.Logf("%d requirements of %d departments take %d pages", tc.requirements, tc.departments, n)
		}
	}
}

// A last line that would have a page to itself takes lines of the paragraph above along.
func TestNoPageForOneLine(t *testing.T) {
	e := trial.Year(trial.Lines(1), 1, true)
	turned := 0
	for lines := 10; lines < 26; lines++ {
		text := strings.Repeat("政务公开工作要点落实情况", lines*28/12) + "\n\n可拨打公开电话反映。"
		d, _, err := lays(e, face.Embedded(), text)
		if err != nil {
			t.Fatal(err)
		}
		for _, pg := range d.pages {
			rows, texts, _, _ := rowsOf(pg, sanhao)
			if len(rows) == 0 || !strings.Contains(texts[rows[len(rows)-1]], "可拨打") {
				continue
			}
			turned++
			if len(rows) < 3 {
				t.Errorf("after %d lines the last page has %d", lines, len(rows))
			}
		}
	}
	if turned != 16 {
		t.Errorf("the last line was found %d times, want 16", turned)
	}
}
