package book

import "taizhang/importer/status"

// 宋体 and 黑体 come with Windows and with WPS; where they are missing, every office
// suite replaces them by what it has.
const (
	song = "宋体"
	hei  = "黑体"
)

// look is how a cell looks. The zero look is plain 宋体 10, at the top left, without a frame.
type look struct {
	font      string
	size      float64
	bold      bool
	underline bool
	color     string // RRGGBB
	fill      string // RRGGBB
	align     string // left, center, right
	middle    bool   // centred vertically, else at the top
	frame     bool
	nowrap    bool
	format    string // number format
	quoted    bool   // stays text when a person edits it
	open      bool   // may be filled in where the sheet is locked
}

const (
	dayFormat   = `yyyy"年"m"月"d"日"`
	shareFormat = `0.0%`
	ink         = "1F2937"
	blue        = "0B57A4"
	grey        = "7F7F7F"
)

var (
	titleLook   = look{font: hei, size: 16, middle: true, nowrap: true}
	noteLook    = look{color: "595959", middle: true, nowrap: true}
	sectionLook = look{font: hei, size: 12, middle: true, nowrap: true}
	headLook    = look{font: hei, fill: "D9E2F0", align: "center", middle: true, frame: true}
	bodyLook    = look{frame: true}
	wordLook    = look{frame: true, align: "center"}
	midLook     = look{frame: true, align: "center", middle: true}
	labelLook   = look{frame: true, middle: true}
	countLook   = look{frame: true, align: "center", middle: true, format: "0"}
	shareLook   = look{frame: true, align: "center", middle: true, format: shareFormat}
	dayLook     = look{frame: true, align: "center", format: dayFormat}
	totalLook   = look{font: hei, fill: "EEF2F8", frame: true, align: "center", middle: true, format: "0"}
	alarmLook   = look{frame: true, align: "center", bold: true, fill: "FFC7CE", color: "9C0006"}
	dimLook     = look{frame: true, align: "center", color: grey}
	orderLook   = look{frame: true, align: "center", format: "0"}
)

// linked returns the look with the colour of something that can be clicked.
func (k look) linked() look {
	k.color, k.underline = blue, true
	return k
}

// counted returns the look of a number that is shown with words around it: 第7行. Such a
// number is written in a fraction of the time that a text of its own takes.
func (k look) counted(before, after string) look {
	k.format = `"` + before + `"0`
	if after != "" {
		k.format += `"` + after + `"`
	}
	return k
}

// sized returns the look in another size.
func (k look) sized(points float64) look {
	k.size = points
	return k
}

// small returns the look one size down, for long texts.
func (k look) small() look { return k.sized(9) }

func (k look) points() float64 {
	if k.size == 0 {
		return 10
	}
	return k.size
}

// statusLook shows a status by its colour; the word says the same, and the fills differ
// in lightness too, so that a black and white print can be read.
func statusLook(s status.Status) look {
	k := wordLook
	switch s {
	case status.Completed:
		k.fill = "B7DDA0"
	case status.InProgress:
		k.fill = "DDEBF7"
	case status.Ongoing:
		k.fill = "EDEDED"
	case status.Behind:
		k.fill, k.bold = "F6B26B", true
	case status.NotStarted:
		k.fill, k.bold = "FFE08A", true
	case status.NotApplicable:
		k.color = grey
	case status.NotReported:
		k.fill, k.bold, k.color = "FFC7CE", true, "9C0006"
	default:
		k.fill, k.bold = "FFC7CE", true
	}
	return k
}

// statusWord is the word for a status, also for one that is not understood.
func statusWord(s status.Status) string {
	if s == status.NoStatus {
		return "状态不明"
	}
	return s.Label()
}
