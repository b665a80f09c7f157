package pdf

import (
	"bytes"
	"math"
	"regexp"
	"strings"
	"testing"

	"taizhang/report/face"
)

// Every page is A4 (GB/T 9704—2012, 5.1), held turned or not.
func TestPaper(t *testing.T) {
	r := newReader(t, written(t, lay(t, seedYear(t))))
	box := regexp.MustCompile(`/MediaBox \[0 0 (\S+) (\S+)\]`)
	if m := box.FindSubmatch(r.file.Objects[0]); m == nil || string(m[1]) != "595.28" || string(m[2]) != "841.89" {
		t.Errorf("the paper is %s", m)
	}
	for i, page := range r.kids() {
		if bytes.Contains(page, []byte("Box [")) {
			t.Errorf("page %d has a size of its own: %s", i+1, page)
		}
	}
}

// 附件 stands in 3号黑体 at the left of line 1 and the title, in 2号小标宋 and centred, begins
// on line 3 (7.3.9), the note below it in 3号楷体.
func TestTitleMatter(t *testing.T) {
	d := lay(t, seedYear(t))
	r := newReader(t, written(t, d))
	set := face.Embedded()
	var found int
	for _, m := range marksOf(d.pages[0]) {
		g, ok := m.(glyphs)
		if !ok {
			continue
		}
		line := (g.Y - topMargin) / linePitch // of the grid, counted from 0
		_, _, right, _ := extent(g)
		switch {
		case g.Text == "附件":
			found++
			if math.Abs(g.X-28*mm) > 0.01 || g.Size != sanhao || g.Font.Name != set.Font(face.Heading).Name || line < 0 || line > 1 {
				t.Errorf("附件 stands on line %.1f at %.1f mm, %v pt, in %s", line+1, g.X/mm, g.Size, g.Font.Name)
			}
		case g.Size == erhao && strings.HasPrefix("台山市文化广电旅游体育局", g.Text):
			found++
			if line < 2 || line > 3.2 || g.Font.Name != set.Font(face.Title).Name {
				t.Errorf("the title begins on line %.1f in %s", line+1, g.Font.Name)
			}
			if middle := (g.X + right) / 2; math.Abs(middle-(28+156.0/2)*mm) > 1 {
				t.Errorf("the title's first line has its middle at %.1f mm", middle/mm)
			}
		case strings.HasPrefix(g.Text, "（截至"):
			found++
			if g.Size != sanhao || g.Font.Name != set.Font(face.Sub).Name {
				t.Errorf("the note is set in %v pt %s", g.Size, g.Font.Name)
			}
		}
	}
	if first := r.page(0)[0]; first.text != "附件" || math.Abs(first.x-28*mm) > 0.01 || math.Abs((paperHeight-first.y)-(topMargin+markStyle.baseline())) > 0.01 {
		t.Errorf("the file begins with %q at %.2f, %.2f", first.text, first.x, first.y)
	}
	if found != 3 {
		t.Errorf("%d of three lines found", found)
	}
}

// Headings are set in 黑体, 楷体 and 仿宋 by their level, all in 3号 and with an indent of two
// characters (7.3.3), the page number in 4号宋体 (7.5).
func TestHeadings(t *testing.T) {
	set := face.Embedded()
	d := laid(t, "## 甲级标题\n\n### 乙级标题\n\n#### 丙级标题\n\n正文文字\n\n*居中说明*")
	want := map[string]struct {
		role face.Role
		x    float64
	}{
		"一、甲级标题": {face.Heading, 28*mm + 2*(sanhao+gridTrack)}, "（一）乙级标题": {face.Sub, 28*mm + 2*(sanhao+gridTrack)},
		"1.丙级标题": {face.Body, 28*mm + 2*(sanhao+gridTrack)}, "正文文字": {face.Body, 28*mm + 2*(sanhao+gridTrack)}, "居中说明": {face.Sub, 0},
	}
	line := map[float64]string{}
	first := map[float64]glyphs{}
	for _, m := range marksOf(d.pages[0]) {
		if g, ok := m.(glyphs); ok {
			if line[g.Y] == "" {
				first[g.Y] = g
			}
			line[g.Y] += g.Text
		}
	}
	for y, text := range line {
		w, ok := want[text]
		if !ok {
			continue
		}
		delete(want, text)
		g := first[y]
		if g.Font.Name != set.Font(w.role).Name || g.Size != sanhao || w.x > 0 && math.Abs(g.X-w.x) > 0.01 {
			t.Errorf("%s begins at %.2f mm in %v pt %s, want %.2f mm, %s", text, g.X/mm, g.Size, g.Font.Name, w.x/mm, w.role.Label())
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
	for _, m := range d.pages[0].number {
		if g := m.(glyphs); g.Font.Name != set.Font(face.Number).Name || g.Size != sihao {
			t.Errorf("the page number is set in %v pt %s", g.Size, g.Font.Name)
		}
	}
}
