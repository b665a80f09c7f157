package pdf

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"taizhang/report/face"
	"taizhang/report/internal/trial"
	"taizhang/report/pdf/finish"
)

// annotation is a link as the file has it.
type annotation struct {
	left, bottom, right, top float64
	page                     int // that it leads to, from 0
	x, y                     float64
}

var (
	annots = regexp.MustCompile(`/Annots \[([^\]]*)\]`)
	linked = regexp.MustCompile(`^<</Type /Annot /Subtype /Link /F 4 /Border \[0 0 0\] /Rect \[(\S+) (\S+) (\S+) (\S+)\] /Dest \[(\d+) 0 R /XYZ (\S+) (\S+) null\] /StructParent \d+>>`)
)

// annotations returns the links of a page.
func (r *reader) annotations(i int) []annotation {
	kids := r.kids()
	m := annots.FindSubmatch(kids[i])
	if m == nil {
		return nil
	}
	var list []annotation
	for _, ref := range object.FindAllSubmatch(m[1], -1) {
		m := linked.FindSubmatch(r.object(string(ref[1])))
		if m == nil {
			r.t.Fatalf("no link: %s", r.object(string(ref[1])))
		}
		var n [8]float64
		for k := range 7 {
			n[k], _ = strconv.ParseFloat(string(m[k+1]), 64)
		}
		to := slices.IndexFunc(kids, func(kid []byte) bool { return &kid[0] == &r.object(string(m[5]))[0] })
		if to < 0 {
			r.t.Fatalf("page %d: a link leads to no page", i+1)
		}
		list = append(list, annotation{n[0], n[1], n[2], n[3], to, n[5], n[6]})
	}
	return list
}

// covered returns the text that lies wholly inside a link of an upright page: places as
// the file has them, widths as the faces do.
func (r *reader) covered(d *File, page int, a annotation) string {
	var b strings.Builder
	strokes := r.page(page)
	for _, m := range marksOf(d.pages[page]) {
		g, ok := m.(glyphs)
		if !ok {
			continue
		}
		s := strokes[0]
		strokes = strokes[1:]
		x := s.x
		for _, char := range g.Text {
			w := g.Font.Advance(char) * s.size
			if x > a.left-0.5 && x+w < a.right+0.5 && s.y > a.bottom && s.y+0.7*s.size < a.top {
				b.WriteRune(char)
			}
			x += w + g.Track
		}
	}
	return solid(b.String())
}

// marksOf returns what a page paints, placed on the page as the reader holds it.
func marksOf(pg page) []mark {
	var list []mark
	for _, b := range pg.boxes {
		for _, m := range b.marks {
			list = append(list, m.moved(b.x, b.y))
		}
	}
	return list
}

// at returns the text that stands right below a link's goal, as the reader holds the page.
func (r *reader) at(d *File, a annotation) string {
	down, sheet := paperHeight-a.y, d.pages[a.page].sheet
	if sheet == turned {
		down = a.x // the paper's left edge is the page's top
	}
	var b strings.Builder
	for _, m := range marksOf(d.pages[a.page]) {
		if g, ok := m.(glyphs); ok && g.Y > down && g.Y < down+2.2*g.Size+linePitch/3 {
			b.WriteString(g.Text)
		}
	}
	return solid(b.String())
}

// Each link leads from the words that name something to the place where it stands.
func TestLinks(t *testing.T) {
	e := seedYear(t)
	d := lay(t, e)
	r := newReader(t, written(t, d))
	seen := map[string]int{}
	for i := range d.pages {
		for _, a := range r.annotations(i) {
			from, to := strings.ReplaceAll(r.covered(d, i, a), "…", ""), r.at(d, a)
			want, kind := "", ""
			if name, _, ok := strings.Cut(from, "2021年"); ok && len([]rune(name)) <= 2 { // the caption of a figure
				from = name
			}
			number := strings.Trim(from, "第项")
			switch n, err := strconv.Atoi(number); {
			case from == "第" || from == "项": // a number at a line's end or start
				kind = "项"
			case err == nil:
				kind, want = "项", fmt.Sprint(n)
			case strings.HasPrefix(from, "图1"), strings.HasPrefix(from, "图2"), strings.HasPrefix(from, "图3"), strings.HasPrefix(from, "图4"), strings.HasPrefix(from, "图5"):
				kind = "图"
			case strings.HasPrefix(from, "表"):
				kind, want = "表", "表12021年各部门承担要求和报送情况"
			case strings.HasPrefix(from, "附表"):
				kind, want = "附表", "附表2021年政务公开工作要点落实情况一览表"
			default: // a line of the contents ends with the page's number
				kind = "目录"
				number := from[strings.LastIndexFunc(from, func(r rune) bool { return r < '0' || r > '9' })+len("录"):]
				if number != strconv.Itoa(a.page+1) {
					t.Errorf("%s stands on page %d", from, a.page+1)
				}
				want = strings.TrimSuffix(from, number)
			}
			seen[kind]++
			if from == "" || !strings.HasPrefix(to, want) {
				t.Errorf("page %d: %q leads to %.60q on page %d, want %q", i+1, from, to, a.page+1, want)
			}
		}
	}
	for kind, least := range map[string]int{"目录": 5 + 15 - 1, "附表": 2, "表": 1, "图": 8, "项": 20} {
		if seen[kind] < least {
			t.Errorf("%d links of %s, want %d", seen[kind], kind, least)
		}
	}
}

