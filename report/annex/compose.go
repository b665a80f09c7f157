package annex

import (
	"taizhang/report/annex/wording"
	"taizhang/report/face"
	"taizhang/report/publish"
	"taizhang/report/typeset"
)

// The styles of an official document (GB/T 9704—2012, 7.3): 3号, so tracked that 28
// characters fill a line, with 2 characters of indent.
const gridTrack = (areaWidth - charsALine*sanhao) / (charsALine - 1)

var (
	bodyStyle    = style{role: face.Body, size: sanhao, pitch: linePitch, indent: 2, track: gridTrack}
	headingStyle = style{role: face.Heading, size: sanhao, pitch: linePitch, indent: 2, track: gridTrack}
	subStyle     = style{role: face.Sub, size: sanhao, pitch: linePitch, indent: 2, track: gridTrack}
	titleStyle   = style{role: face.Title, size: erhao, pitch: 36, centre: true}
	noteStyle    = style{role: face.Sub, size: sanhao, pitch: linePitch, centre: true}
	markStyle    = style{role: face.Heading, size: sanhao, pitch: linePitch}
	captionStyle = style{role: face.Heading, size: xiaosi, pitch: 20, centre: true}
	remarkStyle  = style{role: face.Body, size: xiaowu, pitch: 14}
)

// composer makes boxes of blocks.
type composer struct {
	edition publish.Edition
	ink     *inker
	boxes   []box
	// The boxes of the contents, which a short annex does without.
	optional struct{ from, to int }
}

func (c *composer) compose(blocks []wording.Block) ([]box, error) {
	c.text("附件", markStyle)
	c.blank()
	for i, b := range blocks {
		if i > 0 && (blocks[i-1].Kind == wording.Title || blocks[i-1].Kind == wording.Note) && b.Kind != wording.Note {
			c.blank()
		}
		from := len(c.boxes)
		if b.Kind == wording.Contents {
			c.contents(b.Text, c.entries(blocks))
			continue
		}
		if err := c.block(b); err != nil {
			return nil, err
		}
		switch b.Kind {
		case wording.Heading, wording.Sub:
			c.anchored(from, section(i))
		case wording.Figure:
			c.anchored(from, "图:"+b.Name)
		case wording.Table, wording.Register:
			c.anchored(from, "表:"+b.Name)
		}
	}
	return c.settled(), nil
}

// anchored puts an anchor on a box, where there is one.
func (c *composer) anchored(at int, name string) {
	if at < len(c.boxes) {
		c.boxes[at].marks = append(c.boxes[at].marks, anchor{name})
	}
}

func (c *composer) block(b wording.Block) error {
	switch b.Kind {
	case wording.Title:
		c.title(b.Text)
	case wording.Note:
		c.text(b.Text, noteStyle)
	case wording.Heading:
		c.heading(b.Text, headingStyle, 0)
	case wording.Sub:
		c.heading(b.Text, subStyle, 1)
	case wording.Item:
		c.heading(b.Text, bodyStyle, 2)
	case wording.Table:
		c.blockTable(b)
	case wording.Figure:
		return c.figure(b)
	case wording.Register:
		return c.register(b)
	default:
		c.text(b.Text, bodyStyle, b.Refs...)
	}
	return nil
}

// blank leaves a line of the grid empty.
func (c *composer) blank() { c.boxes = append(c.boxes, box{height: linePitch, snap: true}) }

// text adds the lines of a paragraph, with links from what it speaks of.
func (c *composer) text(text string, s style, refs ...wording.Ref) {
	lines := typeset.Break(text, c.ink.advance(s.role), s.measure(areaWidth))
	boxes := c.lines(text, lines, s, areaWidth)
	for i, l := range lines {
		for _, r := range refs {
			if left, right, ok := c.ink.across(text, l, s, r.From, r.To); ok {
				boxes[i].marks = append(boxes[i].marks, link{left, s.baseline() - s.size, right - left, s.size * 1.2, r.Name})
			}
		}
	}
	if n := len(boxes); n > 1 {
		boxes[n-2].keep = true // the last line of a paragraph does not stand alone on a page
	}
	c.boxes = append(c.boxes, boxes...)
}

// lines makes a box of each line.
func (c *composer) lines(text string, lines []typeset.Line, s style, width float64) []box {
	var boxes []box
	for _, l := range lines {
		x := 0.0
		if s.centre {
			x = (width - l.Width) / 2
		}
		boxes = append(boxes, box{height: s.pitch, marks: c.ink.line(text, l, s, x, s.baseline()), snap: s.pitch == linePitch})
	}
	return boxes
}

// heading adds a heading that the outline leads to and that stays with what follows.
func (c *composer) heading(text string, s style, level int) {
	from := len(c.boxes)
	c.text(text, s)
	c.marked(from, bookmark{level, text})
}

// title adds the title of the document, in lines about equally long.
func (c *composer) title(text string) {
	from := len(c.boxes)
	lines := typeset.Balance(text, c.ink.advance(titleStyle.role), titleStyle.measure(areaWidth), whole)
	c.boxes = append(c.boxes, c.lines(text, lines, titleStyle, areaWidth)...)
	if from < len(c.boxes) {
		c.boxes[from].snap = true
	}
	c.marked(from, bookmark{0, text})
}

// whole lists words that the title is not broken in.
var whole = []string{
	"政务公开", "政府信息", "信息公开", "工作要点", "重点工作", "工作任务", "落实情况", "完成情况", "年度报告", "人民政府", "办公室",
	"文化", "广电", "广播电视", "旅游", "体育", "自然资源", "住房", "城乡", "建设", "发展", "改革", "市场监督", "管理", "行政", "审批", "服务",
}

// marked puts a bookmark on the boxes from one on and keeps them together with the next.
func (c *composer) marked(from int, m bookmark) {
	for i := from; i < len(c.boxes); i++ {
		c.boxes[i].keep = true
	}
	if from < len(c.boxes) {
		c.boxes[from].marks = append(c.boxes[from].marks, m)
	}
}

// caption is the line over a table or under a figure.
func (c *composer) caption(label, text string, continued bool) string {
	if continued {
		text += "（续）"
	}
	if label == "" {
		return text
	}
	return label + "　" + text
}
