package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"taizhang/report/document"
	"taizhang/report/face"
	"taizhang/report/internal/trial"
	"taizhang/report/publish"
)

// The file says what it is, is held as it is read, and has an outline that leads to its
// parts.
func TestFile(t *testing.T) {
	d := lay(t, seedYear(t))
	r := newReader(t, written(t, d))
	for i, page := range r.kids() {
		if got, want := bytes.Contains(page, []byte("/Rotate 90")), d.pages[i].sheet == turned; got != want {
			t.Errorf("page %d is turned: %v, want %v", i+1, got, want)
		}
	}
	var whole []byte
	for _, o := range r.file.Objects {
		whole = append(whole, o...)
	}
	for _, want := range []string{"/Lang (zh-CN)", "/DisplayDocTitle true", "/CreationDate (D:20211231000000)", "/Type /Catalog"} {
		if !bytes.Contains(whole, []byte(want)) {
			t.Errorf("the file does not say %s", want)
		}
	}
	titles := r.strings("Title")
	want := []string{"台山市文化广电旅游体育局2021年政务公开工作要点落实情况", "目录", "一、总体情况", "二、各项任务落实情况", "（一）做好各类规划主动公开"}
	if len(titles) != 7+15+1 || !slices.Equal(titles[:5], want) {
		t.Errorf("%d titles: %q", len(titles), titles)
	}
	if got := titles[21]; got != "附表　2021年政务公开工作要点落实情况一览表" {
		t.Errorf("the outline ends with %q", got)
	}
	if got := titles[22]; got != titles[0] {
		t.Errorf("the document is called %q", got)
	}
	if got := r.strings("Author"); len(got) != 1 || got[0] != "台山市文化广电旅游体育局" {
		t.Errorf("the author is %q", got)
	}
}

// An independent reader finds the file sound, by the letter of the standard.
func TestValid(t *testing.T) {
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	for _, e := range []publish.Edition{seedYear(t), trial.Year(nil, 0, true), trial.Year(trial.Lines(1), 1, true)} {
		if err := api.Validate(bytes.NewReader(written(t, lay(t, e))), conf); err != nil {
			t.Error(err)
		}
	}
}

func TestSameBytes(t *testing.T) {
	one, two := written(t, lay(t, seedYear(t))), written(t, lay(t, seedYear(t)))
	if !bytes.Equal(one, two) {
		t.Error("the same edition gives different bytes")
	}
}

// Every field that is printed stands in the file, character by character and in order.
func TestEveryCharacter(t *testing.T) {
	e := seedYear(t)
	e.Requirements[4].Done = "请“镕喆堃”𬀩㙍𠮷等专家审核《（试行）》，（（见附件））；" + strings.Repeat("http://www.example.gov.cn/a-b_c?d=1&e=2#f/", 8) + "。"
	e.Requirements[7].Text = strings.Repeat("Pneumonoultramicroscopicsilicovolcanoconiosis", 3) + "——第１条……88.8％，①②～③"
	e.Requirements[9].Done = "第一行\n第二行\t后\u00a0面　完"
	d, err := document.Annex(e, "")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := Lay(d, face.Embedded())
	got, _ := newReader(t, written(t, f)).structure()
	same(t, "the file", got, d)
}

// Adjoining marks share their blank by glyphs of half the width, which copy as the marks.
func TestHalfMarks(t *testing.T) {
	d, _, err := lays(trial.Year(nil, 0, true), face.Embedded(), "按照《细则（试行）》，落实")
	if err != nil {
		t.Fatal(err)
	}
	pdf := written(t, d)
	r := newReader(t, pdf)
	halves := 0
	for _, characters := range r.faces {
		for code := range characters {
			if code >= 0xE000 && code < 0xF900 {
				halves++
			}
		}
	}
	if halves != 2 {
		t.Errorf("%d half marks, want ） and 》", halves)
	}
	drawn := 0
	for i := range d.pages {
		for _, s := range r.page(i) {
			for _, code := range s.codes {
				if code >= 0xE000 && code < 0xF900 {
					drawn++
				}
			}
		}
	}
	if text := r.text(d, upright); drawn != 2 || text != "附件按照《细则（试行）》，落实" {
		t.Errorf("%d half marks drawn in %s", drawn, text)
	}
}

// A row longer than a page goes on over the next ones and loses nothing.
func TestLongRow(t *testing.T) {
	e := trial.Year(trial.Lines(3), 2, true)
	var long strings.Builder
	for i := range 600 {
		long.WriteString(strings.Repeat("长", i%7+1) + "，")
	}
	e.Requirements[1].Done = long.String()
	d := lay(t, e)
	if text, _ := newReader(t, written(t, d)).structure(); !strings.Contains(text, long.String()) {
		t.Error("the long text is not whole")
	}
}

func TestMissingGlyph(t *testing.T) {
	e := trial.Year(trial.Lines(1), 1, true)
	e.Requirements[0].Done = "笑脸\U0001F600和\uE777。\u200b\ufe0f完"
	d, found, err := lays(e, face.Embedded(), "")
	if err != nil {
		t.Fatal(err)
	}
	if want := []rune{'\uE777', '\U0001F600'}; !slices.Equal(found, want) {
		t.Errorf("missing %U, want %U", found, want)
	}
	if text := newReader(t, written(t, d)).text(d, turned); !strings.Contains(text, "笑脸〓和〓。完") {
		t.Error("a missing character is not printed as 〓")
	}
}

