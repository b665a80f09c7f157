package xlsx

// 宋体 and 黑体 come with Windows and with WPS; where they are missing, every office
// suite replaces them by what it has.
const (
	song = "宋体"
	Hei  = "黑体"
)

// Style is how a cell looks. The zero Style is plain 宋体 10, at the top left, without a frame.
type Style struct {
	Font      string
	Size      float64
	Bold      bool
	underline bool
	Color     string // RRGGBB
	Fill      string // RRGGBB
	Align     string // left, center, right
	Middle    bool   // centred vertically, else at the top
	Frame     bool
	Nowrap    bool
	Format    string // number format
	Quoted    bool   // stays text when a person edits it
	Open      bool   // may be filled in where the sheet is locked
}

const (
	DayFormat   = `yyyy"年"m"月"d"日"`
	ShareFormat = `0.0%`
	ink         = "1F2937"
	Blue        = "0B57A4"
	Grey        = "7F7F7F"
)

var (
	TitleStyle   = Style{Font: Hei, Size: 16, Middle: true, Nowrap: true}
	NoteStyle    = Style{Color: "595959", Middle: true, Nowrap: true}
	SectionStyle = Style{Font: Hei, Size: 12, Middle: true, Nowrap: true}
	HeadStyle    = Style{Font: Hei, Fill: "D9E2F0", Align: "center", Middle: true, Frame: true}
	BodyStyle    = Style{Frame: true}
	WordStyle    = Style{Frame: true, Align: "center"}
	MidStyle     = Style{Frame: true, Align: "center", Middle: true}
	LabelStyle   = Style{Frame: true, Middle: true}
	CountStyle   = Style{Frame: true, Align: "center", Middle: true, Format: "0"}
	ShareStyle   = Style{Frame: true, Align: "center", Middle: true, Format: ShareFormat}
	DayStyle     = Style{Frame: true, Align: "center", Format: DayFormat}
	TotalStyle   = Style{Font: Hei, Fill: "EEF2F8", Frame: true, Align: "center", Middle: true, Format: "0"}
	AlarmStyle   = Style{Frame: true, Align: "center", Bold: true, Fill: "FFC7CE", Color: "9C0006"}
	DimStyle     = Style{Frame: true, Align: "center", Color: Grey}
	OrderStyle   = Style{Frame: true, Align: "center", Format: "0"}
)

// Linked returns the style with the colour of something that can be clicked.
func (k Style) Linked() Style {
	k.Color, k.underline = Blue, true
	return k
}

// Counted returns the style of a number that is shown with words around it: 第7行. Such a
// number is written in a fraction of the time that a text of its own takes.
func (k Style) Counted(before, after string) Style {
	k.Format = `"` + before + `"0`
	if after != "" {
		k.Format += `"` + after + `"`
	}
	return k
}

// Sized returns the style in another size, in points.
func (k Style) Sized(points float64) Style {
	k.Size = points
	return k
}

// Small returns the style one size down, for long texts.
func (k Style) Small() Style { return k.Sized(9) }

// Points returns the size of the letters.
func (k Style) Points() float64 {
	if k.Size == 0 {
		return 10
	}
	return k.Size
}
