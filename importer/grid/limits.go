package grid

import (
	"fmt"
	"strconv"
	"strings"
)

// Limits on what one file may hold. A file beyond one of them is refused as a whole with
// finding file-too-large: a part of a return is never passed off as all of it.
const (
	MaxFileBytes     = 64 << 20  // the file as it lies in the folder
	MaxUnzippedBytes = 256 << 20 // all parts of a zip together
	MaxWalked        = 200 << 20 // parts and records that are read, once more each time that they are
	MaxHeld          = 200 << 20 // the file, what of it is inflated, and what is kept of that
	MaxPlainBytes    = 32 << 20  // a file that is text as it lies there: .csv, .txt, a page, an XML spreadsheet
	MaxRatio         = 200       // unzipped to zipped, counted from ratioFloor on
	RatioFloor       = 16 << 20  // small files of blank formatted rows pack better than any ratio
	MaxParts         = 10_000    // entries of a zip
	MaxSheets        = 500       // sheets of a book, tables of a document
	MaxCells         = 150_000   // cells of a book that hold anything or lie under a merge
	MaxRows          = 20_000    // rows of a book that hold anything
	MaxParagraphs    = 10_000    // paragraphs of a document, lines of a text, outside tables
	MaxTexts         = 8 << 20   // text of all cells, as often as it is shown
	maxArea          = 6 << 20   // rows times columns of a sheet, up to its last cell: a stray cell far out
	MaxTextBytes     = 1 << 20   // text of one cell
	MaxDepth         = 500       // elements of XML inside each other
	MaxMerges        = 100_000   // merged ranges of a sheet
	MaxLinks         = 100_000   // hyperlinks of a sheet
	MaxNumberText    = 100       // characters of the text that a list puts before a paragraph

	// OwnTimes is how many times as large the ledger may be that the program wrote itself, of
	// which some sheets only are read.
	OwnTimes  = 8
	largeHeld = 8 << 20 // far more than a return takes
)

// Limit is a limit as a line of a table in two languages, "what | how much".
type Limit struct{ English, Chinese string }

// Limits lists the limits for the reader of the manual.
func Limits() []Limit {
	type both = [2]string
	line := func(what both, format both, figures ...any) Limit {
		return Limit{what[0] + " | " + fmt.Sprintf(format[0], figures...), what[1] + " | " + strings.ReplaceAll(fmt.Sprintf(format[1], figures...), ",", "")}
	}
	return []Limit{
		line(both{"size", "大小"}, both{"%d MB", "%d 兆"}, MaxFileBytes>>20),
		line(both{"size of plain text and of pages", "纯文本和网页的大小"}, both{"%d MB", "%d 兆"}, MaxPlainBytes>>20),
		line(both{"unzipped", "解压后"}, both{"%[1]d MB, and %[3]d times its size from %[2]d MB on", "%[1]d 兆；%[2]d 兆以上的，不超过文件大小的 %[3]d 倍"}, MaxUnzippedBytes>>20, RatioFloor>>20, MaxRatio),
		line(both{"of that, what is read: text and tables, not pictures", "其中要读的文字和表格（不算图片）"}, both{"%d MB", "%d 兆"}, MaxWalked>>20),
		line(both{"parts in a zip", "压缩包里的零件"}, both{"%s", "%s 个"}, thousands(MaxParts)),
		line(both{"sheets", "工作表"}, both{"%d", "%d 张"}, MaxSheets),
		line(both{"rows that hold anything", "有内容的行"}, both{"%s", "%s 行"}, thousands(MaxRows)),
		line(both{"paragraphs outside tables", "表格以外的段落"}, both{"%s", "%s 段"}, thousands(MaxParagraphs)),
		line(both{"cells that hold anything", "有内容的单元格"}, both{"%s", "%s 个"}, thousands(MaxCells)),
		line(both{"text of all cells", "所有单元格的文字合计"}, both{"%d MB", "%d 兆"}, MaxTexts>>20),
		line(both{"rows × columns up to the last cell of a sheet", "一张工作表到最后一格的行数乘列数"}, both{"%s", "%s"}, thousands(maxArea)),
		line(both{"text of a cell", "一个单元格的文字"}, both{"%d MB", "%d 兆"}, MaxTextBytes>>20),
		line(both{"merges, links of a sheet", "一张工作表的合并单元格、链接"}, both{"%s", "各 %s 处"}, thousands(min(MaxMerges, MaxLinks))),
		line(both{"XML elements inside each other", "XML 嵌套"}, both{"%d", "%d 层"}, MaxDepth),
	}
}

// thousands writes a number with commas.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// The bounds of a sheet, which a cell reference can't leave.
const (
	MostRows = 1_048_576
	MostCols = 16_384
)