// Years of every size are laid out, and nothing leaves the area of its page.
func TestSizes(t *testing.T) {
	for _, size := range []struct{ requirements, departments int }{{0, 0}, {0, 3}, {1, 1}, {33, 60}, {200, 10}, {7, 0}} {
		e := trial.Year(trial.Lines(size.requirements), size.departments, false)
		d := lay(t, e)
		for i, pg := range d.pages {
			left, top, width, height := pg.sheet.area()
			for _, b := range pg.boxes {
				for _, m := range b.marks {
					x1, y1, x2, y2 := extent(m)
					const over = sanhao/2 + 1 // the blank of a mark at a line's end
					if b.x+x1 < left-1 || b.x+x2 > left+width+over || b.y+y1 < top-1 || b.y+y2 > top+height+1 {
						t.Errorf("%+v: page %d: %+v leaves the area", size, i+1, m)
					}
				}
			}
		}
		if pdf := written(t, d); len(pdf) == 0 {
			t.Errorf("%+v: nothing was written", size)
		}
	}
}

func extent(m mark) (x1, y1, x2, y2 float64) {
	switch m := m.(type) {
	case glyphs:
		w := 0.0
		for _, r := range m.Text {
			w += m.Font.Advance(r)*m.Size + m.Track
		}
		if m.Half {
			w = m.Size / 2
		}
		return m.X, m.Y - 0.75*m.Size, m.X + w, m.Y
	case shape:
		x1, y1, x2, y2 = m.Points[0].X, m.Points[0].Y, m.Points[0].X, m.Points[0].Y
		for _, p := range m.Points {
			x1, y1, x2, y2 = min(x1, p.X), min(y1, p.Y), max(x2, p.X), max(y2, p.Y)
		}
	}
	return x1, y1, x2, y2
}

// An office's own face prints, and what it lacks falls back character by character.
func TestOtherFaces(t *testing.T) {
	cut, err := face.Embedded().Font(face.Sub).Cut([]rune("的一，。按照有关规定做好第项信息"), nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "simfang.ttf"), cut.Data, 0o644); err != nil {
		t.Fatal(err)
	}
	fonts, refused := face.Find("", "", []string{dir})
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	e := trial.Year(trial.Lines(2), 1, true)
	d, found, err := lays(e, fonts, "")
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if used := fontsOf(d); !used[fonts.Font(face.Body)] || len(used) != 5 {
		t.Errorf("%d faces are used, want the office's and four embedded ones", len(used))
	}
	if text := newReader(t, written(t, d)).text(d, turned); !strings.Contains(text, e.Requirements[1].Text) {
		t.Error("a text in two faces is not whole")
	}
}

func fontsOf(d *File) map[*face.Font]bool {
	used := map[*face.Font]bool{}
	eachGlyphs(d.pages, func(g glyphs) { used[g.Font] = true })
	return used
}

func TestTemplateErrors(t *testing.T) {
	e := trial.Year(trial.Lines(1), 1, true)
	for template, want := range map[string]string{
		"# 题\n\n{{.没有}}":    "第3行：没有“没有”这项数据",
		"{{无此用法}}":          "第1行：没有“无此用法”这个用法",
		"# 题\n{{if}}":       "第2行写法有误",
		"# 题\n\n![甲](图:没有)": "第3行：没有名为“没有”的图，可用的有：构成",
		"![甲](表:没有)":        "第1行：没有名为“没有”的表",
		"见{{图 \"趋式\"}}":     "第1行：没有名为“趋式”的图，可用的有：构成",
		"{{.任务.标题}}":        "第1行：这里取不到“标题”",
		"{{构成}}":            "第1行：“构成”后面的数据多了或者少了",
		"甲\n{{构成 .任务}}":     "第2行：“.任务”不能用在这里",
		"{{.年度 | 有 \"x\"}}": "第1行：“\"x\"”不能用在这里",
		"甲{{range .任务}}乙":   "第1行：到文末还没有写完",
		"甲\n{{.单位\n":        "第2行的 {{ 少了 }}",
		"\xb1\xea\xcc\xe2":  "编码不是 UTF-8",
		" \n":               "是空的",
	} {
		_, _, err := lays(e, face.Embedded(), template)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", template, err, want)
		} else if strings.Contains(err.Error(), "template:") != (want == "第2行写法有误") {
			t.Errorf("%q: %v is not for the office", template, err)
		}
	}
	for _, template := range []string{"见{{图 \"趋势\"}}", "", "\ufeff# 题"} {
		if _, _, err := lays(e, face.Embedded(), template); err != nil {
			t.Errorf("%q: %v", template, err)
		}
	}
}

func BenchmarkAnnex(b *testing.B) {
	e := seedYear(b)
	fonts := face.Embedded()
	for range b.N {
		d, _, err := lays(e, fonts, "")
		if err != nil {
			b.Fatal(err)
		}
		written(b, d)
	}
}
