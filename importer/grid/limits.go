package grid

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

// The bounds of a sheet, which a cell reference can't leave.
const (
	lastSheetRow = 1_048_576
	lastSheetCol = 16_384
)