// On a turned page a link's rectangle and its goal turn with the page.
func TestLinksTurn(t *testing.T) {
	p := painter{goals: map[string]goal{"甲": {1, 100}}, sheets: []sheet{upright, turned}, links: make([][]finish.Reference, 1)}
	p.link(link{10, 0, 30, 12, "甲", nil}, 50, 200, turned)
	p.link(link{0, 0, 1, 1, "乙", nil}, 0, 0, turned)
	want := []finish.Reference{{Left: 200, Bottom: 60, Right: 212, Top: 90, Page: 1, X: 100, Y: 0}}
	if !slices.Equal(p.links[0], want) {
		t.Errorf("%+v, want %+v", p.links[0], want)
	}
}

// The contents fill no more than they need, name every heading of the two upper levels
// and are followed by a new page. Short annexes have none, nor has one whose template does
// not ask for them.
func TestContents(t *testing.T) {
	d := lay(t, seedYear(t))
	texts := newReader(t, written(t, d)).pages()
	if !strings.Contains(strings.ReplaceAll(texts[0], "…", ""), "目录一、总体情况2二、各项任务落实情况3（一）做好各类规划主动公开3") {
		t.Errorf("the first page reads %s", texts[0])
	}
	if !strings.HasPrefix(texts[1], "一、总体情况2021年，") {
		t.Errorf("the second page begins with %.60s", texts[1])
	}
	for name, short := range map[string]*File{
		"one requirement": lay(t, trial.Year(trial.Lines(1), 1, true)),
		"no mark":         laid(t, "# 题\n\n## 甲\n\n"+strings.Repeat("政务公开", 4000)),
	} {
		if text := strings.Join(newReader(t, written(t, short)).pages(), ""); strings.Contains(text, "目录") {
			t.Errorf("%s: contents in %d pages", name, short.Pages())
		}
	}
	long := laid(t, "# 题\n\n![内容](目录)\n\n"+strings.Repeat("## 甲\n\n", 8)+strings.Repeat("政务公开", 2000))
	if text := newReader(t, written(t, long)).pages()[0]; strings.ReplaceAll(text, "…", "") != "附件题内容一、甲2二、甲2三、甲2四、甲2五、甲2六、甲2七、甲2八、甲2—1—" {
		t.Errorf("the first page reads %s", text)
	}
}

func laid(t testing.TB, template string) *File {
	t.Helper()
	d, _, err := lays(trial.Year(trial.Lines(1), 1, true), face.Embedded(), template)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Contents of many lines go on over pages, every line's number true and in its column.
func TestLongContents(t *testing.T) {
	d := lay(t, trial.Year(trial.Lines(240), 4, true))
	r := newReader(t, written(t, d))
	lines := 0
	for i := range d.pages {
		for _, a := range r.annotations(i) {
			if math.Abs(a.top-a.bottom-contentsSets[0].pitch) > 0.02 || math.Abs(a.right-leftMargin-areaWidth) > 0.02 {
				continue
			}
			lines++
			if from := r.covered(d, i, a); !strings.HasSuffix(from, strconv.Itoa(a.page+1)) {
				t.Errorf("page %d: %s leads to page %d", i+1, from, a.page+1)
			}
		}
	}
	if lines != 5+80 {
		t.Errorf("%d lines of contents, want 85", lines)
	}
}

// The text begins on a new page after the contents, however much of their page they fill.
func TestContentsEndTheirPage(t *testing.T) {
	for tasks, page := range map[int]int{15: 1, 17: 1, 20: 1, 40: 2} {
		d := lay(t, trial.Year(trial.Lines(3*tasks), 4, true))
		if text := newReader(t, written(t, d)).pages()[page]; !strings.HasPrefix(text, "一、总体情况2021年，") {
			t.Errorf("%d tasks: page %d reads %.300s", tasks, page+1, text)
		}
	}
}

// The dots of the contents end at one edge, and the number follows them in the text.
func TestContentsDots(t *testing.T) {
	d := lay(t, seedYear(t))
	var ends []float64
	for _, m := range marksOf(d.pages[0]) {
		if g, ok := m.(glyphs); ok && strings.Trim(g.Text, "…") == "" {
			_, _, right, _ := extent(g)
			ends = append(ends, right)
		}
	}
	if len(ends) != 20 || slices.Max(ends)-slices.Min(ends) > 0.01 {
		t.Errorf("%d leaders that end at %v", len(ends), ends)
	}
	if text := newReader(t, written(t, d)).pages()[0]; !strings.Contains(text, "…3（一）做好各类规划主动公开……") {
		t.Errorf("the first page reads %s", text)
	}
}
