package grid

import (
	"fmt"
	"strconv"
	"strings"
)

// Limits on what one file may hold. A file beyond one of them is refused as a whole with
// finding file-too-large: a part of a return is never passed off as all of it.
const (
	maxFileBytes     = 64 << 20  // the file as it lies in the folder
	maxUnzippedBytes = 256 << 20 // all parts of a zip together
	maxRatio         = 200       // unzipped to zipped, counted from ratioFloor on
	ratioFloor       = 16 << 20  // small files of blank formatted rows pack better than any ratio
	maxParts         = 10_000    // entries of a zip
	maxSheets        = 500       // sheets of a book, tables of a document
	maxCells         = 1_000_000 // cells of a book that hold anything or lie under a merge
	maxRows          = 100_000   // rows of a book that hold anything
	maxArea          = 20 << 20  // rows times columns of a sheet, up to its last cell: a stray cell far out
	maxEmptyRows     = 500_000   // rows in a row that are written out and hold nothing
	maxTextBytes     = 1 << 20   // text of one cell
	maxDepth         = 500       // elements of XML inside each other
	maxMerges        = 100_000   // merged ranges of a sheet
	maxLinks         = 100_000   // hyperlinks of a sheet
)

// ownTimes is how much larger the ledger may be that the program wrote itself, of which only
// some sheets are read.
const ownTimes = 8

// Limit is a limit as a line of a table in two languages, "what | how much".
type Limit struct{ English, Chinese string }

// Limits lists the limits for the reader of the manual.
func Limits() []Limit {
	type both = [2]string
	line := func(what both, format both, figures ...any) Limit {
		return Limit{what[0] + " | " + fmt.Sprintf(format[0], figures...), what[1] + " | " + strings.ReplaceAll(fmt.Sprintf(format[1], figures...), ",", "")}
	}
	return []Limit{
		line(both{"size", "大小"}, both{"%d MB", "%d 兆"}, maxFileBytes>>20),
		line(both{"unzipped", "解压后"}, both{"%[1]d MB, and %[3]d times its size from %[2]d MB on", "%[1]d 兆；%[2]d 兆以上的，不超过文件大小的 %[3]d 倍"}, maxUnzippedBytes>>20, ratioFloor>>20, maxRatio),
		line(both{"parts in a zip", "压缩包里的零件"}, both{"%s", "%s 个"}, thousands(maxParts)),
		line(both{"sheets", "工作表"}, both{"%d", "%d 张"}, maxSheets),
		line(both{"rows that hold anything", "有内容的行"}, both{"%s", "%s 行"}, thousands(maxRows)),
		line(both{"cells that hold anything", "有内容的单元格"}, both{"%s", "%s 个"}, thousands(maxCells)),
		line(both{"rows × columns up to the last cell of a sheet", "一张工作表到最后一格的行数乘列数"}, both{"%s", "%s"}, thousands(maxArea)),
		line(both{"text of a cell", "一个单元格的文字"}, both{"%d MB", "%d 兆"}, maxTextBytes>>20),
		line(both{"merges, links of a sheet", "一张工作表的合并单元格、链接"}, both{"%s", "各 %s 处"}, thousands(min(maxMerges, maxLinks))),
		line(both{"XML elements inside each other", "XML 嵌套"}, both{"%d", "%d 层"}, maxDepth),
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
	lastSheetRow = 1_048_576
	lastSheetCol = 16_384
)
